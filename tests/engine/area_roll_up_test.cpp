#include "engine/council.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

// A county of three districts, one of them replaced by another, with two wards in the first.
class AreaRollUpTest : public testing::Test {
protected:
    AreaRollUpTest() {
        content_.measures = {measure()};
        content_.measures[0].quantity = Quantity::percent;
        add("D1", AreaKind::district, county);
        add("D2", AreaKind::district, county);
        add("OLD", AreaKind::district, county).valid_to = day("2012-06-30");
        add("NEW", AreaKind::district, county).valid_from = day("2012-07-01");
        add("W1", AreaKind::ward, AreaCode("D1"));
        add("W2", AreaKind::ward, AreaCode("D1"));
        add("PATCH", AreaKind::local, county);
    }

    Area& add(std::string_view code, AreaKind kind, AreaCode parent) {
        content_.areas.push_back({AreaCode(std::string(code)), std::string(code), kind, std::move(parent), {}, {}});
        return content_.areas.back();
    }

    static Observation in(std::string_view area, Observation observation) {
        observation.area = AreaCode(std::string(area));
        return observation;
    }

    Content content_ = council();
};

TEST_F(AreaRollUpTest, AddsTheDistrictsOfTheTimeByTheirParts) {
    hand_in(content_, "M1",
            {in("D1", parts("2012-13Q1", "1", "10")), in("D2", parts("2012-13Q1", "9", "10")),
             in("OLD", parts("2012-13Q1", "20", "80")), in("D1", parts("2012-13Q2", "1", "10")),
             in("D2", parts("2012-13Q2", "9", "10")), in("NEW", parts("2012-13Q2", "40", "80"))});
    EXPECT_EQ(figure_at(content_, "2012-13Q1").actual, Cell(Decimal(30)));
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.actual, Cell(Decimal(50)));
    EXPECT_EQ(figure.numerator, Decimal(50));
    EXPECT_EQ(figure.parts_present, 3u);
    EXPECT_EQ(figure.parts_expected, 3u);
    EXPECT_FALSE(figure.lineage.has_value());
}

// The slip of one district does not take everybody's figures away.
TEST_F(AreaRollUpTest, SaysOfOneCellThatItsSumIsTooLarge) {
    content_.measures[0].quantity = Quantity::count;
    content_.measures.push_back(measure("M2"));
    hand_in(content_, "M1",
            {in("D1", value("2012-13Q1", "9000000000000")), in("D2", value("2012-13Q1", "9000000000000")),
             in("OLD", value("2012-13Q1", "1")), in("D1", value("2012-13Q2", "1")), in("D2", value("2012-13Q2", "2")),
             in("NEW", value("2012-13Q2", "3"))});
    hand_in(content_, "M2", {value("2012-13Q1", "5")});
    const Scorecard scorecard =
        compute_scorecard(content_, period("2012-13Q1"), county, moment("2020-01-01T00:00:00Z"));
    ASSERT_EQ(scorecard.figures.size(), 2u);
    EXPECT_EQ(scorecard.figures[0].actual, Cell(GapReason::not_available));
    EXPECT_EQ(scorecard.figures[0].note, "A number is too large: figures may go up to 9,223,372,036,854.");
    EXPECT_EQ(scorecard.figures[1].actual, Cell(Decimal(5)));
    const Series series = compute_series(content_, MeasureCode("M1"), county, moment("2020-01-01T00:00:00Z"));
    ASSERT_EQ(series.points.size(), 2u);
    EXPECT_EQ(series.points[0].actual, Cell(GapReason::not_available));
    EXPECT_EQ(series.points[1].actual, Cell(Decimal(6)));
}

TEST_F(AreaRollUpTest, LeavesTheWholeMissingIfOneDistrictIs) {
    hand_in(content_, "M1", {in("D1", parts("2012-13Q2", "1", "10")), in("D2", parts("2012-13Q2", "9", "10"))});
    const Figure late = figure_at(content_, "2012-13Q2", "2013-01-01");
    EXPECT_EQ(late.actual, Cell(GapReason::overdue));
    EXPECT_EQ(late.parts_present, 2u);
    EXPECT_EQ(late.parts_expected, 3u);
    EXPECT_EQ(late.due_on, day("2012-10-30"));
    EXPECT_EQ(figure_at(content_, "2012-13Q2", "2012-10-30").actual, Cell(GapReason::not_due));
    hand_in(content_, "M1", {in("NEW", gap("2012-13Q2", GapReason::suppressed))});
    EXPECT_EQ(figure_at(content_, "2012-13Q2", "2013-01-01").actual, Cell(GapReason::suppressed));
    hand_in(content_, "M1", {in("NEW", gap("2012-13Q2", GapReason::not_applicable))});
    EXPECT_EQ(figure_at(content_, "2012-13Q2", "2013-01-01").actual, Cell(Decimal(50)));
}

TEST_F(AreaRollUpTest, GoesDownAsFarAsThereAreFigures) {
    hand_in(content_, "M1",
            {in("W1", parts("2012-13Q2", "1", "5")), in("W2", parts("2012-13Q2", "0", "5")),
             in("D2", parts("2012-13Q2", "9", "10")), in("NEW", parts("2012-13Q2", "40", "80"))});
    const Figure figure = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(figure.actual, Cell(Decimal(50)));
    EXPECT_EQ(figure.parts_expected, 4u);
}

TEST_F(AreaRollUpTest, NeverAddsPatchesToDistricts) {
    hand_in(content_, "M1",
            {in("PATCH", parts("2012-13Q2", "50", "50")), in("D1", parts("2012-13Q2", "1", "10")),
             in("D2", parts("2012-13Q2", "9", "10")), in("NEW", parts("2012-13Q2", "40", "80"))});
    EXPECT_EQ(figure_at(content_, "2012-13Q2").actual, Cell(Decimal(50)));
}

TEST_F(AreaRollUpTest, KeepsTheCountysOwnFigure) {
    hand_in(content_, "M1", {in("D1", parts("2012-13Q2", "1", "10")), parts("2012-13Q2", "6", "10")});
    EXPECT_EQ(figure_at(content_, "2012-13Q2").actual, Cell(Decimal(60)));
}

TEST_F(AreaRollUpTest, AddsNothingForAMeasureHandedInForTheWhole) {
    content_.measures[0].area_roll_up = AreaRollUp::by_hand;
    hand_in(content_, "M1", {in("D1", parts("2012-13Q2", "1", "10"))});
    EXPECT_EQ(figure_at(content_, "2012-13Q2").actual, Cell(GapReason::overdue));
}

TEST_F(AreaRollUpTest, ShowsOneDistrict) {
    hand_in(content_, "M1", {in("D1", parts("2012-13Q2", "1", "10"))});
    const Scorecard scorecard = compute_scorecard(content_, period("2012-13Q2"), AreaCode("D1"), moment("2013-01-01"));
    EXPECT_EQ(scorecard.figures.at(0).actual, Cell(Decimal(10)));
}

TEST_F(AreaRollUpTest, RefusesAnUnknownAreaAndOneWithinItself) {
    EXPECT_THROW(compute_scorecard(content_, period("2012-13Q2"), AreaCode("E99"), moment("2013-01-01")), Error);
    content_.areas[0].parent = AreaCode("W1");
    EXPECT_THROW(compute_scorecard(content_, period("2012-13Q2"), county, moment("2013-01-01")), Error);
}

} // namespace
} // namespace qd
