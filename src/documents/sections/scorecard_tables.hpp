#pragma once

#include "documents/document.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"

#include <vector>

namespace qd::inline documents {

// The measures that are off target, one row each, leading to their sections.
Table exceptions_table(const Content& content, const std::vector<const Figure*>& figures, Instant as_at);

// Every measure, grouped by theme in the order of the scorecard.
Table whole_scorecard(const Content& content, const Scorecard& scorecard);

// The targets that are only shown, each with how its figure compares.
void write_other_targets(Blocks& blocks, const Content& content, const Scorecard& scorecard);

// What targets that are words say; the table has no room for them.
// Which targets were changed within the year, when and why; a line each.
void write_changed_targets(Blocks& blocks, const Content& content, const Scorecard& scorecard);
void write_targets_in_words(Blocks& blocks, const Content& content, const Scorecard& scorecard);

// What changed since the scorecard before: back on track, newly off target, judged otherwise; measures that came or went.
void write_changes(Blocks& blocks, const Content& content, const Scorecard& before, const Scorecard& now);

} // namespace qd::inline documents
