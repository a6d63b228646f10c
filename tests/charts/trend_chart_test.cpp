#include "charts/trend_chart.hpp"

#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"

namespace qd {
namespace {

using test::dec;

TEST(TrendChart, LooksAsItDid) {
    const Chart chart = trend_chart(test::behind_profile());
    test::expect_golden(chart.svg, "charts/golden/trend.svg");
    test::expect_golden(chart.svg_narrow, "charts/golden/trend-narrow.svg");
    test::expect_golden(trend_chart(test::long_run(80)).svg, "charts/golden/trend-80.svg");
}

// If no bearing is known, the last step is given as a fact.
TEST(TrendChart, SaysWhatItShows) {
    EXPECT_EQ(trend_headline(test::behind_profile()),
              "Up 2.5 points on the figure before, but 5.5 points behind the profile");
    EXPECT_EQ(trend_headline(test::over_target()),
              "Up 1.4 points on the figure before, and 2.6 points above the target");
    TrendInput input = test::behind_profile();
    input.points[7].value = dec("81.9");
    EXPECT_EQ(trend_headline(input), "Down 0.1 points on the figure before, and 8.1 points behind the profile");
    input.points[7].value = dec("82.04");
    EXPECT_EQ(trend_headline(input), "Unchanged, and 8.0 points behind the profile");
    input.points[7].value = dec("90.04");
    EXPECT_EQ(trend_headline(input), "Up 8.0 points on the figure before, and on the profile");
    input.points[6].value = dec("95");
    EXPECT_EQ(trend_headline(input), "Down 5.0 points on the figure before, but still on the profile");
    input.points[7].target.reset();
    EXPECT_EQ(trend_headline(input), "Down 5.0 points on the figure before, at 90.0%; there is no target");
    input.points = {input.points[7]};
    EXPECT_EQ(trend_headline(input), "One figure so far: 90.0%");
    input.points[0].value = GapReason::overdue;
    EXPECT_EQ(trend_headline(input), "No figure has been handed in");
}

TEST(TrendChart, GoesByTheBearing) {
    TrendInput input = test::behind_profile();
    const auto headline = [&](Bearing bearing) {
        input.bearing = bearing;
        return trend_headline(input);
    };
    EXPECT_EQ(headline(Bearing::rising), "Rising, but 5.5 points behind the profile");
    EXPECT_EQ(headline(Bearing::higher), "Higher than before, but 5.5 points behind the profile");
    EXPECT_EQ(headline(Bearing::falling), "Falling, and 5.5 points behind the profile");
    EXPECT_EQ(headline(Bearing::lower), "Lower than before, and 5.5 points behind the profile");
    EXPECT_EQ(headline(Bearing::steady), "No clear change, and 5.5 points behind the profile");
    input.points.back().value = input.points[7].value = dec("80"); // below the one before, but still rising
    EXPECT_EQ(headline(Bearing::rising), "Rising, but 15.0 points behind the profile");
    input.kind = TrendInput::Points::built_up;
    input.points.pop_back();
    EXPECT_EQ(headline(Bearing::unknown), "80.0%, 10.0 points behind the profile");
    input.points[7].target.reset();
    EXPECT_EQ(headline(Bearing::unknown), "80.0%; there is no target");
    EXPECT_EQ(headline(Bearing::higher), "Higher than before, at 80.0%; there is no target");
}

TEST(TrendChart, JudgesByPolarity) {
    TrendInput input = test::over_target();
    input.points[4].value = dec("38.1");
    EXPECT_EQ(trend_headline(input), "Down 1.7 points on the figure before, and 0.5 points below the target");
    input.bearing = Bearing::rising;
    EXPECT_EQ(trend_headline(input), "Rising, but still 0.5 points below the target");
    input.bearing = Bearing::unknown;
    input.polarity = Polarity::range;
    for (TrendPoint& point : input.points) {
        point.target = dec("38");
        point.target_upper = dec("39");
    }
    EXPECT_EQ(trend_headline(input), "Down 1.7 points on the figure before, and inside the target range");
    input.points[4].value = dec("37");
    EXPECT_EQ(trend_headline(input), "Down 2.8 points on the figure before, and 1.0 points below the target range");
}

TEST(TrendChart, SumsUpInTwoSentences) {
    EXPECT_EQ(trend_summary(test::behind_profile()),
              "From 59.1% in 2010/11 quarter 4 to 84.5% in 2012/13 quarter 3, against a profile of 90%. For 2012/13 "
              "quarter 4 the officer expects 90%; the target is 95%.");
    TrendInput input = test::over_target();
    input.points[1].value = GapReason::suppressed;
    EXPECT_EQ(trend_summary(input), "From 38.9% in year to Dec 2009 to 41.2% in year to Dec 2010, against a target of "
                                    "38.6%. 1 period has no figure.");
}

TEST(TrendChart, GivesItsFiguresAsATable) {
    const ChartTable table = trend_table(test::behind_profile());
    EXPECT_EQ(table.headings, (std::vector<std::string>{"Period", "Actual", "Profile"}));
    ASSERT_EQ(table.rows.size(), 10U);
    EXPECT_EQ(table.rows[0], (std::vector<std::string>{"2010/11 quarter 4", "59.1%", "none"}));
    EXPECT_EQ(table.rows[8], (std::vector<std::string>{"2012/13 quarter 4", "not due", "95%"}));
    EXPECT_EQ(table.rows[9], (std::vector<std::string>{"Officer’s forecast for 2012/13 quarter 4", "90%", "95%"}));
}

TEST(TrendChart, NamesAScaleThatDoesNotStartAtZero) {
    EXPECT_EQ(trend_chart(test::behind_profile()).subject,
              "Percentage with a personal budget, rolling year; the scale starts at 50.");
    EXPECT_EQ(trend_chart(test::long_run(8)).subject, "Calls answered.");
}

TEST(TrendChart, BreaksTheLineAtAGap) {
    TrendInput input = test::behind_profile();
    EXPECT_EQ(test::count_of(trend_chart(input).svg, "stroke=\"#12436d\" stroke-width=\"3\""), 1U);
    input.points[3].value = GapReason::overdue;
    const std::string svg = trend_chart(input).svg;
    EXPECT_EQ(test::count_of(svg, "stroke=\"#12436d\" stroke-width=\"3\""), 2U);
    EXPECT_EQ(test::count_of(svg, ">overdue<"), 1U);
}

TEST(TrendChart, DrawsAnyNumberOfPoints) {
    for (const int count : {1, 2, 3, 7, 20, 40, 80, 200}) {
        const Chart chart = trend_chart(test::long_run(count));
        EXPECT_TRUE(test::read_markup(chart.svg).faults.empty()) << count;
        EXPECT_TRUE(test::read_markup(chart.svg_narrow).faults.empty()) << count;
        EXPECT_EQ(chart.svg.find("nan"), std::string::npos) << count;
        EXPECT_EQ(chart.svg.find("inf"), std::string::npos) << count;
    }
}

TEST(TrendChart, WithoutAnyFigureStillShowsTargetAndForecast) {
    TrendInput input = test::behind_profile();
    for (TrendPoint& point : input.points) point.value = GapReason::overdue;
    const Chart chart = trend_chart(input);
    EXPECT_NE(chart.svg.find("Target 95%"), std::string::npos);
    EXPECT_EQ(chart.summary, "No figure has been handed in for any of the periods. For 2012/13 quarter 4 the officer "
                             "expects 90%; the target is 95%.");
    input.year_end.reset();
    input.forecast.reset();
    for (TrendPoint& point : input.points) point.target.reset();
    EXPECT_TRUE(test::read_markup(trend_chart(input).svg).faults.empty());
}

TEST(TrendChart, WithoutAPeriodIsRefused) {
    TrendInput input = test::behind_profile();
    input.points.clear();
    EXPECT_THROW(trend_chart(input), Error);
}

TEST(TrendChart, SurvivesTheLargestNumbers) {
    TrendInput input = test::long_run(3);
    input.points[0].value = Decimal::from_millionths(INT64_MAX);
    input.points[1].value = Decimal::from_millionths(INT64_MIN + 1);
    input.points[2].value = Decimal(0);
    input.show_difference = [](Decimal value) { return print(value); };
    for (TrendPoint& point : input.points) point.target.reset();
    EXPECT_TRUE(test::read_markup(trend_chart(input).svg).faults.empty());
}

TEST(TrendChart, EscapesWhatPeopleWrote) {
    TrendInput input = test::behind_profile();
    input.title = "A* to C & <script>\"it's\"";
    input.points[0].tick = "<b>";
    const Chart chart = trend_chart(input);
    EXPECT_TRUE(test::read_markup(chart.svg).faults.empty());
    EXPECT_EQ(chart.svg.find("<script"), std::string::npos);
    EXPECT_NE(chart.svg.find("A* to C &amp; &lt;script&gt;"), std::string::npos);
}

} // namespace
} // namespace qd
