#include "forecasting/back_test.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline forecasting {

std::vector<Trial> back_test(Method method, Numbers series, std::size_t season, std::size_t horizon, std::size_t most) {
    const std::size_t least = std::max<std::size_t>(8, season + (season + 1) / 2);
    std::vector<Trial> trials;
    if (series.size() <= least) return trials;
    for (std::size_t origin = std::max(least, series.size() - std::min(most, series.size())); origin < series.size();
         ++origin) {
        const Numbers known = series.first(origin);
        if (!suits(method, known, season)) continue;
        const std::size_t steps = std::min(horizon, series.size() - origin);
        const Course course = course_of(method, known, season, steps);
        Trial trial{origin, root_mean_square(course.residuals), course.spread, {}};
        for (std::size_t step = 0; step < steps; ++step)
            trial.errors.push_back(series[origin + step] - course.path[step]);
        trials.push_back(std::move(trial));
    }
    return trials;
}

double mean_absolute_error(const std::vector<Trial>& trials) {
    double sum = 0, count = 0;
    for (const Trial& trial : trials)
        for (const double error : trial.errors) sum += std::abs(error), ++count;
    return count > 0 ? sum / count : 0;
}

double root_mean_square(Numbers values) {
    if (values.empty()) return 0;
    double sum = 0;
    for (const double value : values) sum += value * value;
    return std::sqrt(sum / static_cast<double>(values.size()));
}

} // namespace qd::inline forecasting
