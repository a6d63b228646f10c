#pragma once

#include "engine/goal.hpp"

namespace qd::inline engine {

// The target that was handed in beside a figure, or beside the figures it is made of, brought to the stretch of the figure.
// Absent where none was, and where it is the target of `annual` (null = none) said again beside a part of the year, as many sheets
// do: that is judged by its share. Without bounds, and with the reason, where it cannot be of the figure's stretch.
std::optional<Yardstick> handed_in_goal(const Sheet& sheet, const AreaCode& area, const Shown& shown,
                                        const StretchFigure& figure, const Target* annual);

} // namespace qd::inline engine
