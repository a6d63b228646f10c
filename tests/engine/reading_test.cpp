#include "engine/reading.hpp"

#include "engine/grid/grid.hpp"

#include "engine/council.hpp"

#include <gmock/gmock.h>

#include <map>

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
    ASSERT_TRUE(reading.chart) << reading.chart.why();
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
    EXPECT_EQ(reading_at(content, "2010-11Q1").chart.why(), "5 figures so far: limits need at least 6.");
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
    EXPECT_EQ(reading_at(content, "2012-13Q1").chart.why(),
              "It is handed in as rolling years, which overlap: this needs each quarter's own figure.");
}

TEST(Reading, HasNoChartOfNothing) {
    EXPECT_EQ(reading_at(quarters(measure(), {}), "2012-13Q1").chart.why(), "No figure was known by then.");
}

TEST(Reading, RestartsWhereTheSeriesBreaks) {
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

TEST(Reading, RestartsAtARebaseWithItsReason) {
    Content content = quarters(measure(), eighteen);
    content.rebases = {{m1, {}, period("2011-12Q1"), "A new register"},
                       {m1, AreaCode("E2"), period("2010-11Q3"), "Not here"}};
    const Reading reading = reading_at(content, "2013-14Q2");
    ASSERT_EQ(reading.chart->segments.size(), 2u);
    EXPECT_EQ(reading.chart->segments[1].first, period("2011-12Q1"));
    EXPECT_EQ(reading.chart->segments[1].reason, "A new register");
    EXPECT_EQ(reading.chart->segments[1].lines->mean, number("1.5"));
}

TEST(Reading, TakesTheLimitsOfTheBaseline) {
    Measure fixed = measure();
    fixed.baseline = 12;
    const Reading reading =
        reading_at(quarters(fixed, {"10", "12", "11", "9", "10", "11", "10", "12", "9", "11", "10", "12", "14", "15"}),
                   "2012-13Q2");
    EXPECT_EQ(print_fixed(reading.chart->segments[0].lines->upper, 4), "14.9361");
    EXPECT_EQ(reading.chart->signal.variation, Variation::improvement);
}

TEST(Reading, ReadsChartsAsTheCouncilDoes) {
    Content content = quarters(measure(), eighteen);
    content.settings.charts.screening = Screening::off;
    EXPECT_EQ(print_fixed(reading_at(content, "2013-14Q2").chart->segments[0].lines->upper, 4), "6.9515");
}

TEST(Reading, ChartsSeasonalMeasuresYearOnYear) {
    Measure seasonal = measure();
    seasonal.seasonal = true;
    std::vector<std::string> figures; // winter is ten times summer, and each year a little more
    for (int i = 0; i < 12; ++i)
        figures.push_back(std::to_string((i % 4 == 3 ? 100 : 10) + i / 4 + i % 2 + (i == 6 ? 1 : 0)));
    const Content content = quarters(seasonal, figures);
    const Reading reading = reading_at(content, "2011-12Q4");
    ASSERT_TRUE(reading.chart) << reading.chart.why();
    EXPECT_EQ(reading.chart->charted, Charted::year_on_year);
    ASSERT_EQ(reading.chart->points.size(), 8u);
    EXPECT_EQ(reading.chart->points[0], (ChartPoint{period("2010-11Q1"), Decimal(1), PointRule::common_cause}));
    EXPECT_EQ(reading_at(content, "2011-12Q1").chart.why(),
              "5 figures with one from a year before so far: limits need at least 6.");
}

TEST(Reading, IsAssuredByTheTargetOfThePeriod) {
    Content content = quarters(measure(), eighteen);
    set_target(content, "M1", "2013-14", "5");
    const Reading reading = reading_at(content, "2013-14Q2");
    EXPECT_EQ(reading.chart->target, Decimal(5));
    EXPECT_EQ(reading.chart->assurance, Assurance::fail);
}

TEST(Reading, IsAssuredByAnEvenShareOfTheYearsTargetWhereItAddsUp) {
    Measure sum = measure();
    sum.roll_up = RollUp::sum;
    Content content = quarters(sum, eighteen);
    set_target(content, "M1", "2013-14", "20");
    EXPECT_EQ(reading_at(content, "2013-14Q2").chart->target, Decimal(5));
    EXPECT_EQ(reading_at(content, "2013-14Q2").chart->assurance, Assurance::fail); // the upper limit is 4.6
    set_target(content, "M1", "2013-14Q1", "5", TargetRole::profile);
    set_target(content, "M1", "2013-14Q2", "10", TargetRole::profile);
    EXPECT_EQ(reading_at(content, "2013-14Q2").chart->target, Decimal(5)) << "the profile spreads it evenly";
    set_target(content, "M1", "2013-14Q3", "12", TargetRole::profile);
    EXPECT_EQ(reading_at(content, "2013-14Q2").chart->target, std::nullopt) << "and now it does not";
}

TEST(Reading, IsAssuredByTheDifferenceThatATargetNeeds) {
    Measure seasonal = measure();
    seasonal.seasonal = true;
    std::vector<std::string> figures; // 10, 11, 10, 101 and each year two more or so
    for (int i = 0; i < 12; ++i)
        figures.push_back(std::to_string((i % 4 == 3 ? 100 : 10) + 2 * (i / 4) + i % 2 + (i == 6 ? 1 : 0)));
    Content content = quarters(seasonal, figures);
    set_target(content, "M1", "2011-12Q4", "107", TargetRole::profile); // 103 a year before
    const Reading reading = reading_at(content, "2011-12Q4");
    EXPECT_EQ(reading.chart->target, Decimal(4));
    EXPECT_EQ(reading.chart->assurance, Assurance::fail) << "each year brings two more, never four";
    content.targets[0].kind = TargetKind::better_than_last_year;
    content.targets[0].value.reset();
    EXPECT_EQ(reading_at(content, "2011-12Q4").chart->target, Decimal(0));
    EXPECT_EQ(reading_at(content, "2011-12Q4").chart->assurance, Assurance::pass);
}

TEST(Reading, GivesTheSignalOfEachFigureOfAScorecard) {
    Content content = quarters(measure(), {"1", "2", "1", "2", "1", "2", "1", "2", "1", "2", "1", "9"});
    const Scorecard card = compute_scorecard(content, period("2011-12Q4"), county, moment("2020-01-01"));
    EXPECT_THAT(compute_signals(content, card, Grid(content, card.as_at)),
                testing::ElementsAre(Signal{Variation::improvement, Side::high}));
}

std::vector<std::string> so_many(std::size_t count, const char* figure, const std::map<std::size_t, const char*>& but) {
    std::vector<std::string> figures(count, figure);
    for (const auto& [at, other] : but) figures[at] = other;
    return figures;
}

Measure counted() {
    Measure count = measure();
    count.quantity = Quantity::count;
    return count;
}

TEST(Reading, ChartsNothingThatHardlyEverHappens) {
    const Content content = quarters(counted(), so_many(40, "0", {{6, "1"}, {19, "1"}, {30, "2"}}));
    const Reading reading = reading_at(content, "2018-19Q4");
    EXPECT_FALSE(reading.chart);
    EXPECT_EQ(reading.chart.why(),
              "Too rare for limits: 37 of 40 figures are 0, so a single one, different or not, is not a signal.");
    ASSERT_TRUE(reading.between);
    EXPECT_THAT(reading.between->steps, testing::ElementsAre(Decimal(13), Decimal(11), Decimal(0)));
    EXPECT_EQ(reading.between->since, Decimal(9));
    EXPECT_EQ(reading.between->standing, Standing::none);
    EXPECT_EQ(between_words(*reading.between),
              "4 in 40 quarters: 13, 11 and 0 quarters from one to the next, and 9 quarters since the last. "
              "Limits need at least 6 such steps.");
    const Scorecard card = compute_scorecard(content, period("2018-19Q4"), county, moment("2020-01-01"));
    EXPECT_THAT(compute_signals(content, card, Grid(content, card.as_at)), testing::ElementsAre(Signal{}));
}

TEST(Reading, GivesLimitsForTheTimeBetweenRareEvents) {
    std::map<std::size_t, const char*> events; // every fourth quarter, and then none for long
    for (std::size_t at = 0; at <= 24; at += 4) events[at] = "1";
    const Content content = quarters(counted(), so_many(44, "0", events));
    const Reading reading = reading_at(content, "2019-20Q4", "2020-06-01");
    ASSERT_TRUE(reading.between);
    EXPECT_EQ(reading.between->standing, Standing::trial);
    EXPECT_EQ(reading.between->mean, Decimal(4));
    EXPECT_EQ(print_fixed(reading.between->upper.value(), 3), "17.416"); // 4 + 3 √(4 × 5)
    EXPECT_THAT(between_words(*reading.between),
                testing::HasSubstr("so long without one is more than chance explains."));
    Measure share = measure();
    share.quantity = Quantity::percent;
    EXPECT_FALSE(reading_at(quarters(share, so_many(20, "0", {{6, "1"}})), "2013-14Q4").between) << "of counts only";
}

TEST(Reading, ChartsNothingThatNeverChanges) {
    Measure share = measure();
    share.quantity = Quantity::percent;
    const Reading flat = reading_at(quarters(share, so_many(20, "100", {{5, "98"}, {13, "99"}})), "2013-14Q4");
    EXPECT_FALSE(flat.chart);
    EXPECT_EQ(flat.chart.why(),
              "Too rare for limits: 18 of 20 figures are 100%, so a single one, different or not, is not a signal.");
    EXPECT_EQ(flat.bearing, Bearing::unknown);
    EXPECT_EQ(reading_at(quarters(measure(), so_many(9, "12", {})), "2011-12Q1").chart.why(),
              "No usual spread to base limits on: all of 9 figures are 12.");
    Content fresh = quarters(measure(), so_many(26, "7", {{0, "5"}, {1, "9"}, {2, "4"}, {3, "8"}, {4, "6"}, {5, "9"}}));
    fresh.rebases = {{m1, {}, period("2010-11Q3"), "A new contract"}};
    const Reading since = reading_at(fresh, "2015-16Q2");
    ASSERT_TRUE(since.chart);
    EXPECT_EQ(since.chart->segments[1].why_no_lines, "No usual spread to base limits on: all of 20 figures are 7.");
    EXPECT_EQ(since.chart->signal.variation, Variation::none);
    EXPECT_EQ(since.chart->assurance, Assurance::none);
}

TEST(Reading, AssuresNothingWhileTheLastFigureIsBeyondTheLimits) {
    Measure fewer = measure();
    fewer.polarity = Polarity::lower;
    std::vector<std::string> figures = {"21", "19", "22", "20", "18", "23", "20",
                                        "19", "22", "21", "20", "19", "21", "47"};
    Content content = quarters(fewer, figures);
    set_target(content, "M1", "2012-13", "40");
    const Reading reading = reading_at(content, "2012-13Q2");
    EXPECT_EQ(reading.chart->signal.variation, Variation::concern);
    EXPECT_EQ(reading.chart->assurance, Assurance::unsettled);
    EXPECT_EQ(unsettled_words(*reading.chart, "40"),
              "the limits are below the target of 40, but the last figure is beyond them: something has changed");
    figures.back() = "20";
    Content settled = quarters(fewer, figures);
    set_target(settled, "M1", "2012-13", "40");
    EXPECT_EQ(reading_at(settled, "2012-13Q2").chart->assurance, Assurance::pass);
}

// A county of districts, and what each of them handed in for a quarter.
Content districts(const Measure& measure, const std::vector<std::pair<std::string, std::string>>& parts_handed_in) {
    Content content = council();
    content.areas = {{county, "County", AreaKind::county, {}, {}, {}}};
    for (int i = 0; i < 5; ++i)
        content.areas.push_back({AreaCode("D" + std::to_string(i)), "District", AreaKind::district, county, {}, {}});
    content.areas.push_back({AreaCode("W0"), "Ward", AreaKind::ward, county, {}, {}});
    content.measures.push_back(measure);
    for (std::size_t i = 0; i < parts_handed_in.size(); ++i) {
        Observation row = parts("2012-13Q1", parts_handed_in[i].first, parts_handed_in[i].second);
        row.area = AreaCode("D" + std::to_string(i));
        hand_in(content, measure.code.text(), {row});
    }
    return content;
}

Measure percentage() {
    Measure share = measure();
    share.quantity = Quantity::percent;
    share.per = 100;
    share.roll_up = RollUp::ratio;
    return share;
}

Reading of_district(const Content& content, const char* district) {
    return compute_reading(content, m1, AreaCode(district), period("2012-13Q1"), moment("2020-01-01"));
}

TEST(Reading, GivesAPercentageWilsonsInterval) {
    Content content = council();
    content.measures.push_back(percentage());
    hand_in(content, "M1", {parts("2012-13Q1", "12", "93")}); // examinations of children looked after
    const Reading reading = reading_at(content, "2012-13Q1");
    ASSERT_TRUE(reading.interval) << reading.interval.why();
    EXPECT_EQ(print_fixed(reading.interval->lower, 2), "7.54");
    EXPECT_EQ(print_fixed(reading.interval->upper, 2), "21.21");
    EXPECT_EQ(reading.interval->method, IntervalMethod::wilson);
    EXPECT_LT(reading.interval->far_lower, reading.interval->lower);
}

TEST(Reading, GivesARateByarsOrTheExactInterval) {
    Measure rate = measure();
    rate.quantity = Quantity::rate;
    rate.per = 100000;
    Content content = council();
    content.measures.push_back(rate);
    hand_in(content, "M1", {parts("2012-13Q1", "5", "100"), parts("2012-13Q2", "65", "100")});
    EXPECT_EQ(reading_at(content, "2012-13Q1").interval->method, IntervalMethod::exact);
    EXPECT_EQ(print_fixed(reading_at(content, "2012-13Q1").interval->upper, 2), "11668.33");
    EXPECT_EQ(reading_at(content, "2012-13Q2").interval->method, IntervalMethod::byar);
    EXPECT_EQ(print_fixed(reading_at(content, "2012-13Q2").interval->lower, 2), "50163.19");
}

// Leavers among full-time equivalents, injuries in person-years: what is counted is whole, what it is counted among need not be.
TEST(Reading, GivesAnIntervalWhateverItIsCountedAmong) {
    Content content = council();
    content.measures.push_back(percentage());
    hand_in(content, "M1",
            {parts("2012-13Q1", "12", "93.4"), parts("2012-13Q2", "14", "95.25"), parts("2012-13Q3", "20", "96.5"),
             parts("2012-13Q4", "31", "94.75"), parts("2013-14Q1", "52", "92.5")});
    content.measures[0].roll_up = RollUp::last;
    const Reading reading = reading_at(content, "2012-13Q1");
    ASSERT_TRUE(reading.interval) << reading.interval.why();
    EXPECT_EQ(print_fixed(reading.interval->lower, 2), "7.50"); // a little below that of 12 of 93
    EXPECT_EQ(reading_at(content, "2013-14Q1").trend, Trend::rising);
    content.measures[0].quantity = Quantity::rate;
    content.measures[0].per = 1000;
    EXPECT_EQ(reading_at(content, "2012-13Q1").interval->method, IntervalMethod::byar);
    EXPECT_EQ(reading_at(content, "2013-14Q1").trend, Trend::rising);
    hand_in(content, "M1", {parts("2013-14Q2", "0", "12.5")});
    EXPECT_EQ(reading_at(content, "2013-14Q2").interval->lower, Decimal(0));
}

TEST(Reading, SaysWhyThereIsNoInterval) {
    Content content = council();
    content.measures.push_back(percentage());
    hand_in(content, "M1",
            {value("2012-13Q1", "12.9"), parts("2012-13Q2", "94", "93"), parts("2012-13Q3", "0.5", "93")});
    EXPECT_EQ(reading_at(content, "2012-13Q1").interval.why(),
              "It was handed in without its numerator and denominator.");
    content.measures[0].roll_up = RollUp::last;
    EXPECT_EQ(reading_at(content, "2012-13Q2").interval.why(),
              "The numerator is more than the denominator, so it is not a share of a whole.");
    EXPECT_EQ(reading_at(content, "2012-13Q3").interval.why(), "Its numerator is not a whole number of cases.");
    EXPECT_EQ(reading_at(content, "2012-13Q4").interval.why(), "There is no figure.");
    content.measures[0].quantity = Quantity::days;
    EXPECT_EQ(reading_at(content, "2012-13Q1").interval.why(), "Only percentages and rates are made of two counts.");
}

TEST(Reading, ComparesWithTheAreaAround) {
    const Content content =
        districts(percentage(), {{"900", "1000"}, {"800", "1000"}, {"810", "1000"}, {"790", "1000"}, {"300", "1000"}});
    const Reading best = of_district(content, "D0"), middle = of_district(content, "D1"),
                  last = of_district(content, "D4");
    ASSERT_TRUE(best.benchmark) << best.benchmark.why();
    EXPECT_EQ(best.benchmark->area, county);
    EXPECT_EQ(best.benchmark->value, Decimal(72)); // 3600 of 5000
    EXPECT_EQ(best.benchmark->comparison, Comparison::much_better);
    EXPECT_EQ(last.benchmark->comparison, Comparison::much_worse);
    EXPECT_EQ(middle.benchmark->comparison, Comparison::much_better);
    EXPECT_EQ(reading_at(content, "2012-13Q1").benchmark.why(), "No area around it is known.");
    EXPECT_EQ(reading_at(content, "2012-13Q1").rank.why(), "No other area of its kind is known.");
}

TEST(Reading, RanksSiblingsWithTies) {
    const Content content = districts(percentage(), {{"9", "10"}, {"8", "10"}, {"80", "100"}, {"3", "10"}});
    const auto rank = of_district(content, "D2").rank;
    ASSERT_TRUE(rank);
    EXPECT_EQ(*rank, (RankReading{2, 2, 4, 5, 2}));
    EXPECT_EQ(of_district(content, "D0").rank->position, 1u);
    EXPECT_EQ(of_district(content, "D0").rank->quartile, 1u);
    EXPECT_EQ(of_district(content, "D3").rank->position, 4u);
    EXPECT_EQ(of_district(content, "D4").rank.why(), "There is no figure.");
    EXPECT_EQ(reading_at(content, "2012-13Q1").rank.why(), "There is no figure."); // one district lacks its own
    Measure lower = percentage();
    lower.polarity = Polarity::lower;
    EXPECT_EQ(of_district(districts(lower, {{"9", "10"}, {"8", "10"}}), "D0").rank, (RankReading{2, 1, 2, 5, {}}));
    lower.polarity = Polarity::none;
    EXPECT_EQ(of_district(districts(lower, {{"9", "10"}, {"8", "10"}}), "D0").rank.why(),
              "Neither way is good, so none is first.");
}

TEST(Reading, TestsTheTrendOfTheLastFiveFigures) {
    Content content = council();
    content.measures.push_back(percentage());
    hand_in(content, "M1",
            {parts("2011-12Q4", "994", "40299"), parts("2012-13Q1", "1023", "41527"),
             parts("2012-13Q2", "1199", "42811"), parts("2012-13Q3", "1332", "44064"),
             parts("2012-13Q4", "1367", "44701"), parts("2013-14Q2", "1367", "44701")});
    EXPECT_EQ(reading_at(content, "2012-13Q4").trend, Trend::rising);
    EXPECT_EQ(reading_at(content, "2012-13Q3").why_no_trend, "A trend test needs five figures.");
    EXPECT_EQ(reading_at(content, "2013-14Q2").why_no_trend, "The last five figures are not consecutive.");
}

} // namespace
} // namespace qd::test
