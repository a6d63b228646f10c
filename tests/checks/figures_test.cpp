#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Measure share() {
    Measure made = measure();
    made.title = "The share";
    made.quantity = Quantity::percent;
    made.per = 100;
    made.decimals = 1;
    return made;
}

Findings said_of(const Measure& of, std::initializer_list<Observation> observations, std::string_view target = "") {
    Content content = council();
    content.measures = {of};
    hand_in(content, "M1", observations);
    if (!target.empty()) set_target(content, "M1", "2012-13Q1", target, TargetRole::profile);
    Findings findings = checked(content, "2012-13Q1");
    std::erase_if(findings, [](const Finding& finding) { return finding.code == "recovery-plan-missing"; });
    return findings;
}

Observation published(Observation observation, std::string_view figure) {
    observation.published = number(figure);
    return observation;
}

TEST(PublishedFigure, IsComparedAtTheDecimalsPrinted) {
    const Finding found =
        only(said_of(share(), {published(parts("2012-13Q1", "19252", "22779"), "84.6")}), "published-differs");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.place, "The share, 2012/13 quarter 1");
    EXPECT_EQ(found.message, "Published as 84.6%, but the figure is 84.5% from 19,252 of 22,779.");
    for (const char* figure : {"84.5", "85", "84.52"})
        EXPECT_FALSE(
            has(said_of(share(), {published(parts("2012-13Q1", "19252", "22779"), figure)}), "published-differs"));
    EXPECT_EQ(
        only(said_of(share(), {published(parts("2012-13Q1", "19252", "22779"), "84.51")}), "published-differs").message,
        "Published as 84.51%, but the figure is 84.52% from 19,252 of 22,779.");
}

TEST(PublishedFigure, IsLookedAtOnlyInItsPeriod) {
    EXPECT_FALSE(has(said_of(share(), {published(value("2011-12Q4", "10"), "20"), value("2012-13Q1", "10")}),
                     "published-differs"));
}

TEST(ImplausibleValue, IsOutsideItsBounds) {
    Measure bounded = share();
    bounded.least = Decimal();
    bounded.most = Decimal(100);
    const Finding found = only(said_of(bounded, {value("2012-13Q1", "100.1")}), "value-implausible");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "The value 100.1% cannot be right: the measure is between 0% and 100%.");
    for (const char* inside : {"100", "0"})
        EXPECT_FALSE(has(said_of(bounded, {value("2012-13Q1", inside)}), "value-implausible"));
    bounded.most.reset();
    EXPECT_EQ(only(said_of(bounded, {value("2012-13Q1", "-0.1")}), "value-implausible").message,
              "The value −0.1% cannot be right: the measure is at least 0%.");
}

TEST(ImplausibleValue, IsMoreThanAll) {
    const Finding found = only(said_of(share(), {parts("2012-13Q1", "101", "100")}), "value-implausible");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "101 of 100 is more than all.");
    EXPECT_FALSE(has(said_of(share(), {parts("2012-13Q1", "100", "100")}), "value-implausible"));
    Measure may_exceed = share();
    may_exceed.most = Decimal(150);
    EXPECT_FALSE(has(said_of(may_exceed, {parts("2012-13Q1", "101", "100")}), "value-implausible"));
}

Findings after_steps(std::string_view last, RollUp roll_up = RollUp::last) {
    Measure counted = measure();
    counted.roll_up = roll_up;
    return said_of(counted, {value("2010-11Q2", "100"), value("2010-11Q3", "104"), value("2010-11Q4", "101"),
                             value("2011-12Q1", "105"), value("2011-12Q2", "102"), value("2011-12Q3", "106"),
                             value("2011-12Q4", "103"), value("2012-13Q1", last)});
}

TEST(ImplausibleValue, IsAStepOfMoreThanSixTimesTheUsual) {
    const Finding found = only(after_steps("128"), "value-implausible");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "It went from 103 to 128, more than six times the usual step of 4.");
    EXPECT_FALSE(has(after_steps("127"), "value-implausible")); // six times 4
    EXPECT_TRUE(has(after_steps("78"), "value-implausible"));
}

TEST(ImplausibleValue, IsNotTheYearToDateThatStartsAnew) {
    EXPECT_FALSE(has(after_steps("105", RollUp::sum), "value-implausible"));
    EXPECT_TRUE(has(after_steps("128", RollUp::sum), "value-implausible"));
}

TEST(ImplausibleValue, NeedsSixStepsBefore) {
    EXPECT_FALSE(
        has(said_of(measure(), {value("2011-12Q1", "100"), value("2011-12Q2", "101"), value("2011-12Q3", "100"),
                                value("2011-12Q4", "101"), value("2012-13Q1", "900")}),
            "value-implausible"));
}

TEST(ImplausibleTarget, IsOutsideTheBounds) {
    Measure bounded = share();
    bounded.most = Decimal(100);
    const Finding found = only(said_of(bounded, {value("2012-13Q1", "84")}, "950"), "target-implausible");
    EXPECT_EQ(found.severity, Severity::error);
    EXPECT_EQ(found.message, "The target 950.0% cannot be right: the measure is at most 100%.");
    EXPECT_FALSE(has(said_of(bounded, {value("2012-13Q1", "84")}, "100"), "target-implausible"));
}

TEST(ImplausibleTarget, IsInAnotherUnit) {
    const Finding found = only(said_of(share(), {value("2012-13Q1", "84.5")}, "0.95"), "target-implausible");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "The target 0.95% is out of proportion to the figures measured: 84.5%.");
    EXPECT_TRUE(has(said_of(share(), {value("2012-13Q1", "50")}, "1"), "target-implausible"));
    EXPECT_FALSE(has(said_of(share(), {value("2012-13Q1", "49.9")}, "1"), "target-implausible"));
    EXPECT_FALSE(has(said_of(share(), {value("2011-12Q4", "1.2"), value("2012-13Q1", "84.5")}, "0.95"),
                     "target-implausible")); // it was near once
}

TEST(ImplausibleTarget, OfACountNeedsAHistory) {
    const auto jobs = [](std::string_view target) {
        return said_of(
            measure(),
            {value("2011-12Q2", "10"), value("2011-12Q3", "12"), value("2011-12Q4", "11"), value("2012-13Q1", "10")},
            target);
    };
    EXPECT_EQ(only(jobs("600"), "target-implausible").message,
              "The target 600 is out of proportion to the figures measured: 10 to 12.");
    EXPECT_FALSE(has(jobs("599"), "target-implausible"));
    EXPECT_FALSE(has(said_of(measure(), {value("2012-13Q1", "1")}, "60"), "target-implausible")); // only begun
}

} // namespace
} // namespace qd::test
