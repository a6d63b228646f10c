#pragma once

#include "acts/import.hpp"
#include "cli/sheet_taking.hpp"

namespace CLI {
class App;
}

namespace qd::cli {

// --layout and --period, by which a sheet of the council's own is read.
void add_sheet_options(CLI::App& app, SheetWish& wish);

// Says what became of each source; how many rows changed.
std::size_t tell_outcomes(Call& call, const std::vector<SourceOutcome>& outcomes, DryRun dry_run, SheetDetail detail);

} // namespace qd::cli
