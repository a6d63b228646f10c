#pragma once

#include "domain/content.hpp"

#include <string>

namespace qd::inline engine {

// What of a content everyone may read, built up from nothing: each noun says who may read its rows and their parts (its Shape, or
// engine/older_nouns.hpp), and rules say the rest (engine/public_rules.hpp, and of returns here). Whoever computes from it, computes
// nothing that is hidden. `content` is what was handed in, without what formulas make of it.
// Of protected measures it holds a gap for each cell that Disclosure hides, at all times; rounded counts where the council rounds;
// and, since hidden parts cannot be added up, the totals of theirs that are shown. A measure of which anything is or was hidden
// keeps the newest word on each cell alone, since an earlier one would give away by how much it was corrected.
// `report`, if not empty, is one that is being published: the frames of its papers are read before their agenda is out.
Content published_content(Content content, const std::string& report = "");

} // namespace qd::inline engine
