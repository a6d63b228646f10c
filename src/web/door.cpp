#include "web/door.hpp"

#include "base/error.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>
#include <system_error>
#include <utility>

#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace qd::web {
namespace {

constexpr int backlog = 511;
constexpr std::chrono::milliseconds full_pause{250}, breath{50};

std::unique_ptr<addrinfo, void (*)(addrinfo*)> resolve(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int failure = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found); failure != 0)
        throw Error(Fault::request, "Cannot listen on “" + host + "”: " + gai_strerror(failure) +
                                        ". Use 127.0.0.1 for this machine alone, 0.0.0.0 for all networks.");
    return {found, freeaddrinfo};
}

[[noreturn]] void fail(const std::string& host, std::uint16_t port) {
    const int cause = errno;
    throw Error(cause == EADDRINUSE ? Fault::conflict : Fault::outage,
                "Cannot listen on " + host + " port " + std::to_string(port) + ": " + std::strerror(cause) +
                    ". Stop what uses it, or choose another with --listen.");
}

// What a program runs out of: descriptors, or memory for sockets.
bool is_shortage(int cause) { return cause == EMFILE || cause == ENFILE || cause == ENOBUFS || cause == ENOMEM; }

sockaddr_storage name_of(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    return address;
}

} // namespace

Door::Door(const std::string& host, std::uint16_t port) {
    const auto address = resolve(host, port);
    const int yes = 1;
    socket_ = ::socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    const auto give_up = [&] {
        const int cause = errno;
        close();
        errno = cause;
        fail(host, port);
    };
    if (socket_ < 0 || wake_ < 0) give_up();
    ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (address->ai_family == AF_INET6) ::setsockopt(socket_, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
    if (::bind(socket_, address->ai_addr, address->ai_addrlen) != 0 || ::listen(socket_, backlog) != 0) give_up();
}

Door::~Door() { close(); }

std::uint16_t Door::port() const {
    const sockaddr_storage address = name_of(socket_);
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                                               : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

bool Door::is_ipv6() const { return name_of(socket_).ss_family == AF_INET6; }

void Door::open(Guests& guests, Take take, std::function<void()> each_moment) {
    try {
        thread_ = std::thread([this, &guests, take = std::move(take), each_moment = std::move(each_moment)] {
            watch(guests, take, each_moment);
        });
    } catch (const std::system_error& refused) {
        throw Error(Fault::outage, std::string("The system refuses to start a thread: ") + refused.what() +
                                       ". Raise the number of processes this user may have (ulimit -u).");
    }
}

void Door::close() {
    if (thread_.joinable()) {
        ::eventfd_write(wake_, 1);
        thread_.join();
    }
    for (int* descriptor : {&socket_, &wake_})
        if (*descriptor >= 0) ::close(std::exchange(*descriptor, -1));
}

void Door::watch(Guests& guests, const Take& take, const std::function<void()>& each_moment) const {
    auto next = Guest::Clock::now() + full_pause, quiet_until = Guest::Clock::now();
    bool short_of = false; // of descriptors: then the door stays shut for a breath, and is not asked after
    for (;;) {
        std::array<pollfd, 2> polls{{{wake_, POLLIN, 0}, {short_of ? -1 : socket_, POLLIN, 0}}};
        ::poll(polls.data(), polls.size(), static_cast<int>((short_of ? breath : full_pause).count()));
        if (polls[0].revents != 0) return;
        short_of = polls[1].revents != 0 && !let_in(guests, take);
        const auto now = Guest::Clock::now();
        if (short_of && now >= quiet_until) {
            spdlog::warn(
                "No descriptor is left for one more connection, so idle ones are closed. Raise how many this user "
                "may have (ulimit -n).");
            quiet_until = now + std::chrono::minutes(1);
        }
        if (now >= next) {
            guests.shut_late();
            each_moment();
            next = now + full_pause;
        }
    }
}

// Everybody who is waiting, some at a time. False: there is no descriptor for the next.
bool Door::let_in(Guests& guests, const Take& take) const {
    for (int i = 0; i < backlog; ++i) {
        sockaddr_storage address{};
        socklen_t size = sizeof address;
        const int socket =
            ::accept4(socket_, reinterpret_cast<sockaddr*>(&address), &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (socket < 0) {
            // Without a descriptor it fails even if nobody is waiting, which only poll() knows.
            if (!is_shortage(errno) || i > 0) return true;
            guests.shut_oldest();
            return false;
        }
        if (guests.enter(socket, address))
            take(socket, address, size);
        else
            ::close(socket);
    }
    return true;
}

} // namespace qd::web
