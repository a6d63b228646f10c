#include "web/listener.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "web/door.hpp"
#include "web/exchange.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <thread>
#include <utility>

#include <microhttpd.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

namespace qd::web {

// What answers all requests of one listener.
struct Answering {
    Answering(Listener::Answers answers_, const Limits& limits_)
        : answers(std::move(answers_)), limits(limits_), guests(limits), making(answers, limits) {}

    const Listener::Answers answers;
    const Limits limits;
    Guests guests;
    Making making;
};

namespace {

constexpr unsigned idle_seconds = 30, most_for_http = 1u << 20; // the limit on connections is ours
constexpr std::size_t head_bytes = 32 * 1024;                   // of a request: its line and headers
constexpr std::size_t other_descriptors = 256; // for the store, files and programs, and connections about to be closed

Answering& from(void* answering) { return *static_cast<Answering*>(answering); }

// As many connections as asked for, or as the system lets us have descriptors.
Limits within_reach(Limits limits) {
    rlimit descriptors{};
    if (::getrlimit(RLIMIT_NOFILE, &descriptors) != 0) return limits;
    const rlim_t wanted = limits.connections + other_descriptors;
    if (descriptors.rlim_cur < wanted) {
        descriptors.rlim_cur = std::min(wanted, descriptors.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &descriptors);
    }
    const std::size_t others = std::min<std::size_t>(other_descriptors, descriptors.rlim_cur / 2);
    limits.connections = std::min<std::size_t>(limits.connections, descriptors.rlim_cur - others);
    return limits;
}

void log_for_mhd(void*, const char* format, va_list arguments) {
    const int cause = errno; // why MHD_start_daemon failed; the log checks the terminal, which sets it again
    char line[512];
    std::vsnprintf(line, sizeof line, format, arguments);
    std::string_view text{line};
    while (text.ends_with('\n')) text.remove_suffix(1);
    spdlog::debug("http: {}", text); // broken clients, not faults of ours
    errno = cause;
}

// Called first, with the target as it was sent, before anything in it is decoded.
void* begin_exchange(void*, const char* target, MHD_Connection* connection) {
    try {
        auto exchange = std::make_shared<Exchange>();
        exchange->request.target = target;
        exchange->connection = connection;
        const auto* about = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        exchange->guest = about == nullptr ? nullptr : static_cast<Guest*>(about->socket_context);
        return new std::shared_ptr<Exchange>(std::move(exchange));
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void end_exchange(void* answering, MHD_Connection*, void** state, MHD_RequestTerminationCode) {
    auto* held = static_cast<std::shared_ptr<Exchange>*>(std::exchange(*state, nullptr));
    if (held == nullptr) return;
    if (Guest* guest = (*held)->guest) guest->begin(Guest::Doing::asking, from(answering).limits.request);
    delete held;
}

void begin_or_end_connection(void* answering, MHD_Connection* connection, void** context,
                             MHD_ConnectionNotificationCode what) {
    const int socket = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    if (what == MHD_CONNECTION_NOTIFY_STARTED)
        *context = from(answering).guests.serve(socket);
    else
        from(answering).guests.leave(socket);
}

MHD_Result add_header(void* request, MHD_ValueKind, const char* name, const char* value) {
    static_cast<Request*>(request)->headers.push_back({name, value == nullptr ? "" : value});
    return MHD_YES;
}

void let_go(void* answered) { delete static_cast<Answered*>(answered); }

// The bytes are not copied: the reply keeps the response until it is sent.
MHD_Result send(const Exchange& exchange, const Answered& response, const Limits& limits) {
    auto held = std::make_unique<Answered>(response);
    const std::string& body = response->body;
    if (exchange.guest != nullptr)
        exchange.guest->begin(Guest::Doing::taking,
                              limits.sending + std::chrono::milliseconds(body.size() * 1000 / limits.slowest));
    MHD_Response* reply = MHD_create_response_from_buffer_with_free_callback_cls(
        body.size(), const_cast<char*>(body.data()), let_go, held.get());
    if (reply == nullptr) return MHD_NO;
    held.release();
    for (const Header& header : response->headers)
        MHD_add_response_header(reply, header.name.c_str(), header.value.c_str());
    const MHD_Result result = MHD_queue_response(exchange.connection, static_cast<unsigned>(response->status), reply);
    MHD_destroy_response(reply);
    return result;
}

bool has_body(MHD_Connection* connection) {
    const char* length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_CONTENT_LENGTH);
    return (length != nullptr && std::string_view(length) != "0") ||
           MHD_lookup_connection_value(connection, MHD_HEADER_KIND, MHD_HTTP_HEADER_TRANSFER_ENCODING) != nullptr;
}

// No route takes a body yet, so the answer to a request that has one is given before it is read, which closes the
// connection after it. Without a body the answer waits for the second call, and the connection stays open for the next request.
MHD_Result answer_exchange(void* answering, MHD_Connection* connection, const char*, const char* method, const char*,
                           const char*, std::size_t*, void** state) {
    const auto* held = static_cast<std::shared_ptr<Exchange>*>(*state);
    if (held == nullptr) return MHD_NO;
    Exchange& exchange = **held;
    if (!std::exchange(exchange.begun, true) && !has_body(connection)) return MHD_YES;
    Answering& by = from(answering);
    try {
        if (exchange.under_way) return send(exchange, exchange.answered, by.limits);
        exchange.request.method = method;
        MHD_get_connection_values(connection, MHD_HEADER_KIND, add_header, &exchange.request);
        if (by.answers.ready)
            if (const Answered ready = by.answers.ready(exchange.request)) return send(exchange, ready, by.limits);
        if (exchange.guest != nullptr) exchange.guest->begin(Guest::Doing::waiting, {});
        by.making.begin(*held);
        return MHD_YES;
    } catch (const std::exception& error) {
        spdlog::error("a request could not be answered: {}", error.what());
        return MHD_NO; // closes the connection
    }
}

// With as many threads as asked for, or as the system gives; null if it gives none.
MHD_Daemon* start_http(Answering& answering, bool ipv6) {
    unsigned flags =
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET | MHD_USE_ERROR_LOG;
    if (ipv6) flags |= MHD_USE_IPv6;
    for (auto threads = static_cast<unsigned>(std::max<std::size_t>(threads_at_hand(), 2)); threads > 0; threads /= 2) {
        errno = 0;
        if (MHD_Daemon* daemon = MHD_start_daemon(
                flags, 0, nullptr, nullptr, answer_exchange, &answering, MHD_OPTION_EXTERNAL_LOGGER, log_for_mhd,
                nullptr, MHD_OPTION_URI_LOG_CALLBACK, begin_exchange, nullptr, MHD_OPTION_NOTIFY_COMPLETED,
                end_exchange, &answering, MHD_OPTION_NOTIFY_CONNECTION, begin_or_end_connection, &answering,
                MHD_OPTION_THREAD_POOL_SIZE, threads == 1 ? 0u : threads, MHD_OPTION_CONNECTION_LIMIT, most_for_http,
                MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, head_bytes,
                MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END))
            return daemon;
    }
    return nullptr;
}

} // namespace

class Listener::Inside {
public:
    Inside(const std::string& host, std::uint16_t port, Answers answers, const Limits& limits)
        : door_(host, port), answering_(std::move(answers), within_reach(limits)),
          daemon_(start_http(answering_, door_.is_ipv6())) {
        if (daemon_ == nullptr)
            throw Error(Fault::outage, std::string("The server cannot be started: ") +
                                           (errno == 0 ? "no thread or descriptor is left" : std::strerror(errno)) +
                                           ". Raise what this user may have (ulimit -u, ulimit -n).");
        const auto take = [this](int socket, const sockaddr_storage& address, socklen_t size) {
            if (MHD_add_connection(daemon_, socket, reinterpret_cast<const sockaddr*>(&address), size) != MHD_YES)
                answering_.guests.leave(socket); // libmicrohttpd has closed it
        };
        try {
            door_.open(answering_.guests, take, [this] { answering_.making.settle_late(); });
        } catch (...) {
            MHD_stop_daemon(daemon_);
            throw;
        }
    }
    ~Inside() {
        door_.close();
        answering_.making.close(); // a connection that rests must not be stopped
        constexpr std::chrono::milliseconds step{10}, most{2000};
        for (auto waited = step; waited < most && answering_.guests.any_served(); waited += step)
            std::this_thread::sleep_for(step); // for who is taking his answer
        MHD_stop_daemon(daemon_);
    }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

    std::uint16_t port() const { return door_.port(); }

private:
    Door door_;
    Answering answering_;
    MHD_Daemon* daemon_ = nullptr;
};

Listener::Listener(const std::string& host, std::uint16_t port, Answers answers, const Limits& limits)
    : inside_(std::make_unique<Inside>(host, port, std::move(answers), limits)) {}
Listener::~Listener() = default;
std::uint16_t Listener::port() const { return inside_->port(); }

} // namespace qd::web
