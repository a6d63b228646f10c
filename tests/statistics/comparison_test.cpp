#include "statistics/comparison.hpp"

#include "statistics/distribution.hpp"
#include "statistics/known_areas.hpp"
#include "statistics/share_comparison.hpp"

#include <gtest/gtest.h>

#include <random>

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

TEST(Comparison, WithATargetIncludesTheTarget) {
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

// Tests of Fingertips (Office for Health Improvement and Disparities), which draws Wilson's interval at the expected share as control
// limits, cut off after the fourth decimal.
TEST(Comparison, OfProportionsToControlLimits) {
    const auto limits = [](double expected, double of, double confidence) {
        return estimate_proportion(expected * of, of, confidence).interval;
    };
    const double expected = 0.089611086876;
    const auto near = limits(expected, 5930, ninety_five), far = limits(expected, 5930, ninety_nine_eight);
    EXPECT_NEAR(near.lower * 100, 8.2604, 1e-4);
    EXPECT_NEAR(near.upper * 100, 9.7149, 1e-4);
    EXPECT_NEAR(far.lower * 100, 7.8799, 1e-4);
    EXPECT_NEAR(far.upper * 100, 10.1742, 1e-4);
    const auto against = [&](double percent, double all, double of) {
        return compare_to_limits(percent / 100, limits(all / 100, of, ninety_five),
                                 limits(all / 100, of, ninety_nine_eight), Good::lower);
    };
    EXPECT_EQ(against(7.70658, 8.9611086876, 5930), much_better);
    EXPECT_EQ(against(9.8988, 8.9611086876, 2273), similar);
    EXPECT_EQ(against(12.4746, 8.9611086876, 1972), much_worse);
    EXPECT_EQ(against(10.97834, 12.83795, 1339), better);
    EXPECT_EQ(against(15.90656, 12.83795, 899), worse);
    EXPECT_EQ(compare_to_limits(0.0770658, near, Good::lower), better);
    EXPECT_EQ(compare_to_limits(0.0770658, near, Good::neither), lower);
}

TEST(Funnel, HasRoomForWhatChanceDoesToSmallAreas) {
    // 80.642 % ± 1.96 √(0.80642 × 0.19358 ÷ 2), by hand; the upper end is cut off
    EXPECT_NEAR(proportion_limits(0.80642, 2, ninety_five).lower, 0.25885, 1e-5);
    EXPECT_EQ(proportion_limits(0.80642, 2, ninety_five).upper, 1);
    EXPECT_EQ(funnel_class(2, 3, 0.8), FunnelClass::not_significant);
    EXPECT_EQ(funnel_class(1, 3, 0.8), FunnelClass::low_025); // 80 % − 45.3 points lies above it, 80 % − 71.4 below
    EXPECT_EQ(funnel_class(50, 50, 0.98), FunnelClass::not_significant);   // chance 36 %
    EXPECT_EQ(funnel_class(0, 1000, 0.001), FunnelClass::not_significant); // one is expected
    EXPECT_EQ(funnel_class(0, 20, 0.9), FunnelClass::low_001);             // and 100 % is not good by itself
    EXPECT_EQ(proportion_limits(1, 30, ninety_five), (ConfidenceInterval{1, 1}));
}

TEST(Funnel, LimitsNumbersOfEventsToTheirOwnIntervals) {
    for (const double confidence : {ninety_five, ninety_nine_eight})
        for (const double expected : {0.2, 1.0, 3.0, 6.9, 9.99, 17.3, 64.0, 1200.0}) {
            const ConfidenceInterval limits = count_limits(expected, confidence);
            for (int events = 0; events < 1400; ++events) {
                const ConfidenceInterval own = estimate_count(events, confidence).interval;
                ASSERT_EQ(own.upper < expected, events < limits.lower) << events << " where " << expected;
                ASSERT_EQ(own.lower > expected, events > limits.upper) << events << " where " << expected;
            }
        }
    EXPECT_EQ(count_limits(1, ninety_nine_eight).lower, 0); // none where one is expected: chance 37 %
    EXPECT_EQ(count_limits(0, ninety_five), (ConfidenceInterval{0, 0}));
}

// Areas of many sizes, each drawn from the average that it is compared with: anything outside is a false alarm. Discrete numbers
// keep small areas to less than the nominal share or more, so they are counted together.
template <class Draw> double alarms(Draw draw, int areas = 100'000) {
    std::mt19937 random(20'260);
    int outside = 0;
    for (int i = 0; i < areas; ++i) {
        const FunnelClass found = draw(random);
        outside += found == FunnelClass::high_001 || found == FunnelClass::low_001 ? 1 : 0;
    }
    return 100.0 * outside / areas;
}

FunnelClass of_share(std::mt19937& random, double average, int least, int most) {
    const int of = std::uniform_int_distribution(least, most)(random);
    return funnel_class(std::binomial_distribution(of, average)(random), of, average);
}

FunnelClass of_rate(std::mt19937& random, double average, double least, double most) {
    const double years = std::uniform_real_distribution(least, most)(random); // of persons: not a whole number
    const double events = std::poisson_distribution<int>(average * years)(random);
    return funnel_class(estimate_rate(events, years, 1, ninety_five).interval,
                        estimate_rate(events, years, 1, ninety_nine_eight).interval, average);
}

TEST(Funnel, RaisesFewFalseAlarms) {
    const auto shares = [](double average, int least, int most) {
        return alarms([=](std::mt19937& random) { return of_share(random, average, least, most); });
    };
    const auto rates = [](double average, double least, double most) {
        return alarms([=](std::mt19937& random) { return of_rate(random, average, least, most); });
    };
    for (const double found :
         {shares(0.5, 10, 60), shares(0.75, 5, 40), shares(0.8, 2, 30), shares(0.5, 1000, 90'000),
          shares(0.8, 100, 3000), shares(0.93, 300, 5000), shares(0.98, 1000, 9000), shares(0.98, 50, 1000),
          shares(0.02, 100, 1500), shares(0.005, 400, 4000), shares(0.9, 20, 200), rates(0.02, 1000, 20'000),
          rates(3, 5, 400), rates(0.001, 9000, 90'000)}) {
        EXPECT_GE(found, 0.1);
        EXPECT_LE(found, 0.5);
    }
    EXPECT_LE(rates(0.5, 0.5, 12), 0.2);  // from a quarter of an event to six: exact, and so on the safe side
    EXPECT_LE(shares(0.98, 10, 50), 0.2); // up to one case: whole numbers leave nothing between
    EXPECT_LE(shares(0.01, 10, 100), 0.2);
}

// 100 % of 50 is within chance of 98 %, 45 of them is not; and an area that expects one case and has nine stands out.
TEST(Funnel, JudgesAFewCasesByTheirChance) {
    EXPECT_EQ(funnel_class(50, 50, 0.98), FunnelClass::not_significant);
    EXPECT_EQ(funnel_class(48, 50, 0.98), FunnelClass::not_significant);
    EXPECT_EQ(funnel_class(45, 50, 0.98), FunnelClass::low_025);
    EXPECT_EQ(funnel_class(9, 100, 0.01), FunnelClass::high_001);
    EXPECT_EQ(compare_share(45, 50, 0.98, Good::higher), Comparison::worse);
    EXPECT_FALSE(is_share_of_few(0.5, 10));
    EXPECT_FALSE(is_share_of_few(0.98, 1000));
    EXPECT_NEAR(chance_of_fewer(0, 10, 0.1), 0.5 * 0.3486784401, 1e-12);
    EXPECT_NEAR(chance_of_fewer(1, 10, 0.1), 0.3486784401 + 0.5 * 0.387420489, 1e-12);
}

// The limits that are drawn and the words say the same of every number of cases.
TEST(Funnel, DrawsTheLimitsThatTheWordsGoBy) {
    for (const double average : {0.02, 0.15, 0.5, 0.85, 0.995})
        for (const int of : {3, 17, 60, 250, 900})
            for (int events = 0; events <= of; ++events) {
                const double share = static_cast<double>(events) / of;
                const Comparison said = compare_share(events, of, average, Good::neither);
                EXPECT_EQ(said, compare_to_limits(share, proportion_limits(average, of, ninety_five),
                                                  proportion_limits(average, of, ninety_nine_eight), Good::neither))
                    << events << " of " << of << ", average " << average;
            }
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
