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
        auto listen = std::make_shared<std::string>("127.0.0.1:8080");
        app.add_option("--listen", *listen, "Address and port; port 0 takes a free one")
            ->option_text("HOST:PORT")
            ->capture_default_str();
        auto is_public = std::make_shared<bool>(false);
        app.add_flag("--public", *is_public, public_option);
        app.callback([&call, listen, is_public] {
            Library library(call.store, call.clock, *is_public ? Reader::everyone : Reader::council);
            call.serve(library, *listen, [&call, is_public](const std::string& address) {
                call.out << "Serving " << shown(call.store) << (*is_public ? ", as it may be published," : "") << " at "
                         << address << " (stop with Ctrl+C)" << std::endl;
            });
        });
    }};

} // namespace qd::cli
