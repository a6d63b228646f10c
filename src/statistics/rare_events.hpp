#pragma once

#include "statistics/control_chart.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace qd::inline statistics {

// What happens so rarely that most periods have none of it is charted by the time from one event to the next: the longer,
// the rarer. Values are at least 0, oldest first.

struct BetweenLimits {
    double mean = 0, lower = 0, upper = 0;
};

// The g chart, of a number of opportunities (or whole periods) between events: such a number is geometric, so its limits are
// mean ± 3 √(mean (mean + 1)), the lower one not below 0 (Kaminsky, Benneyan, Davis and Burke, Journal of Quality
// Technology 24, 1992; Benneyan, Health Care Management Science 4, 2001). Wants a value.
BetweenLimits g_limits(std::span<const double> between);

// The t chart, of a time between events, which may have any length: times of a Poisson process are exponential, and their
// (1 ÷ 3.6)th powers are so nearly normal that a chart of individual values suits them; its mean and limits (2.66 mean moving ranges,
// none screened out) are brought back by the power of 3.6, the lower one not below 0 (Nelson, Journal of Quality Technology 26,
// 1994). Wants two values.
BetweenLimits t_limits(std::span<const double> times);

// From one event to the next, where each entry counts those of one period: how many periods further on it came, 0 within the same
// one; and how many periods have passed since the last.
struct Between {
    std::vector<double> steps;
    std::optional<double> since; // absent where there was no event
    std::size_t events = 0;
};
Between periods_between(std::span<const std::size_t> counts);

} // namespace qd::inline statistics
