#include "acts/withdraw.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "base/text.hpp"

#include <set>

namespace qd::inline acts {
namespace {

// "actions:A1", where it is one row.
std::string subject_of(const std::vector<AskedWithdrawal>& rows) {
    return rows.size() == 1 ? rows.front().table + ":" + join(rows.front().words, " ") : std::string();
}

std::string reason_of(const std::vector<AskedWithdrawal>& rows) {
    std::set<std::string> reasons;
    for (const AskedWithdrawal& row : rows) reasons.emplace(trim(row.reason));
    return reasons.size() == 1 ? *reasons.begin() : std::string();
}

} // namespace

tl::expected<WithdrawOutcome, Complaints> withdraw(Desk& desk, const Actor& actor, const WithdrawRequest& request) {
    ask_permission(actor, "withdraw");
    Store& store = store_of(desk);
    const std::shared_ptr<const Snapshot> seen = desk.newest();
    Content content = store.read();
    content.settings = seen->content().settings;
    auto made = withdrawing(content, seen->settings_text(), request.rows);
    if (!made) return tl::make_unexpected(std::move(made.error()));

    Content given;
    given.settings = content.settings;
    given.returns = made->gaps;
    Act act = act_of(actor, "withdraw", request.based_on.value_or(seen->generation()));
    act.subject = subject_of(request.rows);
    act.reason = reason_of(request.rows);
    const Store::Further further{.withdrawals = made->rows, .must_hold = {}};
    WithdrawOutcome outcome{.cells = std::move(made->cells),
                            .figures = changes_without(content, *made, desk.now()),
                            .settings = content.settings,
                            .snapshot = seen};
    if (request.dry_run == DryRun::yes) {
        store.try_import(given, "", act, further);
        return outcome;
    }
    store.import(given, "", act, further);
    outcome.snapshot = desk.newest();
    return outcome;
}

} // namespace qd::inline acts
