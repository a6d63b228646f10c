#pragma once

#include "web/guests.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <thread>

#include <sys/socket.h>

namespace qd::web {

// The socket that connections come in by, and the thread that lets them in, counts them, and ends those whose time is over.
// Where the system has no descriptor left for one more, it ends an idle one and waits a moment.
class Door {
public:
    // Error(conflict) if the address is taken, Error(request) if it is not an address of this machine.
    Door(const std::string& host, std::uint16_t port);
    ~Door(); // lets nobody in any more
    Door(const Door&) = delete;
    Door& operator=(const Door&) = delete;

    std::uint16_t port() const;
    bool is_ipv6() const;

    // Takes over an open socket, and closes it in the end; its client has entered.
    using Take = std::function<void(int socket, const sockaddr_storage& address, socklen_t size)>;
    // Begins to let them in. `each_moment` is called a few times a second. Error(outage) if the system refuses a thread.
    void open(Guests& guests, Take take, std::function<void()> each_moment);
    void close();

private:
    void watch(Guests& guests, const Take& take, const std::function<void()>& each_moment) const;
    bool let_in(Guests& guests, const Take& take) const;

    int socket_ = -1, wake_ = -1;
    std::thread thread_;
};

} // namespace qd::web
