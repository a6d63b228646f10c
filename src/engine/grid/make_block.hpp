#pragma once

#include "engine/cells.hpp"
#include "engine/grid/areas.hpp"
#include "engine/grid/block.hpp"

#include <optional>

namespace qd::inline engine {

// The block of a measure, computed, from the returns of the ledger; the same figures and statuses as compute_scorecard() gives.
// None if nothing was handed in, or if the measure is not plain. Plain is one
// - that is measured by month, quarter, half or year, is higher or lower is better, and is shown as its last figure, its ratio over
//   the year so far, or its rolling year;
// - whose every cell is of one such period, reported in it, in one of the areas, without a break, no forecast, and is made of both parts or says
//   why there is no number;
// - whose targets are in its own cells, and not in targets.csv;
// - whose status follows from meeting its target, being within a tolerance of it, or neither.
std::optional<GridBlock> make_block(const MeasuredContent& content, const Ledger& ledger, const GridAreas& areas,
                                    const Measure& measure);

// The same block with one more return; none if that needs a new one (another period, a finer unit, larger numbers, or one that
// is not plain).
std::optional<GridBlock> with_return(const GridBlock& block, const Return& handed_in, const GridAreas& areas);

} // namespace qd::inline engine
