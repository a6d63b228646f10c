#include "web/client.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qd::test {
namespace {

sockaddr_in address_of(const std::string& address, std::uint16_t port) {
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    inet_pton(AF_INET, address.c_str(), &result.sin_addr);
    return result;
}

} // namespace

int connect_from(const std::string& address, std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{10, 0};
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
    const sockaddr_in here = address_of(address, 0), there = address_of("127.0.0.1", port);
    EXPECT_EQ(bind(socket, reinterpret_cast<const sockaddr*>(&here), sizeof here), 0) << address;
    EXPECT_EQ(connect(socket, reinterpret_cast<const sockaddr*>(&there), sizeof there), 0);
    return socket;
}

std::string read_all(int socket) {
    std::string result;
    char part[4096];
    for (ssize_t got; (got = recv(socket, part, sizeof part, 0)) > 0;)
        result.append(part, static_cast<std::size_t>(got));
    close(socket);
    return result;
}

std::string talk(std::uint16_t port, const std::string& bytes, const std::string& from) {
    const int socket = connect_from(from, port);
    EXPECT_EQ(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
    return read_all(socket);
}

std::string ask(std::uint16_t port, const std::string& line, const std::string& from) {
    return talk(port, line + " HTTP/1.1\r\nHost: here\r\nX-Odd: yes\r\nConnection: close\r\n\r\n", from);
}

} // namespace qd::test
