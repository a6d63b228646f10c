#pragma once

#include "charts/control_chart.hpp"
#include "domain/content.hpp"
#include "domain/reading.hpp"

#include <string>

namespace qd::inline documents {

// The control chart of a reading as it is drawn: periods without a number have their place, and each point its tone, by
// which way is good. `bearing` is the reading's. `prefix` makes ids unique in the document.
ControlInput measure_control(const Content& content, const Measure& measure, const ChartReading& chart, Bearing bearing,
                             const std::string& prefix);

// A signal in the terms of a drawing.
Tone tone_of(Variation variation);
Lean lean_of(Side side);

} // namespace qd::inline documents
