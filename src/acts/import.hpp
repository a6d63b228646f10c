#pragma once

#include "acts/desk.hpp"
#include "acts/figure_changes.hpp"
#include "base/complaint.hpp"
#include "domain/import_outcome.hpp"
#include "exchange/changes.hpp"
#include "exchange/folder.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline acts {

enum class DryRun { no, yes };

// What else is wanted of an import.
struct FurtherWish {
    // Rows of the store that a table of the source lacks: they stay, or the table is complete and they are withdrawn.
    enum class Missing { stay, withdrawn } missing = Missing::stay;
    std::string reason{}; // of the act, and of what is withdrawn
    enum class Cells {
        of_changed_rows,
        of_all_rows
    } cells = Cells::of_changed_rows; // which are listed, see `new_rows`
};

// What became of one source: brought in, or nothing of it and every complaint.
struct SourceOutcome {
    std::filesystem::path source;
    tl::expected<ImportOutcome, Complaints> outcome;
    Complaints left_out{};                      // of rows that were left out of what was brought in; the first thousand
    std::size_t rows_left_out = 0;              // how many
    Settings settings = Settings();             // by which periods are named
    std::vector<CellChange> cells{};            // what it says otherwise of rows that were there
    FigureChanges figures{};                    // the same of figures, and what it does to their status
    std::vector<std::string> notes{};           // what else was brought in with it, and why
    std::shared_ptr<const SheetTaking> sheet{}; // what a layout made of it, where it is a sheet of the council's own
    std::vector<std::string> gone{};            // rows that a complete table lacks: "actions A9"
    std::vector<CellChange> new_rows{};         // if asked for: cells of rows that are new, and of figures
};

// Reads each source and imports it into the store, in this order, with one transaction for each; a later source may refer to
// what an earlier one brought. A dry run commits nothing and reports what would change.
// Anything that has happened must not be after the clock's day.
std::vector<SourceOutcome> import_sources(Desk& desk, const Actor& actor,
                                          const std::vector<std::filesystem::path>& sources, DryRun dry_run,
                                          BadRows bad_rows = BadRows::refuse, const SheetWish& wish = {},
                                          const FurtherWish& further = {});

} // namespace qd::inline acts
