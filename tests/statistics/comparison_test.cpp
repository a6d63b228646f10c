#include "statistics/comparison.hpp"

#include "statistics/known_areas.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using enum Comparison;

TEST(Comparison, WithABenchmarkInsideTheIntervalIsSimilar) {
    const ConfidenceInterval interval{4, 6};
    EXPECT_EQ(compare(interval, 5, Good::higher), similar);
    EXPECT_EQ(compare(interval, 4, Good::higher), similar); // the ends are inside
    EXPECT_EQ(compare(interval, 6, Good::higher), similar);
    EXPECT_EQ(compare(interval, 3.9, Good::higher), better);
    EXPECT_EQ(compare(interval, 6.1, Good::higher), worse);
    EXPECT_EQ(compare(interval, 3.9, Good::lower), worse);
    EXPECT_EQ(compare(interval, 6.1, Good::lower), better);
    EXPECT_EQ(compare(interval, 3.9, Good::neither), higher);
    EXPECT_EQ(compare(interval, 6.1, Good::neither), lower);
}

TEST(Comparison, HasTwoLevels) {
    const ConfidenceInterval narrow{4, 6}, wide{3, 7};
    EXPECT_EQ(compare(narrow, wide, 5, Good::higher), similar);
    EXPECT_EQ(compare(narrow, wide, 3.5, Good::higher), better);
    EXPECT_EQ(compare(narrow, wide, 2.5, Good::higher), much_better);
    EXPECT_EQ(compare(narrow, wide, 7.5, Good::higher), much_worse);
    EXPECT_EQ(compare(narrow, wide, 7.5, Good::neither), much_lower);
    EXPECT_EQ(compare(narrow, wide, 2.5, Good::neither), much_higher);
}

TEST(Comparison, OfTwoIntervalsIsSimilarWhereTheyTouch) {
    EXPECT_EQ(compare_overlap({4, 6}, {6, 8}, Good::higher), similar);
    EXPECT_EQ(compare_overlap({4, 6}, {2, 4}, Good::higher), similar);
    EXPECT_EQ(compare_overlap({4, 6}, {6.1, 8}, Good::higher), worse);
    EXPECT_EQ(compare_overlap({4, 6}, {2, 3.9}, Good::higher), better);
    EXPECT_EQ(compare_overlap({4, 6}, {2, 3.9}, Good::lower), worse);
}

TEST(Comparison, WithATargetHoldsTheTarget) {
    EXPECT_EQ(compare_to_target(90, 90, Good::higher), better);
    EXPECT_EQ(compare_to_target(89.9, 90, Good::higher), worse);
    EXPECT_EQ(compare_to_target(90, 90, Good::lower), better);
    EXPECT_EQ(compare_to_target(90.1, 90, Good::lower), worse);
    EXPECT_EQ(compare_to_target(90, 90, Good::neither), not_compared);
}

TEST(Comparison, WithARangeOfTargets) {
    EXPECT_EQ(compare_to_target(79.9, 80, 90, Good::lower), better);
    EXPECT_EQ(compare_to_target(80, 80, 90, Good::lower), similar);
    EXPECT_EQ(compare_to_target(89.9, 80, 90, Good::lower), similar);
    EXPECT_EQ(compare_to_target(90, 80, 90, Good::lower), worse);
    EXPECT_EQ(compare_to_target(90.1, 80, 90, Good::higher), better);
    EXPECT_EQ(compare_to_target(90, 80, 90, Good::higher), similar);
    EXPECT_EQ(compare_to_target(80, 80, 90, Good::higher), worse);
    EXPECT_EQ(compare_to_target(85, 80, 90, Good::neither), not_compared);
}

TEST(Comparison, WithATargetByTheInterval) {
    EXPECT_EQ(compare_to_target(ConfidenceInterval{90, 95}, 90, Good::higher), better);
    EXPECT_EQ(compare_to_target(ConfidenceInterval{85, 95}, 90, Good::higher), similar);
    EXPECT_EQ(compare_to_target(ConfidenceInterval{85, 90}, 90, Good::higher), similar);
    EXPECT_EQ(compare_to_target(ConfidenceInterval{80, 85}, 90, Good::higher), worse);
    EXPECT_EQ(compare_to_target(ConfidenceInterval{80, 90}, 90, Good::lower), better);
    EXPECT_EQ(compare_to_target(ConfidenceInterval{91, 95}, 90, Good::lower), worse);
}

// Tests of Fingertips (Office for Health Improvement and Disparities), whose limits are cut off after the fourth decimal.
TEST(Comparison, OfProportionsToControlLimits) {
    const double expected = 0.089611086876;
    const auto near = proportion_limits(expected, 5930, ninety_five),
               far = proportion_limits(expected, 5930, ninety_nine_eight);
    EXPECT_NEAR(near.lower * 100, 8.2604, 1e-4);
    EXPECT_NEAR(near.upper * 100, 9.7149, 1e-4);
    EXPECT_NEAR(far.lower * 100, 7.8799, 1e-4);
    EXPECT_NEAR(far.upper * 100, 10.1742, 1e-4);
    const auto against = [](double percent, double all, double of) {
        return compare_to_limits(percent / 100, proportion_limits(all / 100, of, ninety_five),
                                 proportion_limits(all / 100, of, ninety_nine_eight), Good::lower);
    };
    EXPECT_EQ(against(7.70658, 8.9611086876, 5930), much_better);
    EXPECT_EQ(against(9.8988, 8.9611086876, 2273), similar);
    EXPECT_EQ(against(12.4746, 8.9611086876, 1972), much_worse);
    EXPECT_EQ(against(10.97834, 12.83795, 1339), better);
    EXPECT_EQ(against(15.90656, 12.83795, 899), worse);
    EXPECT_EQ(compare_to_limits(0.0770658, near, Good::lower), better);
    EXPECT_EQ(compare_to_limits(0.0770658, near, Good::neither), lower);
}

TEST(Funnel, PutsPrimaryCareTrustsIntoFiveClasses) {
    double events = 0, of = 0;
    for (const test::FunnelArea& area : test::primary_care_trusts) {
        events += area.events;
        of += area.of;
    }
    ASSERT_EQ(test::primary_care_trusts.size(), 303u);
    EXPECT_NEAR(events / of, 0.806424, 5e-7);
    std::map<FunnelClass, int> counted;
    const std::map<char, FunnelClass> classes = {{'L', FunnelClass::low_001},
                                                 {'l', FunnelClass::low_025},
                                                 {'n', FunnelClass::not_significant},
                                                 {'h', FunnelClass::high_025},
                                                 {'H', FunnelClass::high_001}};
    for (const test::FunnelArea& area : test::primary_care_trusts) {
        const FunnelClass found = funnel_class(area.events, area.of, events / of);
        EXPECT_EQ(found, classes.at(area.expected)) << area.events << " of " << area.of;
        ++counted[found];
    }
    EXPECT_EQ(counted[FunnelClass::high_001], 168);
    EXPECT_EQ(counted[FunnelClass::high_025], 10);
    EXPECT_EQ(counted[FunnelClass::not_significant], 32);
    EXPECT_EQ(counted[FunnelClass::low_025], 1);
    EXPECT_EQ(counted[FunnelClass::low_001], 92);
}

} // namespace
} // namespace qd
