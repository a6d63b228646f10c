#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Observation reported(Observation observation, std::string_view in) {
    observation.reported_in = period(in);
    return observation;
}

class TargetFindings : public testing::Test {
protected:
    TargetFindings() {
        for (const char* code : {"A", "B", "C", "D"}) {
            content_.measures.push_back(measure(code));
            hand_in(content_, code, {value("2011-12Q4", "50"), value("2012-13Q1", "52")});
            set_target(content_, code, "2011-12", "40");
        }
        set_target(content_, "A", "2012-13", "45");
    }

    Content content_ = council();
};

TEST_F(TargetFindings, ReportMissingTargetsOnce) {
    const Finding found = only(checked(content_, "2012-13Q1"), "target-missing");
    EXPECT_EQ(found.severity, Severity::note);
    EXPECT_EQ(found.message, "3 measures that had a target in 2011/12 have none in 2012/13: B, C, D.");
    EXPECT_FALSE(has(checked(content_, "2011-12Q4"), "target-missing"));
    Target none_yet;
    none_yet.measure = MeasureCode("B");
    none_yet.period = period("2012-13");
    none_yet.kind = TargetKind::none_yet;
    content_.targets.push_back(none_yet);
    content_.measures[2].polarity = Polarity::none;
    EXPECT_EQ(only(checked(content_, "2012-13Q1"), "target-missing").message,
              "1 measure that had a target in 2011/12 has none in 2012/13: D.");
}

TEST_F(TargetFindings, FindAProfileThatEndsElsewhere) {
    set_target(content_, "A", "2012-13Q1", "40", TargetRole::profile);
    set_target(content_, "A", "2012-13Q4", "44", TargetRole::profile);
    const Finding found = only(checked(content_, "2012-13Q1"), "profile-off-target");
    EXPECT_EQ(found.message, "The profile ends at 44 (2012/13 quarter 4), but the year’s target is 45.");
    content_.targets.back().value = Decimal(45);
    EXPECT_FALSE(has(checked(content_, "2012-13Q1"), "profile-off-target"));
}

TEST_F(TargetFindings, AcceptAProfileOfWhatEachQuarterShouldAdd) {
    content_.measures[0].roll_up = RollUp::sum;
    for (const char* quarter : {"2012-13Q1", "2012-13Q2", "2012-13Q3", "2012-13Q4"})
        set_target(content_, "A", quarter, "11.25", TargetRole::profile);
    EXPECT_FALSE(has(checked(content_, "2012-13Q1"), "profile-off-target"));
    content_.targets.back().value = Decimal(12);
    EXPECT_EQ(with_code(checked(content_, "2012-13Q1"), "profile-off-target").size(), 1u);
}

TEST_F(TargetFindings, ReportAChangeThatGoesTheBadWay) {
    Target& target = content_.targets.back(); // of A, 2012-13
    target.kind = TargetKind::change_percent;
    target.value = Decimal(10);
    EXPECT_FALSE(has(checked(content_, "2012-13Q1"), "change-the-bad-way"));
    content_.measures[0].polarity = Polarity::lower;
    const Finding found = only(checked(content_, "2012-13Q1"), "change-the-bad-way");
    EXPECT_EQ(found.severity, Severity::note);
    EXPECT_EQ(found.message, "The target is a change of 10% upwards, and smaller is better: the figure may get worse "
                             "by that much and still meet it.");
    target.value = Decimal(-10);
    EXPECT_FALSE(has(checked(content_, "2012-13Q1"), "change-the-bad-way"));
    content_.measures[0].polarity = Polarity::higher;
    target.kind = TargetKind::change;
    EXPECT_EQ(with_code(checked(content_, "2012-13Q1"), "change-the-bad-way").size(), 1u);
}

TEST_F(TargetFindings, FindATargetForADifferentStretch) {
    Measure& sum = content_.measures.emplace_back(measure("S"));
    sum.roll_up = RollUp::sum;
    Observation second = value("2012-13Q2", "7");
    second.target = Decimal(5);
    hand_in(content_, "S", {value("2012-13Q1", "3"), second});
    const Finding found = only(checked(content_, "2012-13Q2"), "target-of-another-stretch");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "It is not rated: not every period so far has a target, so the year to date has none.");
}

TEST_F(TargetFindings, FindAYearToDateThatFalls) {
    Measure& thefts = content_.measures.emplace_back(measure("T"));
    thefts.roll_up = RollUp::by_hand;
    thefts.quantity = Quantity::count;
    thefts.polarity = Polarity::lower;
    hand_in(content_, "T",
            {reported(value("2011-04-01/2012-03-31", "900"), "2011-12Q4"),
             reported(value("2012-04-01/2012-06-30", "210"), "2012-13Q1"),
             reported(value("2012-04-01/2012-09-30", "198"), "2012-13Q2")});
    const Finding found = only(checked(content_, "2012-13Q2"), "year-to-date-falls");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "The year to date fell from 210 (2012/13 quarter 1) to 198, and it can only grow.");
    EXPECT_FALSE(has(checked(content_, "2012-13Q1"), "year-to-date-falls")); // a new year begins anew
    thefts.quantity = Quantity::percent;
    EXPECT_FALSE(has(checked(content_, "2012-13Q2"), "year-to-date-falls"));
}

} // namespace
} // namespace qd::test
