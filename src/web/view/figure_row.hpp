#pragma once

#include "domain/figure.hpp"
#include "domain/shortfall.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <vector>

namespace qd::web {

// Everything the parts and pages say of one figure: title, trend, actual, target, statuses, directions, owner.
Fields figure_row(const Visit& visit, const Figure& figure, const Series& series);

// Exceptions first: those missed or off target that can be judged, furthest from target on top; then those forecast to
// miss without a figure; then the rest, in the order of the scorecard.
std::vector<const Figure*> exceptions_first(const std::vector<Figure>& figures);
std::vector<const Figure*> furthest_first(const std::vector<Figure>& figures);

// The series of a measure at a view; an empty one where there is none.
const Series& series_of(const Courses& all, const MeasureCode& measure);

} // namespace qd::web
