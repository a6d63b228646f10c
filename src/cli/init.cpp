#include "cli/commands.hpp"

#include "acts/init.hpp"
#include "cli/options.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {

const Command init_command = {"init", "Create an empty store",
                              "  quarterday init\n"
                              "  quarterday --store sqlite:council.db init\n"
                              "  quarterday --store postgresql://council@db.example/performance init",
                              [](CLI::App& app, Call& call) {
                                  app.callback([&call] {
                                      init_store(call.store, call.clock, call.actor);
                                      call.out << "Created the store " << shown(call.store)
                                               << ".\nNext: quarterday import FOLDER\n";
                                  });
                              }};

} // namespace qd::cli
