#pragma once

#include "web/limits.hpp"
#include "web/message.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace qd::web {

// Speaks HTTP/1.1 on one address until it is destroyed. The protocol is libmicrohttpd's: epoll, one thread a core. Answers
// are made on other threads, and who may take how much is in Limits.
class Listener {
public:
    using Answer = std::function<std::shared_ptr<const Response>(const Request&)>;

    // All are called from many threads at once, and must not throw.
    struct Answers {
        Answer make;       // never null
        Answer ready = {}; // an answer that is there already; null = it has to be made. Must not wait for anything.
        std::function<bool(const Request&)> takes_time = {}; // whether making it may take seconds
    };

    // Error(conflict) if the address is taken, Error(request) if it is not an address of this machine, Error(outage) if the
    // system refuses threads.
    Listener(const std::string& host, std::uint16_t port, Answers answers, const Limits& limits = {});
    ~Listener(); // who still waits is asked to come again; returns when no answer is being made any more

    std::uint16_t port() const; // the one that was taken for port 0

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace qd::web
