#include "engine/council.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

Measure of_grain(Grain grain, RollUp roll_up = RollUp::last) {
    Measure made = measure();
    made.grain = grain;
    made.roll_up = roll_up;
    made.decimals = 1;
    return made;
}

Observation reported(Observation observation, std::string_view in) {
    observation.reported_in = period(in);
    return observation;
}

class Scorecards : public testing::Test {
protected:
    void use(const Measure& of) { content_.measures = {of}; }
    Content content_ = council();
};

// Children looked after with five good GCSEs: 18.6 % in 2010, 11.9 % in 2011, 12.9 % in 2012 (26 February 2013, item 4).
TEST_F(Scorecards, ShowTheLatestSchoolYearAndSayWhichItIs) {
    use(of_grain(Grain::academic_year));
    hand_in(content_, "M1", {value("AY2009-10", "18.6"), value("AY2010-11", "11.9")});
    hand_in(content_, "M1", {value("AY2011-12", "12.9")}, "2013-02-15");
    set_target(content_, "M1", "AY2011-12", "18");
    const Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.period, period("2012-13Q3"));
    EXPECT_EQ(figure.described, period("AY2011-12"));
    EXPECT_EQ(figure.status.status, Status::red);
    EXPECT_EQ(figure.outlook, Outlook::missed);
    EXPECT_EQ(figure.previous.difference, Decimal(1));
    EXPECT_EQ(figure.last_year.direction, Direction::improved);

    const Figure before = figure_at(content_, "2012-13Q3", "2013-02-14");
    EXPECT_EQ(before.described, period("AY2010-11"));
    EXPECT_EQ(before.status.reason, "latest known: school year 2010/11"); // that of 2011/12 was due in September
    EXPECT_EQ(before.outlook, Outlook::unknown);
}

TEST_F(Scorecards, KeepAResultForThePeriodItWasReportedIn) {
    use(of_grain(Grain::academic_year));
    hand_in(content_, "M1", {value("AY2010-11", "11.9"), reported(value("AY2011-12", "12.9"), "2012-13Q3")});
    set_target(content_, "M1", "2012-13", "12"); // of the reporting year in which the school year ends
    EXPECT_EQ(figure_at(content_, "2012-13Q2").actual, Cell(number("11.9")));
    EXPECT_EQ(figure_at(content_, "2012-13Q3").actual, Cell(number("12.9")));
    EXPECT_EQ(figure_at(content_, "2012-13Q4").actual, Cell(number("12.9")));
    EXPECT_EQ(figure_at(content_, "2012-13Q3").status.status, Status::green);
}

// Youth re-offending: rolling years, the newest of which ended two years before the quarter it is reported for.
TEST_F(Scorecards, ShowARollingYearThatArrivesLate) {
    Measure lagging = of_grain(Grain::quarter, RollUp::rolling);
    lagging.polarity = Polarity::lower;
    lagging.quantity = Quantity::percent;
    use(lagging);
    hand_in(content_, "M1",
            {value("2009-01-01/2009-12-31", "38.9"), value("2009-07-01/2010-06-30", "40.3"),
             reported(value("2009-10-01/2010-09-30", "39.8"), "2012-13Q2"),
             reported(value("2010-01-01/2010-12-31", "41.2"), "2012-13Q3")});
    set_target(content_, "M1", "2012-13", "38.6");
    const Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.described, period("2010-01-01/2010-12-31"));
    EXPECT_EQ(figure.status.status, Status::red);
    EXPECT_EQ(figure.previous.period, period("2009-10-01/2010-09-30"));
    EXPECT_EQ(figure.previous.difference, number("1.4"));
    EXPECT_EQ(figure.previous.direction, Direction::worsened);
    EXPECT_EQ(figure.last_year.difference, number("2.3"));
    EXPECT_EQ(figure_at(content_, "2012-13Q2").previous.period, period("2009-07-01/2010-06-30"));
    EXPECT_EQ(figure_at(content_, "2012-13Q4").actual, Cell(GapReason::overdue));

    const Series series = compute_series(content_, MeasureCode("M1"), county, moment("2013-02-15"));
    ASSERT_EQ(series.points.size(), 4u);
    EXPECT_EQ(series.points[0].described, period("2009-01-01/2009-12-31"));
    EXPECT_EQ(series.points[0].period, period("2009-10Q3"));
    EXPECT_EQ(series.points[3].period, period("2012-13Q3"));
    EXPECT_EQ(series.points[0].status.reason, "no target");
    EXPECT_EQ(series.points[3].status.status, Status::red);
}

TEST_F(Scorecards, KeepTheFirstFigureBeforeItsRestatement) {
    use(of_grain(Grain::quarter));
    set_target(content_, "M1", "2012-13", "10");
    hand_in(content_, "M1", {value("2012-13Q2", "10")}, "2012-10-20");
    hand_in(content_, "M1", {value("2012-13Q2", "9")}, "2013-01-20");
    EXPECT_EQ(figure_at(content_, "2012-13Q2", "2013-01-19").actual, Cell(Decimal(10)));
    EXPECT_EQ(figure_at(content_, "2012-13Q2", "2013-01-19").status.status, Status::green);
    const Figure after = figure_at(content_, "2012-13Q2", "2013-01-20");
    EXPECT_EQ(after.actual, Cell(Decimal(9)));
    EXPECT_EQ(after.status.status, Status::red);
    EXPECT_EQ(after.lineage->known_at, moment("2013-01-20"));
}

