#pragma once

#include "domain/formula.hpp"
#include "engine/amount.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline engine {

// What is said of a measure where a formula is computed: for the place itself, or for a base period. None = nothing was said yet.
using InputLookup = std::function<std::optional<Amount>(const MeasureCode&, const std::optional<Period>& base)>;

// The figure that a formula makes, as an observation without its area and period: numerator and denominator where the formula
// is one ratio of things with at most six decimals, else a value, else a gap. Computed in exact fractions; where these outgrow
// 128 bits, in doubles; then brought to millionths. None = something was not said yet, so nothing is known and nothing missing.
std::optional<Observation> value_of(const Formula& formula, const Measure& measure, const InputLookup& lookup);

// What the arguments of a formula's outermost function come to, in doubles; an argument is absent where it has no number.
std::vector<std::optional<double>> operands_of(const Formula& formula, const InputLookup& lookup);

} // namespace qd::inline engine
