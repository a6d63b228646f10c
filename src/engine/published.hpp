#pragma once

#include "domain/content.hpp"
#include "engine/published_figures.hpp"

#include <string>

namespace qd::inline engine {

// The part of a content that everyone may read, built up from nothing: each noun says who may read its rows and their parts (its
// Shape, or engine/older_nouns.hpp), and rules say the rest (engine/public_rules.hpp, and of returns here). Anything computed
// from it contains nothing hidden. `content` is what was handed in, without what formulas make of it. For protected measures it
// has a gap for each cell that Disclosure hides, at all times; rounded counts where the council rounds; and, since hidden parts
// cannot be added up, the totals of theirs that are shown. A measure with anything hidden, now or before, keeps only the newest
// version of each cell, because an earlier one would reveal how much it was corrected by. `report`, if not empty, is one that is
// being published: the frames of its papers are read before their agenda is out.
Content published_content(Content content, const std::string& report = "");

// The same of a content with what formulas make of it, where what of its figures is published is there already.
Content published_content(const Content& content, const PublishedFigures& figures, const std::string& report);

} // namespace qd::inline engine
