#include "statistics/recent_trend.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// Tests of Fingertips (Office for Health Improvement and Disparities).
const std::vector<IntervalPoint> rising = {
    {24.67, 23.16, 26.25}, {24.6, 23.15, 26.19}, {28, 26.44, 29.64}, {30.2, 28.63, 31.9}, {30.6, 28.98, 32.25}};
const std::vector<SharePoint> shares = {{994, 40299}, {1023, 41527}, {1199, 42811}, {1332, 44064}, {1367, 44701}};

TEST(RecentTrend, OfFiguresWithIntervals) {
    const TrendTest test = recent_trend(rising);
    EXPECT_EQ(test.trend, Trend::rising);
    EXPECT_NEAR(test.slope, 1.7516, 5e-5);
    EXPECT_NEAR(test.chi_squared, 46.77, 5e-3);
}

TEST(RecentTrend, OfShares) {
    const TrendTest test = recent_trend(shares);
    EXPECT_EQ(test.trend, Trend::rising);
    EXPECT_NEAR(test.chi_squared, 47.90, 5e-3);
}

TEST(RecentTrend, TakesTheLastFive) {
    std::vector<IntervalPoint> more = rising;
    more.insert(more.begin(), {90, 80, 100});
    EXPECT_EQ(recent_trend(more), recent_trend(rising));
}

TEST(RecentTrend, IsNoneWhereOnePointMakesIt) {
    const std::vector<SharePoint> jump = {{100, 10000}, {100, 10000}, {100, 10000}, {100, 10000}, {300, 10000}};
    const TrendTest test = recent_trend(jump); // significant, but level without the last point
    EXPECT_GT(test.chi_squared, 9.55);
    EXPECT_EQ(test.trend, Trend::level);
}

TEST(RecentTrend, IsNoneWithinChance) {
    const std::vector<IntervalPoint> level = {
        {20.55, 18, 23}, {19.6, 17, 22}, {19.03, 17, 21}, {21.4, 19, 24}, {18.44, 16, 21}};
    EXPECT_EQ(recent_trend(level).trend, Trend::level);
    EXPECT_LT(recent_trend(level).chi_squared, 1);
}

TEST(RecentTrend, IsNotTestedWithoutWhatItNeeds) {
    EXPECT_EQ(recent_trend(std::span(rising).first(4)).trend, Trend::not_tested);
    EXPECT_EQ(recent_trend(std::span(shares).first(4)).trend, Trend::not_tested);
    std::vector<SharePoint> full = shares;
    full[2].events = full[2].of;
    EXPECT_EQ(recent_trend(full).trend, Trend::not_tested);
    EXPECT_EQ(recent_trend(std::vector<SharePoint>(5, {0, 100})).trend, Trend::not_tested);
    EXPECT_EQ(recent_trend(std::vector<IntervalPoint>(5, {1, 1, 1})).trend, Trend::not_tested);
}

TEST(RecentTrend, SaysWhetherItIsGood) {
    EXPECT_EQ(label(Trend::rising, Good::higher), "rising and getting better");
    EXPECT_EQ(label(Trend::falling, Good::higher), "falling and getting worse");
    EXPECT_EQ(label(Trend::falling, Good::lower), "falling and getting better");
    EXPECT_EQ(label(Trend::falling, Good::neither), "falling");
    EXPECT_EQ(label(Trend::level, Good::higher), "no significant change");
}

} // namespace
} // namespace qd
