#pragma once

#include "domain/calendar.hpp"
#include "domain/measure.hpp"
#include "engine/amount.hpp"

#include <vector>

namespace qd::inline engine {

// For a whole made up over time, which of its periods there are and how many there would be, if
// some are left out. `amounts` correspond to `periods`.
void take_coverage(Amount& whole, const Calendar& calendar, const std::vector<Period>& periods,
                   const std::vector<Amount>& amounts);
// Of a whole put together over areas.
void take_coverage(Amount& whole);

// Whether a part of a whole does not apply, so that nothing is lacking without it.
bool is_no_part(const Amount& part);

// Whether a number is a sum that leaves something out, so it is less than what it describes. A ratio or a mean is unaffected.
bool is_partial_sum(const Measure& measure, const Amount& amount);

// Whether two figures of the same kind leave out the same parts of their years, so that they can be compared.
bool covers_the_same(const Calendar& calendar, const Measure& measure, const Amount& a, const Amount& b);

} // namespace qd::inline engine
