#include "forecasting/holt_winters.hpp"

#include "forecasting/known_series.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace qd {
namespace {

// R: HoltWinters(co2), predict(…, 1, prediction.interval = TRUE)
TEST(HoltWinters, fits_carbon_dioxide_as_r_does) {
    const HoltWinters fitted = fit_holt_winters(series::carbon_dioxide, 12, SeasonForm::additive);
    EXPECT_NEAR(fitted.alpha, 0.512645, 1e-4);
    EXPECT_NEAR(fitted.beta, 0.009498, 1e-4);
    EXPECT_NEAR(fitted.gamma, 0.472887, 1e-4);
    EXPECT_NEAR(fitted.squares, 43.12986, 1e-5);
    EXPECT_NEAR(course_of(fitted, 1).path[0], 365.10789, 1e-4);
}

TEST(HoltWinters, forecasts_january_1998_to_the_digits_of_r) {
    const HoltWinters fitted =
        run_holt_winters(series::carbon_dioxide, 12, SeasonForm::additive, {0.5126484, 0.0094977, 0.4728868});
    EXPECT_NEAR(course_of(fitted, 1).path[0], 365.10789, 1e-5);
    double mean = 0, squares = 0;
    for (const double e : fitted.residuals) mean += e / static_cast<double>(fitted.residuals.size());
    for (const double e : fitted.residuals) squares += (e - mean) * (e - mean);
    const double half = 1.959964 * std::sqrt(squares / static_cast<double>(fitted.residuals.size() - 1));
    EXPECT_NEAR(365.10789 - half, 364.50532, 2e-5);
    EXPECT_NEAR(365.10789 + half, 365.71047, 2e-5);
}

// R: HoltWinters(AirPassengers, "mult")
TEST(HoltWinters, fits_passengers_as_r_does) {
    const HoltWinters fitted = fit_holt_winters(series::passengers, 12, SeasonForm::multiplicative);
    EXPECT_NEAR(fitted.alpha, 0.275592, 1e-4);
    EXPECT_NEAR(fitted.beta, 0.032693, 1e-4);
    EXPECT_NEAR(fitted.gamma, 0.870729, 1e-4);
    EXPECT_NEAR(fitted.squares, 16570.778, 1e-3);
}

TEST(HoltWinters, wants_three_years_and_positive_numbers_to_multiply) {
    const std::vector<double> short_one(11, 3.0), with_zero{1, 2, 3, 4, 0, 2, 3, 4, 1, 2, 3, 4};
    EXPECT_FALSE(can_fit_holt_winters(short_one, 4, SeasonForm::additive));
    EXPECT_TRUE(can_fit_holt_winters(with_zero, 4, SeasonForm::additive));
    EXPECT_FALSE(can_fit_holt_winters(with_zero, 4, SeasonForm::multiplicative));
}

// The last point is in position 2 of four, so the next is position 3.
TEST(HoltWinters, goes_on_at_the_right_position_of_the_year) {
    std::vector<double> wave;
    for (int i = 0; i < 19; ++i) wave.push_back(100 + i + (i % 4 == 3 ? 40 : 0));
    const std::vector<double> path = course_of(fit_holt_winters(wave, 4, SeasonForm::additive), 5).path;
    const std::vector<double> expected{159, 120, 121, 122, 163};
    for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(path[i], expected[i], 1e-6);
}

} // namespace
} // namespace qd
