#include "engine/past_forecasts.hpp"

#include "engine/council.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace qd::test {
namespace {

using Maker = PastForecast::Maker;

Content sums(std::size_t count) {
    Content content = council();
    content.measures.push_back(measure());
    content.measures.back().roll_up = RollUp::sum;
    content.measures.back().owner = UnitCode("SUPPLY");
    const char* const year[] = {"10", "20", "30", "40"};
    for (std::size_t i = 0; i < count; ++i)
        hand_in(
            content, "M1",
            {value(print(Period::quarter(2009 + static_cast<int>(i) / 4, static_cast<int>(i) % 4 + 1)), year[i % 4])});
    return content;
}

void expect(Content& content, std::string_view year, std::string_view made_in, std::string_view figure) {
    OfficerForecast forecast;
    forecast.measure = MeasureCode("M1");
    forecast.period = period(year);
    forecast.made_in = period(made_in);
    forecast.value = number(figure);
    forecast.by = "Head of supply";
    content.forecasts.push_back(forecast);
}

std::vector<PastForecast> scored(const Content& content) {
    return compute_past_forecasts(content, county, moment("2020-01-01"));
}

const PastForecast& made_in(const std::vector<PastForecast>& all, Maker maker, std::string_view text) {
    const auto found = std::ranges::find_if(
        all, [&](const PastForecast& each) { return each.maker == maker && each.made_in == period(text); });
    EXPECT_NE(found, all.end()) << text;
    return *found;
}

TEST(PastForecasts, AreMadeFromWhatCameBefore) {
    const auto all = scored(sums(10)); // two years and two quarters
    EXPECT_EQ(all.size(), 6u) << "three in each year that has ended, none at its end, none of the year that goes on";
    const PastForecast& first = made_in(all, Maker::computed, "2009-10Q1");
    EXPECT_EQ(first.by, "run_rate");
    EXPECT_EQ(first.forecast, number("40"));
    EXPECT_EQ(first.actual, number("100"));
    EXPECT_EQ(first.error(), number("-60"));
    EXPECT_EQ(first.optimism, number("-60"));
    const PastForecast& later = made_in(all, Maker::computed, "2010-11Q2");
    EXPECT_EQ(later.by, "share");
    EXPECT_EQ(later.year, period("2010-11"));
    EXPECT_EQ(later.error(), number("0"));
    EXPECT_EQ(later.owner, UnitCode("SUPPLY"));
}

TEST(PastForecasts, OfOfficersAreThoseHandedIn) {
    Content content = sums(10);
    expect(content, "2009-10", "2009-10Q3", "110");
    expect(content, "2010-11", "2010-11Q2", "90");
    expect(content, "2011-12", "2011-12Q2", "105"); // not over yet
    const auto all = scored(content);
    EXPECT_EQ(std::ranges::count(all, Maker::officer, &PastForecast::maker), 2);
    const PastForecast& high = made_in(all, Maker::officer, "2009-10Q3");
    EXPECT_EQ(high.error(), number("10"));
    EXPECT_EQ(high.optimism, number("10"));
    EXPECT_EQ(high.by, "Head of supply");
}

TEST(PastForecasts, LeanTowardsTheGoodSide) {
    Content content = sums(4);
    content.measures.back().polarity = Polarity::lower;
    expect(content, "2009-10", "2009-10Q3", "90");
    EXPECT_EQ(made_in(scored(content), Maker::officer, "2009-10Q3").optimism, number("10"));
    content.measures.back().polarity = Polarity::none;
    EXPECT_FALSE(made_in(scored(content), Maker::officer, "2009-10Q3").optimism);
}

TEST(PastForecasts, AreTalliedInPerCentOfWhatCame) {
    PastForecast over, under, of_nothing;
    over.forecast = number("110"), over.actual = number("100"), over.optimism = number("10");
    over.lower = number("90"), over.upper = number("99");
    under.forecast = number("-30"), under.actual = number("-40"), under.optimism = number("-10");
    under.lower = number("-50"), under.upper = number("-40");
    of_nothing.forecast = number("5");
    const ForecastTally sum = tally({&over, &under, &of_nothing});
    EXPECT_EQ(sum.forecasts, 3u);
    EXPECT_DOUBLE_EQ(sum.error_percent.value(), (10 + 25) / 2.0);
    EXPECT_DOUBLE_EQ(sum.optimism_percent.value(), (10 - 25) / 2.0);
    EXPECT_EQ(sum.with_interval, 2u);
    EXPECT_EQ(sum.within, 1u) << "the end of an interval is in it";
    EXPECT_FALSE(tally({}).error_percent);
}

} // namespace
} // namespace qd::test
