#include "base/run_program.hpp"

#include "base/error.hpp"
#include "base/no_network.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "base/unfinished.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <semaphore>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace qd {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }
    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_ = -1;
};

struct Pipe {
    Descriptor read, write;
};

Pipe open_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw Error(Fault::outage, std::string("Cannot start another program: ") + std::strerror(errno) + ".");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// As a pipe, but a program that stops reading is an error here and no signal that ends us.
Pipe open_input() {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw Error(Fault::outage, std::string("Cannot start another program: ") + std::strerror(errno) + ".");
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<std::string> environment_of(const ProgramCall& call) {
    const char* path = std::getenv("PATH");
    std::vector<std::string> out = {std::string("PATH=") + (path ? path : "/usr/local/bin:/usr/bin:/bin"),
                                    "HOME=" + call.folder.string(), "TMPDIR=" + call.folder.string(), "LC_ALL=C.UTF-8"};
    for (const auto& [name, value] : call.environment) out.push_back(name + "=" + value);
    return out;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

// All that the new process needs, made before it exists: between fork and exec only calls that are safe there are allowed.
struct Launch {
    std::string file, folder;
    std::vector<char*> arguments, environment;
    int input = -1, output = -1, complaints = -1;
    rlim_t memory = 0, seconds = 0;
    pid_t starter = 0;
};

[[noreturn]] void become(const Launch& launch) {
    constexpr int cannot_start = 127;
    ::setpgid(0, 0); // what it starts is ended with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != launch.starter) ::_exit(cannot_start); // ended before it could be reported
    const rlimit memory{launch.memory, launch.memory}, seconds{launch.seconds, launch.seconds}, cores{0, 0};
    sigset_t none;
    ::sigemptyset(&none);
    if (::dup2(launch.input, STDIN_FILENO) < 0 || ::dup2(launch.output, STDOUT_FILENO) < 0 ||
        ::dup2(launch.complaints, STDERR_FILENO) < 0 || ::chdir(launch.folder.c_str()) != 0 ||
        ::setrlimit(RLIMIT_AS, &memory) != 0 || ::setrlimit(RLIMIT_CPU, &seconds) != 0 ||
        ::setrlimit(RLIMIT_CORE, &cores) != 0 || ::sigprocmask(SIG_SETMASK, &none, nullptr) != 0 || !deny_network())
        ::_exit(cannot_start);
    ::signal(SIGPIPE, SIG_DFL);
    ::execve(launch.file.c_str(), launch.arguments.data(), launch.environment.data());
    ::_exit(cannot_start);
}

// The running program. Ends it, and what it started, where it is left before it has ended.
class Process {
public:
    explicit Process(pid_t id) : id_(id) {}
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (!ended_) end();
    }
    // Waits for its end; ends what it left running. Its number is not given to another process before that.
    int wait() {
        siginfo_t about{};
        while (::waitid(P_PID, static_cast<id_t>(id_), &about, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
        return end();
    }

private:
    int end() {
        forget_program(id_);
        ::kill(-id_, SIGKILL);
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {}
        ended_ = true;
        return status;
    }

    pid_t id_;
    bool ended_ = false;
};

// Reads what is there; closes at the end of it.
void take(Descriptor& from, std::string& to) {
    std::array<char, 1 << 16> buffer{};
    const ssize_t got = ::read(from.number(), buffer.data(), buffer.size());
    if (got > 0)
        to.append(buffer.data(), static_cast<std::size_t>(got));
    else if (got == 0 || (errno != EINTR && errno != EAGAIN))
        from.close();
}

void give(Descriptor& to, std::string_view& left) {
    const ssize_t put = ::send(to.number(), left.data(), left.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (put > 0) left.remove_prefix(static_cast<std::size_t>(put));
    if (left.empty() || (put < 0 && errno != EINTR && errno != EAGAIN)) to.close();
}

const std::string& name_of(const ProgramCall& call) { return call.title.empty() ? call.program : call.title; }

// As many programs at once as the machine has cores; others wait their turn, as long as they might run.
class Turn {
public:
    explicit Turn(const ProgramCall& call) {
        if (!turns().try_acquire_for(call.time_limit))
            throw Error(Fault::outage, "The program " + name_of(call) +
                                           " could not start: too many are already running. Try again later.");
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn() { turns().release(); }

private:
    static std::counting_semaphore<>& turns() {
        static std::counting_semaphore<> all(static_cast<std::ptrdiff_t>(threads_at_hand()));
        return all;
    }
};

[[noreturn]] void fail(const ProgramCall& call, const std::string& how, const std::string& complaints = {}) {
    const std::string said(trim(complaints));
    const std::size_t last = said.rfind('\n');
    const std::string line = shorten(last == std::string::npos ? said : said.substr(last + 1), 300);
    throw Error(Fault::outage, "The program " + name_of(call) + " " + how + (line.empty() ? "." : ": " + line));
}

struct Said {
    std::string output, complaints;
};

// Gives the program its input and takes what it says, until it says no more.
Said converse(const ProgramCall& call, std::string_view input, Descriptor& in, Descriptor& out,
              Descriptor& complaints) {
    const Clock::time_point deadline = Clock::now() + call.time_limit;
    Said said;
    while (out.is_open() || complaints.is_open()) {
        std::array<pollfd, 3> polls{
            {{out.number(), POLLIN, 0}, {complaints.number(), POLLIN, 0}, {in.number(), POLLOUT, 0}}};
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) fail(call, "did not finish within " + std::to_string(call.time_limit.count()) + " seconds");
        if (::poll(polls.data(), polls.size(), static_cast<int>(std::min<long long>(left, 1000))) < 0) continue;
        if (polls[0].revents) take(out, said.output);
        if (polls[1].revents) take(complaints, said.complaints);
        if (polls[2].revents) give(in, input);
        if (said.output.size() > call.output_limit) fail(call, "wrote more than is allowed");
        if (said.complaints.size() > (std::size_t{1} << 20)) said.complaints.erase(0, said.complaints.size() / 2);
    }
    return said;
}

} // namespace

TemporaryFolder::TemporaryFolder() {
    const std::string where = fs::temp_directory_path().string();
    path_ = begin_folder([&]() -> fs::path {
        std::string name = where + "/quarterday-XXXXXX";
        return ::mkdtemp(name.data()) == nullptr ? "" : name;
    });
    if (path_.empty())
        throw Error(Fault::outage, "Cannot make a temporary folder in " + where + ": " + std::strerror(errno) + ".");
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code none;
    fs::remove_all(path_, none);
    forget_folder(path_);
}

std::string find_program(const std::string& name) {
    if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : "";
    const char* path = std::getenv("PATH");
    for (const std::string& folder : split(path ? path : "/usr/local/bin:/usr/bin:/bin", ':')) {
        const std::string file = (folder.empty() ? "." : folder) + "/" + name;
        std::error_code none;
        if (::access(file.c_str(), X_OK) == 0 && !fs::is_directory(file, none)) return file;
    }
    return {};
}

std::string run_program(const ProgramCall& call, std::string_view input) {
    const Turn turn(call);
    Launch launch;
    launch.file = find_program(call.program);
    if (launch.file.empty())
        throw Error(Fault::outage, "The program " + name_of(call) + " is not installed. Install the Debian package " +
                                       call.package + " (apt install " + call.package + ").");
    std::vector<std::string> arguments = call.arguments, environment = environment_of(call);
    arguments.insert(arguments.begin(), call.program);
    launch.arguments = pointers_to(arguments);
    launch.environment = pointers_to(environment);
    launch.folder = call.folder.string();
    launch.memory = call.memory_limit;
    launch.seconds = static_cast<rlim_t>(call.time_limit.count()) + 1;
    Pipe in = open_input(), out = open_pipe(), complaints = open_pipe();
    launch.input = in.read.number(), launch.output = out.write.number(), launch.complaints = complaints.write.number();
    launch.starter = ::getpid();
    const pid_t id = begin_program([&launch] {
        const pid_t child = ::fork();
        if (child == 0) become(launch);
        if (child > 0) ::setpgid(child, child); // whichever of the two comes first
        return child;
    });
    if (id < 0) fail(call, std::string("cannot be started: ") + std::strerror(errno));
    Process process(id);
    in.read.close(), out.write.close(), complaints.write.close();
    if (input.empty()) in.write.close();
    const Said said = converse(call, input, in.write, out.read, complaints.read);
    const int status = process.wait();
    if (programs_are_ended()) fail(call, "was stopped, because Quarterday is stopping");
    if (WIFSIGNALED(status)) fail(call, "was ended by signal " + std::to_string(WTERMSIG(status)), said.complaints);
    if (WEXITSTATUS(status) != 0) fail(call, "failed", said.complaints);
    return said.output;
}

} // namespace qd
