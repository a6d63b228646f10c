#pragma once

#include "domain/content/measured.hpp"
#include "engine/grid/block.hpp"

#include <optional>

namespace qd::inline engine {

// How a block judges a measure over those periods; none if the measure or the council's rules ask for more than a block can do.
std::optional<GridRule> plain_rule(const MeasuredContent& content, const Measure& measure, Period first, Period last);

} // namespace qd::inline engine
