#pragma once

#include "acts/import.hpp"
#include "cli/sheet_taking.hpp"

namespace CLI {
class App;
}

namespace qd::cli {

// --layout and --period, for reading a council's own sheet.
void add_sheet_options(CLI::App& app, SheetWish& wish);

// Says what became of each source; returns how many rows changed.
std::size_t tell_outcomes(Call& call, const std::vector<SourceOutcome>& outcomes, DryRun dry_run, SheetDetail detail);

} // namespace qd::cli
