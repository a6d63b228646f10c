#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

Measure smaller(int decimals = 1) {
    Measure made = measure();
    made.polarity = Polarity::lower;
    made.decimals = decimals;
    return made;
}

Measure bigger(int decimals = 1) {
    Measure made = measure();
    made.decimals = decimals;
    return made;
}

// The figure of 2013-14Q2, after one figure a year earlier.
Movement since_last_year(const Measure& of, std::string_view then, std::string_view now) {
    Content content = council();
    content.measures = {of};
    hand_in(content, "M1", {value("2012-13Q2", then), value("2013-14Q2", now)});
    return figure_at(content, "2013-14Q2").last_year;
}

// Lancashire, 6 December 2017: library visits 15 % down. Chorley, quarter 1 of 2013/14: anti-social behaviour 12.1 % and
// burglary 32.4 % down.
TEST(Direction, FollowsThePolarity) {
    EXPECT_EQ(since_last_year(bigger(), "1000", "850").direction, Direction::worsened);
    EXPECT_EQ(since_last_year(bigger(), "1000", "850").relative, Decimal(-15));
    EXPECT_EQ(since_last_year(smaller(), "1000", "879").direction, Direction::improved);
    EXPECT_EQ(since_last_year(smaller(), "1000", "879").relative, number("-12.1"));
    EXPECT_EQ(since_last_year(smaller(), "1000", "676").direction, Direction::improved);
}

// Chorley, quarter 1 of 2013/14: 6.1 % of young people not in education, employment or training, 5.2 % a year before; the
// paper says that numbers fell.
TEST(Direction, DistinguishesPointsFromPercent) {
    const Movement movement = since_last_year(smaller(), "5.2", "6.1");
    EXPECT_EQ(movement.direction, Direction::worsened);
    EXPECT_EQ(movement.difference, number("0.9"));
    EXPECT_EQ(movement.relative->rounded(1), number("17.3"));
    EXPECT_EQ(movement.value, number("5.2"));
    EXPECT_EQ(movement.period, period("2012-13Q2"));
}

// Lancashire, 6 December 2017: assessments within 7 days 85.3 %, 3.1 points up; within 28 days 95.7 %, 1.2 points up.
TEST(Direction, ComparesWithTheQuarterBefore) {
    Content content = council();
    content.measures = {bigger()};
    hand_in(content, "M1", {value("2017-18Q1", "82.2"), value("2017-18Q2", "85.3")});
    EXPECT_EQ(figure_at(content, "2017-18Q2").previous.difference, number("3.1"));
    EXPECT_EQ(figure_at(content, "2017-18Q2").previous.direction, Direction::improved);
    hand_in(content, "M1", {value("2017-18Q1", "94.5"), value("2017-18Q2", "95.7")});
    EXPECT_EQ(figure_at(content, "2017-18Q2").previous.difference, number("1.2"));
    EXPECT_EQ(figure_at(content, "2017-18Q2").last_year.direction, Direction::not_comparable);
}

TEST(Direction, IsTheSameIfFiguresPrintTheSame) {
    EXPECT_EQ(since_last_year(bigger(1), "84.45", "84.54").direction, Direction::same);
    EXPECT_EQ(since_last_year(bigger(1), "84.44", "84.45").direction, Direction::improved);
    EXPECT_EQ(since_last_year(bigger(0), "84.5", "85.4").direction, Direction::same);
    EXPECT_EQ(since_last_year(bigger(), "0", "0").direction, Direction::same);
    EXPECT_FALSE(since_last_year(bigger(), "0", "1").relative.has_value());
    EXPECT_FALSE(since_last_year(bigger(), "0.000001", "1000000").relative.has_value()); // too large to write
}

