#include "cli/commands.hpp"

#include "acts/backup.hpp"
#include "acts/restore.hpp"
#include "base/error.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"

#include <filesystem>

#include <CLI/CLI.hpp>

namespace qd::cli {

const Command backup_command = {
    "backup", "Copy the store into one file, even while others write to it", "  quarterday backup monday.backup",
    [](CLI::App& app, Call& call) {
        auto file = std::make_shared<std::string>();
        app.add_option("FILE", *file, "The file to write; it must not exist yet")->required();
        app.callback([&call, file] {
            watched(call, "Copying " + shown(call.store), [&] { back_up(call.store, call.clock, call.actor, *file); });
            call.out << "Wrote a backup of " << shown(call.store) << " to " << *file
                     << ".\nTo read it back: quarterday --store NEW restore " << *file << "\n";
        });
    }};

const Command restore_command = {
    "restore", "Make a new store from a backup", "  quarterday --store restored.db restore monday.backup",
    [](CLI::App& app, Call& call) {
        auto file = std::make_shared<std::string>();
        app.add_option("FILE", *file, "A file that `quarterday backup` wrote")->required();
        app.callback([&call, file] {
            if (!std::filesystem::exists(*file))
                throw Error(Fault::absent, "There is no file " + *file + ". Name one that quarterday backup wrote.");
            watched(call, "Restoring " + *file, [&] { restore_store(*file, call.store, call.clock, call.actor); });
            call.out << "Restored " << *file << " into " << shown(call.store) << ".\nNext: quarterday --store "
                     << shown(call.store) << " verify\n";
        });
    }};

} // namespace qd::cli
