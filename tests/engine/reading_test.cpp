#include "engine/reading.hpp"

#include "engine/council.hpp"

#include <gmock/gmock.h>

namespace qd::test {
namespace {

const MeasureCode m1{"M1"};

Reading reading_at(const Content& content, std::string_view at, std::string_view as_at = "2020-01-01") {
    return compute_reading(content, m1, county, period(at), moment(as_at));
}

// So many quarters from 2009-10Q1 on, one figure each.
Content quarters(const Measure& measure, const std::vector<std::string>& figures) {
    Content content = council();
    content.measures.push_back(measure);
    for (std::size_t i = 0; i < figures.size(); ++i)
        hand_in(
            content, measure.code.text(),
            {value(print(Period::quarter(2009 + static_cast<int>(i) / 4, static_cast<int>(i) % 4 + 1)), figures[i])});
    return content;
}

const std::vector<std::string> eighteen = {"1", "2", "1", "2", "10", "1", "2", "1", "2",
                                           "1", "2", "1", "2", "1",  "2", "1", "2", "1"};

TEST(Reading, ChartsEachPeriodsOwnFigure) {
    const Reading reading = reading_at(quarters(measure(), eighteen), "2013-14Q2");
    ASSERT_TRUE(reading.chart) << reading.why_no_chart;
    ASSERT_EQ(reading.chart->points.size(), 18u);
    EXPECT_EQ(reading.chart->points[4], (ChartPoint{period("2010-11Q1"), Decimal(10), PointRule::above_limit}));
    ASSERT_EQ(reading.chart->segments.size(), 1u);
    EXPECT_EQ(reading.chart->segments[0].standing, Standing::usable);
    EXPECT_EQ(reading.chart->segments[0].lines->mean, number("1.944444"));
    EXPECT_EQ(reading.chart->segments[0].lines->upper, number("4.604444"));
    EXPECT_EQ(reading.chart->signal.variation, Variation::common_cause);
}

TEST(Reading, KnowsOnlyWhatHasEndedByThePeriod) {
    const Content content = quarters(measure(), eighteen);
    const Reading reading = reading_at(content, "2010-11Q3");
    ASSERT_TRUE(reading.chart);
    EXPECT_EQ(reading.chart->points.size(), 7u);
    EXPECT_EQ(reading.chart->segments[0].standing, Standing::trial);
    EXPECT_FALSE(reading_at(content, "2010-11Q1").chart);
    EXPECT_EQ(reading_at(content, "2010-11Q1").why_no_chart, "5 figures so far: limits need at least 6.");
}

TEST(Reading, ChartsQuartersAndNotTheYearToDate) {
    Measure sum = measure();
    sum.roll_up = RollUp::sum;
    const Reading reading = reading_at(quarters(sum, eighteen), "2012-13Q4");
    ASSERT_TRUE(reading.chart);
    EXPECT_EQ(reading.chart->points[3].value, Decimal(2));
    EXPECT_EQ(reading.chart->assurance, Assurance::none);
}

TEST(Reading, HasNoChartOfRollingYears) {
    Content content = council();
    Measure rolling = measure();
    rolling.roll_up = RollUp::rolling;
    content.measures.push_back(rolling);
    hand_in(content, "M1", {value("2011-04-01/2012-03-31", "5"), value("2011-07-01/2012-06-30", "6")});
    EXPECT_EQ(reading_at(content, "2012-13Q1").why_no_chart,
              "It is handed in as rolling years, which overlap: this needs each quarter's own figure.");
}

TEST(Reading, HasNoChartOfNothing) {
    EXPECT_EQ(reading_at(quarters(measure(), {}), "2012-13Q1").why_no_chart, "No figure is known by then.");
}

TEST(Reading, StartsAfreshWhereTheSeriesBreaks) {
    Content content = quarters(measure(), {"1", "2", "1", "2", "1", "2"});
    for (int quarter = 3; quarter <= 8; ++quarter) {
        Observation row =
            value(print(Period::quarter(2010 + (quarter - 1) / 4, (quarter - 1) % 4 + 1)), quarter % 2 ? "11" : "12");
        if (quarter == 3) row.flags = static_cast<Flags>(Flag::break_in_series);
        hand_in(content, "M1", {row});
    }
    const Reading reading = reading_at(content, "2011-12Q4");
    ASSERT_TRUE(reading.chart);
    ASSERT_EQ(reading.chart->segments.size(), 2u);
    EXPECT_EQ(reading.chart->segments[1].first, period("2010-11Q3"));
    EXPECT_EQ(reading.chart->segments[1].lines->mean, number("11.5"));
    EXPECT_EQ(reading.chart->signal.variation, Variation::common_cause);
}

TEST(Reading, IsAssuredByTheTargetOfThePeriod) {
    Content content = quarters(measure(), eighteen);
    set_target(content, "M1", "2013-14", "5");
    const Reading reading = reading_at(content, "2013-14Q2");
    EXPECT_EQ(reading.chart->target, Decimal(5));
    EXPECT_EQ(reading.chart->assurance, Assurance::fail);
}

TEST(Reading, GivesTheSignalOfEachFigureOfAScorecard) {
    Content content = quarters(measure(), {"1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1", "9"});
    const Scorecard card = compute_scorecard(content, period("2011-12Q4"), county, moment("2020-01-01"));
    EXPECT_THAT(compute_signals(content, card), testing::ElementsAre(Signal{Variation::improvement, Side::high}));
}

} // namespace
} // namespace qd::test
