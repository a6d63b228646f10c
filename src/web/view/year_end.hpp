#pragma once

#include "web/fields.hpp"
#include "web/visit.hpp"

namespace qd::web {

// The section "Where the year will end": fan, officer's and computed forecast side by side, or why nothing is computed.
// Absent for a measure without any figure.
void add_year_end(Fields& fields, const Visit& visit, const Measure& measure, const Series& series,
                  const Figure& figure);

} // namespace qd::web
