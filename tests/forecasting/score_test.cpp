#include "forecasting/score.hpp"

#include "forecasting/known_series.hpp"
#include "forecasting/simple.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Score, of_gas_as_the_year_before) {
    const Numbers all(series::gas);
    const Numbers known = all.first(96), followed = all.subspan(96, 12); // to 1983, then three years
    const std::vector<double> path = seasonal_naive(known, 4, 12).path;
    EXPECT_NEAR(mase(followed, path, *scale_of(known, 4)), 3.522106, 5e-7);
}

TEST(Score, of_drivers_as_the_year_before) {
    const Numbers all(series::drivers);
    const Numbers known = all.first(156), followed = all.subspan(156, 12); // to 1981, then 1982
    EXPECT_NEAR(mase(followed, seasonal_naive(known, 12, 12).path, *scale_of(known, 12)), 0.776031, 5e-7);
}

TEST(Score, counts_both_ways_alike) {
    const std::vector<double> actual{100, 0, 50}, forecast{150, 0, -50};
    EXPECT_NEAR(smape(actual, forecast), (200 * 50 / 250.0 + 0 + 200) / 3, 1e-12);
}

TEST(Score, fines_what_lies_outside_of_an_interval) {
    const std::vector<double> actual{10, 20, 30};
    const std::vector<Interval> intervals{{8, 12}, {21, 25}, {20, 29}};
    EXPECT_DOUBLE_EQ(coverage(actual, intervals), 1 / 3.0);
    EXPECT_DOUBLE_EQ(msis(actual, intervals, 2), (4 + (4 + 40) + (9 + 40)) / 3.0 / 2);
}

TEST(Score, has_no_scale_where_nothing_changes) {
    EXPECT_FALSE(scale_of(std::vector<double>(9, 4.0), 4));
    EXPECT_FALSE(scale_of(std::vector<double>{1, 2}, 4));
    EXPECT_EQ(scale_of(std::vector<double>{1, 2, 4}, 0), 1.5);
}

TEST(Score, weighs_against_naive) { EXPECT_DOUBLE_EQ(owa(9, 1.1, 10, 1), 1); }

TEST(Score, naive_2_repeats_the_season) {
    std::vector<double> wave;
    for (int i = 0; i < 16; ++i) wave.push_back(i % 4 == 0 ? 200 : 100);
    const std::vector<double> path = naive_2(wave, 4, 5);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(path[i], i % 4 == 0 ? 200 : 100, 1e-9);
}

} // namespace
} // namespace qd
