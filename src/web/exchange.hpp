#pragma once

#include "web/guests.hpp"
#include "web/listener.hpp"
#include "web/workers.hpp"

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <string>

struct MHD_Connection;

namespace qd::web {

using Answered = std::shared_ptr<const Response>;

// One request and its answer on their way through libmicrohttpd, which asks for the answer again and again until it has one.
struct Exchange {
    Request request;
    bool begun = false; // the request has come: libmicrohttpd asks before its body, and after it
    MHD_Connection* connection = nullptr;
    Guest* guest = nullptr;

    // While the answer is made on another thread, and the connection rests:
    bool under_way = false;
    Guest::Clock::time_point until{};
    std::atomic<bool> settled{false};
    Answered answered;

    void settle(Answered answer); // the first counts, whether a page or that it takes too long; wakes the connection
};

// Makes answers on threads of its own: pages on some, documents on others, so that only those who asked for a document wait
// for it. 503 asks them to try again if too many are already waiting, if one takes too long, and when the server is stopped.
class Making {
public:
    Making(const Listener::Answers& answers, const Limits& limits);
    void
    begin(const std::shared_ptr<Exchange>& exchange); // on the thread that libmicrohttpd asks on; settles it in the end
    void settle_late();
    void close(); // settles all, and returns when nothing is being made any more

private:
    const Listener::Answers& answers_;
    const Limits& limits_;
    std::mutex mutex_;
    std::list<std::shared_ptr<Exchange>> under_way_;
    Workers pages_, documents_;
};

} // namespace qd::web
