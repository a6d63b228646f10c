#include "web/serve.hpp"

#include "base/error.hpp"
#include "web/listener.hpp"
#include "web/site.hpp"

#include <charconv>
#include <csignal>
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

    void wait() const {
        int signal = 0;
        sigwait(&signals_, &signal);
    }

private:
    sigset_t signals_{}, before_{};
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

void serve(Library& library, const Listening& listening, const std::function<void(const std::string& address)>& ready) {
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("quarterday", std::make_shared<spdlog::sinks::stderr_sink_mt>()));
    const Site site{{[&] { return library.current(); }, [&] { return library.now(); }, &library},
                    names_of(listening.host)};
    const Stop stop;
    const Listener listener{listening.host, listening.port,
                            [&](const Request& request) { return site.handle(request); },
                            [&](const Request& request) { return site.takes_time(request); }};
    ready("http://" + in_address(listening.host) + ":" + std::to_string(listener.port()));
    stop.wait();
}

} // namespace qd::web
