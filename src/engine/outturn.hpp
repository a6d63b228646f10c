#pragma once

#include "base/or_why.hpp"
#include "domain/outturn.hpp"
#include "engine/own_figures.hpp"

#include <string>

namespace qd::inline engine {

// The end of the year at issue, forecast from the measure's own figures up to the end of `period`; or in words why it is
// not. Sums by the way that was nearest in the years before; means and ratios over the year by their own figures carried on, weighing
// the periods to come like those so far; snapshots, and rolling years, as they are. Only the unbroken run of figures up to the last one is used.
OrWhy<OutturnReading> outturn_of(const Sheet& sheet, const OwnFigures& own, const AreaCode& area, Period period);

} // namespace qd::inline engine
