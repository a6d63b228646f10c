#pragma once

#include <cstdint>
#include <string>

namespace qd::test {

// Clients that know nothing of HTTP, from any address of this machine ("127.0.0.7").
int connect_from(const std::string& address, std::uint16_t port); // a socket; reads wait 10 s at most
std::string read_all(int socket);                                 // until the server closes; then it is closed here too
std::string talk(std::uint16_t port, const std::string& bytes, const std::string& from = "127.0.0.1");
std::string ask(std::uint16_t port, const std::string& line, const std::string& from = "127.0.0.1"); // "GET /"

} // namespace qd::test
