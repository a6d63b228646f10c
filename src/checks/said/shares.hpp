#pragma once

#include "checks/claims.hpp"

namespace qd::inline checks {

// The whole that a sentence above a list opens with ("Of the 64 pupils, 17 …:"); the shares in its items are of it.
std::optional<Decimal> whole_of_stem(const Sentence& stem);

// Parts given as items of a list, under a sentence that gives their total.
void hold_listed_parts(ClaimSentence& stem, const std::vector<Sentence>& items, Findings& findings);

} // namespace qd::inline checks
