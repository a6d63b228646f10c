#include "cli/commands.hpp"

#include "base/text.hpp"
#include "service/import.hpp"

namespace qd::cli {

const Command verify_command = {
    "verify", "Check every hash, every reference and the order of the ledger",
    "  quarterday verify",
    [](CLI::App& app, Call& call) {
        app.callback([&call] {
            Store store(call.store, Opening::read_only, call.clock);
            const std::vector<std::string> problems = store.verify();
            for (const std::string& problem : problems) call.out << problem << "\n";
            if (problems.empty()) {
                call.out << call.store << " is sound: every hash, every reference and the order of the ledger.\n";
            } else {
                call.out << plural(problems.size(), "problem", "problems") << ". Restore the last sound backup: quarterday --store NEW restore FILE\n";
                call.exit_code = 1;
            }
        });
    }};

const Command rebuild_command = {
    "rebuild", "Compute again everything that can be computed; always safe",
    "  quarterday rebuild",
    [](CLI::App& app, Call& call) {
        app.callback([&call] {
            Store store(call.store, Opening::read_write, call.clock);
            rebuild(store, call.clock);
            call.out << "Computed the figures of " << call.store << " again.\n";
        });
    }};

} // namespace qd::cli
