#pragma once

#include "domain/figure.hpp"
#include "domain/reading.hpp"
#include "engine/own_figures.hpp"

#include <variant>

namespace qd::inline engine {

// The control chart of a measure's own figures, or why there is none. A figure flagged as a break in the series starts the
// chart afresh. `goal` is what the figure of the last period is held against, if it is held against anything.
std::variant<ChartReading, std::string> chart_of(const Sheet& sheet, const OwnFigures& own,
                                                 const std::optional<Goal>& goal);

} // namespace qd::inline engine
