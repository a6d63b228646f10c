#include "workload.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace qd::bench {
namespace {

// splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014)
constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

// Which property of the workload a random number is for.
enum Stream : std::uint64_t {
    people = 1,
    level = 2,
    share_a = 3,
    share_b = 4,
    absence = 5,
    place = 6,
    drift = 7,
    size = 8,
    noise = 9
};

// Evenly distributed in [0, 1): the number at `place` of a stream.
double uniform(Stream stream, std::uint64_t at) {
    constexpr double step = 0x1.0p-53;
    return static_cast<double>(mixed(mixed(stream) ^ at) >> 11) * step;
}

std::string padded(const char* prefix, int number, int digits) {
    const std::string text = std::to_string(number);
    return prefix + std::string(static_cast<std::size_t>(std::max(0, digits - static_cast<int>(text.size()))), '0') +
           text;
}

BenchMeasure measure_at(int index) {
    constexpr std::array<int, 3> tolerances{2, 5, 10};
    const auto at = static_cast<std::uint64_t>(index);
    BenchMeasure measure;
    measure.scale = index % 3 == 2 ? 1000 : 100;
    measure.polarity = index % 5 < 3 ? 1 : -1;
    measure.tolerance = tolerances[static_cast<std::size_t>(index % 3 == 1 ? 1 : index % 7 % 3)];
    measure.base = 0.05 + 0.85 * uniform(level, at);
    measure.share = 0.001 + 0.05 * uniform(share_a, at) * uniform(share_b, at);
    measure.drift = uniform(drift, at) - 0.5;
    return measure;
}

} // namespace

Workload::Workload(Extent extent) : shape_(extent) {
    for (int measure = 0; measure < extent.measures; ++measure) measures_.push_back(measure_at(measure));
    for (int district = 0; district < extent.districts; ++district)
        people_.push_back(30000 + 900000 * std::pow(uniform(people, static_cast<std::uint64_t>(district)), 4));
    for (int quarter = 0; quarter < extent.quarters; ++quarter) season_.push_back(0.03 * std::sin(quarter * 1.5707963));
}

std::optional<BenchRow> Workload::row(int quarter, int measure, int district) const {
    const auto d = static_cast<std::uint64_t>(district), m = static_cast<std::uint64_t>(measure);
    const auto districts = static_cast<std::uint64_t>(shape_.districts);
    const std::uint64_t at =
        (static_cast<std::uint64_t>(quarter) * static_cast<std::uint64_t>(shape_.measures) + m) * districts + d;
    if (uniform(absence, at) < 0.02) return std::nullopt;
    const BenchMeasure& of = measures_[m];
    BenchRow row;
    row.unknown_area = mixed(at ^ 77) % 13000 == 1;
    const bool nothing_to_divide_by = mixed(at ^ 78) % 13000 == 2;
    const double local = 0.15 * (uniform(place, m * districts + d) - 0.5);
    const double trend = 0.002 * (quarter - 20) * of.drift;
    const std::uint64_t counted =
        20 + static_cast<std::uint64_t>(people_[d] * of.share * (0.8 + 0.4 * uniform(size, at)));
    const double rate = std::min(0.999, of.base * (1 + local + season_[static_cast<std::size_t>(quarter)] + trend +
                                                   0.10 * (uniform(noise, at) - 0.5)));
    row.numerator = static_cast<std::uint64_t>(static_cast<double>(counted) * rate);
    row.denominator = nothing_to_divide_by ? 0 : counted;
    const double ambition = 0.02 * (quarter / 4 - 5) * (of.polarity > 0 ? .2 : -.2);
    row.target_hundredths = static_cast<std::uint64_t>(of.base * of.scale * 100 * (1 + ambition));
    return row;
}

std::string measure_code(int measure) { return padded("M", measure + 1, 4); }
std::string county_code(int county) { return padded("E10", county + 1, 6); }
std::string district_code(int district) { return padded("E07", district + 1, 6); }
std::string unknown_code(int district) { return padded("E99", district + 1, 6); }

} // namespace qd::bench
