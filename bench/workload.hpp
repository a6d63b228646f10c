#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qd::bench {

// How large the workload is; the growth test doubles one of these in turn.
struct Extent {
    int districts = 333;
    int counties = 48;
    int measures = 500;
    int quarters = 40; // from 2014Q1 on
};

struct BenchMeasure {
    int scale = 100;   // a figure is numerator × scale ÷ denominator
    int polarity = 1;  // 1: higher is better, -1: lower
    int tolerance = 2; // per cent of the target
    double base = 0;   // about the figure's level, as a share
    double share = 0;  // of the people of a district who are counted in the denominator
    double drift = 0;  // of the level, from one quarter to the next
};

// One row as a district hands it in.
struct BenchRow {
    std::uint64_t numerator = 0, denominator = 0; // denominator 0: a row that has to be refused
    std::uint64_t target_hundredths = 0;
    bool unknown_area = false; // handed in under a code that no area has
};

// A nation's indicators as the job descriptions define them: every number is a function of its place and of nothing else
// (counter-based splitmix64), so that each machine makes the same rows. 500 measures × 333 districts × 40 quarters, with
// 2 % not handed in and 1,012 rows wrong.
class Workload {
public:
    explicit Workload(Extent extent);

    const Extent& extent() const { return shape_; }
    const std::vector<BenchMeasure>& measures() const { return measures_; }
    int county_of(int district) const { return district * shape_.counties / shape_.districts; } // from 0
    // none: not handed in
    std::optional<BenchRow> row(int quarter, int measure, int district) const;

private:
    Extent shape_;
    std::vector<BenchMeasure> measures_;
    std::vector<double> people_; // of a district
    std::vector<double> season_; // of a quarter
};

std::string measure_code(int measure);   // "M0001"
std::string county_code(int county);     // "E10000001"
std::string district_code(int district); // "E07000001"
std::string unknown_code(int district);  // "E99000001"
inline constexpr const char* nation_code = "E92000001";

} // namespace qd::bench
