// Visitors who want to keep others out: connections that ask nothing, or a byte at a time, or never read their answer.
#include "base/error.hpp"
#include "web/client.hpp"
#include "web/listener.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace qd::web {
namespace {

using std::chrono::milliseconds, std::chrono::steady_clock;
using test::ask, test::connect_from;

std::shared_ptr<const Response> page(const Request& request) {
    return std::make_shared<const Response>(text_response(200, "text/plain", "page " + request.target));
}

bool is_answered(std::uint16_t port, const std::string& from) {
    return ask(port, "GET /page", from).ends_with("page /page");
}

bool is_closed(int socket) {
    pollfd polled{socket, POLLIN, 0};
    char byte = 0;
    return ::poll(&polled, 1, 0) == 1 && ::recv(socket, &byte, 1, MSG_DONTWAIT) <= 0;
}

// Waits until as many of the sockets as said are closed by the server; false after ten seconds.
bool come_to_be_closed(const std::vector<int>& sockets, std::size_t many) {
    const auto end = steady_clock::now() + std::chrono::seconds(10);
    for (; steady_clock::now() < end; std::this_thread::sleep_for(milliseconds(20)))
        if (static_cast<std::size_t>(std::ranges::count_if(sockets, is_closed)) >= many) return true;
    return false;
}

void close_all(const std::vector<int>& sockets) {
    for (const int socket : sockets) ::close(socket);
}

std::string address(int number) { return "127.0.0." + std::to_string(number); }

class Siege : public testing::Test {
protected:
    // Both ends of all connections are here.
    Siege() {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        rlimit more = before_;
        more.rlim_cur = more.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &more);
        if (more.rlim_cur < 6000) addresses_ = 10;
    }
    ~Siege() override { ::setrlimit(RLIMIT_NOFILE, &before_); }

