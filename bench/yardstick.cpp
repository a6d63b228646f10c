// bench_yardstick j1|j2|j3 PLAIN WORK
//
// What the jobs of the benchmark cost when they are written by hand for exactly this workload: no quoting, no complaints, no
// ledger, no history, one way to roll up and one rule of status. PLAIN contains the plain tables, WORK takes what j1 stores.
#include "derived_sums.hpp"
#include "parallel.hpp"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>

namespace {

using namespace qd::bench;
using std::size_t;

// A room for numbers that is not written before somebody needs it.
template <class Number> class Column {
public:
    explicit Column(size_t size) : size_(size) {
        void* place = mmap(nullptr, bytes(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (place == MAP_FAILED) throw std::bad_alloc();
        numbers_ = static_cast<Number*>(place);
    }
    ~Column() { munmap(numbers_, bytes()); }
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;

    Number& operator[](size_t at) { return numbers_[at]; }
    const Number& operator[](size_t at) const { return numbers_[at]; }
    size_t size() const { return size_; }
    size_t bytes() const { return size_ * sizeof(Number); }
    void* raw() { return numbers_; }

private:
    size_t size_;
    Number* numbers_;
};

class MappedFile {
public:
    explicit MappedFile(const std::string& name) {
        const int file = open(name.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat about {};
        if (file < 0 || fstat(file, &about) != 0) throw std::runtime_error("cannot read " + name);
        size_ = static_cast<size_t>(about.st_size);
        place_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
        close(file);
        if (place_ == MAP_FAILED) throw std::runtime_error("cannot map " + name);
    }
    ~MappedFile() { munmap(place_, size_); }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::string_view text() const { return {static_cast<const char*>(place_), size_}; }

private:
    void* place_ = nullptr;
    size_t size_ = 0;
};

// Codes have a letter or two and digits, and at most nine characters: the last eight distinguish them.
class Codes {
public:
    void add(std::string_view code, int number) {
        size_t at = place(key(code));
        while (numbers_[at] >= 0) at = (at + 1) % slots;
        keys_[at] = key(code);
        numbers_[at] = number;
    }
    int find(std::string_view code) const {
        const std::uint64_t wanted = key(code);
        for (size_t at = place(wanted); numbers_[at] >= 0; at = (at + 1) % slots)
            if (keys_[at] == wanted) return numbers_[at];
        return -1;
    }

private:
    static constexpr size_t slots = 16384;
    static std::uint64_t key(std::string_view code) {
        std::uint64_t bytes = 0;
        const size_t taken = std::min<size_t>(code.size(), 8);
        std::memcpy(&bytes, code.data() + code.size() - taken, taken);
        return bytes ^ (static_cast<std::uint64_t>(code.size()) << 3);
    }
    static size_t place(std::uint64_t key) { return (key * 0x9e3779b97f4a7c15) >> 50; }

    std::vector<std::uint64_t> keys_ = std::vector<std::uint64_t>(slots);
    std::vector<int> numbers_ = std::vector<int>(slots, -1);
};

std::vector<std::vector<std::string>> read_small_table(const std::string& name) {
    std::ifstream file(name);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line); // the heading
    while (std::getline(file, line)) {
        std::stringstream cells(line);
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
}

struct Frame {
    static constexpr size_t quarters = 40;
    struct Rule {
        int scale = 100, polarity = 1;
        double tolerance = 0;
    };
    Codes area_codes, measure_codes;
    std::vector<int> parents, levels;
    std::vector<Rule> rules;
    std::array<size_t, 4> first_of_level{}; // areas are in order of their level

    explicit Frame(const std::string& plain) {
        for (const auto& row : read_small_table(plain + "/areas.csv")) {
            area_codes.add(row[1], static_cast<int>(parents.size()));
            parents.push_back(row[2].empty() ? 0 : std::stoi(row[2]));
            levels.push_back(std::stoi(row[3]));
        }
        for (const int level : levels) ++first_of_level[static_cast<size_t>(level) + 1];
        for (size_t i = 1; i < 4; ++i) first_of_level[i] += first_of_level[i - 1];
        for (const auto& row : read_small_table(plain + "/measures.csv")) {
            measure_codes.add(row[1], static_cast<int>(rules.size()));
            rules.push_back({std::stoi(row[3]), std::stoi(row[4]), std::stod(row[5])});
        }
    }
    size_t areas() const { return parents.size(); }
    size_t cells_of_measure() const { return areas() * quarters; }
    size_t cells() const { return rules.size() * cells_of_measure(); }
    size_t cell(size_t measure, size_t area, size_t quarter) const {
        return (measure * areas() + area) * quarters + quarter;
    }
};

struct Facts {
    Column<std::int32_t> numerators, denominators, targets; // denominator 0: nothing there; targets in hundredths
    explicit Facts(size_t cells) : numerators(cells), denominators(cells), targets(cells) {}
};

std::string stored(const std::string& work) { return work + "/yardstick.bin"; }

void move_all(int file, void* place, size_t bytes, ssize_t (*move)(int, void*, size_t)) {
    auto* at = static_cast<char*>(place);
    while (bytes > 0) {
        const ssize_t moved = move(file, at, std::min<size_t>(bytes, size_t{1} << 26));
        if (moved <= 0) throw std::runtime_error("the yardstick's file cannot be read or written");
        at += moved;
        bytes -= static_cast<size_t>(moved);
    }
}

void save(Facts& facts, const std::string& name) {
    const int file = open(name.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    for (auto* column : {&facts.numerators, &facts.denominators, &facts.targets})
        move_all(file, column->raw(), column->bytes(), [](int to, void* from, size_t n) { return write(to, from, n); });
    if (fsync(file) != 0) throw std::runtime_error("fsync failed");
    close(file);
}

void load(Facts& facts, const std::string& name) {
    const int file = open(name.c_str(), O_RDONLY | O_CLOEXEC);
    for (auto* column : {&facts.numerators, &facts.denominators, &facts.targets})
        move_all(file, column->raw(), column->bytes(), [](int from, void* to, size_t n) { return read(from, to, n); });
    close(file);
}

struct Sums {
    std::atomic<std::int64_t> rows{0}, rejected{0};
};

int read_number(const char*& at) {
    int number = 0;
    while (*at >= '0' && *at <= '9') number = number * 10 + (*at++ - '0');
    ++at; // the separator after it
    return number;
}

std::string_view read_code(const char*& at) {
    const char* start = at;
    while (*at != ',') ++at;
    return {start, static_cast<size_t>(at++ - start)};
}

void read_lines(const Frame& frame, std::string_view lines, Facts& facts, Sums& sums) {
    std::int64_t rows = 0, rejected = 0;
    for (const char *at = lines.data(), *end = at + lines.size(); at < end;) {
        const int measure = frame.measure_codes.find(read_code(at));
        const int area = frame.area_codes.find(read_code(at));
        const int year = read_number(at) - 2014;
        ++at; // the Q
        const int quarter = read_number(at) - 1;
        const int numerator = read_number(at), denominator = read_number(at);
        const int whole = read_number(at), hundredths = read_number(at);
        if (measure < 0 || area < 0 || denominator == 0) {
            ++rejected;
            continue;
        }
        const size_t cell = frame.cell(static_cast<size_t>(measure), static_cast<size_t>(area),
                                       static_cast<size_t>(year * 4 + quarter));
        facts.numerators[cell] = numerator;
        facts.denominators[cell] = denominator;
        facts.targets[cell] = whole * 100 + hundredths;
        ++rows;
    }
    sums.rows += rows;
    sums.rejected += rejected;
}

void import(const std::string& plain, const std::string& work) {
    const Stopwatch watch;
    const Frame frame(plain);
    Facts facts(frame.cells());
    Sums sums;
    {
        const MappedFile file(plain + "/observations.csv");
        const std::string_view text = file.text();
        constexpr size_t parts = 128;
        std::vector<size_t> bounds{text.find('\n') + 1};
        for (size_t i = 1; i < parts; ++i)
            bounds.push_back(text.find('\n', std::max(bounds.back(), text.size() / parts * i)) + 1);
        bounds.push_back(text.size());
        in_parallel(parts, [&](size_t i) {
            read_lines(frame, text.substr(bounds[i], bounds[i + 1] - bounds[i]), facts, sums);
        });
    }
    save(facts, stored(work));
    print_time("j1", watch.seconds());
    std::int64_t numerators = 0, denominators = 0, targets = 0, quarters = 0;
    for (size_t i = 0; i < facts.denominators.size(); ++i) {
        if (facts.denominators[i] == 0) continue;
        numerators += facts.numerators[i];
        denominators += facts.denominators[i];
        targets += facts.targets[i];
        quarters += static_cast<std::int64_t>(i % Frame::quarters);
    }
    std::printf("CHECK j1 %ld|%ld|%ld|%ld|%ld rejected %ld\n", sums.rows.load(), numerators, denominators, targets,
                quarters, sums.rejected.load());
}

// Everything that follows, by cell; what is absent is NaN.
struct Derived {
    Column<double> rates, targets, year_to_date, rolling, year_on_year;
    Column<std::int32_t> year_numerators, year_denominators, rolling_numerators;
    Column<std::uint16_t> ranks;
    Column<std::uint8_t> statuses, quartiles; // status 0: no figure

    explicit Derived(size_t n)
        : rates(n), targets(n), year_to_date(n), rolling(n), year_on_year(n), year_numerators(n), year_denominators(n),
          rolling_numerators(n), ranks(n), statuses(n), quartiles(n) {}
};

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

// `weighted` takes target × denominator, by cell of the measure.
void roll_up(const Frame& frame, size_t measure, Facts& facts, std::vector<double>& weighted) {
    constexpr size_t quarters = Frame::quarters;
    weighted.assign(frame.cells_of_measure(), 0);
    const size_t nation = frame.cell(measure, 0, 0);
    for (size_t area = frame.first_of_level[2]; area < frame.areas(); ++area) {
        const size_t own = frame.cell(measure, area, 0);
        const size_t county = frame.cell(measure, static_cast<size_t>(frame.parents[area]), 0);
        for (size_t q = 0; q < quarters; ++q) {
            const int numerator = facts.numerators[own + q], denominator = facts.denominators[own + q];
            const double product = static_cast<double>(facts.targets[own + q]) * denominator;
            weighted[own + q - nation] = product;
            for (const size_t above : {county + q, nation + q}) {
                facts.numerators[above] += numerator;
                facts.denominators[above] += denominator;
                weighted[above - nation] += product;
            }
        }
    }
}

void judge(const Frame::Rule& rule, size_t first, const Facts& facts, const double* weighted, Derived& derived) {
    const double band = 1.0 - rule.polarity * rule.tolerance;
    int year_numerator = 0, year_denominator = 0;
    for (size_t q = 0; q < Frame::quarters; ++q) {
        const size_t cell = first + q;
        const int numerator = facts.numerators[cell], denominator = facts.denominators[cell];
        if (q % 4 == 0) year_numerator = year_denominator = 0;
        derived.rates[cell] = derived.rolling[cell] = derived.year_on_year[cell] = absent;
        if (denominator == 0) continue;
        const double rate = static_cast<double>(numerator) * rule.scale / denominator;
        const double target = weighted[q] / denominator / 100.0;
        const double good = rate * rule.polarity;
        derived.rates[cell] = rate;
        derived.targets[cell] = target;
        derived.statuses[cell] = good >= target * rule.polarity ? 3 : good >= target * band * rule.polarity ? 2 : 1;
        year_numerator += numerator;
        year_denominator += denominator;
        derived.year_numerators[cell] = year_numerator;
        derived.year_denominators[cell] = year_denominator;
        derived.year_to_date[cell] = static_cast<double>(year_numerator) * rule.scale / year_denominator;
        if (q >= 4) derived.year_on_year[cell] = rate - derived.rates[cell - 4];
        if (q < 3) continue;
        int sum = 0, of = 0;
        bool whole = true;
        for (size_t i = cell - 3; i <= cell; ++i) {
            sum += facts.numerators[i];
            of += facts.denominators[i];
            whole &= facts.denominators[i] != 0;
        }
        if (!whole) continue;
        derived.rolling_numerators[cell] = sum;
        derived.rolling[cell] = static_cast<double>(sum) * rule.scale / of;
    }
}

void rank_level(const Frame& frame, size_t measure, size_t level, Derived& derived,
                std::vector<std::pair<double, size_t>>& order) {
    const int polarity = frame.rules[measure].polarity;
    for (size_t q = 0; q < Frame::quarters; ++q) {
        order.clear();
        for (size_t area = frame.first_of_level[level]; area < frame.first_of_level[level + 1]; ++area) {
            const size_t cell = frame.cell(measure, area, q);
            if (derived.statuses[cell] != 0) order.emplace_back(-derived.rates[cell] * polarity, cell);
        }
        std::ranges::sort(order);
        size_t ahead = 0;
        for (size_t i = 0; i < order.size(); ++i) {
            if (i > 0 && order[i].first != order[i - 1].first) ahead = i;
            derived.ranks[order[i].second] = static_cast<std::uint16_t>(ahead + 1);
            derived.quartiles[order[i].second] = static_cast<std::uint8_t>(ahead * 4 / order.size() + 1);
        }
    }
}

using StatusCounts = std::vector<std::atomic<std::uint32_t>>; // by area, quarter, status

void count_statuses(const Frame& frame, size_t measure, const Derived& derived, StatusCounts& counts) {
    const size_t first = frame.cell(measure, 0, 0);
    for (size_t i = 0; i < frame.cells_of_measure(); ++i)
        if (const int status = derived.statuses[first + i]; status != 0)
            counts[i * 3 + static_cast<size_t>(status) - 1].fetch_add(1, std::memory_order_relaxed);
}

struct Job {
    Frame frame;
    Facts facts;
    std::unique_ptr<Derived> derived;

    Job(const std::string& plain, const std::string& work) : frame(plain), facts(frame.cells()) {
        load(facts, stored(work));
    }
    // Seconds that it took.
    double recompute() {
        const Stopwatch watch;
        derived = std::make_unique<Derived>(frame.cells());
        StatusCounts counts(frame.cells_of_measure() * 3);
        in_parallel(frame.rules.size(), [&](size_t measure) {
            std::vector<double> weighted;
            roll_up(frame, measure, facts, weighted);
            for (size_t area = 0; area < frame.areas(); ++area)
                judge(frame.rules[measure], frame.cell(measure, area, 0), facts, &weighted[area * Frame::quarters],
                      *derived);
            std::vector<std::pair<double, size_t>> order;
            for (size_t level = 0; level < 3; ++level) rank_level(frame, measure, level, *derived, order);
            count_statuses(frame, measure, *derived, counts);
        });
        return watch.seconds();
    }
};

void print_sums(const Job& job) {
    DerivedSums sums;
    const Derived& of = *job.derived;
    const auto known = [](double number) { return std::isnan(number) ? std::nullopt : std::optional(number); };
    for (size_t cell = 0; cell < job.frame.cells(); ++cell) {
        if (of.statuses[cell] == 0) continue;
        const size_t area = cell / Frame::quarters % job.frame.areas();
        sums.add({job.frame.levels[area], static_cast<int>(cell % Frame::quarters), of.statuses[cell], of.rates[cell],
                  of.year_to_date[cell], of.year_numerators[cell], of.year_denominators[cell], known(of.rolling[cell]),
                  of.rolling_numerators[cell], known(of.year_on_year[cell]), of.ranks[cell], of.quartiles[cell]});
    }
    sums.print();
}

struct ScorecardRow {
    int measure, quarter;
    double rate, target;
    int status;
    double year_to_date, rolling, year_on_year;
    int quartile;
};

void query(const Job& job) {
    const Derived& of = *job.derived;
    std::vector<double> taken;
    size_t rows = 0;
    for (size_t i = 0; i < 300; ++i) {
        const Stopwatch watch;
        std::vector<ScorecardRow> found;
        const size_t area = i * 97 % 382, first = i * 61 % 465;
        for (size_t measure = first; measure < first + 35; ++measure) {
            for (size_t q = 27; q < Frame::quarters; ++q) {
                const size_t cell = job.frame.cell(measure, area, q);
                if (of.statuses[cell] == 0) continue;
                found.push_back({static_cast<int>(measure), static_cast<int>(q), of.rates[cell], of.targets[cell],
                                 of.statuses[cell], of.year_to_date[cell], of.rolling[cell], of.year_on_year[cell],
                                 of.quartiles[cell]});
            }
        }
        taken.push_back(watch.seconds());
        rows += found.size();
    }
    print_latencies("j3", taken);
    std::printf("CHECK j3 %zu\n", rows);
}

void run(const std::string& job, const std::string& plain, const std::string& work) {
    if (job == "j1") return import(plain, work);
    if (job != "j2" && job != "j3") throw std::runtime_error("the jobs are j1, j2 and j3");
    Job all(plain, work);
    const double seconds = all.recompute();
    if (job == "j3") return query(all);
    print_time("j2", seconds);
    print_sums(all);
}

} // namespace

int main(int count, char** words) {
    try {
        if (count != 4) throw std::runtime_error("usage: bench_yardstick j1|j2|j3 PLAIN WORK");
        run(words[1], words[2], words[3]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
