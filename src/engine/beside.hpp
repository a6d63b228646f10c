#pragma once

#include "domain/beside.hpp"
#include "domain/content.hpp"

#include <optional>

namespace qd::inline engine {

// A measure's figures in the areas of one kind below `area`, however deep; if nothing was handed in below it, in its siblings.
// Without a kind, the one with most areas for which something was handed in. No figures if there is no such kind. Error(absent)
// for an unknown measure, Error(request) for an unknown area.
Beside compute_beside(const Content& content, const MeasureCode& measure, const AreaCode& area,
                      std::optional<AreaKind> kind, Period period, Instant as_at);

} // namespace qd::inline engine
