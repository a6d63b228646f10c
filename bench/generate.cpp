// bench_generate folder|plain DIR [--districts N] [--counties N] [--measures N] [--quarters N]
//
// Writes the workload of the benchmark: as a council folder, or as the three plain tables that other programs read. Prints
// `CHECK rows | numerators | denominators | target hundredths | quarters rejected N` over the rows that can be accepted.
#include "workload.hpp"

#include "base/error.hpp"

#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <utility>

namespace {

using namespace qd::bench;
using qd::Error;
using qd::Fault;

// Text on its way into a file, a few megabytes at a time.
class Writer {
public:
    explicit Writer(const std::filesystem::path& file) : name_(file.string()), file_(std::fopen(name_.c_str(), "wb")) {
        if (file_ == nullptr) fail();
        pending_.reserve(most);
    }
    ~Writer() {
        if (file_ != nullptr) std::fclose(file_);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Writer& operator<<(std::string_view text) {
        if (pending_.size() + text.size() > most) flush();
        pending_ += text;
        return *this;
    }
    Writer& operator<<(std::uint64_t number) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        return *this << std::string_view(digits, static_cast<std::size_t>(end - digits));
    }
    Writer& operator<<(int number) { return *this << static_cast<std::uint64_t>(number); }
    void finish() {
        flush();
        if (std::fclose(std::exchange(file_, nullptr)) != 0) fail();
    }

private:
    static constexpr std::size_t most = std::size_t{4} << 20;

    void flush() {
        if (std::fwrite(pending_.data(), 1, pending_.size(), file_) != pending_.size()) fail();
        pending_.clear();
    }
    [[noreturn]] void fail() const {
        throw Error(Fault::outage, "Cannot write " + name_ + ": " + std::strerror(errno) + ".");
    }

    std::string name_;
    std::FILE* file_;
    std::string pending_;
};

// 1234 → "12.34"
std::string hundredths(std::uint64_t number) {
    const std::string cents = std::to_string(number % 100);
    return std::to_string(number / 100) + (cents.size() == 1 ? ".0" : ".") + cents;
}

struct Sums {
    std::uint64_t rows = 0, numerators = 0, denominators = 0, targets = 0, quarters = 0, rejected = 0;

