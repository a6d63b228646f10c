#pragma once

#include "base/or_why.hpp"
#include "domain/reading.hpp"
#include "engine/formula_interval.hpp"
#include "engine/own_figures.hpp"

#include <string>

namespace qd::inline engine {

// The interval of a figure that was made of a count and what it is a share of: Wilson's for a percentage, Byar's (exact below ten events) for a rate;
// or why it has none.
OrWhy<IntervalReading> interval_of(const Measure& measure, const Amount& amount);
// The same; of a measure whose formula gives intervals, by the formula.
OrWhy<IntervalReading> interval_of(const Measure& measure, const FormulaIntervals& formula, const AreaCode& area,
                                   const Shown& shown);

// Whether figures of months or quarters plainly repeat themselves with the time of year: over three years or more, the changes from
// one to the next go with those a year before.
bool repeats_by_the_year(const Sheet& sheet, const OwnFigures& own);

// The trend of the last five figures, which follow each other without a gap or a break; or why it cannot be tested.
OrWhy<Trend> trend_of(const Sheet& sheet, const FormulaIntervals& formula, const AreaCode& area, const OwnFigures& own);

} // namespace qd::inline engine
