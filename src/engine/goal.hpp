#pragma once

#include "engine/period_figures.hpp"
#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

namespace qd::inline engine {

// The version of a target that judges a period ending on that day: the first one, or the newest that is known and in force by
// then. Absent if there is no such target. `place` is the period the target is for.
const Target* target_in_force(const Sheet& sheet, const AreaCode& area, const Stretch& place, TargetRole role, Date on);

// Which period's targets a figure is compared with: those of the reporting period; or its own, if it is measured less often than
// it is reported or is from an earlier year.
Period period_of_targets(const Sheet& sheet, Period reporting, const Shown& shown);

// What one of a period's figures is judged against, which is always of the same stretch as the figure: the profile's position if
// there is one, else what came with the figures, else the year's own, and of what adds up over the year the figure's share of it.
Yardstick goal_of(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                  const StretchFigure& figure);
// Of the figure that is shown where nobody asks which one is judged.
Yardstick goal_now(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown);
// A target of any kind as it bears on a figure.
Yardstick brought_to_bounds(const Sheet& sheet, const AreaCode& area, const Target& target, const Shown& shown,
                            const StretchFigure& figure);

// Whether the measure is judged at the year's end only, and what is shown does not end with it.
bool waits_for_year_end(const Sheet& sheet, Period reporting, const Shown& shown);

// What the year itself should reach, the reporting year or the school year that ends in it, as now in force;
// and what it was before that was changed within the year.
struct YearEnd {
    Yardstick now;
    std::optional<Goal> was;
};
YearEnd goal_at_year_end(const Sheet& sheet, const AreaCode& area, Period reporting);

// The targets that are shown with the one that judges. Stretch, minimum and intervention are compared with the figure: the one
// for what is shown, or else the year's, scaled to the part of the year that has passed as the year's own target is. Those for
// future years are shown unchanged.
std::vector<GoalBeside> goals_beside(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                     const StretchFigure& figure);

// The year a forecast made in a reporting period is about.
Period year_at_issue(const Sheet& sheet, Period reporting);

} // namespace qd::inline engine
