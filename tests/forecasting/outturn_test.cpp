#include "forecasting/outturn.hpp"

#include "forecasting/known_series.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace qd {
namespace {

// Years from April to March of a series that starts in January.
std::vector<double> financial_years(const std::vector<double>& series, std::size_t periods) {
    std::vector<double> years(series.begin() + static_cast<std::ptrdiff_t>(periods / 4), series.end());
    years.resize(years.size() / periods * periods);
    return years;
}

PartYear part_of(const std::vector<double>& years, std::size_t index, std::size_t count, std::size_t periods) {
    const Numbers all(years);
    return {all.first(index * periods), all.subspan(index * periods, count), periods};
}

double total(const std::vector<double>& years, std::size_t index, std::size_t periods) {
    const auto first = years.begin() + static_cast<std::ptrdiff_t>(index * periods);
    return std::accumulate(first, first + static_cast<std::ptrdiff_t>(periods), 0.0);
}

// Mean absolute error in per cent over all years with three before them.
double mape(const std::vector<double>& years, OutturnMethod method, std::size_t count, std::size_t periods) {
    double sum = 0, tried = 0;
    for (std::size_t i = 3; i < years.size() / periods; ++i, ++tried)
        sum += std::abs(*outturn(method, part_of(years, i, count, periods)) / total(years, i, periods) - 1) * 100;
    return sum / tried;
}

constexpr OutturnMethod in_order[] = {OutturnMethod::run_rate, OutturnMethod::share, OutturnMethod::remainder,
                                      OutturnMethod::growth};

TEST(Outturn, is_off_as_far_as_known_for_gas) {
    const std::vector<double> years = financial_years(series::gas, 4);
    const double expected[3][4] = {{14.17, 6.37, 5.75, 5.31}, {27.43, 5.27, 5.18, 4.46}, {16.54, 1.65, 3.07, 2.19}};
    for (std::size_t quarter = 1; quarter <= 3; ++quarter)
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_NEAR(mape(years, in_order[i], quarter, 4), expected[quarter - 1][i], 0.005)
                << quarter << print(in_order[i]);
}

TEST(Outturn, is_off_as_far_as_known_for_drivers) {
    const std::vector<double> years = financial_years(series::drivers, 12);
    const double expected[3][4] = {{8.90, 3.96, 4.20, 3.29}, {5.93, 3.88, 2.89, 3.18}, {2.56, 2.25, 1.30, 2.21}};
    for (std::size_t quarter = 1; quarter <= 3; ++quarter)
        for (std::size_t i = 0; i < 4; ++i)
            EXPECT_NEAR(mape(years, in_order[i], 3 * quarter, 12), expected[quarter - 1][i], 0.005)
                << quarter << print(in_order[i]);
}

TEST(Outturn, of_1985_86_after_three_quarters) {
    const std::vector<double> years = financial_years(series::gas, 4);
    const PartYear year = part_of(years, 25, 3, 4);
    EXPECT_EQ(std::vector<double>(year.so_far.begin(), year.so_far.end()), (std::vector<double>{534.7, 281.8, 787.6}));
    EXPECT_NEAR(total(years, 25, 4), 2768.0, 0.05);
    const double expected[] = {2138.80, 2740.99, 2691.10, 2814.30};
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_NEAR(*outturn(in_order[i], year), expected[i], 0.005) << print(in_order[i]);
    const Outturn made = make_outturn(year);
    EXPECT_EQ(made.method, OutturnMethod::share) << "the nearest after three quarters of the years before";
    EXPECT_EQ(made.years_tried, 10);
    ASSERT_TRUE(made.interval);
    EXPECT_LT(made.interval->lower, 2768.0);
    EXPECT_GT(made.interval->upper, 2768.0);
}

TEST(Outturn, lays_what_is_missing_over_the_periods_to_come) {
    const std::vector<double> past{10, 20, 30, 40};
    const std::vector<double> so_far{20, 40};
    const Outturn made = make_outturn({past, so_far, 4});
    EXPECT_EQ(made.method, OutturnMethod::share);
    EXPECT_DOUBLE_EQ(made.value, 200);
    ASSERT_EQ(made.ahead.size(), 2);
    EXPECT_DOUBLE_EQ(made.ahead[0], 60);
    EXPECT_DOUBLE_EQ(made.ahead[1], 80);
    EXPECT_FALSE(made.interval) << "of six points";
    EXPECT_EQ(made.years_tried, 0);
}

TEST(Outturn, goes_by_the_run_rate_where_there_is_nothing_before) {
    const std::vector<double> so_far{5, 7};
    const Outturn made = make_outturn({{}, so_far, 4});
    EXPECT_EQ(made.method, OutturnMethod::run_rate);
    EXPECT_DOUBLE_EQ(made.value, 24);
    EXPECT_EQ(made.ahead, (std::vector<double>{6, 6}));
}

TEST(Outturn, never_divides_by_nothing) {
    const std::vector<double> none(20, 0.0), zero{0};
    const Outturn made = make_outturn({none, zero, 4});
    EXPECT_EQ(made.value, 0);
    EXPECT_FALSE(made.interval); // nothing ever happened, and nobody knows that nothing can
    EXPECT_EQ(made.spread, Spread::none);
    const std::vector<double> late{0, 0, 0, 9, 0, 0, 0, 11}, some{3};
    EXPECT_FALSE(outturn(OutturnMethod::growth, {late, some, 4}));
    EXPECT_FALSE(outturn(OutturnMethod::share, {late, some, 4}));
    EXPECT_TRUE(std::isfinite(make_outturn({late, some, 4}).value));
}

TEST(Outturn, has_an_interval_before_years_can_be_tried) {
    const std::vector<double> past{10, 21, 29, 41, 12, 20, 33, 40}, so_far{11, 22};
    const Outturn made = make_outturn({past, so_far, 4});
    EXPECT_EQ(made.years_tried, 0);
    ASSERT_TRUE(made.interval);
    EXPECT_LT(made.interval->lower, made.value);
    EXPECT_NEAR(made.interval->upper - made.value, normal_deviations_for_95 * made.deviation, 1e-9);
}

TEST(Outturn, of_years_that_are_alike_says_nothing_of_chance) {
    std::vector<double> past;
    for (int year = 0; year < 5; ++year) past.insert(past.end(), {10, 20, 30, 40});
    const Outturn made = make_outturn({past, Numbers(past).first(2), 4});
    EXPECT_NEAR(made.value, 100, 1e-9);
    EXPECT_FALSE(made.interval);
    EXPECT_EQ(made.spread, Spread::none);
    EXPECT_EQ(made.deviation, 0);
}

TEST(Outturn, of_a_year_of_nothing_so_far_has_an_interval_all_the_same) {
    std::vector<double> past; // accidents: mostly none in a quarter, and not the same number in any two years
    for (const double last : {1.0, 2.0, 0.0, 1.0, 3.0}) past.insert(past.end(), {1, 0, 0, last});
    const std::vector<double> none{0};
    const Outturn made = make_outturn({past, none, 4});
    ASSERT_TRUE(made.interval);
    EXPECT_GT(made.interval->upper - made.interval->lower, 1);
}

TEST(Outturn, needs_so_much_a_period) { EXPECT_DOUBLE_EQ(required_rate(60, 100, 2), 20); }

} // namespace
} // namespace qd
