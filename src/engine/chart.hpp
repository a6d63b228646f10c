#pragma once

#include "base/or_why.hpp"
#include "domain/figure.hpp"
#include "domain/reading.hpp"
#include "engine/own_figures.hpp"

namespace qd::inline engine {

// The control chart of a measure's own figures in an area, or why there is none; of their differences from a year before if the
// measure is seasonal. Rebases and breaks in the series restart it. `target` is what each point is compared with, if anything
// (point_target.hpp).
OrWhy<ChartReading> chart_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own,
                             const std::optional<Decimal>& target);

// How far apart the events of a count are, if more than half of its periods since the last gap or restart have none.
std::optional<BetweenReading> between_of(const Sheet& sheet, const AreaCode& area, const OwnFigures& own);

} // namespace qd::inline engine
