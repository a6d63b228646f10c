#pragma once

#include "domain/calendar.hpp"
#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <string>

namespace qd {

std::string label(TargetRole role); // "Stretch target", "Minimum", "Intervention level"

// "70%, reached, 8.0 points above", as far as it is known; "95% for 2026/27" of a year after that of the figure.
std::string standing_words(const Calendar& calendar, const Measure& measure, const Figure& figure,
                           const GoalBeside& beside);

// "2.1 points above", "the same as".
std::string above_or_below(const Measure& measure, Decimal difference);

} // namespace qd
