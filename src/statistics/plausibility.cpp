#include "statistics/plausibility.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace qd::inline statistics {
namespace {

constexpr std::size_t fewest = 5;
constexpr double normal = 0.6745; // the upper quartile of the standard normal distribution

// Values in order, but for one of them.
class Others {
public:
    Others(std::span<const double> sorted, std::size_t left_out) : sorted_(sorted), left_out_(left_out) {}
    std::size_t size() const { return sorted_.size() - 1; }
    double operator[](std::size_t i) const { return sorted_[i < left_out_ ? i : i + 1]; }

private:
    std::span<const double> sorted_;
    std::size_t left_out_;
};

double median_of(const Others& others) {
    const std::size_t middle = others.size() / 2;
    return others.size() % 2 == 1 ? others[middle] : (others[middle - 1] + others[middle]) / 2;
}

// The median of the distances to the median: walks outwards from it, to the nearer side each time.
double spread_of(const Others& others, double median) {
    const std::size_t count = others.size();
    std::size_t above = count / 2, below = above; // what is yet to be passed: [above, count) and [0, below)
    double last = 0, before = 0;
    for (std::size_t passed = 0; passed <= count / 2; ++passed) {
        before = last;
        const bool is_above =
            below == 0 || (above < count && std::abs(others[above] - median) <= std::abs(others[below - 1] - median));
        last = std::abs(others[is_above ? above : below - 1] - median);
        is_above ? ++above : --below;
    }
    return count % 2 == 1 ? last : (before + last) / 2;
}

} // namespace

std::optional<double> median(std::span<const double> values) {
    if (values.empty()) return {};
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

std::optional<double> robust_z(std::span<const double> others, double value) {
    if (others.size() < fewest) return {};
    const double middle = *median(others);
    std::vector<double> distances;
    for (const double other : others) distances.push_back(std::abs(other - middle));
    const double spread = *median(distances);
    if (spread != 0) return normal * (value - middle) / spread;
    constexpr double mean_to_deviation = 1.253314; // √(π ÷ 2): of normal values, the deviation over the mean distance
    double mean = 0;
    for (const double distance : distances) mean += distance / static_cast<double>(distances.size());
    if (mean == 0) return {};
    return (value - middle) / (mean_to_deviation * mean);
}

std::vector<std::optional<double>> robust_z_of_each(std::span<const double> values) {
    std::vector<std::optional<double>> each(values.size());
    if (values.size() <= fewest) return each;
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> sorted;
    for (const std::size_t i : order) sorted.push_back(values[i]);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const Others others(sorted, place);
        const double middle = median_of(others), spread = spread_of(others, middle);
        if (spread != 0) {
            each[order[place]] = normal * (sorted[place] - middle) / spread;
            continue;
        }
        std::vector<double> rest = sorted; // more than half of them are equal
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(place));
        each[order[place]] = robust_z(rest, sorted[place]);
    }
    return each;
}

std::optional<double> step_z(std::span<const double> series) {
    if (series.size() < 2) return {};
    std::vector<double> steps;
    for (std::size_t i = 1; i < series.size(); ++i) steps.push_back(series[i] - series[i - 1]);
    const double last = steps.back();
    steps.pop_back();
    return robust_z(steps, last);
}

} // namespace qd::inline statistics
