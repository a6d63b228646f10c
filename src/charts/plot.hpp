#pragma once

#include "charts/drawing.hpp"
#include "charts/scale.hpp"

#include <functional>
#include <string>
#include <vector>

namespace qd::inline charts {

// The label under a point of the time axis.
struct AxisTick {
    std::string tick;  // "Q3"
    std::string group; // "2012/13": below a run of ticks; empty = none
};

// A plot of values over evenly spaced points, in units of the drawing.
struct Plot {
    double width = 720, height = 336;
    double left = 0, right = 0, top = 0, bottom = 0;
    double step = 0; // between neighbouring points
    std::size_t count = 0;
    Scale scale;

    double x(std::size_t index) const;
    double y(Decimal value) const { return bottom - scale.share(value) * (bottom - top); }
    void spread_points(); // sets `step` from the rest
};

using ShowValue = std::function<std::string(Decimal)>;

// What a chart is of, and where its scale starts if that is not 0: said, since the eye does not see it.
std::string on_scale(const std::string& subject, const Scale& scale, const ShowValue& show_tick);

// How far from the edge a plot starts, so that the numbers of its scale fit next to it.
double tick_room(const Scale& scale, const ShowValue& show_tick);

// Scale with grid lines, time axis with its ticks and groups, thinned until they do not touch.
void draw_axes(Drawing& drawing, const Plot& plot, const std::vector<AxisTick>& ticks, const ShowValue& show_tick);

// How far below the plot the words under the axis reach.
double axis_room(const Plot& plot, const std::vector<AxisTick>& ticks);

// Words in lines of at most so many units.
std::vector<std::string> wrapped(std::string_view words, double width, double size, Weight weight = Weight::normal);

} // namespace qd::inline charts
