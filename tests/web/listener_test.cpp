#include "web/listener.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <atomic>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace qd::web {
namespace {

// Sends bytes and reads until the server closes, as a client that knows nothing of HTTP.
std::string talk(std::uint16_t port, const std::string& bytes) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience{10, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    EXPECT_EQ(connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
    std::string result;
    char part[4096];
    for (ssize_t got; (got = recv(socket, part, sizeof part, 0)) > 0;)
        result.append(part, static_cast<std::size_t>(got));
    close(socket);
    return result;
}

std::string ask(std::uint16_t port, const std::string& line) {
    return talk(port, line + " HTTP/1.1\r\nHost: here\r\nX-Odd: yes\r\nConnection: close\r\n\r\n");
}

std::shared_ptr<const Response> echo(const Request& request) {
    Response response = text_response(
        200, "text/plain", request.method + " " + request.target + " " + std::string{request.header("x-odd")});
    response.set("X-Answer", "ours");
    return std::make_shared<const Response>(std::move(response));
}

TEST(Listener, HandsOnTheRequestAsItWasSent) {
    const Listener listener{"127.0.0.1", 0, echo};
    ASSERT_NE(listener.port(), 0);
    const std::string answer = ask(listener.port(), "GET /a%20b/%2e%2e?q=%41+1&q");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_NE(answer.find("X-Answer: ours\r\n"), std::string::npos);
    EXPECT_TRUE(answer.ends_with("\r\n\r\nGET /a%20b/%2e%2e?q=%41+1&q yes")) << answer;
}

TEST(Listener, SendsNoBodyForHead) {
    const Listener listener{"127.0.0.1", 0, echo};
    const std::string answer = ask(listener.port(), "HEAD /");
    EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
    EXPECT_NE(answer.find("Content-Length: 10\r\n"), std::string::npos) << answer;
}

TEST(Listener, AnswersBeforeABodyIsSent) {
    const Listener listener{"127.0.0.1", 0, echo};
    const std::string answer =
        talk(listener.port(), "POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000000\r\n\r\nabc");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
}

TEST(Listener, KeepsTheConnectionForTheNextRequest) {
    const Listener listener{"127.0.0.1", 0, echo};
    const std::string answers = talk(listener.port(), "GET /first HTTP/1.1\r\nHost: here\r\n\r\n"
                                                      "HEAD /second HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n"
                                                      "GET /third HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
    EXPECT_NE(answers.find("\r\n\r\nGET /first "), std::string::npos) << answers;
    EXPECT_TRUE(answers.ends_with("\r\n\r\nGET /third ")) << answers;
}

TEST(Listener, OutlivesWhatIsNotHttp) {
    const Listener listener{"127.0.0.1", 0, echo};
    EXPECT_EQ(talk(listener.port(), "GET / HTTP/1.1\r\n\r\n").find(" 200 "), std::string::npos); // no Host
    EXPECT_EQ(talk(listener.port(), std::string(100'000, 'x') + "\r\n\r\n").find(" 200 "), std::string::npos);
    EXPECT_EQ(talk(listener.port(), std::string("\x16\x03\x01\x02\x00\x00\r\n\r\n", 10)).find(" 200 "),
              std::string::npos);
    EXPECT_NE(ask(listener.port(), "GET /").find(" 200 "), std::string::npos);
}

TEST(Listener, AnswersManyAtOnce) {
    std::atomic<int> good{0};
    const Listener listener{"127.0.0.1", 0, echo};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 20; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 10; ++k) good += ask(listener.port(), "GET /").find(" 200 ") != std::string::npos;
        });
    threads.clear();
    EXPECT_EQ(good, 200);
}

TEST(Listener, SaysThatAnAddressIsTaken) {
    const Listener first{"127.0.0.1", 0, echo};
    try {
        const Listener second{"127.0.0.1", first.port(), echo};
        FAIL() << "two listeners on one port";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::conflict) << error.what();
        EXPECT_NE(std::string{error.what()}.find("--listen"), std::string::npos);
    }
}

TEST(Listener, SaysThatAHostIsNone) { EXPECT_THROW((Listener{"no such host.invalid", 0, echo}), Error); }

// While answers take their time, more of them than there are threads, others are given at once.
TEST(Listener, LetsNobodyWaitForSlowAnswers) {
    std::atomic<int> slow{0};
    std::atomic<bool> released{false};
    const Listener listener{"127.0.0.1", 0,
                            [&](const Request& request) {
                                if (request.target == "/slow") {
                                    ++slow;
                                    while (!released) std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                }
                                return echo(request);
                            },
                            [](const Request& request) { return request.target == "/slow"; }};
    constexpr int many = 20;
    std::vector<std::string> answers(many);
    std::vector<std::thread> visitors;
    for (std::string& answer : answers)
        visitors.emplace_back([&answer, &listener] { answer = ask(listener.port(), "GET /slow"); });
    while (slow < many) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(ask(listener.port(), "GET /quick").ends_with("GET /quick yes"));
    released = true;
    for (std::thread& visitor : visitors) visitor.join();
    for (const std::string& answer : answers) EXPECT_TRUE(answer.ends_with("GET /slow yes")) << answer;
}

TEST(Listener, RefusesMoreSlowAnswersThanItWillHold) {
    std::atomic<bool> released{false};
    std::atomic<int> slow{0};
    const Listener listener{"127.0.0.1", 0,
                            [&](const Request& request) {
                                ++slow;
                                while (!released) std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                return echo(request);
                            },
                            [](const Request&) { return true; }};
    constexpr int most = 32;
    std::vector<std::thread> visitors;
    for (int i = 0; i < most; ++i) visitors.emplace_back([&listener] { ask(listener.port(), "GET /slow"); });
    while (slow < most) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const std::string answer = ask(listener.port(), "GET /one-more");
    released = true;
    for (std::thread& visitor : visitors) visitor.join();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 ")) << answer;
    EXPECT_NE(answer.find("Retry-After: 60"), std::string::npos);
}

} // namespace
} // namespace qd::web
