#pragma once

#include "engine/grid/grid.hpp"

#include "domain/figure.hpp"

#include <vector>

namespace qd::inline engine {

// The course of each measure in an area, in the order of Content::measures, to be drawn small beside it: for a measure that is in
// the grid, points that hold period, described (the same period) and actual, and nothing else; for any other its whole series.
// A nation's series put together figure by figure take hundreds of times as long.
std::vector<Series> compute_outlines(const Content& content, const Grid& grid, const AreaCode& area, Instant as_at);

} // namespace qd::inline engine
