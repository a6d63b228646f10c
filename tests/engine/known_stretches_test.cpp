#include "engine/council.hpp"

#include <gtest/gtest.h>

// What a period shows of figures of other stretches, and what it says where it shows none.

namespace qd {
namespace {

using namespace test;

class KnownStretches : public testing::Test {
protected:
    Measure& use(Grain grain, RollUp roll_up, Quantity quantity = Quantity::count) {
        Measure made = measure();
        made.grain = grain;
        made.roll_up = roll_up;
        made.quantity = quantity;
        made.decimals = 1;
        content_.measures = {made};
        return content_.measures.front();
    }
    Figure at(std::string_view period, std::string_view as_at = "2026-01-01") {
        return figure_at(content_, period, as_at);
    }
    static Observation reported(Observation observation, std::string_view in) {
        observation.reported_in = period(in);
        return observation;
    }
    Content content_ = council();
};

TEST_F(KnownStretches, ShowAMonthAndTheQuarterItEnds) {
    use(Grain::month, RollUp::last);
    hand_in(content_, "M1", {value("2014-07", "41"), value("2014-08", "44"), value("2014-09", "39")});
    EXPECT_EQ(at("2014-08").actual, Cell(number("44")));
    EXPECT_EQ(at("2014-15Q2").actual, Cell(number("39")));
    EXPECT_EQ(at("2014-15Q2").described, period("2014-09"));
    EXPECT_EQ(at("2014-15H1").actual, Cell(number("39")));
}

TEST_F(KnownStretches, ShowAYearOfItsOwnAndOneOfQuarters) {
    use(Grain::year, RollUp::last);
    hand_in(content_, "M1", {value("2018-19", "730")});
    EXPECT_EQ(at("2018-19").actual, Cell(number("730")));
    use(Grain::quarter, RollUp::last);
    hand_in(content_, "M1", {value("2018-19Q4", "55")});
    content_.returns.erase(content_.returns.begin());
    EXPECT_EQ(at("2018-19").described, period("2018-19Q4"));
    EXPECT_EQ(at("2018-19").actual, Cell(number("55")));
}

TEST_F(KnownStretches, TakeAYearToDateUnderTheNameOfItsQuarter) {
    use(Grain::quarter, RollUp::by_hand);
    hand_in(content_, "M1", {value("2016-17Q1", "12"), value("2016-17Q2", "27"), value("2016-17Q3", "40")});
    const Figure figure = at("2016-17Q3");
    EXPECT_EQ(figure.actual, Cell(number("40")));
    EXPECT_EQ(figure.described, period("2016-04-01/2016-12-31"));
    EXPECT_EQ(at("2016-17Q1").actual, Cell(number("12")));
}

TEST_F(KnownStretches, KeepAPeriodsOwnFigureWhereYearsToDateAreSpans) {
    use(Grain::quarter, RollUp::by_hand);
    hand_in(content_, "M1", {value("2016-17Q2", "15"), value("2016-04-01/2016-09-30", "27")});
    EXPECT_EQ(at("2016-17Q2").actual, Cell(number("27")));
    hand_in(content_, "M1", {value("2017-18Q2", "16")}); // in another year, and still its own
    EXPECT_EQ(at("2017-18Q2").actual, Cell(GapReason::overdue));
}

TEST_F(KnownStretches, ShowTheOneMonthThatWasReportedInAQuarter) {
    use(Grain::quarter, RollUp::last, Quantity::percent).polarity = Polarity::lower;
    hand_in(content_, "M1", {reported(value("2019-12", "31.5"), "2019-20Q3")});
    set_target(content_, "M1", "2019-20", "30");
    const Figure figure = at("2019-20Q3");
    EXPECT_EQ(figure.actual, Cell(number("31.5")));
    EXPECT_EQ(figure.described, period("2019-12"));
    EXPECT_EQ(figure.status.status, Status::not_rated);
    EXPECT_EQ(figure.status.reason, "describes December 2019 only");
    EXPECT_TRUE(figure.lacks.empty());
}

TEST_F(KnownStretches, AddUpAQuarterWithAllItsMonths) {
    use(Grain::quarter, RollUp::sum);
    hand_in(content_, "M1",
            {value("2014-04", "3"), value("2014-05", "4"), value("2014-06", "5"), value("2014-15Q2", "9")});
    EXPECT_EQ(at("2014-15Q1").actual, Cell(Decimal(12)));
    EXPECT_EQ(at("2014-15Q2").actual, Cell(Decimal(21)));
}

TEST_F(KnownStretches, NameThePartsBeforeASeriesBegins) {
    use(Grain::quarter, RollUp::ratio, Quantity::percent);
    hand_in(content_, "M1", {parts("2022-23Q2", "30", "40"), parts("2022-23Q3", "45", "50")});
    const Figure figure = at("2022-23Q3");
    EXPECT_EQ(figure.actual, Cell(GapReason::not_available));
    EXPECT_EQ(figure.in_period, Cell(Decimal(90)));
    EXPECT_EQ(figure.why_missing, "the year to date lacks quarter 1: the series starts in quarter 2");
    EXPECT_EQ(figure.status.reason, figure.why_missing);
    EXPECT_TRUE(figure.lacks.empty()); // nobody is asked for what came before
}

TEST_F(KnownStretches, NameTheMonthsBeforeASeriesBegins) {
    use(Grain::month, RollUp::sum);
    hand_in(content_, "M1", {value("2022-11", "6"), value("2022-12", "7")});
    EXPECT_EQ(at("2022-12").why_missing,
              "the year to date lacks April 2022 to October 2022: the series starts in November 2022");
    EXPECT_EQ(at("2022-12").in_period, Cell(Decimal(7)));
    EXPECT_EQ(at("2022-23Q3").in_period, Cell(GapReason::not_available));
}

TEST_F(KnownStretches, NameThePartThatIsOverdue) {
    use(Grain::quarter, RollUp::sum);
    hand_in(content_, "M1", {value("2021-22Q4", "8"), value("2022-23Q1", "8"), value("2022-23Q3", "9")});
    const Figure figure = at("2022-23Q3");
    EXPECT_EQ(figure.actual, Cell(GapReason::overdue));
    EXPECT_EQ(figure.lacks, std::vector{period("2022-23Q2")});
    EXPECT_EQ(figure.why_missing, "the year to date lacks quarter 2, which was due on 30 October 2022");
}

TEST_F(KnownStretches, DoNotRateAYearlyFigureOfYearsAgo) {
    use(Grain::year, RollUp::last).polarity = Polarity::lower;
    hand_in(content_, "M1", {value("2015-16", "90")});
    set_target(content_, "M1", "2015-16", "100");
    EXPECT_EQ(at("2015-16").status.status, Status::green);
    EXPECT_EQ(at("2016-17Q2").status.status, Status::green); // the year since has not ended
    const Figure old = at("2018-19Q1");
    EXPECT_EQ(old.actual, Cell(number("90")));
    EXPECT_EQ(old.described, period("2015-16"));
    EXPECT_EQ(old.status.status, Status::not_rated);
    EXPECT_EQ(old.status.reason, "latest known: 2015/16");
    EXPECT_EQ(old.lacks, (std::vector{period("2016-17"), period("2017-18")}));
    EXPECT_EQ(at("2016-17Q4", "2017-04-15").status.status, Status::green); // 2016/17 is not due yet
}

TEST_F(KnownStretches, DoNotAskForAYearBeforeItIsOver) {
    use(Grain::year, RollUp::last).active_from = day("2020-04-01");
    const Figure first = at("2020-21Q2");
    EXPECT_EQ(first.actual, Cell(GapReason::not_due));
    EXPECT_EQ(first.due_on, day("2021-04-30"));
    hand_in(content_, "M1", {value("2020-21", "5")});
    EXPECT_EQ(at("2020-21Q2").actual, Cell(GapReason::not_due)); // the year had not ended
    content_.measures.front().active_from.reset();
    EXPECT_EQ(at("2020-21Q2").actual, Cell(GapReason::not_due)); // its first year is 2020/21
    EXPECT_EQ(at("2020-21Q4").actual, Cell(Decimal(5)));
}

TEST_F(KnownStretches, ShowACalendarYearInTheYearThatItReachesInto) {
    use(Grain::year, RollUp::last);
    hand_in(content_, "M1", {value("2017-01-01/2017-12-31", "500"), value("2018-01-01/2018-12-31", "510")});
    EXPECT_EQ(at("2017-18").actual, Cell(number("500")));
    EXPECT_EQ(at("2017-18").described, period("2017-01-01/2017-12-31"));
    EXPECT_EQ(at("2017-18Q3").actual, Cell(number("500")));
    EXPECT_EQ(at("2018-19Q4").actual, Cell(number("510")));
    EXPECT_EQ(at("2020-21Q1").status.reason, "latest known: year to 31 December 2018");
}

TEST_F(KnownStretches, AnswerForSpansAndSchoolYears) {
    use(Grain::quarter, RollUp::sum);
    hand_in(content_, "M1", {value("2014-15Q1", "1"), value("2014-15Q2", "2"), value("2014-15Q3", "4")});
    EXPECT_EQ(at("2014-04-01/2014-09-30").actual, Cell(Decimal(3)));
    EXPECT_EQ(at("2014-07-01/2014-12-31").actual, Cell(Decimal(6)));
    EXPECT_EQ(at("AY2014-15").period, period("AY2014-15"));
    use(Grain::academic_year, RollUp::last);
    hand_in(content_, "M1", {value("AY2012-13", "61")});
    EXPECT_EQ(at("2013-14").described, period("AY2012-13"));
    EXPECT_EQ(at("AY2012-13").actual, Cell(number("61")));
}

// A district that was given a new code, and one that three districts became.
class Successors : public KnownStretches {
protected:
    Successors() {
        use(Grain::year, RollUp::sum).polarity = Polarity::lower;
        add("OLD", "Oldham", {}, "2022-03-31");
        add("NEW", "Newham", "2022-04-01", {}).follows = {AreaCode("OLD")};
    }
    Area& add(std::string_view code, std::string_view name, std::string_view from, std::string_view to) {
        Area area{AreaCode(std::string(code)), std::string(name), AreaKind::district, county, {}, {}};
        if (!from.empty()) area.valid_from = day(from);
        if (!to.empty()) area.valid_to = day(to);
        content_.areas.push_back(area);
        return content_.areas.back();
    }
    static Observation in(std::string_view area, Observation observation) {
        observation.area = AreaCode(std::string(area));
        return observation;
    }
    Figure of(std::string_view area, std::string_view period_text) {
        return compute_figure(content_, MeasureCode("M1"), period(period_text), AreaCode(std::string(area)),
                              moment("2026-01-01"));
    }
};

TEST_F(Successors, AreComparedWithTheAreaBefore) {
    hand_in(content_, "M1", {in("OLD", value("2021-22", "80")), in("NEW", value("2022-23", "70"))});
    const Figure figure = of("NEW", "2022-23");
    EXPECT_EQ(figure.last_year.direction, Direction::improved);
    EXPECT_EQ(figure.last_year.difference, Decimal(-10));
    EXPECT_EQ(figure.last_year.areas, std::vector{AreaCode("OLD")});
    const Series series = compute_series(content_, MeasureCode("M1"), AreaCode("NEW"), moment("2026-01-01"));
    ASSERT_EQ(series.points.size(), 2u);
    EXPECT_EQ(series.points[0].actual, Cell(Decimal(80)));
    EXPECT_EQ(series.points[0].note, "Of Oldham.");
    EXPECT_EQ(figure_at(content_, "2021-22").actual, Cell(Decimal(80))); // the county's, counted once
}

TEST_F(Successors, SayWhyThereIsNothingToCompareWith) {
    content_.areas.back().follows.clear();
    hand_in(content_, "M1", {in("OLD", value("2021-22", "80")), in("NEW", value("2022-23", "70"))});
    const Figure figure = of("NEW", "2022-23");
    EXPECT_EQ(figure.last_year.direction, Direction::not_comparable);
    EXPECT_EQ(figure.last_year.why_not, "Newham begins on 1 April 2022");
}

TEST_F(Successors, PutThreeDistrictsTogetherByTheirParts) {
    use(Grain::quarter, RollUp::ratio, Quantity::percent);
    add("A", "Ash", {}, "2023-03-31");
    add("B", "Beech", {}, "2023-03-31");
    add("C", "Cedar", {}, "2023-03-31");
    add("ABC", "Arden", "2023-04-01", {}).follows = {AreaCode("A"), AreaCode("B"), AreaCode("C")};
    hand_in(content_, "M1",
            {in("A", parts("2022-23Q4", "10", "100")), in("B", parts("2022-23Q4", "30", "50")),
             in("C", parts("2022-23Q4", "5", "50")), in("ABC", parts("2023-24Q1", "60", "200"))});
    const Figure figure = of("ABC", "2023-24Q1");
    EXPECT_EQ(figure.previous.value, number("22.5")); // 45 of 200
    EXPECT_EQ(figure.previous.difference, number("7.5"));
    EXPECT_EQ(figure.previous.areas.size(), 3u);
    content_.areas.push_back(
        {AreaCode("D"), "Dale", AreaKind::district, county, day("2023-04-01"), {}, {AreaCode("C")}});
    EXPECT_EQ(of("ABC", "2023-24Q1").previous.direction, Direction::not_comparable); // Cedar went to two areas
}

TEST_F(Successors, AskNothingOfAnAreaThatHasEnded) {
    hand_in(content_, "M1", {in("OLD", value("2021-22", "80"))});
    const Figure figure = of("OLD", "2023-24");
    EXPECT_EQ(figure.actual, Cell(GapReason::not_applicable));
    EXPECT_EQ(figure.why_missing, "Oldham ended on 31 March 2022");
    EXPECT_TRUE(figure.lacks.empty());
}

TEST_F(Successors, NameTheDistrictThatIsMissingFromTheWhole) {
    add("E", "Elm", {}, {});
    hand_in(content_, "M1", {in("NEW", value("2022-23", "70"))});
    const Figure figure = figure_at(content_, "2022-23", "2026-01-01");
    EXPECT_EQ(figure.actual, Cell(GapReason::overdue));
    EXPECT_EQ(figure.lacks_areas, std::vector{AreaCode("E")});
    EXPECT_EQ(figure.why_missing, "nothing was handed in for Elm, which was due on 30 April 2023");
}

} // namespace
} // namespace qd
