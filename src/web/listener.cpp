#include "web/listener.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstdarg>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <spdlog/spdlog.h>

namespace qd::web {
namespace {

constexpr unsigned most_connections = 1000, idle_seconds = 30, backlog = 511;
constexpr std::size_t head_bytes = 32 * 1024; // of a request: its line and headers

using Answered = std::shared_ptr<const Response>;

// What travels with one request through libmicrohttpd's callbacks.
struct Exchange {
    Request request;
    bool begun = false; // libmicrohttpd asks twice: before the body, and after it
    Answered answered;  // by a thread of its own; libmicrohttpd then asks a third time
};

// Answers that take seconds, each on a thread of its own while its connection rests.
class SlowAnswers {
public:
    explicit SlowAnswers(const Listener::Answer& answer) : answer_(answer) {}

    // False: too many are under way.
    bool begin(Exchange& exchange, MHD_Connection* connection) {
        {
            const std::lock_guard lock(mutex_);
            if (under_way_ >= most_slow || closing_) return false;
            ++under_way_;
        }
        MHD_suspend_connection(connection);
        try {
            std::thread([this, &exchange, connection] { work(exchange, connection); }).detach();
        } catch (const std::system_error&) {
            MHD_resume_connection(connection);
            end();
            return false;
        }
        return true;
    }
    // Begins no more, and waits for those under way.
    void close() {
        std::unique_lock lock(mutex_);
        closing_ = true;
        none_.wait(lock, [this] { return under_way_ == 0; });
    }

private:
    static constexpr std::size_t most_slow = 32;

    void work(Exchange& exchange, MHD_Connection* connection) {
        exchange.answered = answer_(exchange.request);
        MHD_resume_connection(connection);
        end();
    }
    void end() {
        const std::lock_guard lock(mutex_);
        --under_way_;
        none_.notify_all();
    }

    const Listener::Answer& answer_;
    std::mutex mutex_;
    std::condition_variable none_;
    std::size_t under_way_ = 0;
    bool closing_ = false;
};

// What answers all requests of one listener.
struct Answering {
    Listener::Answer answer;
    Listener::TakesTime takes_time;
    SlowAnswers slow{answer};
};

Answered busy() {
    Response response = text_response(503, "text/plain; charset=utf-8",
                                      "Too many documents are being made at the moment. Come again in a minute.\n");
    response.set("Retry-After", "60");
    return std::make_shared<const Response>(std::move(response));
}

void log_for_mhd(void*, const char* format, va_list arguments) {
    const int cause = errno; // why MHD_start_daemon failed; the log asks after the terminal, which sets it anew
    char line[512];
    std::vsnprintf(line, sizeof line, format, arguments);
    std::string_view text{line};
    while (text.ends_with('\n')) text.remove_suffix(1);
    spdlog::debug("http: {}", text); // broken clients, not faults of ours
    errno = cause;
}

// Called first, with the target as it was sent, before anything in it is decoded.
void* begin_exchange(void*, const char* target, MHD_Connection*) {
    try {
        auto exchange = std::make_unique<Exchange>();
        exchange->request.target = target;
        return exchange.release();
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void end_exchange(void*, MHD_Connection*, void** state, MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*state);
    *state = nullptr;
}

MHD_Result add_header(void* request, MHD_ValueKind, const char* name, const char* value) {
    static_cast<Request*>(request)->headers.push_back({name, value == nullptr ? "" : value});
    return MHD_YES;
}

void let_go(void* answered) { delete static_cast<Answered*>(answered); }

// The bytes are not copied: the reply holds the response until it is sent.
MHD_Result send(MHD_Connection* connection, const Answered& response) {
    auto held = std::make_unique<Answered>(response);
    const std::string& body = response->body;
    MHD_Response* reply = MHD_create_response_from_buffer_with_free_callback_cls(
        body.size(), const_cast<char*>(body.data()), let_go, held.get());
    if (reply == nullptr) return MHD_NO;
    held.release();
    for (const Header& header : response->headers)
        MHD_add_response_header(reply, header.name.c_str(), header.value.c_str());
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(response->status), reply);
    MHD_destroy_response(reply);
    return result;
}

bool has_body(MHD_Connection* connection) {
    const char* length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);
    return (length != nullptr && std::string_view(length) != "0") ||
           MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_TRANSFER_ENCODING) != nullptr;
}

