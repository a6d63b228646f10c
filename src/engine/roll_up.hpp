#pragma once

#include "domain/measure.hpp"
#include "engine/amount.hpp"

#include <vector>

namespace qd::inline engine {

// Of several reasons why something is missing, the graver one is given: suppressed, overdue, not available, not due, others.
int gravity(GapReason gap);

// Amounts combined into one, over areas or over time. The order of the parts changes nothing but whose note is kept
// (the last one's). A part that is not applicable is not counted; any other part without a number leaves the whole without one,
// for the most serious of the reasons: suppressed, then overdue, not available, not due. A part that says there was nothing to
// divide by counts as 0 of 0. Coverage is kept: how many of the parts are there. With MissingParts::leave_out the whole is of
// the parts that are there, if there is any.

// Σ numerators ÷ Σ denominators where every part has both. Otherwise the values are added, if the measure counts things or
// money: percentages, rates and averages without their parts have no sum, and the whole is not available.
Amount add_parts(const Measure& measure, const std::vector<Amount>& parts,
                 MissingParts missing = MissingParts::withhold);

// Σ of the figures themselves, whatever the measure: for one that says it is summed over the year. The one place, with
// mean_of, where a ratio is brought to millionths before it is judged.
Amount add_figures(const std::vector<Amount>& parts, MissingParts missing = MissingParts::withhold);

// The mean of the figures, each weighing the same.
Amount mean_of(const std::vector<Amount>& parts, MissingParts missing = MissingParts::withhold);

} // namespace qd::inline engine
