#pragma once

#include "domain/formula.hpp"

#include <functional>
#include <optional>

namespace qd {

// What a formula puts together although it does not go together: a percentage added to a count, a share of 1 called a
// percentage, yearly figures asked for every month. None where nothing can be said against it. `find` gives null for a measure
// that is not known.
std::optional<Formula::Problem> check_units(const Formula& formula, const Measure& measure,
                                            const std::function<const Measure*(const MeasureCode&)>& find);

} // namespace qd
