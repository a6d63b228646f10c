#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace qd::bench {

// One derived figure as the checks sum it, whoever computed it.
struct DerivedRow {
    int level = 0;   // 0 nation, 1 county, 2 district
    int quarter = 0; // from 0
    int status = 0;  // 3 green, 2 amber, 1 red
    double rate = 0, year_to_date = 0;
    std::int64_t year_numerator = 0, year_denominator = 0;
    std::optional<double> rolling; // rate over four quarters
    std::int64_t rolling_numerator = 0;
    std::optional<double> year_on_year;
    int rank = 0, quartile = 0;
};

// The sums by which two engines are seen to have computed the same.
class DerivedSums {
public:
    void add(const DerivedRow& row) {
        const std::array<std::int64_t, columns> values{
            1,
            row.status == 3,
            row.status == 2,
            row.status == 1,
            thousandths(row.rate),
            row.year_numerator,
            row.year_denominator,
            thousandths(row.year_to_date),
            row.rolling.has_value(),
            row.rolling ? row.rolling_numerator : 0,
            row.rolling ? thousandths(*row.rolling) : 0,
            row.year_on_year.has_value(),
            row.year_on_year ? thousandths(*row.year_on_year) : 0,
            row.rank,
            row.quartile * (row.quarter + 1),
        };
        for (std::size_t i = 0; i < columns; ++i) sums_[static_cast<std::size_t>(row.level)][i] += values[i];
    }

    void print() const {
        for (std::size_t level = 0; level < sums_.size(); ++level) {
            std::printf(level == 0 ? "CHECK j2 %zu" : " ; %zu", level);
            for (const std::int64_t sum : sums_[level]) std::printf("|%ld", sum);
        }
        std::printf("\n");
    }

private:
    static constexpr std::size_t columns = 15;
    static std::int64_t thousandths(double number) {
        return static_cast<std::int64_t>(std::floor(number * 1000.0 + 0.5));
    }

    std::array<std::array<std::int64_t, columns>, 3> sums_{};
};

} // namespace qd::bench
