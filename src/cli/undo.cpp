#include "cli/commands.hpp"

#include "acts/rebuild.hpp"
#include "acts/undo.hpp"
#include "base/text.hpp"
#include "cli/import_changes.hpp"
#include "cli/receipt.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "views/ledger.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct UndoOptions {
    std::int64_t act = 0;
    std::string reason, post;
    bool dry_run = false;
};

constexpr std::size_t changes_shown = 50;

// "import of returns.csv by jsmith"
std::string name_of(const Act& act) {
    return act.kind + (act.source.empty() ? "" : " of " + act.source) +
           (act.subject.empty() ? "" : " of " + act.subject) + " by " + who(act.actor);
}

std::string counted(const ImportOutcome& outcome) {
    std::size_t withdrawn = 0, former = 0, again = 0;
    for (const ImportOutcome::Line& line : outcome.lines) {
        withdrawn += line.withdrawn;
        former += line.changed;
        again += line.added;
    }
    std::vector<std::string> parts;
    if (withdrawn > 0) parts.push_back(plural(withdrawn, "row", "rows") + " withdrawn");
    if (former > 0) parts.push_back(plural(former, "row", "rows") + " as before");
    if (again > 0) parts.push_back(plural(again, "row", "rows") + " in force again");
    return parts.empty() ? "nothing is left to undo" : join(parts, ", ");
}

void tell(Call& call, const UndoOutcome& made, DryRun dry_run) {
    const std::string number = std::to_string(made.undone.number);
    call.out << wrap((dry_run == DryRun::yes ? "Would undo act " : "Undid act ") + number + ", " +
                         name_of(made.undone) + ": " + counted(made.outcome) + ".",
                     call.width, "  ")
             << "\n";
    const auto line = [&](const std::string& text) { call.out << wrap(text, call.width, "  ") << "\n"; };
    if (!made.stays.empty())
        line("These stay, because figures are never deleted and need them: " + join(made.stays, "; ") + ".");
    if (made.past > 0)
        line(plural(made.past, "figure that others have replaced stays", "figures that others have replaced stay") +
             " in the past, as handed in.");
    SourceOutcome changes{.source = {}, .outcome = made.outcome};
    changes.settings = made.settings;
    changes.cells = made.cells;
    changes.figures = made.figures;
    tell_changes(call, changes, dry_run == DryRun::yes ? SIZE_MAX : changes_shown);
}

void run_undo(Call& call, const UndoOptions& options) {
    Desk desk(call.store, call.clock);
    Actor actor = call.actor;
    actor.post = options.post;
    const DryRun dry_run = options.dry_run ? DryRun::yes : DryRun::no;
    const auto made = watched(call, "Looking for what stands on it", [&] {
        return undo(desk, actor, {.act = options.act, .reason = options.reason, .dry_run = dry_run});
    });
    if (!made) {
        call.err << "Nothing was undone.\n";
        for (const Complaint& complaint : made.error())
            call.err << wrap("  " + print(complaint), call.width, "    ") << "\n";
        call.exit_code = 1;
        return;
    }
    tell(call, *made, dry_run);
    if (made->outcome.changes() == 0) return;
    if (dry_run == DryRun::yes) {
        call.exit_code = would_change;
        return;
    }
    call.stands = "The undoing is complete, but its figures have not been computed yet: quarterday rebuild";
    watched(call, "Computing the figures", [&] { return rebuild(desk, call.actor); });
    call.stands.clear();
    call.out << "\nReceipt " << made->outcome.receipt << ". To take it back: quarterday undo " << made->outcome.receipt
             << "\n";
}

} // namespace

const Command undo_command = {
    "undo", "Undo an import or another act: what it brought is withdrawn, and what was before is in force again",
    "  quarterday undo 7 --dry-run\n"
    "  quarterday undo 7 --reason \"The sheet of another quarter\"",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<UndoOptions>();
        app.add_option("RECEIPT", options->act, "The number of its receipt, as in quarterday history")->required();
        app.add_option("--reason", options->reason, "Why")->option_text("TEXT");
        app.add_option("--by", options->post, "The post of whoever undoes it")->option_text("POST");
        app.add_flag("--dry-run", options->dry_run,
                     "Show what would change, and change nothing; exit code 3 if anything would");
        app.callback([&call, options] { run_undo(call, *options); });
    }};

} // namespace qd::cli
