#pragma once

#include "cli/call.hpp"
#include "domain/figure.hpp"
#include "domain/reading.hpp"
#include "views/snapshot.hpp"

namespace qd::cli {

// What `quarterday measure` shows besides the series: the figure with its targets, what was forecast and judged and what
// statistics say, which are left out where `reading` is null; and what was said of it.
void print_figure(Call& call, const Snapshot& snapshot, const Figure& figure, const Reading* reading, Instant as_at);
void print_lineage(Call& call, const Snapshot& snapshot,
                   const Figure& figure); // the hand-ins of that figure, the last in force
void print_inputs(Call& call, const Snapshot& snapshot, const View& view,
                  const Figure& figure); // of a measure with a formula: what it was computed from
void print_recovery_plan(Call& call, const Snapshot& snapshot, const Series& series, Instant as_at); // the latest
void print_requests_about(Call& call, const Content& content, const MeasureCode& measure, Date today);
void print_findings_about(Call& call, const Snapshot& snapshot, const View& view, const MeasureCode& measure);

} // namespace qd::cli
