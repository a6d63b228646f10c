#pragma once

#include "base/clock.hpp"
#include "domain/act.hpp"
#include "views/library.hpp"

#include <functional>
#include <ostream>
#include <string>

namespace CLI {
class App;
}

namespace qd::cli {

// Where pages are served, and to how many connections from one address; 0 = any number.
struct Serving {
    std::string listen = "127.0.0.1:8080";
    std::size_t connections = 64;
};

// How the pages are served; handed in by main, because the command line and the web never include each other.
using Serve =
    std::function<void(Library& library, const Serving& how, const std::function<void(const std::string&)>& ready)>;

// What one call of the program has around it. A command writes to `out` and sets `exit_code`.
struct Call {
    std::ostream& out;
    std::ostream& err;
    const Clock& clock;
    Serve serve;
    std::size_t width = 100; // characters of the terminal, or what fits a printed page
    enum class Ink { plain, colour } ink = Ink::plain;
    enum class Progress { hidden, shown } progress = Progress::hidden;
    enum class Output { stream, terminal } output = Output::stream; // what `out` is
    std::string store = "quarterday.db";                            // --store, or QUARTERDAY_STORE
    Actor actor{};                                                  // who calls
    int exit_code = 0;    // 0 fine, 1 the data has problems; faults are thrown
    std::string stands{}; // what was done for good and is to be said where something fails after it: a sentence or two
};

// One command: how it is called, and what it does. A new command is a file with one of these and a line in commands.cpp.
struct Command {
    const char* name;
    const char* summary;
    const char* examples; // printed below the help
    void (*set_up)(CLI::App& app, Call& call);
};

} // namespace qd::cli
