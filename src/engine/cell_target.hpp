#pragma once

#include "engine/sheet.hpp"

namespace qd::inline engine {

// The target of one cell that targets.csv says nothing of: what was handed in with its figure; else, where the measure rolls
// its targets up as it does the figure, Σ target × denominator ÷ Σ denominator of the areas below that have a figure. Absent if
// one of those has no target. Exact.
std::optional<Ratio> cell_target(const Sheet& sheet, const AreaCode& area, const Stretch& stretch);

} // namespace qd::inline engine
