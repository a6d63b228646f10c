// bench_engine_jobs STORE [--only-times]
//
// The second and third job of the benchmark and a changed return, by the rooms of the program: from a store that
// `quarterday import` made of the workload. Prints TIME, MEMORY and CHECK lines for bench/run.
#include "derived_sums.hpp"
#include "parallel.hpp"
#include "workload.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"
#include "engine/grid/areas.hpp"
#include "engine/grid/grid.hpp"
#include "store/store.hpp"
#include "views/snapshot.hpp"

#include <iostream>
#include <sys/resource.h>

namespace {

using namespace qd;
using namespace qd::bench;
using std::size_t;

const Period first_quarter = Period::quarter(2014, 1);

int quarter_of(Period period) { return ordinal_of(period) - ordinal_of(first_quarter); }

int level_of(const AreaCode& area) {
    const std::string& code = area.text();
    return code.starts_with("E92") ? 0 : code.starts_with("E10") ? 1 : 2;
}

// The areas in the order of the job descriptions: the nation, its counties, its districts.
std::string area_code(int number) {
    const Extent extent;
    if (number == 0) return nation_code;
    return number <= extent.counties ? county_code(number - 1) : district_code(number - 1 - extent.counties);
}

// What was stored, summed as the first job is.
void check_store(const Content& content) {
    std::int64_t rows = 0, numerators = 0, denominators = 0, targets = 0, quarters = 0;
    for (const Return& handed_in : content.returns) {
        for (size_t i = 0; i < handed_in.observations.size(); ++i) {
            const Observation row = handed_in.observations.at(i);
            ++rows;
            numerators += row.numerator.value().millionths() / Decimal::scale;
            denominators += row.denominator.value().millionths() / Decimal::scale;
            targets += row.target.value().millionths() * 100 / Decimal::scale;
            quarters += quarter_of(row.period);
        }
    }
    std::printf("CHECK j1 %ld|%ld|%ld|%ld|%ld\n", rows, numerators, denominators, targets, quarters);
}

template <class Parts>
DerivedRow row_of(const GridBlock& block, const Parts& parts, size_t area, size_t period, int level) {
    const size_t cell = block.cell(area, period), year = 4;
    const auto per = static_cast<double>(block.rule.per);
    const auto whole = [&](auto steps) { return static_cast<std::int64_t>(steps) * block.unit / Decimal::scale; };
    DerivedRow row;
    row.level = level;
    row.quarter = quarter_of(period_at(block.grain, block.first + static_cast<int>(period)));
    row.status = static_cast<int>(block.ratings[cell]);
    row.rate = block.rates[cell];
    row.year_numerator = whole(parts.year_numerators[cell]);
    row.year_denominator = whole(parts.year_denominators[cell]);
    row.year_to_date = static_cast<double>(row.year_numerator) * per / static_cast<double>(row.year_denominator);
    if (parts.rolling_denominators[cell] != 0) {
        row.rolling_numerator = whole(parts.rolling_numerators[cell]);
        row.rolling = static_cast<double>(row.rolling_numerator) * per /
                      static_cast<double>(whole(parts.rolling_denominators[cell]));
    }
    if (period >= year && block.ranks[cell - year] != 0) row.year_on_year = row.rate - block.rates[cell - year];
    row.rank = block.ranks[cell];
    row.quartile = block.quarters[cell];
    return row;
}

void check_grid(const Grid& grid) {
    static_assert(static_cast<int>(Rating::green) == 3 && static_cast<int>(Rating::red) == 1);
    DerivedSums sums;
    for (size_t measure = 0; measure < grid.measures(); ++measure) {
        const GridBlock* block = grid.block(measure);
        if (block == nullptr) throw Error(Fault::request, "a measure of the workload is not in the grid");
        for (size_t area = 0; area < block->areas; ++area) {
            const int level = level_of(grid.areas().code(static_cast<std::uint32_t>(area)));
            for (size_t period = 0; period < block->periods.size(); ++period) {
                if (block->ranks[block->cell(area, period)] == 0) continue;
                sums.add(std::visit([&](const auto& parts) { return row_of(*block, parts, area, period, level); },
                                    block->parts));
            }
        }
    }
    sums.print();
}

void query(const Grid& grid) {
    const Period since = period_at(Grain::quarter, ordinal_of(first_quarter) + 27);
    std::vector<std::uint32_t> areas;
    for (int i = 0; i < 382; ++i) areas.push_back(grid.areas().number(AreaCode(area_code(i))).value());
    std::vector<double> taken;
    size_t rows = 0;
    for (size_t i = 0; i < 300; ++i) {
        const Stopwatch watch;
        const std::vector<Grid::Line> lines = grid.lines(areas[i * 97 % 382], i * 61 % 465, 35, since);
        taken.push_back(watch.seconds());
        rows += lines.size();
    }
    print_latencies("j3", taken);
    std::printf("CHECK j3 %zu\n", rows);
}

// The last quarter of a measure, handed in again: each district one more than before.
Return correction(const Content& content, size_t measure) {
    const Period last = Period::quarter(2023, 4);
    Return changed;
    changed.measure = content.measures[measure].code;
    changed.known_at = Instant(content.returns.back().known_at.value().seconds() + 1);
    for (int district = 0; district < Extent().districts; ++district) {
        Observation row;
        row.area = AreaCode(district_code(district));
        row.period = last;
        row.numerator = Decimal(district);
        row.denominator = Decimal(1000);
        row.target = Decimal(50);
        changed.observations.add(row);
    }
    return changed;
}

bool same_figures(const Grid& one, const Grid& other) {
    for (size_t measure = 0; measure < one.measures(); ++measure) {
        const GridBlock &a = *one.block(measure), &b = *other.block(measure);
        for (size_t cell = 0; cell < a.ranks.size(); ++cell) {
            if (a.ranks[cell] != b.ranks[cell] || a.ratings[cell] != b.ratings[cell]) return false;
            if (a.ranks[cell] != 0 && a.rates[cell] != b.rates[cell]) return false;
        }
    }
    for (std::uint32_t area = 0; area < one.areas().size(); ++area)
        for (int quarter = 0; quarter < 40; ++quarter) {
            const Period period = period_at(Grain::quarter, ordinal_of(first_quarter) + quarter);
            if (one.counts(area, period) != other.counts(area, period)) return false;
        }
    return true;
}

void change(const Content& stored, const Grid& grid, Instant now, bool checked) {
    Content content = stored;
    std::vector<double> taken;
    for (size_t i = 0; i < 25; ++i) {
        content.returns.push_back(correction(stored, i * 20));
        const Stopwatch watch;
        const Grid changed = grid.with_last_return(content);
        taken.push_back(watch.seconds());
        if (checked && i == 0) {
            if (!same_figures(changed, Grid(content, now)))
                throw Error(Fault::request, "a changed return gives other figures than computing all of them");
            if (same_figures(changed, grid)) throw Error(Fault::request, "a changed return changes nothing");
        }
        content.returns.pop_back();
    }
    std::ranges::sort(taken);
    print_time("incremental", taken[taken.size() / 2]);
}

double peak_gigabytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_maxrss) * 1024 / 1e9;
}

void run(const std::string& file, bool checked) {
    const SystemClock clock;
    Store store("sqlite:" + file, Opening::read_only, clock);
    const Stopwatch reading;
    const auto snapshot = Snapshot::read(store);
    print_time("read", reading.seconds());
    const Content& content = snapshot->content();
    const Instant now = Instant(clock.now().seconds() + 86400);
    const Stopwatch computing;
    const Grid grid(content, now);
    print_time("j2", computing.seconds());
    std::printf("MEMORY j2 %.3f\n", peak_gigabytes());
    if (checked) {
        check_store(content);
        check_grid(grid);
        query(grid);
    }
    change(content, grid, now, checked);
}

} // namespace

int main(int count, char** words) {
    try {
        const bool only_times = count == 3 && std::string_view(words[2]) == "--only-times";
        if (count != 2 && !only_times) throw Error(Fault::request, "usage: bench_engine_jobs STORE [--only-times]");
        run(words[1], !only_times);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