// No route takes a body yet, so the answer to a request that has one is given before it is read, which closes the connection
// behind it. Without a body the answer waits for the second call, and the connection stays open for the next request.
MHD_Result answer_exchange(void* answering, MHD_Connection* connection, const char*, const char* method, const char*,
                           const char*, std::size_t*, void** state) {
    auto* exchange = static_cast<Exchange*>(*state);
    if (exchange == nullptr) return MHD_NO;
    if (!std::exchange(exchange->begun, true) && !has_body(connection)) return MHD_YES;
    try {
        if (exchange->answered) return send(connection, exchange->answered);
        exchange->request.method = method;
        MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &exchange->request);
        auto& by = *static_cast<Answering*>(answering);
        if (!by.takes_time || !by.takes_time(exchange->request)) return send(connection, by.answer(exchange->request));
        if (!has_body(connection) && by.slow.begin(*exchange, connection)) return MHD_YES;
        return send(connection, busy());
    } catch (const std::exception& error) {
        spdlog::error("a request could not be answered: {}", error.what());
        return MHD_NO; // closes the connection
    }
}

struct Resolved {
    sockaddr_storage address{};
    unsigned flags = 0;
};

Resolved resolve(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int failure = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found); failure != 0)
        throw Error(Fault::request, "Cannot listen on “" + host + "”: " + gai_strerror(failure) +
                                        ". Use 127.0.0.1 for this machine alone, 0.0.0.0 for all networks.");
    Resolved resolved;
    std::memcpy(&resolved.address, found->ai_addr, found->ai_addrlen);
    if (found->ai_family == AF_INET6) resolved.flags = MHD_USE_IPv6;
    freeaddrinfo(found);
    return resolved;
}

} // namespace

class Listener::Inside {
public:
    Inside(const std::string& host, std::uint16_t port, Answer answer, TakesTime takes_time)
        : answering_{std::move(answer), std::move(takes_time)} {
        const Resolved resolved = resolve(host, port);
        errno = 0;
        daemon_ = MHD_start_daemon(
            MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG | resolved.flags, port,
            nullptr, nullptr, answer_exchange, &answering_, MHD_OPTION_EXTERNAL_LOGGER, log_for_mhd, nullptr,
            MHD_OPTION_URI_LOG_CALLBACK, begin_exchange, nullptr, MHD_OPTION_NOTIFY_COMPLETED, end_exchange, nullptr,
            MHD_OPTION_SOCK_ADDR, &resolved.address, MHD_OPTION_THREAD_POOL_SIZE,
            std::clamp(std::thread::hardware_concurrency(), 2u, 32u), MHD_OPTION_CONNECTION_LIMIT, most_connections,
            MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, head_bytes,
            MHD_OPTION_LISTEN_BACKLOG_SIZE, backlog, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
        if (daemon_ == nullptr) {
            const std::string cause = errno == 0 ? "the server could not be started" : std::strerror(errno);
            throw Error(errno == EADDRINUSE || errno == 0 ? Fault::conflict : Fault::outage,
                        "Cannot listen on " + host + " port " + std::to_string(port) + ": " + cause +
                            ". Stop what uses it, or choose another with --listen.");
        }
    }
    ~Inside() {
        answering_.slow.close(); // a connection that rests must not be stopped
        MHD_stop_daemon(daemon_);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    std::uint16_t port() const { return MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT)->port; }

private:
    Answering answering_;
    MHD_Daemon* daemon_ = nullptr;
};

Listener::Listener(const std::string& host, std::uint16_t port, Answer answer, TakesTime takes_time)
    : inside_(std::make_unique<Inside>(host, port, std::move(answer), std::move(takes_time))) {}
Listener::~Listener() = default;
std::uint16_t Listener::port() const { return inside_->port(); }

} // namespace qd::web
