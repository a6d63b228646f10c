#pragma once

#include "domain/figure.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

namespace qd::web {

// Now and outlook side by side: a mark for each measure, in the same place in both, and what they come to.
Fields figure_pair_fields(const Visit& visit, const Scorecard& scorecard);

} // namespace qd::web
