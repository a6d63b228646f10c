// bench_moving_job STORE [commit MEASURE]
//
// What a changed return costs a reader of a national store (this changes the store): from the commit to the measure's
// page in the process that got the act, the slowest other page meanwhile, and the memory of two snapshots compared with one. With
// `commit` it hands in one return, for a server in another process to show, and prints when.
#include "parallel.hpp"
#include "workload.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"
#include "store/store.hpp"
#include "views/library.hpp"
#include "web/site.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <malloc.h>
#include <unistd.h>

namespace {

using namespace qd;
using namespace qd::bench;

constexpr int changes = 9;

// The last quarter of a measure, handed in again: each district a little more than before.
Return correction(const MeasureCode& measure, int more) {
    Return changed;
    changed.measure = measure;
    changed.reason = "counted again";
    for (int district = 0; district < Extent().districts; ++district) {
        Observation row;
        row.area = AreaCode(district_code(district));
        row.period = Period::quarter(2023, 4);
        row.numerator = Decimal(district + more);
        row.denominator = Decimal(1000);
        row.target = Decimal(50);
        changed.observations.add(row);
    }
    return changed;
}

void hand_in(Store& store, const MeasureCode& measure, int more) {
    Content content;
    content.returns = {correction(measure, more)};
    Act act;
    act.actor = {"jsmith", "Performance officer", "page"};
    act.kind = "edit";
    act.subject = "measure:" + measure.text();
    if (store.import(content, "", act).changes() == 0) throw Error(Fault::outage, "A changed return changed nothing.");
}

// Memory of this process, without free memory.
double gigabytes_in_use() {
    ::malloc_trim(0);
    std::ifstream file("/proc/self/statm");
    double size = 0, resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e9;
}

std::string page(const web::Site& site, const std::string& target) {
    web::Request request;
    request.target = target;
    const auto answer = site.handle(request);
    if (answer->status != 200)
        throw Error(Fault::outage, target + " was answered with " + std::to_string(answer->status));
    return answer->body;
}

// Asks for a page again and again while it exists, and keeps the longest time that an answer took.
class Visitor {
public:
    Visitor(const web::Site& site, std::string target)
        : thread_([this, &site, target = std::move(target)](const std::stop_token& stop) {
              while (!stop.stop_requested()) {
                  const Stopwatch watch;
                  page(site, target);
                  slowest_ = std::max(slowest_, watch.seconds());
                  std::this_thread::sleep_for(std::chrono::milliseconds(1));
              }
          }) {}
    double slowest() {
        thread_.request_stop();
        thread_.join();
        return slowest_;
    }

private:
    double slowest_ = 0;
    std::jthread thread_;
};

void run(const std::string& address) {
    const SystemClock clock;
    Store store(address, Opening::read_write, clock);
    Library library(address, clock);
    const web::Site site({[&] { return library.newest(); }, [&] { return clock.now(); }, &library});
    const auto measure = [](int number) { return MeasureCode(measure_code(number * 50 + 7)); };
    const auto address_of = [&](int number) { return "/measures/" + measure(number).text(); };
    page(site, "/scorecard");
    for (int i = 0; i < changes; ++i) page(site, address_of(i));
    const double one = gigabytes_in_use();
    const auto first = library.newest();

    std::vector<double> visible, looks, slowest;
    for (int i = 0; i < changes; ++i) {
        const std::string before = page(site, address_of(i));
        Visitor visitor(site, "/scorecard");
        hand_in(store, measure(i), 1 + static_cast<int>(clock.now().seconds() % 500));
        const Stopwatch since_commit;
        library.look();
        looks.push_back(since_commit.seconds());
        if (page(site, address_of(i)) == before) throw Error(Fault::outage, "A changed return is not to be seen.");
        visible.push_back(since_commit.seconds());
        slowest.push_back(visitor.slowest());
        if (i > 0) continue;
        page(site, "/scorecard");
        std::printf("MEMORY one %.4f\nMEMORY two %.4f\n", one, gigabytes_in_use());
    }
    std::ranges::sort(looks);
    std::ranges::sort(visible);
    print_time("look", looks[changes / 2]);
    print_time("visible", visible[changes / 2]);
    print_time("visible_slowest", visible.back());
    print_time("meanwhile", *std::ranges::max_element(slowest));
}

void commit(const std::string& address, const std::string& measure) {
    const SystemClock clock;
    Store store(address, Opening::read_write, clock);
    hand_in(store, MeasureCode(measure), 1 + static_cast<int>(clock.now().seconds() % 500));
    const std::chrono::duration<double> now = std::chrono::system_clock::now().time_since_epoch();
    print_time("committed", now.count());
}

} // namespace

int main(int count, char** words) {
    try {
        const bool commits = count == 4 && std::string_view(words[2]) == "commit";
        if (count != 2 && !commits) throw Error(Fault::request, "usage: bench_moving_job STORE [commit MEASURE]");
        const std::string address = std::string("sqlite:") + words[1];
        commits ? commit(address, words[3]) : run(address);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
