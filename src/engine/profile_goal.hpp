#pragma once

#include "engine/goal.hpp"

namespace qd::inline engine {

// What the profile says of a figure: its position for the year to date, and for what a period adds to that the difference of two
// positions. Absent where it says nothing. `annual` is the year's own target, or null.
std::optional<Yardstick> profile_goal(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                      const StretchFigure& figure, const Target* annual);

} // namespace qd::inline engine
