#pragma once

#include "web/message.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace qd::web {

// Speaks HTTP/1.1 on one address until it is destroyed. All of the protocol is libmicrohttpd's: epoll, one thread a core
// (and one for each answer that takes seconds), a limit on connections, on the size of a request's head and on the time a connection may idle.
class Listener {
public:
    // Called from many threads; must not throw, and not return null.
    using Answer = std::function<std::shared_ptr<const Response>(const Request&)>;

    // Whether the answer to a request may take seconds. It is then made on a thread of its own, so that nobody else waits
    // for it; where too many are under way, 503 asks to come again. Must not throw.
    using TakesTime = std::function<bool(const Request&)>;

    // Error(conflict) if the address is taken, Error(request) if it is not an address of this machine.
    Listener(const std::string& host, std::uint16_t port, Answer answer, TakesTime takes_time = {});
    ~Listener(); // waits for the answers under way

    std::uint16_t port() const; // the one that was taken for port 0

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace qd::web
