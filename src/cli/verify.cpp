#include "cli/commands.hpp"

#include "acts/rebuild.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "views/soundness.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

void tell(Call& call, const std::vector<std::string>& problems) {
    if (problems.empty()) {
        call.out << cli::shown(call.store) << " is sound: every hash, every reference and the order of the ledger.\n";
        return;
    }
    for (const std::string& problem : problems) call.out << wrap(problem, call.width, "  ") << "\n";
    call.out << plural(problems.size(), "problem", "problems") << " in " << cli::shown(call.store)
             << ". Restore the last sound backup: quarterday --store NEW restore FILE\n";
    call.exit_code = 1;
}

} // namespace

const Command verify_command = {"verify", "Check every hash, every reference and the order of the ledger",
                                "  quarterday verify", [](CLI::App& app, Call& call) {
                                    app.callback([&call] {
                                        const std::vector<std::string> problems =
                                            watched(call, "Reading all of " + cli::shown(call.store),
                                                    [&] { return problems_of_store(call.store, call.clock); });
                                        tell(call, problems);
                                    });
                                }};

const Command rebuild_command = {"rebuild", "Compute again everything that can be computed; always safe",
                                 "  quarterday rebuild", [](CLI::App& app, Call& call) {
                                     app.callback([&call] {
                                         Desk desk(call.store, call.clock);
                                         watched(call, "Computing the figures", [&] { rebuild(desk, call.actor); });
                                         call.out << "Computed the figures of " << cli::shown(call.store)
                                                  << " again.\n";
                                     });
                                 }};

} // namespace qd::cli
