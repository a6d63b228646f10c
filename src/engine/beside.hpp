#pragma once

#include "domain/beside.hpp"
#include "domain/content/measured.hpp"

#include <optional>

namespace qd::inline engine {

// A measure's figures in the areas of one kind below `area`, however deep; where nothing was handed in below it, in those
// beside it under the same parent. Without a kind, the one with most areas of which something was handed in. No figures
// where there is no such kind. Error(absent) for an unknown measure, Error(request) for an unknown area.
Beside compute_beside(const MeasuredContent& content, const MeasureCode& measure, const AreaCode& area,
                      std::optional<AreaKind> kind, Period period, Instant as_at);

} // namespace qd::inline engine
