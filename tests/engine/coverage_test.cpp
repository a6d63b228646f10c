#include "domain/coverage.hpp"
#include "engine/council.hpp"

#include <gtest/gtest.h>

// Figures that leave out what is missing: what they cover, and what they are compared with.
namespace qd {
namespace {

using namespace test;

class CoverageTest : public testing::Test {
protected:
    CoverageTest() {
        content_.measures = {measure()};
        only().roll_up = RollUp::sum;
        only().quantity = Quantity::count;
        only().missing = MissingParts::leave_out;
        content_.settings.tolerance = {};
    }

    Measure& only() { return content_.measures[0]; }
    std::string of_how_much(const Figure& figure) {
        const auto coverage = coverage_of(content_.settings.calendar, only(), figure);
        return coverage ? words_of(*coverage) : "whole";
    }

    Content content_ = council();
};

TEST_F(CoverageTest, ComparesASumWithTheShareOfItsQuarters) {
    set_target(content_, "M1", "2012-13", "48000");
    hand_in(content_, "M1",
            {value("2012-13Q1", "12500"), gap("2012-13Q2", GapReason::not_available), value("2012-13Q3", "11900")});
    const Figure third = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(of_how_much(third), "2 of 3 quarters");
    EXPECT_EQ(third.goal->aim, number("24000"));
    EXPECT_EQ(third.status.status, Status::green);
    hand_in(content_, "M1", {value("2012-13Q4", "11000")});
    const Figure year = figure_at(content_, "2012-13Q4");
    EXPECT_EQ(of_how_much(year), "3 of 4 quarters");
    EXPECT_EQ(year.goal->aim, number("36000"));
    EXPECT_EQ(year.status.status, Status::red);
    EXPECT_EQ(year.outlook,
              Outlook::unknown); // a year without one of its quarters has neither met nor missed its target
}

TEST_F(CoverageTest, ComparesAQuarterWithTheShareOfItsMonths) {
    only().grain = Grain::month;
    set_target(content_, "M1", "2012-13", "1200");
    hand_in(content_, "M1",
            {value("2012-04", "100"), gap("2012-05", GapReason::not_available), value("2012-06", "110"),
             value("2012-07", "90"), value("2012-08", "80"), value("2012-09", "100")});
    const Figure second = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(of_how_much(second), "5 of 6 months");
    EXPECT_EQ(second.goal->aim, number("500"));
    ASSERT_TRUE(second.beside);
    EXPECT_EQ(second.beside->status.reason, "");
    const Figure first = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(of_how_much(first), "2 of 3 months");
    EXPECT_EQ(first.goal->aim, number("200"));
    EXPECT_EQ(first.status.status, Status::green);
}

TEST_F(CoverageTest, UsesOfAProfileWhatItsQuartersAdd) {
    for (const auto& [quarter, position] : {std::pair("2012-13Q1", "10"), std::pair("2012-13Q2", "30"),
                                            std::pair("2012-13Q3", "60"), std::pair("2012-13Q4", "100")})
        set_target(content_, "M1", quarter, position, TargetRole::profile);
    set_target(content_, "M1", "2012-13", "100");
    hand_in(content_, "M1",
            {value("2012-13Q1", "12"), gap("2012-13Q2", GapReason::not_available), value("2012-13Q3", "29"),
             value("2012-13Q4", "38")});
    const Figure third = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(third.goal->aim, number("40")); // 10, and 30 from quarter 2 to quarter 3
    EXPECT_EQ(third.status.status, Status::green);
    EXPECT_EQ(figure_at(content_, "2012-13Q4").goal->aim, number("80"));
}

TEST_F(CoverageTest, RatesNothingWhereTheProfileHasNoPositionForTheMonths) {
    only().grain = Grain::month;
    set_target(content_, "M1", "2012-13Q1", "30", TargetRole::profile);
    hand_in(content_, "M1", {value("2012-04", "10"), gap("2012-05", GapReason::not_available), value("2012-06", "10")});
    const Figure first = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(first.status.status, Status::not_rated);
    EXPECT_EQ(first.status.reason, "the figure is of 2 of 3 months, but the profile has no position for these alone");
}

TEST_F(CoverageTest, ComparesWithLastYearOnlyWhatLeavesOutTheSame) {
    hand_in(content_, "M1",
            {value("2011-12Q1", "10"), value("2011-12Q2", "10"), value("2011-12Q3", "10"), value("2012-13Q1", "10"),
             gap("2012-13Q2", GapReason::not_available), value("2012-13Q3", "12")});
    const Figure third = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(third.last_year.direction, Direction::not_comparable);
    EXPECT_EQ(third.last_year.why_not, "one is for 2 of 3 quarters, the other for all");
    hand_in(content_, "M1", {gap("2011-12Q2", GapReason::not_available)}, "2012-12-01");
    EXPECT_EQ(figure_at(content_, "2012-13Q3").last_year.direction, Direction::improved);
}

TEST_F(CoverageTest, DoesNotRateASumOfSomeAreasByTheTargetOfAll) {
    content_.areas.push_back({AreaCode("A1"), "Easton", AreaKind::district, county, {}, {}, {}});
    content_.areas.push_back({AreaCode("A2"), "Weston", AreaKind::district, county, {}, {}, {}});
    set_target(content_, "M1", "2012-13", "400");
    Observation east = value("2012-13Q1", "120");
    east.area = AreaCode("A1");
    hand_in(content_, "M1", {east});
    const Figure first = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(of_how_much(first), "1 of 2 areas");
    EXPECT_EQ(first.status.status, Status::not_rated);
    EXPECT_EQ(first.status.reason, "covers 1 of 2 areas, but the target is for all");
}

TEST_F(CoverageTest, AsksForWhatIsLeftOutAndDue) {
    hand_in(content_, "M1", {value("2012-13Q1", "10"), value("2012-13Q3", "12")});
    EXPECT_EQ(figure_at(content_, "2012-13Q3").lacks, std::vector{period("2012-13Q2")});
}

// A gap that was handed in for the period is kept, and does not hide what else nobody handed in.
TEST_F(CoverageTest, NamesMissingPartsAsWellAsAGapThatWasHandedIn) {
    only().missing = MissingParts::withhold;
    hand_in(content_, "M1",
            {value("2011-12Q4", "9"), value("2012-13Q1", "10"), gap("2012-13Q3", GapReason::not_available)});
    const Figure third = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(third.actual, Cell(GapReason::not_available));
    EXPECT_EQ(third.lacks, std::vector{period("2012-13Q2")});
    EXPECT_EQ(third.status.reason, "quarter 3 was handed in as not available, and the year to date lacks quarter 2, "
                                   "which was due on 30 October 2012");
}

TEST_F(CoverageTest, SaysThatScoresOfAreasCannotBeAdded) {
    only().quantity = Quantity::score;
    only().roll_up = RollUp::last;
    content_.areas.push_back({AreaCode("A1"), "Easton", AreaKind::district, county, {}, {}, {}});
    content_.areas.push_back({AreaCode("A2"), "Weston", AreaKind::district, county, {}, {}, {}});
    Observation east = value("2012-13Q1", "7"), west = value("2012-13Q1", "8");
    east.area = AreaCode("A1");
    west.area = AreaCode("A2");
    hand_in(content_, "M1", {east, west});
    EXPECT_EQ(figure_at(content_, "2012-13Q1").why_missing,
              "the scores of the areas below cannot be added up: hand in one for the whole");
}

// Half 2 of last year, shown in this year's quarter 1, is compared with last year's target.
TEST_F(CoverageTest, ComparesLastYearsFigureWithLastYearsTarget) {
    only().grain = Grain::half;
    set_target(content_, "M1", "2011-12", "100");
    set_target(content_, "M1", "2012-13", "140");
    hand_in(content_, "M1", {value("2011-12H1", "55"), value("2011-12H2", "50")});
    const Figure first = figure_at(content_, "2012-13Q1", "2012-07-10");
    EXPECT_EQ(first.actual, Cell(Decimal(105)));
    EXPECT_EQ(first.goal->aim, number("100"));
    EXPECT_EQ(first.status.status, Status::green);
    EXPECT_EQ(first.year_end->aim, number("140"));
    only().roll_up = RollUp::last;
    only().polarity = Polarity::lower;
    EXPECT_EQ(figure_at(content_, "2012-13Q1", "2012-07-10").goal->aim, number("100"));
}

TEST_F(CoverageTest, ShowsTheTargetsOfYearsToCome) {
    set_target(content_, "M1", "2012-13", "40");
    set_target(content_, "M1", "2014-15", "60");
    set_target(content_, "M1", "2013-14", "50");
    set_target(content_, "M1", "2011-12", "30");
    hand_in(content_, "M1", {value("2012-13Q1", "10")});
    const Figure first = figure_at(content_, "2012-13Q1");
    EXPECT_EQ(first.status.status, Status::green);
    ASSERT_EQ(first.other_goals.size(), 2u);
    EXPECT_EQ(first.other_goals[0].goal.period, period("2013-14"));
    EXPECT_EQ(first.other_goals[0].goal.aim, number("50"));
    EXPECT_EQ(first.other_goals[1].goal.aim, number("60"));
}

} // namespace
} // namespace qd
