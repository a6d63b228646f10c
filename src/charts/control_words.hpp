#pragma once

#include "charts/control_chart.hpp"

#include <string>

namespace qd::inline charts {

// Index of the last point with a number, or the count where there is none.
std::size_t last_control_point(const ControlInput& input);
// Which way the last point speaks; none where it says nothing.
Lean lean_of(const ControlInput& input);
// Whether the last segment has too few numbers for limits to rely on.
bool has_trial_limits(const ControlInput& input);
// "Limits restart at June 2012: new recording system".
std::string rebase_words(const ControlInput& input, std::size_t segment);
// The sentence, and what the limits are.
std::string control_summary(const ControlInput& input);
ChartTable control_table(const ControlInput& input);

} // namespace qd::inline charts
