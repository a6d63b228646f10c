#pragma once

#include "charts/chart.hpp"
#include "charts/drawing.hpp"

#include <string>
#include <utility>

namespace qd::inline charts {

// Every chart is drawn twice from the same words: for wide places and for narrow ones.
enum class Form { wide, narrow };
constexpr double width_of(Form form) { return form == Form::wide ? 720 : 360; }

// The chart with both of its drawings, once its title, summary and table are there. The drawings are called `name`, and described
// by the summary; `prefix` makes their ids unique in a document. `draw` makes the Drawing of one form.
template <class Draw> Chart framed(Chart chart, const std::string& name, const std::string& prefix, const Draw& draw) {
    chart.svg = draw(Form::wide).svg(prefix, name, chart.summary);
    chart.svg_narrow = draw(Form::narrow).svg(prefix + "-narrow", name, chart.summary);
    return chart;
}

} // namespace qd::inline charts