    void add(const BenchRow& row, int quarter) {
        if (row.unknown_area || row.denominator == 0) {
            ++rejected;
            return;
        }
        ++rows;
        numerators += row.numerator;
        denominators += row.denominator;
        targets += row.target_hundredths;
        quarters += static_cast<std::uint64_t>(quarter);
    }
    void print() const {
        std::printf("CHECK j1 %lu|%lu|%lu|%lu|%lu rejected %lu\n", rows, numerators, denominators, targets, quarters,
                    rejected);
    }
};

// `quarter_sign` goes between year and quarter: "2014Q1" in a council folder, "2014-Q1" in the plain tables.
Sums write_rows(const Workload& workload, const std::filesystem::path& file, std::string_view quarter_sign) {
    const Extent& extent = workload.extent();
    Writer out(file);
    out << "measure,area,period,numerator,denominator,target\n";
    Sums sums;
    for (int quarter = 0; quarter < extent.quarters; ++quarter) {
        const std::string period = "," + std::to_string(2014 + quarter / 4) + std::string(quarter_sign) +
                                   std::to_string(quarter % 4 + 1) + ",";
        for (int measure = 0; measure < extent.measures; ++measure) {
            const std::string code = measure_code(measure) + ",";
            for (int district = 0; district < extent.districts; ++district) {
                const auto row = workload.row(quarter, measure, district);
                if (!row) continue;
                sums.add(*row, quarter);
                out << code << (row->unknown_area ? unknown_code(district) : district_code(district)) << period
                    << row->numerator << "," << row->denominator << "," << hundredths(row->target_hundredths) << "\n";
            }
        }
    }
    out.finish();
    return sums;
}

void write_council(const Workload& workload, const std::filesystem::path& folder) {
    Writer settings(folder / "council.toml");
    settings << "name = \"The nation of the benchmark\"\narea = \"" << nation_code
             << "\"\nyear_starts = 1\ntolerance = \"none\"\n\n[[status]]\n"
                "[[status.rule]]\nstatus = \"green\"\nwhen = \"meets target\"\n"
                "[[status.rule]]\nstatus = \"amber\"\nwhen = \"within tolerance\"\n"
                "[[status.rule]]\nstatus = \"red\"\nwhen = \"otherwise\"\n";
    settings.finish();
    Writer areas(folder / "areas.csv");
    areas << "code,name,kind,parent\n" << nation_code << ",Nation,nation,\n";
    for (int county = 0; county < workload.extent().counties; ++county)
        areas << county_code(county) << ",County " << county + 1 << ",county," << nation_code << "\n";
    for (int district = 0; district < workload.extent().districts; ++district)
        areas << district_code(district) << ",District " << district + 1 << ",district,"
              << county_code(workload.county_of(district)) << "\n";
    areas.finish();
    Writer measures(folder / "measures.csv");
    measures << "code,title,polarity,unit,per,decimals,grain,roll_up,area_roll_up,missing,target_roll_up,tolerance,"
                "definition\n";
    for (int index = 0; index < workload.extent().measures; ++index) {
        const BenchMeasure& measure = workload.measures()[static_cast<std::size_t>(index)];
        measures << measure_code(index) << ",Measure " << index + 1 << (measure.polarity > 0 ? ",higher" : ",lower")
                 << (measure.scale == 100 ? ",percent," : ",rate,") << (measure.scale == 100 ? "" : "1000")
                 << ",2,quarter,last,parts,leave_out,denominators," << measure.tolerance
                 << "%,Made for the benchmark.\n";
    }
    measures.finish();
}

void write_plain(const Workload& workload, const std::filesystem::path& folder) {
    const int counties = workload.extent().counties;
    Writer areas(folder / "areas.csv");
    areas << "area_id,code,parent_id,level,name\n0," << nation_code << ",,0,Nation\n";
    for (int county = 0; county < counties; ++county)
        areas << county + 1 << "," << county_code(county) << ",0,1,County " << county + 1 << "\n";
    for (int district = 0; district < workload.extent().districts; ++district)
        areas << 1 + counties + district << "," << district_code(district) << "," << 1 + workload.county_of(district)
              << ",2,District " << district + 1 << "\n";
    areas.finish();
    Writer measures(folder / "measures.csv");
    measures << "measure_id,code,name,scale,polarity,tol\n";
    for (int index = 0; index < workload.extent().measures; ++index) {
        const BenchMeasure& measure = workload.measures()[static_cast<std::size_t>(index)];
        measures << index << "," << measure_code(index) << ",Measure " << index + 1 << "," << measure.scale
                 << (measure.polarity > 0 ? ",1," : ",-1,") << hundredths(static_cast<std::uint64_t>(measure.tolerance))
                 << "\n";
    }
    measures.finish();
}

struct Wish {
    std::string form;
    std::filesystem::path folder;
    Extent extent;
};

Wish read_wish(int count, char** words) {
    if (count < 3 || count % 2 == 0)
        throw Error(Fault::request, "usage: bench_generate folder|plain DIR [--districts N] [--counties N] "
                                    "[--measures N] [--quarters N]");
    Wish wish{words[1], words[2], {}};
    const std::map<std::string, int*> options{{"--districts", &wish.extent.districts},
                                              {"--counties", &wish.extent.counties},
                                              {"--measures", &wish.extent.measures},
                                              {"--quarters", &wish.extent.quarters}};
    for (int i = 3; i < count; i += 2) {
        const auto option = options.find(words[i]);
        const int number = std::atoi(words[i + 1]);
        if (option == options.end() || number < 1)
            throw Error(Fault::request, std::string(words[i]) + " " + words[i + 1] + " is no option with a number.");
        *option->second = number;
    }
    return wish;
}

void generate(const Wish& wish) {
    const Workload workload(wish.extent);
    std::filesystem::create_directories(wish.folder);
    if (wish.form == "folder") {
        write_council(workload, wish.folder);
        write_rows(workload, wish.folder / "returns.csv", "Q").print();
    } else if (wish.form == "plain") {
        write_plain(workload, wish.folder);
        write_rows(workload, wish.folder / "observations.csv", "-Q").print();
    } else {
        throw Error(Fault::request, "The form is folder or plain, not " + wish.form + ".");
    }
}

} // namespace

int main(int count, char** words) {
    try {
        generate(read_wish(count, words));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
