#include "documents/sections/measure_fan.hpp"

#include "documents/lancashire.hpp"
#include "documents/sections/reading_facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace qd {
namespace {

OutturnReading computed() {
    OutturnReading outturn;
    outturn.method_label = "damped trend";
    outturn.outturn = Decimal(88);
    outturn.lower = Decimal(86);
    outturn.upper = Decimal(90);
    outturn.probability = 0.004;
    outturn.path = {{Period::parse("2012-13Q4").value(), Decimal(88), Decimal(86), Decimal(90)}};
    return outturn;
}

TEST(MeasureFan, LeadsFromWhatHappenedToTheYearEnd) {
    const test::SmallCouncil council = test::small_lancashire();
    const Measure& measure = council.content.measures[1];
    const Figure& figure = council.now.figures[1];
    const auto series = std::ranges::find(council.series, measure.code, &Series::measure);
    ASSERT_NE(series, council.series.end());
    const FanInput input = measure_fan(council.content, measure, *series, figure, computed(), "fan");
    EXPECT_EQ(input.points.back().label, "2012/13 quarter 4");
    EXPECT_EQ(input.points.back().expected, Decimal(88));
    EXPECT_EQ(input.target, Decimal(95));
    EXPECT_EQ(input.officer, figure.forecast);
    EXPECT_EQ(input.probability, 0.004);
    EXPECT_NE(forecast_fan(input).summary.find("damped trend"), std::string::npos);
}

TEST(MeasureFan, SaysWhatItTakes) {
    const test::SmallCouncil council = test::small_lancashire();
    Measure measure = council.content.measures[1];
    OutturnReading outturn = computed();
    EXPECT_EQ(required_words(measure, outturn), "");
    outturn.required = Decimal(93);
    measure.roll_up = RollUp::sum;
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, the last quarter must come to 93.0%.");
    measure.roll_up = RollUp::mean;
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, the last quarter must be 93.0%.");
    measure.roll_up = RollUp::last;
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, the figure must change by +93.0 points.");
    outturn.path.push_back({Period::parse("2013-14Q1").value(), Decimal(89), {}, {}});
    EXPECT_EQ(required_words(measure, outturn),
              "To meet the target, the figure must change by +93.0 points each quarter.");
    measure.roll_up = RollUp::sum;
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, each remaining quarter must come to 93.0%.");
    measure.roll_up = RollUp::mean;
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, the remaining quarters must average 93.0%.");
    measure.roll_up = RollUp::last;
    outturn.required = Decimal(-1);
    EXPECT_EQ(required_words(measure, outturn), ""); // it may even fall
}

// Where smaller is better, the target is a limit: what is left of it may be used, and need not be.
TEST(MeasureFan, SaysWhatMayStillCome) {
    Measure measure = test::small_lancashire().content.measures[2];
    measure.polarity = Polarity::lower;
    OutturnReading outturn = computed();
    outturn.required = Decimal(40);
    measure.roll_up = RollUp::sum;
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, the last quarter may come to at most 40.");
    outturn.path.push_back({Period::parse("2013-14Q1").value(), Decimal(89), {}, {}});
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, each remaining quarter may come to at most 40.");
    outturn.required = Decimal(-3);
    EXPECT_EQ(required_words(measure, outturn), "The target can no longer be met.");
    measure.roll_up = RollUp::mean;
    outturn.required = Decimal(40);
    EXPECT_EQ(required_words(measure, outturn), "To meet the target, the remaining quarters may average at most 40.");
}

} // namespace
} // namespace qd
