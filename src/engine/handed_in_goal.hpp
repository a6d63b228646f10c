#pragma once

#include "engine/goal.hpp"

namespace qd::inline engine {

// The target handed in with a figure, or with the figures it is made of, scaled to the stretch of the figure. Absent if there was
// none, and if it is the target of `annual` (null = none) repeated next to a part of the year, as many sheets do: that is judged
// by its share. Without bounds, and with the reason, if it cannot be for the figure's stretch.
std::optional<Yardstick> handed_in_goal(const Sheet& sheet, const AreaCode& area, const Shown& shown,
                                        const StretchFigure& figure, const Target* annual);

} // namespace qd::inline engine