    // 20 connections from each of 100 addresses: every other one asks nothing, the rest a byte now and then.
    std::vector<int> besiege(std::uint16_t port) const {
        std::vector<int> sockets;
        for (int i = 0; i < 20; ++i)
            for (int number = 1; number <= addresses_; ++number) {
                sockets.push_back(connect_from(address(number), port));
                if (i % 2 == 0) ::send(sockets.back(), "GET / HTTP/1.1\r\nX-Slow: ", 24, MSG_NOSIGNAL);
            }
        return sockets;
    }
    static void drip(const std::vector<int>& sockets) {
        for (std::size_t i = 0; i < sockets.size(); i += 2) ::send(sockets[i], "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    }

    int addresses_ = 100;

private:
    rlimit before_{};
};

TEST_F(Siege, OfTwoThousandIdleConnectionsKeepsNobodyOut) {
    for (const std::size_t room : {std::size_t{4096}, std::size_t{300}}) {
        Limits limits;
        limits.connections = room;
        const Listener listener{"127.0.0.1", 0, {page}, limits};
        const std::vector<int> sockets = besiege(listener.port());
        for (int i = 0; i < 20; ++i) {
            drip(sockets);
            EXPECT_TRUE(is_answered(listener.port(), "127.0.1.1")) << room; // somebody else
            EXPECT_TRUE(is_answered(listener.port(), address(1))) << room;  // or from the same place
        }
        if (sockets.size() > room) {
            EXPECT_TRUE(come_to_be_closed(sockets, sockets.size() - room));
        }
        close_all(sockets);
    }
}

TEST_F(Siege, EndsWhenARequestTakesTooLong) {
    Limits limits;
    limits.request = milliseconds(300);
    const Listener listener{"127.0.0.1", 0, {page}, limits};
    const std::vector<int> sockets = besiege(listener.port());
    std::atomic<bool> done{false};
    std::thread dripping([&] {
        for (; !done; std::this_thread::sleep_for(milliseconds(50))) drip(sockets);
    });
    EXPECT_TRUE(come_to_be_closed(sockets, sockets.size()));
    done = true;
    dripping.join();
    close_all(sockets);
    EXPECT_TRUE(is_answered(listener.port(), address(1)));
}

TEST_F(Siege, OfAConnectionThatIsKeptEndsToo) {
    Limits limits;
    limits.request = milliseconds(300);
    const Listener listener{"127.0.0.1", 0, {page}, limits};
    const int socket = connect_from(address(1), listener.port());
    ::send(socket, "GET / HTTP/1.1\r\nHost: here\r\n\r\n", 32, MSG_NOSIGNAL);
    EXPECT_NE(test::read_all(socket).find("page /"), std::string::npos); // and then it was closed, before 10 s
}

TEST_F(Siege, FromOneAddressIsLimitedToItsShare) {
    for (const std::size_t share : {std::size_t{4}, std::size_t{0}}) {
        Limits limits;
        limits.from_one_address = share;
        const Listener listener{"127.0.0.1", 0, {page}, limits};
        std::vector<int> sockets;
        for (int i = 0; i < 10; ++i) sockets.push_back(connect_from(address(1), listener.port()));
        EXPECT_TRUE(is_answered(listener.port(), address(2)));
        EXPECT_TRUE(come_to_be_closed(sockets, share == 0 ? 0 : 10 - share));
        EXPECT_EQ(std::ranges::count_if(sockets, is_closed), share == 0 ? 0 : 10 - static_cast<int>(share));
        if (share != 0) {
            EXPECT_TRUE(is_closed(sockets.front())); // the oldest goes
        }
        EXPECT_FALSE(is_closed(sockets.back()));
        EXPECT_TRUE(is_answered(listener.port(), address(1)));
        close_all(sockets);
    }
}

TEST_F(Siege, OfReadersWhoDoNotReadEnds) {
    const auto large = std::make_shared<const Response>(text_response(200, "text/plain", std::string(64 << 20, 'x')));
    Limits limits;
    limits.sending = milliseconds(300);
    limits.slowest = std::size_t{1} << 30;
    const Listener listener{"127.0.0.1", 0, {[&](const Request&) { return large; }}, limits};
    const int socket = connect_from(address(1), listener.port());
    ::send(socket, "GET / HTTP/1.1\r\nHost: here\r\n\r\n", 32, MSG_NOSIGNAL);
    char part[16];
    std::size_t taken = 0;
    const auto end = steady_clock::now() + std::chrono::seconds(10);
    for (; steady_clock::now() < end; std::this_thread::sleep_for(milliseconds(5)))
        if (taken < 1024) // a little now and then
            taken += static_cast<std::size_t>(std::max<ssize_t>(0, ::recv(socket, part, sizeof part, 0)));
        else
            break;
    std::this_thread::sleep_for(milliseconds(700));
    EXPECT_LT(test::read_all(socket).size(), large->body.size()); // the rest of it is never sent
}

// It does not spin, and does not forget who was waiting.
TEST_F(Siege, WithoutADescriptorLeftItWaits) {
    const Listener listener{"127.0.0.1", 0, {page}};
    ASSERT_TRUE(is_answered(listener.port(), address(1)));
    const int visitor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::close(visitor);
    std::vector<int> taken;
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 200;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    const int socket = connect_from(address(1), listener.port()); // is let in, or is waiting
    for (int more; (more = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;) taken.push_back(more);
    ::close(taken.back());
    taken.pop_back();
    const int second = connect_from(address(1), listener.port()); // took the last one
    rusage start{}, end{};
    ::getrusage(RUSAGE_SELF, &start);
    std::this_thread::sleep_for(milliseconds(500));
    ::getrusage(RUSAGE_SELF, &end);
    const auto micros = [](const rusage& usage) {
        return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1'000'000 + usage.ru_utime.tv_usec +
               usage.ru_stime.tv_usec;
    };
    EXPECT_LT(micros(end) - micros(start), 100'000);
    close_all(taken);
    ::send(second, "GET /page HTTP/1.0\r\n\r\n", 22, MSG_NOSIGNAL);
    EXPECT_TRUE(test::read_all(second).ends_with("page /page"));
    ::close(socket);
    limit.rlim_cur = before;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

#ifndef __SANITIZE_THREAD__ // which needs address space of its own
// Each thread takes a gigabyte of address space, with more and more of it.
TEST(Threads, AreFewerWhereTheSystemRefusesSome) {
    int refused = 0, answered = 0;
    for (rlim_t gigabytes = 1; gigabytes <= 24; ++gigabytes) {
        const pid_t child = ::fork();
        if (child == 0) {
            pthread_attr_t attributes;
            pthread_attr_init(&attributes);
            pthread_attr_setstacksize(&attributes, std::size_t{1} << 30);
            pthread_setattr_default_np(&attributes);
            const rlimit space{(gigabytes << 30) + (std::size_t{1} << 29), RLIM_INFINITY};
            ::setrlimit(RLIMIT_AS, &space);
            try {
                const Listener listener{"127.0.0.1", 0, {page}};
                ::_exit(is_answered(listener.port(), address(1)) ? 0 : 2);
            } catch (const Error& error) {
                ::_exit(error.fault() == Fault::outage ? 1 : 3);
            }
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFEXITED(status)) << gigabytes << ": signal " << WTERMSIG(status);
        ASSERT_LT(WEXITSTATUS(status), 2) << gigabytes;
        ++(WEXITSTATUS(status) == 0 ? answered : refused);
    }
    EXPECT_GT(refused, 0);
    EXPECT_GT(answered, 0);
}
#endif

} // namespace
} // namespace qd::web
