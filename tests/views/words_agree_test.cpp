#include "charts/control_words.hpp"
#include "charts/trend_chart.hpp"
#include "documents/sections/measure_control.hpp"
#include "documents/sections/measure_trend.hpp"
#include "documents/sections/reading_facts.hpp"
#include "engine/council.hpp"
#include "engine/reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace qd::test {
namespace {

const MeasureCode m1{"M1"};

enum class Says { nothing, up, down, neither };

Says way_in(const std::string& words, std::initializer_list<const char*> up, std::initializer_list<const char*> down,
            std::initializer_list<const char*> neither) {
    const auto holds = [&](const char* part) { return words.find(part) != std::string::npos; };
    if (std::ranges::any_of(up, holds)) return Says::up;
    if (std::ranges::any_of(down, holds)) return Says::down;
    return std::ranges::any_of(neither, holds) ? Says::neither : Says::nothing;
}

// The heading of the measure's chart over time.
Says heading(const TrendInput& input) {
    return way_in(trend_headline(input), {"Rising", "Higher"}, {"Falling", "Lower"}, {"No clear change"});
}

// The heading of its control chart; an improvement says no way by itself, so it is asked for the lean.
Says control(const ControlInput& input) {
    const std::string words = variation_words(input);
    if (words.starts_with("Special cause")) return lean_of(input) == Lean::high ? Says::up : Says::down;
    return way_in(words, {"Rising"}, {"Falling"}, {"Common cause"});
}

Says trend(const Content& content, const Reading& reading) {
    for (const ReadingFact& fact : reading_facts(content, content.measures[0], reading))
        if (fact.term == "Last five figures" && fact.kind == ReadingFact::Kind::said)
            return way_in(fact.words, {"Rising"}, {"Falling"}, {"No significant change", "usual ups and downs"});
    return Says::nothing;
}

bool contradict(Says one, Says other) { return one != Says::nothing && other != Says::nothing && one != other; }

// So many months or quarters of a percentage that drifts, jumps, swings with the season, or only varies by chance.
Content random_series(std::mt19937& random) {
    Content content = council();
    Measure share = measure();
    const bool monthly = random() % 2 == 0;
    share.grain = monthly ? Grain::month : Grain::quarter;
    share.quantity = Quantity::percent;
    share.per = 100;
    share.roll_up = random() % 2 == 0 ? RollUp::ratio : RollUp::last;
    share.polarity = random() % 3 == 0 ? Polarity::lower : Polarity::higher;
    share.seasonal = random() % 4 == 0;
    content.measures.push_back(share);
    std::normal_distribution<double> normal;
    const std::size_t count = 5 + random() % 50;
    const double drift = random() % 2 == 0 ? normal(random) / 100 : 0, swing = random() % 2 == 0 ? 0.1 : 0,
                 wander = random() % 2 == 0 ? 0.02 : 0, per_year = monthly ? 12 : 4;
    double level = 0.5;
    for (std::size_t i = 0; i < count; ++i) {
        level = std::clamp(level + drift + wander * normal(random), 0.05, 0.95);
        if (random() % 20 == 0) level = std::clamp(level + normal(random) / 6, 0.05, 0.95);
        const double now = level + swing * std::sin(2 * M_PI * static_cast<double>(i) / per_year);
        const int of = 300 + static_cast<int>(random() % 4000);
        const int events = std::binomial_distribution(of, std::clamp(now, 0.01, 0.99))(random);
        const int year = 2008 + static_cast<int>(i / static_cast<std::size_t>(per_year));
        const int number = static_cast<int>(i % static_cast<std::size_t>(per_year));
        const Period period = monthly ? Period::month(year + (number >= 9 ? 1 : 0), (number + 3) % 12 + 1)
                                      : Period::quarter(year, number + 1);
        hand_in(content, "M1", {parts(print(period), std::to_string(events), std::to_string(of))});
    }
    return content;
}

// Heading, control chart and tested trend are on one page.
TEST(Words, AboutDirectionNeverContradictEachOther) {
    std::mt19937 random(2026);
    std::size_t up = 0, down = 0, neither = 0, silent = 0;
    for (int round = 0; round < 400; ++round) {
        const Content content = random_series(random);
        const Series series = compute_series(content, m1, county, moment("2020-01-01"));
        const Figure& last = series.points.back();
        const Reading reading = compute_reading(content, m1, county, last.period, moment("2020-01-01"));
        const Says says = heading(measure_trend(content, content.measures[0], series, last, reading.bearing, "t"));
        const Says tested = trend(content, reading);
        ASSERT_FALSE(contradict(says, tested)) << round;
        if (reading.chart) {
            const Says charted =
                control(measure_control(content, content.measures[0], *reading.chart, reading.bearing, "c"));
            ASSERT_FALSE(contradict(charted, says)) << round;
            ASSERT_FALSE(contradict(charted, tested)) << round;
        }
        ++(says == Says::up ? up : says == Says::down ? down : says == Says::neither ? neither : silent);
    }
    for (const std::size_t seen : {up, down, neither, silent}) EXPECT_GT(seen, 20U); // of each, or nothing was tested
}

// A year that swings once up and once down, forty months long: neither "falling" in autumn nor "rising" in spring.
TEST(Words, AboutASeasonAreNotAboutADirection) {
    for (const auto until : {40U, 43U, 46U, 49U}) {
        Content content = council();
        Measure share = measure();
        share.grain = Grain::month;
        share.quantity = Quantity::percent;
        share.per = 100;
        content.measures.push_back(share);
        for (unsigned i = 0; i < until; ++i)
            hand_in(
                content, "M1",
                {parts(print(Period::month(2010 + static_cast<int>(i / 12), static_cast<int>(i % 12) + 1)),
                       std::to_string(1000 + std::lround(300 * std::sin(2 * M_PI * i / 12)) + (i * 7) % 5), "2000")});
        const Series series = compute_series(content, m1, county, moment("2020-01-01"));
        const Reading reading = compute_reading(content, m1, county, series.points.back().period, moment("2020-01-01"));
        EXPECT_EQ(reading.bearing, Bearing::unknown);
        EXPECT_EQ(reading.trend, Trend::not_tested);
        EXPECT_EQ(
            heading(measure_trend(content, content.measures[0], series, series.points.back(), reading.bearing, "t")),
            Says::nothing);
        ASSERT_TRUE(reading.chart);
        EXPECT_NE(control_reason(measure_control(content, content.measures[0], *reading.chart, reading.bearing, "c"))
                      .find("follow the time of year"),
                  std::string::npos);
    }
}

} // namespace
} // namespace qd::test
