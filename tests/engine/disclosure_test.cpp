#include "engine/disclosure.hpp"

#include "engine/council.hpp"
#include "engine/derive.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

// A county of three districts, and a count by quarter in each: A 3, 12; B 20, 7; C 14, 9 are Q1 and Q2.
Content three_districts() {
    Content content = council();
    Measure counted = measure();
    counted.quantity = Quantity::count;
    counted.roll_up = RollUp::sum;
    content.measures = {counted};
    const int counts[3][2] = {{3, 12}, {20, 7}, {14, 9}};
    for (int district = 0; district < 3; ++district) {
        const AreaCode code(std::string(1, static_cast<char>('A' + district)));
        content.areas.push_back({code, code.text(), AreaKind::district, county, {}, {}});
        for (int quarter = 0; quarter < 2; ++quarter) {
            Observation cell =
                value("2012-13Q" + std::to_string(quarter + 1), std::to_string(counts[district][quarter]));
            cell.area = code;
            hand_in(content, "M1", {cell});
        }
    }
    return content;
}

bool hides(const Disclosure& disclosure, const char* area, const char* described) {
    return disclosure.hides(MeasureCode("M1"), AreaCode(area), period(described));
}

TEST(Disclosure, HidesTheSmallCountAndWhatWouldRevealIt) {
    const Disclosure disclosure(three_districts(), moment("2020-01-01"));
    EXPECT_TRUE(hides(disclosure, "A", "2012-13Q1"));
    EXPECT_FALSE(hides(disclosure, "B", "2012-13Q1")) << "one other district is enough";
    EXPECT_TRUE(hides(disclosure, "C", "2012-13Q1"));
    EXPECT_FALSE(disclosure.hides(MeasureCode("M1"), county, period("2012-13Q1")));
    // The half year is Q1 + Q2: with one of the three shown, A's first quarter would follow.
    const bool is_q2_hidden = hides(disclosure, "A", "2012-13Q2"),
               is_half_hidden = hides(disclosure, "A", "2012-04-01/2012-09-30");
    EXPECT_TRUE(is_q2_hidden || is_half_hidden);
}

TEST(Disclosure, HidesAllInputsOfAHiddenFormula) {
    Content content = council();
    Measure total = measure("T"), a = measure("A"), b = measure("B");
    total.quantity = a.quantity = b.quantity = Quantity::count;
    total.formula = "A + B";
    content.measures = {a, b, total};
    hand_in(content, "A", {value("2012-13Q1", "30")});
    hand_in(content, "B", {value("2012-13Q1", "40")});
    hand_in(content, "T", {value("2012-13Q1", "4")}); // handed in, and small
    const Disclosure disclosure(content, moment("2020-01-01"));
    for (const char* code : {"A", "B", "T"})
        EXPECT_TRUE(disclosure.hides(MeasureCode(code), county, period("2012-13Q1"))) << code;
}

TEST(Disclosure, HidesTheInputsOfAHiddenFormulaWhereNoneIsProtected) {
    Content content = council();
    Measure difference = measure("T"), a = measure("A"), b = measure("B");
    difference.quantity = Quantity::count;
    difference.formula = "A - B";
    content.measures = {a, b, difference};
    hand_in(content, "A", {value("2012-13Q1", "43")});
    hand_in(content, "B", {value("2012-13Q1", "40")});
    const Content derived = with_derived(content);
    const Disclosure disclosure(derived, moment("2020-01-01"));
    for (const char* code : {"A", "B", "T"})
        EXPECT_TRUE(disclosure.hides(MeasureCode(code), county, period("2012-13Q1"))) << code;
}

// 60 people by the end of quarter 1, and 63 by that of quarter 2: three came in between.
TEST(Disclosure, HidesAYearToDateThatRevealsASmallCountWithTheOneBefore) {
    Content content = council();
    content.measures = {measure("M1")};
    content.measures[0].quantity = Quantity::count;
    content.measures[0].roll_up = RollUp::by_hand;
    hand_in(content, "M1", {value("2012-04-01/2012-06-30", "60")});
    hand_in(content, "M1", {value("2012-04-01/2012-09-30", "63")});
    const Disclosure disclosure(content, moment("2020-01-01"));
    EXPECT_TRUE(hides(disclosure, "E10000017", "2012-04-01/2012-06-30") ||
                hides(disclosure, "E10000017", "2012-04-01/2012-09-30"));
}

