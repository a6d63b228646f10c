#pragma once

#include "engine/grid/grid.hpp"

#include "domain/figure.hpp"

#include <set>

namespace qd::inline engine {

// The course of each measure in an area: an outline for one that is in the grid, for any other its whole series. A nation's series
// put together figure by figure take hundreds of times as long.
Courses compute_courses(const MeasuredContent& content, const Grid& grid, const AreaCode& area, Instant as_at);
// The same after the returns of these measures became others, and nothing else did (changed.hpp).
Courses compute_courses(const MeasuredContent& content, const Grid& grid, const AreaCode& area, Instant as_at,
                        Courses before, const std::set<MeasureCode>& measures);

} // namespace qd::inline engine
