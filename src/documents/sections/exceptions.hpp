#pragma once

#include "domain/figure.hpp"
#include "domain/shortfall.hpp"

#include <vector>

namespace qd::inline documents {

// The figures that are off target, furthest from target (as a share of it) first; those without a number after them, in
// the order of the scorecard. Points into the scorecard.
std::vector<const Figure*> exceptions(const Scorecard& scorecard);

} // namespace qd::inline documents