// 3 in April, 20 in May, nothing of June: the quarter is 23 of the two that are there.
TEST(Disclosure, HidesWhatRevealsASmallCountIfAPartIsLeftOut) {
    Content content = council();
    Measure counted = measure("M1");
    counted.quantity = Quantity::count;
    counted.grain = Grain::month;
    counted.roll_up = RollUp::sum;
    counted.missing = MissingParts::leave_out;
    content.measures = {counted};
    hand_in(content, "M1", {value("2012-04", "3"), value("2012-05", "20")});
    const Disclosure disclosure(content, moment("2020-01-01"));
    const char* own = "E10000017";
    EXPECT_TRUE(hides(disclosure, own, "2012-04"));
    EXPECT_TRUE(hides(disclosure, own, "2012-05") || hides(disclosure, own, "2012-13Q1"));
}

TEST(Disclosure, HidesNoMoreThanTheCouncilSays) {
    Content content = three_districts();
    content.settings.suppression.threshold = 0;
    EXPECT_FALSE(Disclosure(content, moment("2020-01-01")).hides_any(MeasureCode("M1")));
    content.settings.suppression.threshold = 5;
    content.settings.suppression.measures = {MeasureCode("OTHER")};
    EXPECT_FALSE(Disclosure(content, moment("2020-01-01")).hides_any(MeasureCode("M1")));
    content.settings.suppression = {};
    content.measures[0].quantity = Quantity::days;
    EXPECT_FALSE(Disclosure(content, moment("2020-01-01")).hides_any(MeasureCode("M1"))) << "days are no people";
}

TEST(Disclosure, RoundsCountsAndHidesOnlyTheSmallOne) {
    Content content = three_districts();
    content.settings.suppression.rounding = 5;
    const Disclosure disclosure(content, moment("2020-01-01"));
    EXPECT_TRUE(hides(disclosure, "A", "2012-13Q1"));
    EXPECT_FALSE(hides(disclosure, "C", "2012-13Q1"));
}

// 12 of 93 pupils by sex: 3 girls of 40, 9 boys of 53.
TEST(Disclosure, BreakdownsAreInTheTableOfTheirWhole) {
    Content content = council();
    for (const char* code : {"ALL", "GIRLS", "BOYS"}) {
        Measure share = measure(code);
        share.quantity = Quantity::percent;
        if (std::string(code) != "ALL") share.parent = MeasureCode("ALL");
        content.measures.push_back(share);
    }
    hand_in(content, "ALL", {parts("2012-13Q1", "12", "93")});
    hand_in(content, "GIRLS", {parts("2012-13Q1", "3", "40")});
    hand_in(content, "BOYS", {parts("2012-13Q1", "9", "53")});
    const Disclosure disclosure(content, moment("2020-01-01"));
    EXPECT_TRUE(disclosure.hides(MeasureCode("GIRLS"), county, period("2012-13Q1")));
    EXPECT_TRUE(disclosure.hides(MeasureCode("BOYS"), county, period("2012-13Q1")));
    EXPECT_FALSE(disclosure.hides(MeasureCode("ALL"), county, period("2012-13Q1")));
}

// Where the count is hidden its rate is, and where the rate is hidden the count is: the population is known.
TEST(Disclosure, AFormulaRevealsNothingAboutItsInputs) {
    Content content = three_districts();
    Measure rate = measure("RATE");
    rate.quantity = Quantity::rate;
    rate.roll_up = RollUp::ratio;
    content.measures.push_back(rate);
    content.measures.back().formula = "ratio(M1, POP)";
    const char* numerators[] = {"3", "20", "14"};
    for (int district = 0; district < 3; ++district) {
        Observation cell = parts("2012-13Q1", numerators[district], district == 2 ? "900" : "800");
        cell.area = AreaCode(std::string(1, static_cast<char>('A' + district)));
        hand_in(content, "RATE", {cell});
    }
    const Disclosure disclosure(content, moment("2020-01-01"));
    for (const char* area : {"A", "B", "C"})
        EXPECT_EQ(hides(disclosure, area, "2012-13Q1"),
                  disclosure.hides(MeasureCode("RATE"), AreaCode(area), period("2012-13Q1")))
            << area;
}

} // namespace
} // namespace qd
