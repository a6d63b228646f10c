#include "documents/sections/promises.hpp"

#include "engine/programme.hpp"
#include "engine/scorecard.hpp"
#include "exchange/folder.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Content& ledgershire() {
    static const Content content = read_source("tests/councils/ledgershire", Content())->content;
    return content;
}

const Instant now = *Instant::parse("2025-02-01");

ProgrammeProgress progress() {
    return compute_programme(ledgershire(), ledgershire().programmes.front(), std::nullopt, now);
}

TEST(Promises, DrawsADeliverableWithItsProfileAndItsLag) {
    const auto input = profile_chart(ledgershire(), progress().lines[2], "p");
    ASSERT_TRUE(input);
    ASSERT_EQ(input->points.size(), 6U);
    EXPECT_EQ(input->points.front().label, "2023/24 quarter 2");
    EXPECT_EQ(input->points.back().promised, Decimal(150));
    EXPECT_EQ(input->points.back().actual, Decimal(113));
    EXPECT_EQ(input->points.back().later, Decimal(98));
    EXPECT_EQ(print_fixed(*input->points.back().eased, 1), "115.4");
    EXPECT_EQ(input->eased, "Expected after a lag of 13 weeks");
}

TEST(Promises, DrawsNothingForWordsOrForOnePeriod) {
    DeliveryLine line = progress().lines[3];
    EXPECT_FALSE(profile_chart(ledgershire(), line, "p")) << "in words";
    line = progress().lines[0];
    line.course.resize(1);
    EXPECT_FALSE(profile_chart(ledgershire(), line, "p")) << "one period";
    line = progress().lines[0];
    line.course[1].row.period = *Period::parse("2023-07-01/2023-12-31");
    EXPECT_FALSE(profile_chart(ledgershire(), line, "p")) << "not in even steps";
}

TEST(Promises, LeavesAPlaceForAPeriodWithNothingKnown) {
    DeliveryLine line = progress().lines[0];
    line.course.erase(line.course.begin() + 2);
    const auto input = profile_chart(ledgershire(), line, "p");
    ASSERT_TRUE(input);
    ASSERT_EQ(input->points.size(), 6U);
    EXPECT_FALSE(input->points[2].actual);
}

TEST(Promises, ShowsAMeasureWithItsLatestAndOriginalTrajectory) {
    const RecoveryPlan& plan = ledgershire().recovery_plans.front();
    const Series series = compute_series(ledgershire(), plan.measure, ledgershire().settings.area, now);
    const auto input = trajectory_chart(ledgershire(), plan, series, now, "t");
    ASSERT_TRUE(input);
    ASSERT_EQ(input->points.size(), 5U);
    EXPECT_EQ(input->points[0].label, "2023/24 quarter 4");
    EXPECT_FALSE(input->points[0].promised);
    EXPECT_EQ(input->points[3].promised, Decimal(79));
    EXPECT_EQ(input->points[3].eased, Decimal(80));
    EXPECT_FALSE(input->points[4].actual);
    EXPECT_EQ(
        effect_words(ledgershire(), plan, series, now),
        "From 68.7% in 2023/24 quarter 4, before the plan, to 79.5% in 2024/25 quarter 3: better, by 10.8 points. "
        "The trajectory was kept in 1 of 3 periods.");
}

TEST(Promises, SaysNoEffectBeforeAnythingCame) {
    const RecoveryPlan& plan = ledgershire().recovery_plans.front();
    const Instant then = *Instant::parse("2024-05-01");
    const Series series = compute_series(ledgershire(), plan.measure, ledgershire().settings.area, then);
    EXPECT_EQ(effect_words(ledgershire(), plan, series, then), "");
}

} // namespace
} // namespace qd
