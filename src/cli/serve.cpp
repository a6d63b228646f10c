#include "cli/commands.hpp"

#include "cli/options.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {

const Command serve_command = {
    "serve", "Show the store as pages in the browser",
    "  quarterday serve\n"
    "  quarterday serve --listen 127.0.0.1:9000\n"
    "  quarterday serve --public",
    [](CLI::App& app, Call& call) {
        auto how = std::make_shared<Serving>();
        app.add_option("--listen", how->listen, "Address and port; port 0 chooses a free one")
            ->option_text("HOST:PORT")
            ->capture_default_str();
        app.add_option("--connections", how->connections,
                       "How many connections one address may have open; 0 means no limit, for use behind a proxy")
            ->option_text("NUMBER")
            ->capture_default_str();
        auto is_public = std::make_shared<bool>(false);
        app.add_flag("--public", *is_public, public_option);
        app.callback([&call, how, is_public] {
            Library library(call.store, call.clock, *is_public ? Reader::everyone : Reader::council);
            call.serve(library, *how, [&call, is_public](const std::string& address) {
                call.out << "Serving " << shown(call.store) << (*is_public ? ", as it may be published," : "") << " at "
                         << address << " (stop with Ctrl+C)" << std::endl;
            });
        });
    }};

} // namespace qd::cli
