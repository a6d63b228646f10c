#pragma once

#include "engine/grid/grid.hpp"

#include "domain/figure.hpp"

#include <vector>

namespace qd::inline engine {

// The course of each measure in an area, in the order of Content::measures, for a small drawing next to it: for a measure in the
// grid, points with only period, described (the same period) and actual; for any other its whole series. Building a nation's
// series figure by figure takes hundreds of times as long.
std::vector<Series> compute_outlines(const Content& content, const Grid& grid, const AreaCode& area, Instant as_at);

} // namespace qd::inline engine
