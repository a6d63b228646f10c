#pragma once

#include "views/library.hpp"

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

// Serves the pages of one store until SIGINT or SIGTERM. Calls `ready` with the address once it accepts connections.
// Error(conflict) if the address is taken.
void serve(Library& library, const Listening& listening, const std::function<void(const std::string& address)>& ready);

} // namespace qd::web
