#include "statistics/rare_events.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace qd::inline statistics {

BetweenLimits g_limits(std::span<const double> between) {
    assert(!between.empty());
    const double mean = std::accumulate(between.begin(), between.end(), 0.0) / static_cast<double>(between.size());
    const double reach = 3 * std::sqrt(mean * (mean + 1));
    return {mean, std::max(0.0, mean - reach), mean + reach};
}

BetweenLimits t_limits(std::span<const double> times) {
    assert(times.size() >= 2);
    constexpr double power = 3.6;
    std::vector<double> near_normal;
    near_normal.reserve(times.size());
    for (const double time : times) near_normal.push_back(std::pow(time, 1 / power));
    const Limits limits = limits_of(near_normal, Screening::off);
    const auto back = [](double value) { return value > 0 ? std::pow(value, power) : 0; };
    return {back(limits.mean), back(limits.lower), back(limits.upper)};
}

Between periods_between(std::span<const std::size_t> counts) {
    Between found;
    std::optional<std::size_t> last;
    for (std::size_t period = 0; period < counts.size(); ++period) {
        for (std::size_t event = 0; event < counts[period]; ++event) {
            if (last) found.steps.push_back(static_cast<double>(period - *last));
            last = period;
        }
        found.events += counts[period];
    }
    if (last) found.since = static_cast<double>(counts.size() - 1 - *last);
    return found;
}

} // namespace qd::inline statistics
