#pragma once

#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

namespace qd::inline engine {

// The version of a target that judges a period ending on that day: the first one, or the newest that was set by then. Absent
// if there is no such target. `place` is the period the target is for.
const Target* target_in_force(const Sheet& sheet, const AreaCode& area, const Stretch& place, TargetRole role, Date on);

// What a figure is judged against now: the profile's position if there is one, else the year's own; where only the year's is
// set and the measure is summed over the year, its share of the year so far.
Yardstick goal_now(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown);

// What the year itself shall reach: the reporting year, or the school year that ends in it.
Yardstick goal_at_year_end(const Sheet& sheet, const AreaCode& area, Period reporting);

// The year a forecast made in a reporting period is about.
Period year_at_issue(const Sheet& sheet, Period reporting);

} // namespace qd::inline engine
