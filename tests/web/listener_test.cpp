#include "web/listener.hpp"

#include "base/error.hpp"
#include "web/client.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace qd::web {
namespace {

using test::ask, test::talk;

std::shared_ptr<const Response> echo(const Request& request) {
    Response response = text_response(
        200, "text/plain", request.method + " " + request.target + " " + std::string{request.header("x-odd")});
    response.set("X-Answer", "ours");
    return std::make_shared<const Response>(std::move(response));
}

TEST(Listener, HandsOnTheRequestAsItWasSent) {
    const Listener listener{"127.0.0.1", 0, {echo}};
    ASSERT_NE(listener.port(), 0);
    const std::string answer = ask(listener.port(), "GET /a%20b/%2e%2e?q=%41+1&q");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
    EXPECT_NE(answer.find("X-Answer: ours\r\n"), std::string::npos);
    EXPECT_TRUE(answer.ends_with("\r\n\r\nGET /a%20b/%2e%2e?q=%41+1&q yes")) << answer;
}

TEST(Listener, SendsNoBodyForHead) {
    const Listener listener{"127.0.0.1", 0, {echo}};
    const std::string answer = ask(listener.port(), "HEAD /");
    EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
    EXPECT_NE(answer.find("Content-Length: 10\r\n"), std::string::npos) << answer;
}

TEST(Listener, AnswersBeforeABodyIsSent) {
    const Listener listener{"127.0.0.1", 0, {echo}};
    const std::string answer =
        talk(listener.port(), "POST /x HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000000\r\n\r\nabc");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
}

TEST(Listener, KeepsTheConnectionForTheNextRequest) {
    const Listener listener{"127.0.0.1", 0, {echo}};
    const std::string answers = talk(listener.port(), "GET /first HTTP/1.1\r\nHost: here\r\n\r\n"
                                                      "HEAD /second HTTP/1.1\r\nHost: here\r\nContent-Length: 0\r\n\r\n"
                                                      "GET /third HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
    EXPECT_NE(answers.find("\r\n\r\nGET /first "), std::string::npos) << answers;
    EXPECT_TRUE(answers.ends_with("\r\n\r\nGET /third ")) << answers;
}

TEST(Listener, OutlivesWhatIsNotHttp) {
    const Listener listener{"127.0.0.1", 0, {echo}};
    EXPECT_EQ(talk(listener.port(), "GET / HTTP/1.1\r\n\r\n").find(" 200 "), std::string::npos); // no Host
    EXPECT_EQ(talk(listener.port(), std::string(100'000, 'x') + "\r\n\r\n").find(" 200 "), std::string::npos);
    EXPECT_EQ(talk(listener.port(), std::string("\x16\x03\x01\x02\x00\x00\r\n\r\n", 10)).find(" 200 "),
              std::string::npos);
    EXPECT_NE(ask(listener.port(), "GET /").find(" 200 "), std::string::npos);
}

TEST(Listener, AnswersManyAtOnce) {
    std::atomic<int> good{0};
    const Listener listener{"127.0.0.1", 0, {echo}};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 20; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < 10; ++k) good += ask(listener.port(), "GET /").find(" 200 ") != std::string::npos;
        });
    threads.clear();
    EXPECT_EQ(good, 200);
}

TEST(Listener, SaysThatAnAddressIsTaken) {
    const Listener first{"127.0.0.1", 0, {echo}};
    try {
        const Listener second{"127.0.0.1", first.port(), {echo}};
        FAIL() << "two listeners on one port";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::conflict) << error.what();
        EXPECT_NE(std::string{error.what()}.find("--listen"), std::string::npos);
    }
}

TEST(Listener, SaysThatAHostIsNone) { EXPECT_THROW((Listener{"no such host.invalid", 0, {echo}}), Error); }

// While documents take their time, more of them than there are threads, pages are given at once.
TEST(Listener, LetsNobodyWaitForSlowAnswers) {
    std::atomic<int> slow{0};
    std::atomic<bool> released{false};
    const auto make = [&](const Request& request) {
        if (request.target == "/slow") {
            ++slow;
            released.wait(false);
        }
        return echo(request);
    };
    const Listener listener{
        "127.0.0.1", 0, {.make = make, .takes_time = [](const Request& request) { return request.target == "/slow"; }}};
    constexpr int many = 20;
    std::vector<std::string> answers(many);
    std::vector<std::thread> visitors;
    for (std::string& answer : answers)
        visitors.emplace_back([&answer, &listener] { answer = ask(listener.port(), "GET /slow"); });
    while (slow < 2) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(ask(listener.port(), "GET /quick").ends_with("GET /quick yes"));
    released = true;
    released.notify_all();
    for (std::thread& visitor : visitors) visitor.join();
    for (const std::string& answer : answers) EXPECT_TRUE(answer.ends_with("GET /slow yes")) << answer;
}

TEST(Listener, GivesWhatIsReadyWhileAllThreadsMakePages) {
    std::atomic<bool> released{false};
    std::atomic<int> made{0};
    const auto make = [&](const Request& request) {
        ++made;
        released.wait(false);
        return echo(request);
    };
    const auto ready = [](const Request& request) { return request.target == "/ready" ? echo(request) : nullptr; };
    Limits limits;
    limits.waiting_pages = 40;
    const Listener listener{"127.0.0.1", 0, {make, ready}, limits};
    std::vector<std::thread> visitors;
    for (int i = 0; i < 40; ++i) visitors.emplace_back([&listener] { ask(listener.port(), "GET /make"); });
    while (made < 2) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_TRUE(ask(listener.port(), "GET /ready").ends_with("GET /ready yes"));
    released = true;
    released.notify_all();
    for (std::thread& visitor : visitors) visitor.join();
    EXPECT_EQ(made, 40);
}

TEST(Listener, RefusesMoreThanItsQueueTakes) {
    std::atomic<bool> released{false};
    std::atomic<int> good{0}, refused{0};
    const auto make = [&](const Request& request) {
        released.wait(false);
        return echo(request);
    };
    Limits limits;
    limits.waiting_pages = 3;
    limits.from_one_address = 0;
    const Listener listener{"127.0.0.1", 0, {make}, limits};
    std::vector<std::thread> visitors;
    for (int i = 0; i < 60; ++i)
        visitors.emplace_back([&] {
            const std::string answer = ask(listener.port(), "GET /page");
            good += answer.starts_with("HTTP/1.1 200 ");
            if (!answer.starts_with("HTTP/1.1 503 ")) return;
            EXPECT_NE(answer.find("\r\nRetry-After: 5\r\n"), std::string::npos) << answer;
            ++refused;
        });
    while (refused < 60 - 3 - 16)
        std::this_thread::sleep_for(std::chrono::milliseconds(5)); // at most 16 threads and 3 more
    released = true;
    released.notify_all();
    for (std::thread& visitor : visitors) visitor.join();
    EXPECT_EQ(good + refused, 60);
    EXPECT_GE(good, 3);
}

TEST(Listener, AsksToTryAgainIfAPageTakesTooLong) {
    std::atomic<bool> released{false};
    const auto make = [&](const Request& request) {
        if (request.target == "/endless") released.wait(false);
        return echo(request);
    };
    Limits limits;
    limits.page = std::chrono::milliseconds(200);
    const Listener listener{"127.0.0.1", 0, {make}, limits};
    const std::string answer = ask(listener.port(), "GET /endless");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 ")) << answer;
    EXPECT_NE(answer.find("\r\nRetry-After: 60\r\n"), std::string::npos) << answer;
    EXPECT_TRUE(ask(listener.port(), "GET /quick").ends_with("GET /quick yes"));
    released = true;
    released.notify_all();
}

TEST(Listener, SaysThatItIsStoppedToWhoStillWaits) {
    std::atomic<bool> begun{false}, released{false};
    const auto make = [&](const Request& request) {
        begun = true;
        begun.notify_all();
        released.wait(false);
        return echo(request);
    };
    auto listener = std::make_unique<Listener>("127.0.0.1", 0, Listener::Answers{make});
    const std::uint16_t port = listener->port();
    std::string answer;
    std::thread visitor([&] { answer = ask(port, "GET /page"); });
    begun.wait(false);
    std::thread stopper([&] { listener.reset(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    released = true;
    released.notify_all();
    stopper.join();
    visitor.join();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 503 ")) << answer;
}

} // namespace
} // namespace qd::web
