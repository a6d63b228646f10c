#pragma once

#include "domain/figure.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <vector>

namespace qd::web {

// One row a period, newest first: value, parts, target, status, when first reported and whether restated since.
std::vector<Fields> history_rows(const Visit& visit, const Measure& measure, const Series& series);

// The walk back of the figure shown: figure, definition, return, source, sign-off.
Fields lineage_fields(const Visit& visit, const Measure& measure, const Figure& figure);

} // namespace qd::web
