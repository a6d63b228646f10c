#include "charts/forecast_fan.hpp"

#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"
#include "charts/statistical_samples.hpp"

namespace qd {
namespace {

TEST(ForecastFan, LooksAsItDid) {
    test::expect_golden(forecast_fan(test::short_of_target()).svg, "charts/golden/fan.svg");
    test::expect_golden(forecast_fan(test::short_of_target()).svg_narrow, "charts/golden/fan-narrow.svg");
}

TEST(ForecastFan, SaysHowLikely) {
    const Chart chart = forecast_fan(test::short_of_target());
    EXPECT_EQ(chart.title, "Computed 88.3%: meeting the target of 95% is unlikely");
    EXPECT_EQ(chart.summary,
              "The computed forecast (damped trend) for 2012/13 Q4 is 88.3%, and 86.3% to 90.4% in 95 of 100 cases. "
              "The chance of meeting the target of 95% is below 1 in 100: unlikely. The officer expects 90%, inside "
              "the interval.");
}

TEST(ForecastFan, HasWordsForEachChance) {
    EXPECT_EQ(chance_words(0.9), "likely");
    EXPECT_EQ(chance_words(0.6), "probable");
    EXPECT_EQ(chance_words(0.5), "too close to call");
    EXPECT_EQ(chance_words(0.1), "improbable");
    EXPECT_EQ(chance_words(0.09), "unlikely");
    EXPECT_EQ(chance_number(0.72), "72 in 100");
    EXPECT_EQ(chance_number(0.999), "above 99 in 100");
}

TEST(ForecastFan, KeepsThePersonAndTheComputationApart) {
    FanInput input = test::short_of_target();
    input.officer = Decimal(93);
    EXPECT_NE(fan_summary(input).find("The officer expects 93%, above the interval."), std::string::npos);
    const Chart chart = forecast_fan(input);
    EXPECT_NE(chart.svg.find("Officer expects 93%"), std::string::npos);
    EXPECT_NE(chart.svg.find("Computed 88.3%"), std::string::npos);
    EXPECT_EQ(chart.table.rows[9],
              (std::vector<std::string>{"Officer’s forecast for the year end", "93%", "none", "none"}));
}

TEST(ForecastFan, NoLineLeadsToACountThatStartsAnew) {
    FanInput input = test::short_of_target();
    const std::size_t before = test::count_of(forecast_fan(input).svg, "<polyline");
    input.points[5].line = FanPoint::Line::anew;
    EXPECT_EQ(test::count_of(forecast_fan(input).svg, "<polyline"), before + 1);
}

TEST(ForecastFan, WithoutTargetOrIntervalSaysLess) {
    FanInput input = test::short_of_target();
    input.target.reset();
    input.probability.reset();
    input.officer.reset();
    input.points.back().lower.reset();
    input.points.back().upper.reset();
    const Chart chart = forecast_fan(input);
    EXPECT_EQ(chart.title, "Computed 88.3% for the year end");
    EXPECT_EQ(chart.svg.find("interval"), std::string::npos);
    input.points.back().expected.reset();
    EXPECT_THROW(forecast_fan(input), Error);
}

} // namespace
} // namespace qd
