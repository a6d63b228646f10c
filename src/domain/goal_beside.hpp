#pragma once

#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <string>

namespace qd {

std::string label(TargetRole role); // "Stretch target", "Minimum", "Intervention level"

// "70%, reached, 8.0 points above", as far as it is known.
std::string standing_words(const Measure& measure, const GoalBeside& beside);

// "2.1 points above", "the same as".
std::string above_or_below(const Measure& measure, Decimal difference);

} // namespace qd
