#pragma once

#include "views/library.hpp"
#include "web/limits.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace qd::web {

// Where to listen: "127.0.0.1:8080"; port 0 takes a free one.
struct Listening {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;
};

Listening parse_listening(const std::string& text); // "HOST:PORT"; Error(request) says how it is written

// Serves the pages of one store until SIGINT or SIGTERM, which end the programs that make documents too. Calls `ready` with the
// address once it accepts connections. Errors as of Listener.
void serve(Library& library, const Listening& listening, const Limits& limits,
           const std::function<void(const std::string& address)>& ready);

} // namespace qd::web
