#pragma once

#include "domain/content.hpp"

namespace qd::inline engine {

// Whether the council's rule about small counts is about a measure.
bool is_protected(const Suppression& rule, const Measure& measure);

// What of a content with what its formulas make (with_derived) may be published, as values: whoever computes from it, computes
// nothing that is hidden. Of protected measures it holds the newest word on each cell alone (an earlier one may be small where
// the newest is not), a gap for what Disclosure hides, rounded counts where the council rounds, and beside hidden parts the totals
// of theirs that are shown. With a hidden cell go the measure's forecasts and updates, and with all content the statements and the
// posts and reasons behind returns: these are the council's own; of the
// registers what published_registers leaves.
Content published_content(const Content& content);

} // namespace qd::inline engine
