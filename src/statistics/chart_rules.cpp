#include "statistics/chart_rules.hpp"

#include <algorithm>
#include <cassert>

namespace qd::inline statistics {

std::vector<int> completed_runs(std::span<const int> sides, int length) {
    std::vector<int> completed(sides.size(), 0);
    int run = 0;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const bool goes_on = i > 0 && sides[i] != 0 && sides[i] == sides[i - 1];
        run = sides[i] == 0 ? 0 : goes_on ? run + 1 : 1;
        if (run >= length) completed[i] = sides[i];
    }
    return completed;
}

std::vector<int> steps_of(std::span<const double> values) {
    std::vector<int> steps(values.size(), 0);
    for (std::size_t i = 1; i < values.size(); ++i)
        steps[i] = values[i] > values[i - 1] ? 1 : values[i] < values[i - 1] ? -1 : 0;
    return steps;
}

std::vector<int> whole_runs(std::span<const int> completed, int length) {
    std::vector<int> whole(completed.size(), 0);
    for (std::size_t i = 0; i < completed.size(); ++i) {
        if (completed[i] == 0) continue;
        const std::size_t back = std::min<std::size_t>(i, static_cast<std::size_t>(length) - 1);
        std::fill(whole.begin() + static_cast<std::ptrdiff_t>(i - back),
                  whole.begin() + static_cast<std::ptrdiff_t>(i) + 1, completed[i]);
    }
    return whole;
}

std::vector<int> two_of_three(std::span<const int> outer, std::span<const int> sides) {
    assert(outer.size() == sides.size());
    std::vector<int> caught(outer.size(), 0);
    for (std::size_t i = 2; i < outer.size(); ++i) {
        const int side = sides[i];
        if (side == 0 || sides[i - 1] != side || sides[i - 2] != side) continue;
        const int near = (outer[i] != 0) + (outer[i - 1] != 0) + (outer[i - 2] != 0);
        if (near < 2) continue;
        for (std::size_t k = i - 2; k <= i; ++k)
            if (outer[k] != 0) caught[k] = side;
    }
    return caught;
}

} // namespace qd::inline statistics