TEST(Direction, OnlyRisesOrFallsIfNeitherWayIsGood) {
    Measure activity = bigger();
    activity.polarity = Polarity::none;
    EXPECT_EQ(since_last_year(activity, "1", "2").direction, Direction::risen);
    EXPECT_EQ(since_last_year(activity, "2", "1").direction, Direction::fallen);
    activity.polarity = Polarity::middle; // and nobody said where the best value is
    EXPECT_EQ(since_last_year(activity, "1", "2").direction, Direction::risen);
}

TEST(Direction, ComesNearerToTheBestValue) {
    Content content = council();
    content.measures = {bigger()};
    content.measures[0].polarity = Polarity::middle;
    set_target(content, "M1", "2012-13", "100");
    hand_in(content, "M1",
            {value("2012-13Q1", "90"), value("2012-13Q2", "105"), value("2012-13Q3", "95"), value("2012-13Q4", "94")});
    EXPECT_EQ(figure_at(content, "2012-13Q2").previous.direction, Direction::improved);
    EXPECT_EQ(figure_at(content, "2012-13Q3").previous.direction, Direction::same);
    EXPECT_EQ(figure_at(content, "2012-13Q4").previous.direction, Direction::worsened);
}

// Chorley, quarter 3 of 2016/17: groups in Time Credits below target and above last year.
TEST(Direction, IsSeparateFromTheStatus) {
    Content content = council();
    content.measures = {bigger()};
    set_target(content, "M1", "2016-17", "100");
    hand_in(content, "M1", {value("2015-16Q3", "60"), value("2016-17Q3", "80")});
    EXPECT_EQ(figure_at(content, "2016-17Q3").status.status, Status::red);
    EXPECT_EQ(figure_at(content, "2016-17Q3").last_year.direction, Direction::improved);
}

// A year so far grows by itself: the quarter is compared with the quarter before it, the year so far with last year's.
TEST(Direction, ComparesLikeWithLikeWhereFiguresBuildUp) {
    Content content = council();
    content.measures = {bigger(0)};
    content.measures[0].roll_up = RollUp::sum;
    hand_in(content, "M1",
            {value("2011-12Q1", "10"), value("2011-12Q2", "20"), value("2012-13Q1", "16"), value("2012-13Q2", "15")});
    const Figure figure = figure_at(content, "2012-13Q2");
    EXPECT_EQ(figure.actual, Cell(Decimal(31)));
    EXPECT_EQ(figure.previous.direction, Direction::worsened);
    EXPECT_EQ(figure.previous.value, Decimal(16));
    EXPECT_EQ(figure.previous.period, period("2012-13Q1"));
    EXPECT_EQ(figure.last_year.direction, Direction::improved);
    EXPECT_EQ(figure.last_year.value, Decimal(30));
}

TEST(Direction, IsNotComparableAcrossABreak) {
    Content content = council();
    content.measures = {bigger()};
    Observation broken = value("2012-13Q1", "20");
    broken.flags = static_cast<Flags>(Flag::break_in_series);
    hand_in(content, "M1", {value("2011-12Q2", "9"), value("2011-12Q4", "10"), broken, value("2012-13Q2", "21")});
    EXPECT_EQ(figure_at(content, "2012-13Q1").previous.direction, Direction::not_comparable);
    EXPECT_EQ(figure_at(content, "2012-13Q1").previous.value, Decimal(10));
    EXPECT_EQ(figure_at(content, "2012-13Q2").previous.direction, Direction::improved);
    EXPECT_EQ(figure_at(content, "2012-13Q2").last_year.direction, Direction::not_comparable);
}

TEST(Direction, SaysWhatItLookedForWhereNothingIsThere) {
    Content content = council();
    content.measures = {bigger()};
    hand_in(content, "M1", {value("2012-13Q2", "21")});
    const Movement movement = figure_at(content, "2012-13Q2").previous;
    EXPECT_EQ(movement.direction, Direction::not_comparable);
    EXPECT_EQ(movement.period, period("2012-13Q1"));
    EXPECT_FALSE(movement.value.has_value());
}

} // namespace
} // namespace qd
