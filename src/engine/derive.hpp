#pragma once

#include "domain/content.hpp"
#include "engine/changed.hpp"

namespace qd::inline engine {

// The content with the results of its formulas: for every measure with a formula, returns of Origin::computed. Each time an input
// became known, there is a return known from that moment, with the cells it changed; so a computed figure is known as long as its
// inputs, is restated with them, and is rolled up, judged and charted like any other. Anything handed in for a cell of such a
// measure is kept. Formulas that cannot be read, or lead back to themselves, give nothing; import refuses them.
Content with_derived(Content content);

// The same, where `before` is another content with what its formulas made, and `changed` what became another since: what follows
// from the same returns as before is taken over.
Content with_derived(Content content, const MeasuredContent& before, const Changed& changed);

} // namespace qd::inline engine
