#pragma once

#include "acts/desk.hpp"
#include "acts/figure_changes.hpp"
#include "acts/import.hpp"
#include "exchange/withdrawing.hpp"

#include <cstdint>
#include <optional>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline acts {

struct WithdrawRequest {
    std::vector<AskedWithdrawal> rows;
    DryRun dry_run = DryRun::no;
    std::optional<std::int64_t> based_on{}; // the generation that the caller has seen; none = the newest
};

// What was withdrawn, or would be.
struct WithdrawOutcome {
    std::vector<CellChange> cells;            // what was there
    std::vector<FigureChange> figures;        // that have another number or status without it
    Settings settings;                        // by which periods are named
    std::shared_ptr<const Snapshot> snapshot; // the current content of the store
};

// Takes rows back, each with a reason: they are in force no longer, and stay in their history. All of them, or every complaint
// and none. Error(conflict) where one of them was changed since by somebody else.
tl::expected<WithdrawOutcome, Complaints> withdraw(Desk& desk, const Actor& actor, const WithdrawRequest& request);

} // namespace qd::inline acts
