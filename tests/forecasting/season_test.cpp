#include "forecasting/season.hpp"

#include "forecasting/known_series.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace qd {
namespace {

std::vector<double> waves(std::size_t count, double slope, double height) {
    std::vector<double> series;
    for (std::size_t i = 0; i < count; ++i) series.push_back(100 + slope * double(i) + (i % 4 == 1 ? height : 0));
    return series;
}

TEST(Season, averages_one_year_around_a_point) {
    const std::vector<double> series{1, 2, 3, 4, 5, 60};
    EXPECT_DOUBLE_EQ(centred_year(series, 4, 2), (0.5 + 2 + 3 + 4 + 2.5) / 4);
    EXPECT_DOUBLE_EQ(centred_year(series, 3, 4), (4 + 5 + 60) / 3.0);
}

TEST(Season, is_seen_through_a_trend) {
    EXPECT_TRUE(is_seasonal(waves(24, 0, 20), 4));
    EXPECT_TRUE(is_seasonal(waves(24, 30, 20), 4));
    EXPECT_TRUE(is_seasonal(series::drivers, 12));
    EXPECT_FALSE(is_seasonal(waves(24, 3, 0), 4));
    EXPECT_FALSE(is_seasonal(waves(11, 0, 20), 4)) << "fewer than three years";
    EXPECT_FALSE(is_seasonal(waves(24, 0, 20), 1));
}

TEST(Season, is_taken_out_and_given_back) {
    for (const SeasonForm form : {SeasonForm::additive, SeasonForm::multiplicative}) {
        const Season season = classical_season(series::gas, 4, form);
        const double sum = std::accumulate(season.indices.begin(), season.indices.end(), 0.0);
        EXPECT_NEAR(sum, form == SeasonForm::additive ? 0 : 4, 1e-9);
        std::vector<double> there_and_back = season.without(series::gas);
        season.give_back(there_and_back, 0);
        for (std::size_t i = 0; i < there_and_back.size(); ++i) EXPECT_NEAR(there_and_back[i], series::gas[i], 1e-9);
    }
}

TEST(Season, leaves_a_straight_line_where_only_a_season_lay_on_it) {
    const std::vector<double> adjusted =
        classical_season(waves(20, 2, 12), 4, SeasonForm::additive).without(waves(20, 2, 12));
    for (std::size_t i = 1; i < adjusted.size(); ++i) EXPECT_NEAR(adjusted[i] - adjusted[i - 1], 2, 1e-9);
}

TEST(Season, only_multiplies_what_is_positive) {
    std::vector<double> series = waves(24, 0, 20);
    EXPECT_EQ(season_of(series, 4).form, SeasonForm::multiplicative);
    series[7] = -1;
    EXPECT_EQ(classical_season(series, 4, SeasonForm::multiplicative).form, SeasonForm::additive);
}

TEST(Season, has_no_autocorrelation_where_nothing_changes) {
    EXPECT_EQ(autocorrelation(std::vector<double>(10, 5.0), 1), 0);
    EXPECT_EQ(autocorrelation(std::vector<double>{1, 2}, 5), 0);
    EXPECT_NEAR(autocorrelation(std::vector<double>{1, -1, 1, -1}, 1), -0.75, 1e-12);
}

} // namespace
} // namespace qd
