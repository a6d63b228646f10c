#include "forecasting/smoothing.hpp"

#include "forecasting/known_series.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

TEST(Smoothing, carries_a_damped_trend_on) {
    Smoothed smoothed;
    smoothed.constants.phi = 0.9;
    smoothed.level = 100;
    smoothed.trend = 4;
    const std::vector<double> path = course_of(smoothed, 4).path;
    const std::vector<double> expected{103.6, 106.84, 109.756, 112.3804};
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(path[i], expected[i], 1e-9);
}

TEST(Smoothing, carries_an_undamped_trend_on_as_a_line) {
    Smoothed smoothed;
    smoothed.level = 10;
    smoothed.trend = -2;
    EXPECT_DOUBLE_EQ(smoothed.ahead(1), 8);
    EXPECT_DOUBLE_EQ(smoothed.ahead(5), 0);
}

// R: HoltWinters(Nile, gamma = FALSE, beta = FALSE)
TEST(Smoothing, finds_the_level_of_the_nile_as_r_does) {
    const Smoothed smoothed = fit_level(series::nile, Start::first_points);
    EXPECT_NEAR(smoothed.constants.alpha, 0.246558, 1e-4);
    EXPECT_NEAR(smoothed.level, 805.03886, 0.01);
    EXPECT_NEAR(smoothed.squares, 2038871.8, 0.1);
    EXPECT_EQ(smoothed.residuals.size(), series::nile.size() - 1);
}

TEST(Smoothing, starts_with_the_level_of_least_squares) {
    const double first_point = fit_level(series::nile, Start::first_points).squares;
    EXPECT_LT(fit_level(series::nile, Start::least_squares).squares, first_point + 1120 * 1120);
    const std::vector<double> line{1, 2, 3, 4, 5, 6, 7, 8};
    const Smoothed exact = fit_trend(line, Start::least_squares);
    EXPECT_NEAR(exact.squares, 0, 1e-9);
    EXPECT_NEAR(exact.ahead(3), 11, 1e-6);
}

TEST(Smoothing, spreads_as_additive_errors_do) {
    Smoothed smoothed;
    smoothed.constants.alpha = 0.4;
    const std::vector<double> spread = course_of(smoothed, 5).spread;
    for (std::size_t h = 1; h <= 5; ++h) EXPECT_NEAR(spread[h - 1] * spread[h - 1], 1 + (double(h) - 1) * 0.16, 1e-12);
}

TEST(Smoothing, makes_the_last_point_of_a_series_too_short) {
    const std::vector<double> one{7};
    EXPECT_EQ(course_of(fit_level(one, Start::first_points), 2).path, (std::vector<double>{7, 7}));
    EXPECT_TRUE(fit_level(one, Start::first_points).residuals.empty());
    EXPECT_EQ(fit_level({}, Start::first_points).level, 0);
}

} // namespace
} // namespace qd
