#pragma once

#include "web/limits.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include <sys/socket.h>

namespace qd::web {

// One open connection. Its times are set by the thread that serves it, and read by the one that watches over all.
class Guest {
public:
    using Clock = std::chrono::steady_clock;
    enum class Doing {
        asking,  // nothing has come yet, or not a whole request
        waiting, // for its answer
        taking,  // the answer
    };

    Guest(int socket, std::string from, std::chrono::milliseconds time) : from_(std::move(from)), socket_(socket) {
        begin(Doing::asking, time);
    }
    void begin(Doing what, std::chrono::milliseconds time) {
        doing_.store(what, std::memory_order_relaxed);
        until_.store((Clock::now() + time).time_since_epoch().count(), std::memory_order_relaxed);
    }

private:
    friend class Guests;
    Clock::rep until() const { return until_.load(std::memory_order_relaxed); }
    bool is_asking() const { return doing_.load(std::memory_order_relaxed) == Doing::asking; }
    bool is_late(Clock::time_point now) const {
        return doing_.load(std::memory_order_relaxed) != Doing::waiting && until() < now.time_since_epoch().count();
    }

    const std::string from_; // by which connections from one place are counted
    const int socket_;
    bool served_ = false;  // its socket is open until it leaves
    bool leaving_ = false; // it was shut down, and its socket is about to be closed
    std::atomic<Doing> doing_{Doing::asking};
    std::atomic<Clock::rep> until_{0};
};

// All open connections of a listener. If there is no more room, a new one gets the place of the one that has been waiting longest
// without a complete request, from the address that has the most, so idle connections shut nobody out. Safe between threads. A
// socket is closed by its server thread; from here it is only shut down, as long as it is known to be open.
class Guests {
public:
    explicit Guests(const Limits& limits) : limits_(limits) {}

    // False: there is no room for one more, and nobody to make room.
    bool enter(int socket, const sockaddr_storage& address);
    Guest* serve(int socket); // its client is served from now on; null = nobody
    void leave(int socket);   // before it is closed

    void shut_late();        // those whose time is over
    bool shut_oldest();      // the one that has been asking for longest; false: nobody is
    bool any_served() const; // whether somebody waits for an answer or takes one

private:
    bool make_room(const std::string& from);
    bool shut(Guest* guest); // false for null
    void forget(Guest& guest);
    Guest* oldest(const std::string* from) const;

    const Limits limits_;
    mutable std::mutex mutex_;
    std::unordered_map<int, std::unique_ptr<Guest>> all_;     // by socket
    std::map<std::string, std::size_t, std::less<>> staying_; // by address, without those that leave
    std::size_t stay_ = 0;
};

} // namespace qd::web
