#include "fuzz/watch.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <new>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

namespace qd::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_failures = 20; // of one family, then enough is known
constexpr int broken = 99;                  // how a run ends that reported what is wrong

// In memory that both processes see.
struct Progress {
    std::uint64_t number, refused, understood, slowest;
    double slowest_seconds;
    bool done;
    char message[1000];
};

class Shared {
public:
    Shared() : memory_(::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {
        if (memory_ == MAP_FAILED) throw std::bad_alloc();
        new (memory_) Progress{};
    }
    Shared(const Shared&) = delete;
    Shared& operator=(const Shared&) = delete;
    ~Shared() { ::munmap(memory_, sizeof(Progress)); }
    Progress* operator->() const { return static_cast<Progress*>(memory_); }

private:
    void* memory_;
};

// In the process that may die.
void run_all(const Family& family, const Assignment& assignment, std::uint64_t first, const Shared& progress) {
    using Steady = std::chrono::steady_clock;
    for (std::uint64_t number = first; number < assignment.first + assignment.count; ++number) {
        progress->number = number;
        ::alarm(assignment.patience_seconds);
        const Steady::time_point start = Steady::now();
        try {
            const Ending ending = family.run(make_input(family, assignment.seed, number));
            ++(ending == Ending::refused ? progress->refused : progress->understood);
        } catch (const std::exception& error) {
            fmt::format_to_n(progress->message, sizeof progress->message - 1, "{}", error.what());
            std::fflush(nullptr);
            ::_exit(broken);
        }
        const double seconds = std::chrono::duration<double>(Steady::now() - start).count();
        if (seconds <= progress->slowest_seconds) continue;
        progress->slowest_seconds = seconds;
        progress->slowest = number;
    }
    ::alarm(0);
    progress->done = true;
}

std::string cause_of(int status, const Progress& progress) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) return "took too long";
    if (WIFSIGNALED(status)) return fmt::format("ended by {}", strsignal(WTERMSIG(status)));
    if (WEXITSTATUS(status) == broken) return progress.message;
    return fmt::format("ended with {} (a sanitizer's report stands above)", WEXITSTATUS(status));
}

void keep(const Input& input, const std::string& told, const fs::path& folder) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "about.txt") << told << "\nsetting: " << input.about << "\n";
    for (const SourceFile& file : input.files) {
        const fs::path path = folder / "input" / file.path;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << file.bytes;
    }
}

void tell(const Family& family, const Assignment& assignment, const Shared& progress, int status,
          const fs::path& findings) {
    const fs::path folder = findings / fmt::format("{}-{}-{}", family.name, assignment.seed, progress->number);
    std::string told =
        fmt::format("{} {}: {}\n", family.name, progress->number, cause_of(status, *progress.operator->()));
    if (progress->done) {
        fmt::print(stderr, "{}  after the last input: memory that was lost, as told above\n", told);
        return;
    }
    told += fmt::format("  repeat: fuzz --seed {} --family {} --first {} --count 1\n", assignment.seed, family.name,
                        progress->number);
    keep(make_input(family, assignment.seed, progress->number), told, folder);
    fmt::print(stderr, "{}  input:  {}\n", told, folder.string());
}

} // namespace

Input make_input(const Family& family, std::uint64_t seed, std::uint64_t number) {
    Random random(seed, family.name, number);
    return family.make(random);
}

Tally run_watched(const Family& family, const Assignment& assignment, const fs::path& findings) {
    const Shared progress;
    Tally tally;
    const std::uint64_t end = assignment.first + assignment.count;
    for (std::uint64_t next = assignment.first; next < end && tally.failed < most_failures;
         next = progress->number + 1) {
        std::fflush(nullptr);
        const pid_t child = ::fork();
        if (child < 0) throw Error(Fault::outage, std::string("No process can be made: ") + std::strerror(errno) + ".");
        if (child == 0) {
            run_all(family, assignment, next, progress);
            std::exit(0); // not _exit: lost memory is looked for here
        }
        int status = 0;
        rusage used{};
        while (::wait4(child, &status, 0, &used) < 0 && errno == EINTR) {}
        tally.most_memory_mb = std::max(tally.most_memory_mb, static_cast<std::size_t>(used.ru_maxrss) / 1024);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) break;
        ++tally.failed;
        tell(family, assignment, progress, status, findings);
        std::memset(progress->message, 0, sizeof progress->message);
        if (progress->done) break;
    }
    tally.refused = progress->refused;
    tally.understood = progress->understood;
    tally.slowest = progress->slowest;
    tally.slowest_seconds = progress->slowest_seconds;
    return tally;
}

} // namespace qd::fuzz
