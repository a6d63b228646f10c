#pragma once

#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <optional>

namespace qd {

// How many more (or fewer) of the counted things would reach the goal at today's denominator: exact, and only for a
// ratio of whole parts against a single figure that is not reached. 19,252 of 22,779 against 90% → 1,250.
std::optional<Decimal> short_by(const Measure& measure, const Figure& figure, const std::optional<Goal>& goal);

} // namespace qd
