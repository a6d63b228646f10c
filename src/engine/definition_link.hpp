#pragma once

#include "domain/measure.hpp"
#include "engine/known.hpp"

#include <optional>

namespace qd::inline engine {

// A measure with the links that its overlaps make: where figures by two versions of its definition are known of the same
// periods, Σ of those by the later version ÷ Σ of those by the version before is what earlier figures are multiplied by to
// stand beside later ones (the ratio of the overlap, as chained indices are spliced). Of the council's own area, or where that
// has none of both, of `area`. Absent where no version names an overlap; a version whose overlap holds no period with both, or
// nothing but 0, stays without a link.
std::optional<Measure> with_overlap_links(const Known& known, const Measure& measure, const AreaCode& area);

} // namespace qd::inline engine
