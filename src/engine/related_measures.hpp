#pragma once

#include "domain/measure.hpp"

#include <vector>

namespace qd::inline engine {

// The measures that another one asks for: by its formula, or as what its definition is linked with.
std::vector<MeasureCode> asked_by(const Measure& measure);

// All measures in groups, each in the order of `measures`. Those of two groups have nothing to do with one another: none is a
// breakdown of another, asks for another, or has a whole or an input in common with it.
std::vector<std::vector<const Measure*>> related_measures(const std::vector<Measure>& measures);

} // namespace qd::inline engine
