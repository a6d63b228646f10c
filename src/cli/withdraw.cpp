#include "cli/commands.hpp"

#include "acts/withdraw.hpp"
#include "base/text.hpp"
#include "cli/import_changes.hpp"
#include "cli/receipt.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct WithdrawOptions {
    std::string table, reason, post;
    std::vector<std::string> key;
    bool dry_run = false;
};

void run_withdraw(Call& call, const WithdrawOptions& options) {
    Desk desk(call.store, call.clock);
    Actor actor = call.actor;
    actor.post = options.post;
    WithdrawRequest request;
    request.rows = {{options.table, options.key, options.reason}};
    request.dry_run = options.dry_run ? DryRun::yes : DryRun::no;
    const auto outcome = watched(call, "Looking for what refers to it", [&] { return withdraw(desk, actor, request); });
    if (!outcome) {
        call.err << "Nothing was withdrawn.\n";
        for (const Complaint& complaint : outcome.error())
            call.err << wrap("  " + print(complaint), call.width, "    ") << "\n";
        call.exit_code = 1;
        return;
    }
    const std::string row = replace_all(options.table, "_", " ") + " " + join(options.key, " ");
    call.out << wrap((options.dry_run ? "Would withdraw " : "Withdrew ") + row + ": " + options.reason, call.width,
                     "  ")
             << "\n";
    tell_withdrawn(call, *outcome);
    if (options.dry_run)
        call.exit_code = would_change;
    else
        call.out << "\nNext: quarterday history " << options.table << " " << join(options.key, " ") << "\n";
}

} // namespace

const Command withdraw_command = {
    "withdraw", "Withdraw one row, with a reason; it stays in its history",
    "  quarterday withdraw actions A1 --reason \"Entered twice\"\n"
    "  quarterday withdraw targets ASC1 2012-13 annual --reason \"Not agreed\" --dry-run\n"
    "  quarterday withdraw returns ASC1 2012-13Q3 --reason \"The figure of another measure\"",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<WithdrawOptions>();
        app.add_option("TABLE", options->table, "The table, named as in a council folder: actions")->required();
        app.add_option("KEY", options->key,
                       "What identifies the row, in the order of the columns; empty cells may be left out")
            ->required();
        app.add_option("--reason", options->reason, "Why it is withdrawn")->required()->option_text("TEXT");
        app.add_option("--by", options->post, "The post of whoever withdraws it")->option_text("POST");
        app.add_flag("--dry-run", options->dry_run,
                     "Show what would be withdrawn, and change nothing; exit code 3 if anything would");
        app.callback([&call, options] { run_withdraw(call, *options); });
    }};

} // namespace qd::cli
