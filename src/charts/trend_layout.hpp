#pragma once

#include "charts/drawing.hpp"
#include "charts/scale.hpp"
#include "charts/trend_chart.hpp"

#include <optional>
#include <vector>

namespace qd::inline charts {

// wide: labels to the right of the lines. narrow: the same words as a key below, so that they never crowd the plot.
enum class TrendForm { wide, narrow };

// Where everything of a trend chart lies, in units of the drawing.
struct TrendLayout {
    TrendForm form = TrendForm::wide;
    double width = 720, height = 336;
    double left = 0, right = 0, top = 0, bottom = 0; // of the plot
    double step = 0;                                 // between neighbouring points
    std::size_t count = 0;
    std::size_t key_rows = 0; // narrow
    Scale scale;

    double x(std::size_t index) const;
    double y(Decimal value) const { return bottom - scale.share(value) * (bottom - top); }
};

TrendLayout lay_out(const TrendInput& input, TrendForm form, const std::vector<std::string>& end_words);

// Every number that is drawn.
std::vector<Decimal> drawn_values(const TrendInput& input);

// Scale with grid lines, time axis with its ticks and groups, thinned until they do not touch.
void draw_axes(Drawing& drawing, const TrendInput& input, const TrendLayout& layout);

} // namespace qd::inline charts
