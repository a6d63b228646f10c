// bench_import_job STORE FOLDER
//
// The first job of the benchmark: what `quarterday import --leave-out-bad-rows FOLDER` does into an empty store, up to the commit.
// Whatever else the command does - start, list what was left out, compute the figures of the council's own area again - is not
// included in the time.
#include "parallel.hpp"

#include "acts/import.hpp"
#include "acts/init.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"

#include <iostream>

namespace {

using namespace qd;

void run(const std::string& file, const std::string& folder) {
    const SystemClock clock;
    const std::string address = "sqlite:" + file;
    init_store(address, clock, Actor{});
    Desk desk(address, clock);
    const bench::Stopwatch watch;
    const auto outcomes = import_sources(desk, Actor{}, {folder}, DryRun::no, BadRows::leave_out);
    bench::print_time("j1", watch.seconds());
    for (const SourceOutcome& source : outcomes) {
        if (!source.outcome) throw Error(Fault::request, print(source.outcome.error().front()));
        std::printf("CHECK rejected %zu\n", source.rows_left_out);
    }
}

} // namespace

int main(int count, char** words) {
    try {
        if (count != 3) throw Error(Fault::request, "usage: bench_import_job STORE FOLDER");
        run(words[1], words[2]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
