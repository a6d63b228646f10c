#pragma once

#include "domain/reading.hpp"
#include "engine/own_figures.hpp"
#include "engine/yardstick.hpp"

#include <optional>

namespace qd::inline engine {

// The target that a single point of a control chart is compared with, if there is one for a point. For a measure that adds up
// over the year: its even share of the year's target, unless a profile spreads it unevenly. For a chart of differences from a
// year before: what the last point's difference must be to meet its target, 0 where the target is to be better than last year.
// `now` is what the figure of the reporting period is judged against.
std::optional<Decimal> point_target(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                    const Yardstick& now, const OwnFigures& own);

} // namespace qd::inline engine
