#include "statistics/rare_events.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace qd {
namespace {

using testing::ElementsAre;

// Ten numbers of patients between infections: mean 11, and 11 ± 3 √(11 × 12) by hand.
TEST(GChart, HasTheLimitsOfAGeometricNumber) {
    const std::vector<double> between = {20, 4, 11, 3, 31, 0, 8, 15, 6, 12};
    const BetweenLimits limits = g_limits(between);
    EXPECT_NEAR(limits.mean, 11, 1e-12);
    EXPECT_EQ(limits.lower, 0);
    EXPECT_NEAR(limits.upper, 45.4674, 5e-5);
    EXPECT_NEAR(g_limits(std::vector<double>{2}).upper, 9.3485, 5e-5);
}

// Hours between failures of a valve (Montgomery, Introduction to Statistical Quality Control, on time between events). Their powers
// have mean 5.3893 and mean moving range 2.3609; 5.3893 + 2.66 × 2.3609 = 11.6693, and 11.6693 to the power of 3.6 is 6,940.
TEST(TChart, HasTheLimitsOfATimeBetweenFailures) {
    const std::vector<double> hours = {286,  948, 536, 124, 816, 729, 4,    143,  431,  8,
                                       2837, 596, 81,  227, 603, 492, 1199, 1214, 2831, 96};
    const BetweenLimits limits = t_limits(hours);
    EXPECT_NEAR(std::pow(limits.mean, 1 / 3.6), 5.3893, 5e-5);
    EXPECT_NEAR(std::pow(limits.upper, 1 / 3.6), 11.6693, 5e-5);
    EXPECT_NEAR(limits.mean, 430.04, 5e-3);
    EXPECT_NEAR(limits.upper, 6940.1, 0.05);
    EXPECT_EQ(limits.lower, 0);
    const BetweenLimits even = t_limits(std::vector<double>{100, 110, 95, 105, 100, 98});
    EXPECT_GT(even.lower, 70);
    EXPECT_LT(even.upper, 140);
    EXPECT_EQ(t_limits(std::vector<double>{0, 0, 0}).upper, 0);
}

TEST(Between, CountsThePeriodsFromOneEventToTheNext) {
    const Between found = periods_between(std::vector<std::size_t>{0, 0, 1, 0, 0, 0, 2, 1, 0, 0});
    EXPECT_THAT(found.steps, ElementsAre(4, 0, 1));
    EXPECT_EQ(found.since, 2);
    EXPECT_EQ(found.events, 4u);
    EXPECT_EQ(periods_between(std::vector<std::size_t>{0, 0}).since, std::nullopt);
    EXPECT_EQ(periods_between(std::vector<std::size_t>{0, 1}).since, 0);
    EXPECT_TRUE(periods_between(std::vector<std::size_t>{0, 1}).steps.empty());
}

} // namespace
} // namespace qd