TEST_F(Scorecards, TreatAFigureForAnEarlierQuarterAsARestatement) {
    use(of_grain(Grain::quarter));
    hand_in(content_, "M1",
            {value("2012-13Q2", "10"), value("2012-13Q3", "12"), reported(value("2012-13Q2", "11"), "2012-13Q3")});
    EXPECT_EQ(figure_at(content_, "2012-13Q3").actual, Cell(Decimal(12)));
    EXPECT_EQ(figure_at(content_, "2012-13Q3").previous.value, Decimal(11));
}

TEST_F(Scorecards, ShowAQuarterThatIsReportedOneLater) {
    use(of_grain(Grain::quarter, RollUp::sum));
    hand_in(content_, "M1", {value("2012-13Q1", "10"), reported(value("2012-13Q2", "11"), "2012-13Q3")});
    const Figure figure = figure_at(content_, "2012-13Q3");
    EXPECT_EQ(figure.actual, Cell(Decimal(21)));
    EXPECT_EQ(print(figure.described), "2012-04-01/2012-09-30");
}

TEST_F(Scorecards, DescribeTheMonthOfASnapshot) {
    use(of_grain(Grain::month));
    content_.measures[0].polarity = Polarity::lower;
    hand_in(content_, "M1", {value("2012-06", "5.2"), value("2013-06", "6.1")});
    const Figure figure = figure_at(content_, "2013-14Q1");
    EXPECT_EQ(figure.described, period("2013-06"));
    EXPECT_EQ(figure.last_year.direction, Direction::worsened);
    EXPECT_EQ(figure.last_year.period, period("2012-06"));
}

TEST_F(Scorecards, DistinguishNotDueFromOverdueByTheMeasuresOwnDays) {
    use(of_grain(Grain::quarter));
    content_.measures[0].due_days = 18;
    EXPECT_EQ(figure_at(content_, "2012-13Q3", "2013-01-18").actual, Cell(GapReason::not_due));
    EXPECT_EQ(figure_at(content_, "2012-13Q3", "2013-01-19").actual, Cell(GapReason::overdue));
    EXPECT_EQ(figure_at(content_, "2012-13Q3", "2013-02-15").due_on, day("2013-01-18"));
}

TEST_F(Scorecards, WaitForTheFirstYearOfANewMeasure) {
    use(of_grain(Grain::year));
    EXPECT_EQ(figure_at(content_, "2012-13Q3").described, period("2011-12"));
    content_.measures[0].active_from = day("2012-04-01");
    EXPECT_EQ(figure_at(content_, "2012-13Q3", "2013-02-15").described, period("2012-13"));
    EXPECT_EQ(figure_at(content_, "2012-13Q3", "2013-02-15").actual, Cell(GapReason::not_due));
}

TEST_F(Scorecards, ListTheMeasuresOfTheirTimeInOrder) {
    for (const std::string_view code : {"M3", "M1", "M2", "M4"}) content_.measures.push_back(measure(code));
    content_.measures[0].active_to = day("2012-06-30");
    content_.measures[2].on_scorecard = false;
    content_.measures[3].active_from = day("2012-12-31");
    const Scorecard scorecard = compute_scorecard(content_, period("2012-13Q3"), county, moment("2013-02-15"));
    ASSERT_EQ(scorecard.figures.size(), 2u);
    EXPECT_EQ(scorecard.figures[0].measure, MeasureCode("M1"));
    EXPECT_EQ(scorecard.figures[1].measure, MeasureCode("M4"));
}

TEST_F(Scorecards, AreOfAnyPeriodAndASeriesIsOfAMeasureThatIsThere) {
    use(of_grain(Grain::quarter));
    EXPECT_EQ(figure_at(content_, "2012-04-01/2012-12-31").period, period("2012-04-01/2012-12-31"));
    try {
        compute_series(content_, MeasureCode("M9"), county, moment("2013-02-15"));
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::absent);
    }
}

// Counts of what is rated only: what has not started and what has no status are counted separately.
TEST(Counting, CountsTheRatedSeparately) {
    std::vector<Figure> figures(8);
    constexpr Status statuses[] = {Status::green,    Status::green,       Status::amber,     Status::red,
                                   Status::complete, Status::not_started, Status::not_rated, Status::not_rated};
    constexpr Outlook outlooks[] = {Outlook::to_meet, Outlook::met,     Outlook::to_miss, Outlook::missed,
                                    Outlook::unknown, Outlook::to_meet, Outlook::unknown, Outlook::unknown};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures[i].status.status = statuses[i];
        figures[i].outlook = outlooks[i];
    }
    const Counts expected{8, 5, 2, 1, 1, 1, 1, 2, 3, 2, {}};
    EXPECT_EQ(count(figures), expected);
}

} // namespace
} // namespace qd
