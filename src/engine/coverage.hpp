#pragma once

#include "domain/calendar.hpp"
#include "domain/measure.hpp"
#include "engine/amount.hpp"

#include <vector>

namespace qd::inline engine {

// Of a whole that was put together over time, which of its periods are there and how many there would be, where some are left
// out. `amounts` stand beside `periods`.
void take_coverage(Amount& whole, const Calendar& calendar, const std::vector<Period>& periods,
                   const std::vector<Amount>& amounts);
// Of a whole put together over areas.
void take_coverage(Amount& whole);

// Whether a number is a sum that leaves something out, so that it is less than what it describes. A ratio or a mean stands.
bool is_partial_sum(const Measure& measure, const Amount& amount);

// Whether two figures of the same kind leave out the same parts of their years, so that one may be held against the other.
bool covers_the_same(const Calendar& calendar, const Measure& measure, const Amount& a, const Amount& b);

} // namespace qd::inline engine
