#include "engine/council.hpp"

#include <gtest/gtest.h>

// A figure that was handed in as a forecast is shown, but is not an outcome.
namespace qd {
namespace {

using namespace test;

Observation forecast(std::string_view of, std::string_view figure) {
    Observation row = value(of, figure);
    row.flags = static_cast<Flags>(Flag::forecast);
    return row;
}

class ForecastFlagTest : public testing::Test {
protected:
    ForecastFlagTest() { content_.measures = {measure()}; }

    Content content_ = council();
};

TEST_F(ForecastFlagTest, IsNotRated) {
    set_target(content_, "M1", "2012-13", "80");
    hand_in(content_, "M1", {value("2012-13Q1", "70"), forecast("2012-13Q2", "90")});
    const Figure second = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(second.actual, Cell(Decimal(90)));
    EXPECT_EQ(second.status.status, Status::not_rated);
    EXPECT_EQ(second.status.reason, "a forecast, not an actual");
    EXPECT_EQ(second.previous.direction, Direction::not_comparable);
    EXPECT_EQ(second.previous.why_not, "the figure is a forecast");
    hand_in(content_, "M1", {value("2012-13Q2", "90")}, "2012-11-01");
    EXPECT_EQ(figure_at(content_, "2012-13Q2").status.status, Status::green);
}

TEST_F(ForecastFlagTest, MakesAYearToDateAForecastButNotThePeriodsOwnFigure) {
    content_.measures[0].roll_up = RollUp::sum;
    content_.measures[0].quantity = Quantity::count;
    set_target(content_, "M1", "2012-13", "40");
    hand_in(content_, "M1", {forecast("2012-13Q1", "12"), value("2012-13Q2", "12")});
    const Figure second = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(second.status.status, Status::not_rated);
    ASSERT_TRUE(second.beside);
    EXPECT_EQ(second.beside->status.status, Status::green);
    EXPECT_EQ(second.previous.direction, Direction::not_comparable);
    EXPECT_EQ(second.previous.why_not, "the figure before is a forecast");
}

TEST_F(ForecastFlagTest, PassesOnToWhatAYearToDateByHandAdds) {
    content_.measures[0].roll_up = RollUp::by_hand;
    content_.measures[0].quantity = Quantity::count;
    set_target(content_, "M1", "2012-13", "40");
    hand_in(content_, "M1", {forecast("2012-04-01/2012-06-30", "12"), value("2012-04-01/2012-09-30", "25")});
    const Figure second = figure_at(content_, "2012-13Q2");
    EXPECT_EQ(second.status.status, Status::green);
    ASSERT_TRUE(second.beside);
    EXPECT_EQ(second.beside->status.reason, "a forecast, not an actual");
}

TEST_F(ForecastFlagTest, OfTheYearEndIsAnOutlookIfNobodyGaveOne) {
    set_target(content_, "M1", "2012-13", "80");
    hand_in(content_, "M1", {forecast("2012-13Q4", "90")});
    EXPECT_EQ(figure_at(content_, "2012-13Q4").outlook, Outlook::to_meet);
    hand_in(content_, "M1", {value("2012-13Q4", "70")}, "2013-05-01");
    EXPECT_EQ(figure_at(content_, "2012-13Q4").outlook, Outlook::missed);
}

} // namespace
} // namespace qd
