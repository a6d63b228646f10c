#include "checks/handed_in.hpp"

#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

Measure share() {
    Measure made = measure();
    made.quantity = Quantity::percent;
    made.per = 100;
    made.decimals = 1;
    made.roll_up = RollUp::ratio;
    return made;
}

Observation with_parts(const char* of, const char* shown, int numerator, int denominator) {
    Observation cell = value(of, shown);
    cell.numerator = Decimal(numerator);
    cell.denominator = Decimal(denominator);
    return cell;
}

std::vector<std::string> codes_of(const Findings& findings) {
    std::vector<std::string> codes;
    for (const Finding& finding : findings) codes.emplace_back(finding.code.text());
    return codes;
}

TEST(ValueContradictsParts, NamesTheThreeNumbers) {
    const Findings found = of_cell(share(), with_parts("2012-13Q1", "95", 430, 500), {}, "2012/13 quarter 1");
    ASSERT_EQ(codes_of(found), std::vector<std::string>{"value-contradicts-parts"});
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].message, "95.0% was handed in with 430 of 500 = 86.0%.");
}

TEST(ValueContradictsParts, IsNotWhatPrintsAlike) {
    EXPECT_FALSE(has(of_cell(share(), with_parts("2012-13Q1", "86", 430, 500), {}, ""), "value-contradicts-parts"));
    EXPECT_FALSE(has(of_cell(share(), with_parts("2012-13Q1", "67", 2, 3), {}, ""),
                     "value-contradicts-parts")); // to a whole one
    EXPECT_FALSE(has(of_cell(share(), with_parts("2012-13Q1", "66.667", 2, 3), {}, ""),
                     "value-contradicts-parts")); // finer than it shows
    EXPECT_TRUE(has(of_cell(share(), with_parts("2012-13Q1", "66", 2, 3), {}, ""), "value-contradicts-parts"));
}

TEST(ValueWithoutParts, IsReportedForMeasuresRolledUpByParts) {
    const Findings found = of_cell(share(), value("2012-13Q2", "47"), {}, "2012/13 quarter 2");
    ASSERT_EQ(codes_of(found), std::vector<std::string>{"value-without-parts"});
    EXPECT_EQ(found[0].message,
              "M1 is rolled up by numerator and denominator; 2012/13 quarter 2 was handed in as 47.0% alone.");
    Measure last = share();
    last.roll_up = RollUp::last;
    EXPECT_FALSE(has(of_cell(last, value("2012-13Q2", "47"), {}, ""), "value-without-parts"));
}

TEST(ValueScale, SeesAFractionAmongPercentages) {
    Measure last = share();
    last.roll_up = RollUp::last;
    const std::vector<Decimal> others{Decimal(86), Decimal(88), Decimal(89)};
    const Findings found = of_cell(last, value("2012-13Q2", "0.87"), others, "2012/13 quarter 2");
    ASSERT_EQ(codes_of(found), std::vector<std::string>{"value-scale"});
    EXPECT_EQ(found[0].message, "0.9% may be the fraction of 87%. The others are 86.0% to 89.0%.");
    EXPECT_EQ(of_cell(last, value("2012-13Q2", "8700"), others, "")[0].message,
              "8,700.0% may be 87%, written a hundred times too large. The others are 86.0% to 89.0%.");
    Observation target = value("2012-13Q2", "87");
    target.target = *Decimal::parse("0.9");
    EXPECT_EQ(of_cell(last, target, others, "")[0].message,
              "The target 0.9% may be the fraction of 90%. The others are 86.0% to 89.0%.");
}

TEST(ValueScale, LeavesAloneWhatIsNotCertain) {
    Measure last = share();
    last.roll_up = RollUp::last;
    const auto is_quiet = [&](const char* number, const std::vector<Decimal>& others) {
        return !has(of_cell(last, value("2012-13Q2", number), others, ""), "value-scale");
    };
    EXPECT_TRUE(is_quiet("0.9", {Decimal(1), Decimal(2), Decimal(3)})); // small shares
    EXPECT_TRUE(is_quiet("0.1", {Decimal(86), Decimal(88)}));           // 10% is none of them either
    EXPECT_TRUE(is_quiet("0", {Decimal(86), Decimal(88)}));
    EXPECT_TRUE(is_quiet("0.87", {Decimal(86)})); // one other is not a pattern
    EXPECT_TRUE(is_quiet("12", {Decimal(86), Decimal(88)}));
}

TEST(HandedIn, IsCheckedInItsPeriod) {
    Content content = council();
    content.measures = {share()};
    hand_in(content, "M1", {with_parts("2012-13Q1", "95", 430, 500)});
    EXPECT_EQ(only(checked(content, "2012-13Q1"), "value-contradicts-parts").message,
              "95.0% was handed in with 430 of 500 = 86.0%.");
    EXPECT_FALSE(has(checked(content, "2012-13Q2"), "value-contradicts-parts"));
    hand_in(content, "M1", {with_parts("2012-13Q1", "86", 430, 500)}); // put right
    EXPECT_FALSE(has(checked(content, "2012-13Q1"), "value-contradicts-parts"));
}

} // namespace
} // namespace qd
