#include "cli/commands.hpp"

namespace qd::cli {

const Command backup_command = {
    "backup", "Copy the store into one file, also while others write",
    "  quarterday backup monday.backup",
    [](CLI::App& app, Call& call) {
        auto file = std::make_shared<std::string>();
        app.add_option("file", *file, "The file to write; it must not be there yet")->required();
        app.callback([&call, file] {
            Store store(call.store, Opening::read_only, call.clock);
            store.backup(*file);
            call.out << "Wrote a backup of " << call.store << " to " << *file << ".\nRead it back with: quarterday --store NEW restore "
                     << *file << "\n";
        });
    }};

const Command restore_command = {
    "restore", "Make a new store from a backup",
    "  quarterday --store restored.db restore monday.backup",
    [](CLI::App& app, Call& call) {
        auto file = std::make_shared<std::string>();
        app.add_option("file", *file, "A file that `quarterday backup` wrote")->required();
        app.callback([&call, file] {
            Store::restore(*file, call.store, call.clock);
            call.out << "Restored " << *file << " into " << call.store << ".\nNext: quarterday --store " << call.store << " verify\n";
        });
    }};

} // namespace qd::cli
