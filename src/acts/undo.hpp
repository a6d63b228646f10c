#pragma once

#include "acts/desk.hpp"
#include "acts/figure_changes.hpp"
#include "acts/import.hpp"
#include "exchange/changes.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline acts {

struct UndoRequest {
    std::int64_t act = 0; // its number: that of a receipt
    std::string reason{};
    DryRun dry_run = DryRun::no;
};

// What was undone, or would be.
struct UndoOutcome {
    Act undone;
    ImportOutcome outcome;
    std::vector<CellChange> cells; // of rows
    FigureChanges figures;
    std::vector<std::string> stays; // rows that figures need, which are never deleted: "measures M1"
    std::size_t past = 0;           // figures that others had replaced by then: they stay what was known before
    Settings settings;              // by which periods are named
};

// Takes back what one act brought: rows that it was the first to write are withdrawn, and those that it replaced or withdrew come
// back as new versions, as do the figures. The act itself stays in the ledger. An undoing is an act too, and may be undone. Every
// complaint, and nothing done, where later acts changed its rows, or rows of theirs refer to them.
// Error(absent) if there is no such act, Error(request) if it is none that can be undone.
tl::expected<UndoOutcome, Complaints> undo(Desk& desk, const Actor& actor, const UndoRequest& request);

} // namespace qd::inline acts
