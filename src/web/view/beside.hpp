#pragma once

#include "domain/beside.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <string>
#include <vector>

namespace qd::web {

// One row an area, best first: name and where it leads, value with parts and interval, how it compares, its place.
std::vector<Fields> beside_rows(const Visit& visit, const Measure& measure, const Beside& beside);

// "A quarter of the figures are at or below 61%, half …"; "" for fewer than four.
std::string quartile_words(const Measure& measure, const Beside& beside);

// The charts of a comparison: bars where they can be read, the place, the funnel where figures are made of two counts.
// `bars`, `rank` and `funnel` are absent where there is nothing to draw.
enum class Bars { drawn, left_out };
void add_beside_charts(Fields& fields, const Visit& visit, const Measure& measure, const Beside& beside, Bars bars);

// The section "Compared with others". Absent for a measure that no other area has a figure for.
void add_comparison(Fields& fields, const Visit& visit, const Measure& measure);

} // namespace qd::web
