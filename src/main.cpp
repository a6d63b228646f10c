#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "web/serve.hpp"

#include <iostream>
#include <string>

// The story: find out where we print, hand the web server to the command line, run it.
int main(int argc, char** argv) {
    const qd::SystemClock clock;
    const qd::cli::Serve serve = [](qd::Library& library, const std::string& listen,
                                    const std::function<void(const std::string&)>& ready) {
        qd::web::serve(library, qd::web::parse_listening(listen), ready);
    };
    qd::cli::Call call{.out = std::cout, .err = std::cerr, .clock = clock, .serve = serve};
    qd::cli::look_at_terminal(call);
    call.actor.name = qd::cli::account_name();
    return qd::cli::run(argc, argv, call);
}
