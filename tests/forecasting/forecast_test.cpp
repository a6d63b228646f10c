#include "forecasting/forecast.hpp"

#include "forecasting/known_series.hpp"

#include <gtest/gtest.h>

#include <array>
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

TEST(Forecast, of_a_series_that_never_changes_is_itself_and_says_nothing_of_chance) {
    for (const Method method : all_methods) {
        const std::vector<double> same(20, 42.5);
        ASSERT_TRUE(suits(method, same, 4)) << print(method);
        const Forecast forecast = make_forecast(same, 4, 8, method);
        EXPECT_EQ(forecast.spread, Spread::none) << print(method);
        for (const Prediction& prediction : forecast.path) {
            EXPECT_NEAR(prediction.value, 42.5, 1e-9) << print(method);
            EXPECT_FALSE(prediction.interval) << print(method); // in 95 of 100 cases 42.5 to 42.5: nobody knows that
            EXPECT_EQ(prediction.deviation, 0) << print(method);
        }
    }
    EXPECT_NE(why_no_interval(Spread::none, 20, "20 points").find("without any error"), std::string::npos);
    EXPECT_EQ(why_no_interval(Spread::too_few, 1, "1 point"),
              "1 point is too few to say how far off it may be: an interval needs at least 8.");
    EXPECT_EQ(why_no_interval(Spread::known, 20, "20 points"), "");
}

TEST(Forecast, has_an_interval_as_soon_as_anything_ever_changed) {
    std::vector<double> line(30, 100); // a flat line with two dips
    line[11] = 97;
    line[24] = 99;
    for (const Method method : all_methods)
        for (const Prediction& prediction : make_forecast(line, 12, 6, method).path) {
            ASSERT_TRUE(prediction.interval) << print(method);
            EXPECT_GT(prediction.interval->upper - prediction.interval->lower, 0.1) << print(method);
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

// Quarters whose level, trend and season change now and then, as those of real measures do. The trend is current,
// not permanent, so no method is exactly right.
std::vector<double> changing(std::mt19937& random, std::size_t count) {
    std::normal_distribution<double> normal;
    const double noise = 1 + std::abs(normal(random)), wander = std::abs(normal(random)), times = normal(random) / 50;
    std::array<double, 4> season{};
    for (double& each : season) each = 9 * normal(random);
    std::vector<double> series;
    double level = 150, trend = normal(random) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        trend = 0.9 * trend + 0.25 * normal(random);
        level = std::max(60.0, level + trend + wander * normal(random));
        if (random() % 25 == 0) level += 12 * normal(random); // a change of rules, or of staff
        season[i % 4] += 0.8 * normal(random);
        series.push_back(std::max(5.0, level + season[i % 4] * (1 + times * (level - 150)) + noise * normal(random)));
    }
    return series;
}

// Each by itself: a method that was taken because it did well on the past is surer of itself than it has reason to be.
TEST(Forecast, holds_what_followed_whichever_method_was_chosen) {
    constexpr std::size_t known = 36, ahead = 8;
    struct Held {
        double inside = 0, all = 0;
    } together, with_season;
    std::mt19937 random(41);
    for (int i = 0; i < 500; ++i) {
        const std::vector<double> series = changing(random, known + ahead);
        const Forecast forecast = make_forecast(Numbers(series).first(known), 4, ahead);
        const bool own_season =
            forecast.method == Method::holt_winters_additive || forecast.method == Method::holt_winters_multiplicative;
        for (std::size_t step = 0; step < ahead; ++step) {
            const Interval interval = forecast.path[step].interval.value();
            const double held = interval.lower <= series[known + step] && series[known + step] <= interval.upper;
            for (Held* each : {&together, own_season ? &with_season : nullptr})
                if (each) each->inside += held, each->all += 1;
        }
    }
    EXPECT_GT(together.inside / together.all, 0.93);
    EXPECT_LT(together.inside / together.all, 0.97);
    ASSERT_GT(with_season.all, 25 * ahead);                // enough to count
    EXPECT_GT(with_season.inside / with_season.all, 0.92); // of so few, chance alone moves it by a point or two
    EXPECT_LT(with_season.inside / with_season.all, 0.98);
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
