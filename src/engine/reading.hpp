#pragma once

#include "domain/content/measured.hpp"
#include "domain/figure.hpp"
#include "domain/reading.hpp"

#include <vector>

namespace qd::inline engine {

// What statistics say of one measure in one area, from what was known at `as_at` and describes time up to the end of
// `period`. Of other measures it reads only what makes an interval
// or neighbours. Error(absent) for an unknown measure, Error(request) for an unknown area.
Reading compute_reading(const MeasuredContent& content, const MeasureCode& measure, const AreaCode& area, Period period,
                        Instant as_at, PeerChoice choice = PeerChoice::neighbours);

// What the control chart of each figure of a scorecard says of its last point, in the order of the figures. The figures of plain
// measures are taken from the grid, which must be of the same content and time.
class Grid;
std::vector<Signal> compute_signals(const MeasuredContent& content, const Scorecard& scorecard, const Grid& grid);

// The year's end of each figure of a scorecard as it is computed, in the order of the figures.
Outturns compute_outturns(const MeasuredContent& content, const Scorecard& scorecard);

} // namespace qd::inline engine
