#pragma once

#include "cli/call.hpp"
#include "domain/figure.hpp"

namespace qd::cli {

// "  Outlook    forecast to miss …", wrapped below itself; nothing where the text is empty.
void print_line(Call& call, const std::string& term, const std::string& text);

// What `quarterday measure` shows besides the series.
void print_latest(Call& call, const Snapshot& snapshot, const Figure& figure); // actual, now, outlook, target
void print_lineage(Call& call, const Snapshot& snapshot,
                   const Figure& figure); // the hand-ins of that figure, the last in force
void print_inputs(Call& call, const Snapshot& snapshot, const View& view,
                  const Figure& figure); // of a measure with a formula: what it was computed from
void print_recovery_plan(Call& call, const Snapshot& snapshot, const Measure& measure,
                         Date known_on); // the latest, with its actions
void print_findings_about(Call& call, const Snapshot& snapshot, const View& view, const MeasureCode& measure);

} // namespace qd::cli
