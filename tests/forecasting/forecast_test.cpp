#include "forecasting/forecast.hpp"

#include "forecasting/known_series.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace qd {
namespace {

std::vector<double> noise(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<double> series;
    double level = 50;
    for (std::size_t i = 0; i < count; ++i) {
        level += std::uniform_real_distribution(-3.0, 3.2)(random);
        series.push_back(level + (i % 4 == 0 ? 10 : 0) + std::uniform_real_distribution(-2.0, 2.0)(random));
    }
    return series;
}

TEST(Forecast, of_a_series_that_never_changes_is_itself_and_certain) {
    for (const Method method : all_methods) {
        const std::vector<double> same(20, 42.5);
        ASSERT_TRUE(suits(method, same, 4)) << print(method);
        for (const Prediction& prediction : make_forecast(same, 4, 8, method).path) {
            EXPECT_NEAR(prediction.value, 42.5, 1e-9) << print(method);
            ASSERT_TRUE(prediction.interval) << print(method);
            EXPECT_NEAR(prediction.interval->lower, 42.5, 1e-9) << print(method);
            EXPECT_NEAR(prediction.interval->upper, 42.5, 1e-9) << print(method);
        }
    }
}

TEST(Forecast, in_pence_is_a_hundred_times_that_in_pounds) {
    for (const Method method : all_methods)
        for (unsigned seed = 0; seed < 5; ++seed) {
            const std::vector<double> pounds = noise(30, seed);
            std::vector<double> pence = pounds;
            for (double& x : pence) x *= 128; // a power of two, so that no digit is lost
            const Forecast small = make_forecast(pounds, 4, 6, method), large = make_forecast(pence, 4, 6, method);
            for (std::size_t i = 0; i < 6; ++i) {
                EXPECT_NEAR(large.path[i].value, 128 * small.path[i].value, 1e-6) << print(method);
                EXPECT_NEAR(large.path[i].deviation, 128 * small.path[i].deviation, 1e-6) << print(method);
            }
        }
}

TEST(Forecast, is_always_a_number) {
    const std::vector<std::vector<double>> odd = {
        {0},
        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1},
        {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        {-5, 5, -5, 5, -5, 5, -5, 5, -5, 5, -5, 5, -5, 5, -5, 5},
        {1e-9, 1e9, 1e-9, 1e9, 1e-9, 1e9, 1e-9, 1e9, 1e-9, 1e9, 1e-9, 1e9, 1e-9},
        {9e12, 9e12, 9e12, 9e12, 9e12, 9e12, 9e12, 9e12, 9e12, 9e12, 9e12, 9e12, -9e12},
        {3, 3, 3, 3, 3, 3, 3, 3, 3, 1e-6, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3},
    };
    for (const auto& series : odd)
        for (const std::size_t season : {0, 1, 2, 3, 4, 12})
            for (std::size_t count = 1; count <= series.size(); ++count) {
                const Numbers part = Numbers(series).first(count);
                for (const Method method : all_methods) {
                    if (!suits(method, part, season)) continue;
                    for (const Prediction& prediction : make_forecast(part, season, 5, method).path) {
                        ASSERT_TRUE(std::isfinite(prediction.value)) << print(method) << " " << count;
                        if (!prediction.interval) continue;
                        ASSERT_TRUE(std::isfinite(prediction.interval->upper)) << print(method) << " " << count;
                        ASSERT_LE(prediction.interval->lower, prediction.value);
                        ASSERT_LE(prediction.value, prediction.interval->upper);
                    }
                }
                for (const Prediction& prediction : make_forecast(part, season, 5).path)
                    ASSERT_TRUE(std::isfinite(prediction.value));
            }
}

TEST(Forecast, of_fewer_than_eight_points_gives_no_interval) {
    const std::vector<double> series = noise(8, 1);
    EXPECT_FALSE(make_forecast(Numbers(series).first(7), 1, 3).path[0].interval);
    EXPECT_TRUE(make_forecast(series, 1, 3).path[0].interval);
}

TEST(Forecast, chooses_what_the_past_speaks_for) {
    std::vector<double> years; // which every method with a season forecasts without error
    for (int i = 0; i < 40; ++i) years.push_back(100 + (i % 4) * 50);
    EXPECT_EQ(make_forecast(years, 4, 4).method, Method::combination);
    EXPECT_EQ(make_forecast(series::carbon_dioxide, 12, 12).method, Method::holt_winters_additive);
    EXPECT_EQ(make_forecast(std::vector<double>{3, 5, 4}, 1, 2).method, Method::naive);
    EXPECT_EQ(make_forecast(std::vector<double>{3, 5, 4, 6, 3}, 4, 2).method, Method::seasonal_naive);
    EXPECT_EQ(make_forecast(std::vector<double>{3, 5, 4, 6, 3}, 1, 2).method, Method::combination);
}

TEST(Forecast, holds_what_followed_in_95_of_100_cases) {
    double inside = 0, all = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const std::vector<double> series = noise(44, seed);
        const Forecast forecast = make_forecast(Numbers(series).first(36), 4, 8);
        for (std::size_t i = 0; i < 8; ++i, ++all)
            if (forecast.path[i].interval->lower <= series[36 + i] &&
                series[36 + i] <= forecast.path[i].interval->upper)
                inside += 1;
    }
    EXPECT_GT(inside / all, 0.93);
    EXPECT_LT(inside / all, 0.985);
}

TEST(BackTest, knows_nothing_of_what_follows) {
    const std::vector<double> series = noise(30, 3);
    std::vector<double> other = series;
    other.back() += 1000;
    const auto before = back_test(Method::combination, series, 4, 4),
               after = back_test(Method::combination, other, 4, 4);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].scale, after[i].scale);
        EXPECT_EQ(before[i].origin, after[i].origin);
        const std::size_t last = series.size() - 1 - before[i].origin; // the step that lands on the changed point
        for (std::size_t step = 0; step < before[i].errors.size(); ++step)
            EXPECT_NEAR(after[i].errors[step] - before[i].errors[step], step == last ? 1000 : 0, 1e-9);
    }
}

TEST(BackTest, of_a_short_series_is_empty) {
    EXPECT_TRUE(back_test(Method::naive, std::vector<double>(8, 1.0), 1, 4).empty());
    EXPECT_EQ(back_test(Method::naive, std::vector<double>(9, 1.0), 1, 4).size(), 1);
}

TEST(Method, is_called_by_its_name) {
    for (const Method method : all_methods) {
        EXPECT_EQ(parse_method(print(method)), method);
        EXPECT_FALSE(label(method).empty());
    }
    EXPECT_FALSE(parse_method("guess"));
}

} // namespace
} // namespace qd
