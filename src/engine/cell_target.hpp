#pragma once

#include "engine/sheet.hpp"

namespace qd::inline engine {

// The target of one cell that targets.csv says nothing of: what was handed in with its figure; else, where the measure rolls
// its targets up as it does the figure, Σ target × denominator ÷ Σ denominator of the areas below that have a figure. Absent if
// one of those has no target. Exact.
std::optional<Ratio> cell_target(const Sheet& sheet, const AreaCode& area, const Stretch& stretch);

// The targets of a stretch's own periods brought together as their figures are: added up for a sum, their mean for a mean, and
// Σ target × denominator ÷ Σ denominator for what is divided. Of the periods that have a figure, or of all where none has one
// yet. Absent if one of them has no target.
std::optional<Ratio> target_of_parts(const Sheet& sheet, const AreaCode& area, Period described);

} // namespace qd::inline engine
