#pragma once

#include "charts/framed.hpp"
#include "charts/plot.hpp"
#include "charts/trend_chart.hpp"

#include <vector>

namespace qd::inline charts {

// wide: labels to the right of the lines. narrow: the same words as a key below, so that they never crowd the plot.

// The layout of a trend chart.
struct TrendLayout : Plot {
    Form form = Form::wide;
    std::size_t key_rows = 0; // narrow
};

TrendLayout lay_out(const TrendInput& input, Form form, const std::vector<std::string>& end_words);

// Every number that is drawn.
std::vector<Decimal> drawn_values(const TrendInput& input);

// The labels under the points.
std::vector<AxisTick> ticks_of(const TrendInput& input);

} // namespace qd::inline charts
