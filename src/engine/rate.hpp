#pragma once

#include "domain/measure.hpp"
#include "engine/amount.hpp"

namespace qd::inline engine {

// What a numerator is multiplied by before it is divided: 100 for a percentage, the measure's `per` otherwise.
std::int64_t multiplier(const Measure& measure);

// Fills in the number from the parts: numerator × multiplier ÷ denominator where both are there (and then a value given with them
// is not used), otherwise the value, otherwise the numerator of something that is counted. An amount that already says why it has
// no number keeps its gap; a denominator of 0 leaves nothing to divide by.
Amount rated(const Measure& measure, Amount amount);

// Why chance cannot be computed for a percentage or rate with these parts; empty if it can. What is counted has to be a
// whole number of cases; what it is a share of, or a rate in, may be any amount above 0: people, full-time equivalents,
// person-years.
std::string why_not_counted(const Measure& measure, const std::optional<Decimal>& numerator,
                            const std::optional<Decimal>& denominator);

// One observation as an amount, rated.
Amount amount_of(const Measure& measure, const Observations& observations, std::size_t row, std::size_t return_index);
Amount amount_of(const Measure& measure, const Observation& observation, std::size_t return_index);

// A cell that nobody has handed in.
Amount missing(GapReason gap);

} // namespace qd::inline engine
