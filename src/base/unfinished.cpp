#include "base/unfinished.hpp"

#include "base/error.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace qd {
namespace {

namespace fs = std::filesystem;

constexpr std::array<int, 3> ending_signals{SIGINT, SIGTERM, SIGHUP};
std::array<int, 2> signalled{-1, -1}; // a pipe from the handler to the thread that does what a handler must not
std::atomic<pid_t> watching{0};       // the process that has the thread: a copy of it has not

class Unfinished {
public:
    static Unfinished& all() {
        static auto* one = new Unfinished; // for the thread that may use it while we end
        return *one;
    }

    pid_t begin_program(const std::function<pid_t()>& begin) {
        const std::lock_guard lock(mutex_);
        if (ended_) throw Error(Fault::outage, "No more programs can be started: Quarterday is stopping.");
        watch_signals();
        const pid_t id = begin();
        if (id > 0) programs_.insert(id);
        return id;
    }
    void forget_program(pid_t id) {
        const std::lock_guard lock(mutex_);
        programs_.erase(id);
    }
    fs::path begin_folder(const std::function<fs::path()>& begin) {
        const std::lock_guard lock(mutex_);
        watch_signals();
        fs::path folder = begin();
        if (!folder.empty()) folders_.insert(folder);
        return folder;
    }
    void forget_folder(const fs::path& folder) {
        const std::lock_guard lock(mutex_);
        folders_.erase(folder);
    }
    void end_programs() {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        for (const pid_t id : programs_) ::kill(-id, SIGKILL);
    }
    bool ended() {
        const std::lock_guard lock(mutex_);
        return ended_;
    }

private:
    void watch_signals();
    // Keeps the lock for good: nothing is started or forgotten meanwhile, and a thread that would go on because a
    // program ended waits until all is over.
    [[noreturn]] void end_with(int signal);

    std::mutex mutex_;
    std::set<pid_t> programs_;
    std::set<fs::path> folders_;
    bool ended_ = false;
};

void note_signal(int signal) {
    const int before = errno;
    const auto byte = static_cast<char>(signal);
    if (watching != ::getpid() || ::write(signalled[1], &byte, 1) < 0) ::_exit(128 + signal);
    errno = before;
}

// Where the system refuses a pipe or a thread, signals end us as they ever did, and the programs with us.
void Unfinished::watch_signals() {
    if (watching.exchange(::getpid()) == ::getpid()) return;
    programs_.clear(); // those of the process that this one was copied from are its own
    folders_.clear();
    if (::pipe2(signalled.data(), O_CLOEXEC) != 0) return;
    sigset_t every, before;
    ::sigfillset(&every);
    ::pthread_sigmask(SIG_BLOCK, &every, &before);
    bool started = true;
    try {
        std::thread([this] {
            char signal = 0;
            while (::read(signalled[0], &signal, 1) != 1) {}
            end_with(signal);
        }).detach();
    } catch (const std::system_error&) {
        started = false;
    }
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    struct sigaction ours = {};
    struct sigaction theirs = {};
    ours.sa_handler = note_signal;
    ours.sa_flags = SA_RESTART;
    for (const int signal : ending_signals)
        if (started && ::sigaction(signal, nullptr, &theirs) == 0 && theirs.sa_handler == SIG_DFL)
            ::sigaction(signal, &ours, nullptr);
}

void Unfinished::end_with(int signal) {
    mutex_.lock();
    for (const pid_t id : programs_) ::kill(-id, SIGKILL);
    siginfo_t about{};
    for (const pid_t id : programs_)
        while (::waitid(P_PID, static_cast<id_t>(id), &about, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
    constexpr int tries = 20; // what the programs started may write for a moment yet
    for (int i = 0; i < tries; ++i) {
        bool gone = true;
        for (const fs::path& folder : folders_) {
            std::error_code failure;
            fs::remove_all(folder, failure);
            gone = gone && !fs::exists(folder, failure);
        }
        if (gone) break;
        ::usleep(10'000);
    }
    ::signal(signal, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    ::raise(signal);
    ::_exit(128 + signal);
}

} // namespace

pid_t begin_program(const std::function<pid_t()>& begin) { return Unfinished::all().begin_program(begin); }
void forget_program(pid_t id) { Unfinished::all().forget_program(id); }
fs::path begin_folder(const std::function<fs::path()>& begin) { return Unfinished::all().begin_folder(begin); }
void forget_folder(const fs::path& folder) { Unfinished::all().forget_folder(folder); }
void end_programs() { Unfinished::all().end_programs(); }
bool programs_are_ended() { return Unfinished::all().ended(); }

} // namespace qd
