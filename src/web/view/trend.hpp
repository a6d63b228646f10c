#pragma once

#include "charts/chart.hpp"
#include "domain/figure.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <optional>

namespace qd::web {

// A measure's figures up to the year end of `figure`'s period, as a chart; none if there is no number at all.
std::optional<Chart> trend_of(const Visit& visit, const Measure& measure, const Series& series, const Figure& figure);

// The same small, as SVG; "" where no two numbers follow each other.
std::string small_trend(const Visit& visit, const Measure& measure, const Series& series, const Figure& figure);

// Fields of the part "chart".
Fields chart_fields(const Chart& chart);

} // namespace qd::web
