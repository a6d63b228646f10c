#pragma once

#include "domain/figure.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

namespace qd::web {

// Sets what a measure's page says of targets: those of the year, or, where the figure is a ratio of whole parts that
// falls short, how many more it would take to reach each.
void add_targets(Fields& fields, const Visit& visit, const Measure& measure, const Figure& figure);

} // namespace qd::web
