#pragma once

#include "domain/measure.hpp"
#include "engine/known.hpp"

#include <optional>

namespace qd::inline engine {

// A measure with the links that its overlaps give: if figures by two versions of its definition are known for the same periods,
// earlier figures are multiplied by Σ of those by the later version ÷ Σ of those by the version before, to be comparable with
// later ones (the ratio of the overlap, as chained indices are spliced). For the council's own area, or if that has no such
// periods, for `area`. Absent if no version names an overlap; a version whose overlap has no period with both, or nothing but 0,
// has no link.
std::optional<Measure> with_overlap_links(const Known& known, const Measure& measure, const AreaCode& area);

} // namespace qd::inline engine
