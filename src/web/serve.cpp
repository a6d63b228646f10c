#include "web/serve.hpp"

#include "base/error.hpp"
#include "base/unfinished.hpp"
#include "web/listener.hpp"
#include "web/site.hpp"

#include <charconv>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace qd::web {
namespace {

[[noreturn]] void refuse(const std::string& text) {
    throw Error(Fault::request,
                "“" + text +
                    "” is not an address to listen on. Write host and port, such as 127.0.0.1:8080 or [::1]:8080.");
}

bool is_loopback(const std::string& host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

std::vector<std::string> names_of(const std::string& host) {
    if (!is_loopback(host)) return {};
    return {"127.0.0.1", "localhost", "[::1]", host};
}

std::string in_address(const std::string& host) {
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

// Keeps SIGINT and SIGTERM from all threads that are started while it lives, so that wait() receives them.
class Stop {
public:
    Stop() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, &before_);
    }
    ~Stop() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    Stop(const Stop&) = delete;
    Stop& operator=(const Stop&) = delete;

    // A second one ends the program at once.
    void wait() const {
        int signal = 0;
        sigwait(&signals_, &signal);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t signals_{}, before_{};
};

// Looks after the store while it lives, so that no visitor waits for it to be read.
class Lookout {
public:
    explicit Lookout(Library& library) try
        : thread_([&library](const std::stop_token& stop) { watch(library, stop); }) {
    } catch (const std::system_error& refused) {
        throw Error(Fault::outage, std::string("The system refuses to start a thread: ") + refused.what() +
                                       ". Raise the number of processes this user may have (ulimit -u).");
    }

private:
    static void watch(Library& library, const std::stop_token& stop) {
        constexpr std::chrono::milliseconds pause{250};
        std::mutex mutex;
        std::condition_variable_any stopped;
        std::unique_lock lock(mutex);
        while (!stopped.wait_for(lock, stop, pause, [] { return false; }) && !stop.stop_requested()) library.look();
    }

    std::jthread thread_;
};

} // namespace

Listening parse_listening(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) refuse(text);
    Listening listening;
    listening.host = text.substr(0, colon);
    if (listening.host.starts_with('[') && listening.host.ends_with(']'))
        listening.host = listening.host.substr(1, listening.host.size() - 2);
    else if (listening.host.find(':') != std::string::npos)
        refuse(text);
    const char* first = text.data() + colon + 1;
    const char* last = text.data() + text.size();
    const auto [end, failure] = std::from_chars(first, last, listening.port);
    if (failure != std::errc{} || end != last || listening.host.empty()) refuse(text);
    return listening;
}

void serve(Library& library, const Listening& listening, const Limits& limits,
           const std::function<void(const std::string& address)>& ready) {
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("quarterday", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    const Site site{{[&] { return library.newest(); }, [&] { return library.now(); }, &library},
                    names_of(listening.host)};
    const Stop stop;
    const Lookout lookout(library);
    const Listener listener{listening.host,
                            listening.port,
                            {[&](const Request& request) { return site.handle(request); },
                             [&](const Request& request) { return site.ready(request); },
                             [&](const Request& request) { return site.takes_time(request); }},
                            limits};
    ready("http://" + in_address(listening.host) + ":" + std::to_string(listener.port()));
    stop.wait();
    end_programs(); // so that nobody waits for what they were to make
}

} // namespace qd::web
