// Mutated inputs, each of which must end in a complaint or be accepted in full. Equal calls run equal inputs.
#include "base/error.hpp"
#include "fuzz/ground.hpp"
#include "fuzz/watch.hpp"
#include "web/site.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace qd::fuzz {
namespace {

namespace fs = std::filesystem;

class Workplace {
public:
    Workplace() {
        std::string name = (fs::temp_directory_path() / "quarterday-fuzz.XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw Error(Fault::outage, "No folder can be made in " + fs::temp_directory_path().string() + ".");
        path_ = name;
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace() {
        if (::getpid() == owner_) fs::remove_all(path_);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
    pid_t owner_ = ::getpid();
};

struct Call {
    Assignment assignment{.seed = 1, .first = 0, .count = 1'500};
    std::string family, examples = QUARTERDAY_EXAMPLES, findings = "fuzz-findings";
};

// Where no page works, nothing can be learnt from pages that do not.
void check_pages_work() {
    const web::Site site({[] { return ground().snapshot("lancashire"); }, [] { return ground().clock().now(); }});
    if (site.handle({"GET", "/", {}})->status != 200)
        throw Error(Fault::absent, "The pages do not work here. Build their style first: npm ci && npm run build");
}

// How many of all inputs fall to a family: its share, rounded up; all where it is the only one.
std::uint64_t count_for(const Family& family, const Call& call) {
    return call.family.empty() ? (call.assignment.count * family.share + 99) / 100 : call.assignment.count;
}

int run(const Call& call) {
    const Workplace workplace;
    const Ground prepared(call.examples, workplace.path());
    set_ground(prepared);
    check_pages_work();
    Tally all;
    fmt::print("{:10} {:>7} {:>8} {:>11} {:>7} {:>10} {:>8}\n", "family", "inputs", "refused", "understood", "failed",
               "slowest/s", "most/MB");
    for (const Family& family : families()) {
        if (!call.family.empty() && call.family != family.name) continue;
        Assignment assignment = call.assignment;
        assignment.count = count_for(family, call);
        const Tally tally = run_watched(family, assignment, call.findings);
        fmt::print("{:10} {:7} {:8} {:11} {:7} {:10.2f} {:8}\n", family.name, assignment.count, tally.refused,
                   tally.understood, tally.failed, tally.slowest_seconds, tally.most_memory_mb);
        std::fflush(stdout);
        all.refused += tally.refused;
        all.understood += tally.understood;
        all.failed += tally.failed;
    }
    fmt::print("seed {}: {} inputs, {} refused, {} understood, {} failed\n", call.assignment.seed,
               all.refused + all.understood + all.failed, all.refused, all.understood, all.failed);
    return all.failed == 0 && all.refused + all.understood > 0 ? 0 : 1;
}

} // namespace
} // namespace qd::fuzz

int main(int argc, char** argv) {
    qd::fuzz::Call call;
    CLI::App app("Runs mutated inputs; each has to end in a complaint or be taken in whole.");
    std::vector<std::string> names;
    for (const qd::fuzz::Family& family : qd::fuzz::families()) names.emplace_back(family.name);
    app.add_option("--seed", call.assignment.seed, "Equal seeds give equal inputs")->capture_default_str();
    app.add_option("--count", call.assignment.count, "How many inputs, over all families or of the one named")
        ->capture_default_str();
    app.add_option("--first", call.assignment.first, "The number of the first")->capture_default_str();
    app.add_option("--family", call.family, "Only this one")->check(CLI::IsMember(names));
    app.add_option("--patience", call.assignment.patience_seconds, "Seconds that one input may take")
        ->capture_default_str();
    app.add_option("--findings", call.findings, "Where inputs that failed are kept")->capture_default_str();
    CLI11_PARSE(app, argc, argv);
    try {
        return qd::fuzz::run(call);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 2;
    }
}
