#include "documents/sections/reading_facts.hpp"

#include "documents/composed.hpp"
#include "documents/formats/html.hpp"
#include "documents/lancashire.hpp"
#include "documents/sections/scorecard_report.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// 19,252 of 22,779 with Wilson's interval, among 12 at the third place.
Reading reading_of(const Figure& figure) {
    Reading reading;
    reading.measure = figure.measure;
    reading.area = figure.area;
    reading.period = figure.period;
    reading.interval = IntervalReading{IntervalMethod::wilson, Decimal::parse("84.0403").value(),
                                       Decimal::parse("84.9804").value(), Decimal(83), Decimal(86)};
    reading.rank = RankReading{3, 1, 12, 12, 1};
    reading.why_no_trend = "A trend test needs five figures.";
    return reading;
}

TEST(ReadingFacts, SayWhatIsKnownOrWhyNot) {
    const test::SmallCouncil council = test::small_lancashire();
    const auto facts = reading_facts(council.content, council.content.measures[1], reading_of(council.now.figures[1]));
    ASSERT_EQ(facts.size(), 3U);
    EXPECT_EQ(facts[0].words, "84.0% to 85.0%");
    EXPECT_EQ(facts[1].words, "A trend test needs five figures.");
    EXPECT_EQ(facts[1].kind, ReadingFact::Kind::not_said);
    EXPECT_EQ(facts[2].words, "Third of 12, first quarter");
}

TEST(ReadingFacts, TrendHasTheToneOfItsDirection) {
    const test::SmallCouncil council = test::small_lancashire();
    Reading reading = reading_of(council.now.figures[1]);
    reading.trend = Trend::falling;
    reading.bearing = Bearing::falling;
    const auto facts = reading_facts(council.content, council.content.measures[1], reading);
    EXPECT_EQ(facts[1].words, "Falling and getting worse");
    EXPECT_EQ(facts[1].tone, Tone::worse);
}

TEST(ReadingFacts, AreInTheReportForAMeasureOffTarget) {
    const test::SmallCouncil council = test::small_lancashire();
    ScorecardReportInput input = council.report();
    EXPECT_EQ(to_html(test::composed(input)).find("95% interval"), std::string::npos);
    input.readings = {reading_of(council.now.figures[1])};
    const std::string html = to_html(test::composed(input));
    EXPECT_NE(html.find("95% interval"), std::string::npos);
    EXPECT_NE(html.find("84.0% to 85.0%"), std::string::npos);
    EXPECT_EQ(html.find("A trend test needs"), std::string::npos);
}

} // namespace
} // namespace qd
