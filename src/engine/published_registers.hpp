#pragma once

#include "domain/content.hpp"

namespace qd::inline engine {

// A content without what of its registers is the council's own, by docs/decisions/what-of-the-registers-is-published.md:
// what was dealt with in private, drafts, cases, and what a register says of weaknesses. What refers to something that was left
// out goes with it, so that nothing refers to what is not there.
Content published_registers(Content content);

} // namespace qd::inline engine
