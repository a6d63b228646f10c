#include "cli/run.hpp"
#include "web/serve.hpp"

#include <cstdlib>
#include <iostream>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

// The story: find out where we print, hand the web server to the command line, run it.
int main(int argc, char** argv) {
    const qd::SystemClock clock;
    const qd::cli::Serve serve = [](qd::Library& library, const std::string& listen, const std::function<void(const std::string&)>& ready) {
        qd::web::serve(library, qd::web::parse_listening(listen), ready);
    };
    qd::cli::Call call{.out = std::cout, .err = std::cerr, .clock = clock, .serve = serve};
    if (winsize size{}; isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        call.width = size.ws_col;
        if (!std::getenv("NO_COLOR")) call.ink = qd::cli::Call::Ink::colour;
    }
    return qd::cli::run(argc, argv, call);
}
