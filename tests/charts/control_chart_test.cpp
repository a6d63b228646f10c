#include "charts/control_chart.hpp"

#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"
#include "charts/statistical_samples.hpp"

#include <algorithm>

namespace qd {
namespace {

TEST(ControlChart, LooksAsItDid) {
    test::expect_golden(control_chart(test::rising_months()).svg, "charts/golden/control.svg");
    test::expect_golden(control_chart(test::rebased_months()).svg, "charts/golden/control-rebased.svg");
    test::expect_golden(control_chart(test::rebased_months()).svg_narrow, "charts/golden/control-narrow.svg");
}

TEST(ControlChart, SaysWhatTheLastPointSays) {
    EXPECT_EQ(control_sentence(test::rising_months()),
              "Special cause: improving. The last nine months are above the mean; the target of 13 is within the "
              "limits, so it will be hit or missed by chance.");
    EXPECT_EQ(control_sentence(test::rebased_months()),
              "Special cause: getting worse. The last month is above the upper limit; the limits are wholly above "
              "the target of 11, so it will be missed unless something changes.");
}

TEST(ControlChart, NamesEachCause) {
    ControlInput input = test::rising_months();
    input.target.reset();
    input.prospect = Prospect::none;
    const auto with = [&](Cause cause, Tone tone) {
        input.points.back().cause = cause;
        input.points.back().tone = tone;
        return control_sentence(input);
    };
    EXPECT_EQ(with(Cause::none, Tone::usual),
              "Common cause: no signal. The last month is within the limits, and no run or trend stands out.");
    EXPECT_EQ(with(Cause::near_limit, Tone::better),
              "Special cause: improving. Two of the last three months are close to the upper limit.");
    EXPECT_EQ(with(Cause::beyond_limit, Tone::apart),
              "Special cause: higher than before. The last month is above the upper limit.");
    for (std::size_t i = 0; i < 7; ++i)
        input.points[input.points.size() - 7 + i].value = Decimal(20 - static_cast<int>(i));
    EXPECT_EQ(with(Cause::trend, Tone::worse),
              "Special cause: getting worse. The last seven months fall in succession.");
}

TEST(ControlChart, PromisesNothingOfAProcessThatIsNotSettled) {
    ControlInput input = test::rebased_months();
    input.prospect = Prospect::unsettled;
    input.unsettled =
        "the limits are above the target of 11, but the last figure is beyond them: something has changed";
    EXPECT_EQ(
        control_sentence(input),
        "Special cause: getting worse. The last month is above the upper limit; the limits are above the target of 11, "
        "but the last figure is beyond them: something has changed.");
    EXPECT_EQ(assurance_icon(Prospect::unsettled, "words", "i"), "");
}

TEST(ControlChart, TellsATrendThatItsLimitsDoNotShowYet) {
    ControlInput input = test::rising_months();
    for (ControlPoint& point : input.points) {
        point.cause = Cause::none;
        point.tone = Tone::usual;
    }
    input.prospect = Prospect::none;
    input.bearing = Bearing::steady;
    EXPECT_EQ(variation_words(input), "Common cause: no signal");
    input.bearing = Bearing::rising;
    EXPECT_EQ(control_sentence(input),
              "Rising, though not beyond the limits yet. The last month is within the limits, which have few points so "
              "far; the last five months rise by more than chance explains.");
}

TEST(ControlChart, SaysWhyThereAreNoLimitsAnyMore) {
    ControlInput input = test::rebased_months();
    input.segments.back().lines.reset();
    input.segments.back().why_no_lines = "Too rare for limits: 7 of 8 figures are 0.";
    input.points.back().cause = Cause::none;
    EXPECT_EQ(control_sentence(input), "No signal: there are no limits now. There are no new limits. Too "
                                       "rare for limits: 7 of 8 figures are 0.");
}

TEST(ControlChart, WordsCarryWhatColourShows) {
    const Chart chart = control_chart(test::rebased_months());
    EXPECT_NE(chart.svg.find("Special cause, getting worse"), std::string::npos);
    EXPECT_NE(chart.svg.find("Common cause"), std::string::npos);
    EXPECT_EQ(chart.svg.find("Special cause, improving"), std::string::npos); // no such point, no such entry
    EXPECT_NE(chart.svg.find("1 Limits restart at Apr 2012: a second contractor took over"), std::string::npos);
    EXPECT_NE(chart.svg.find("Trial limit"), std::string::npos);
    EXPECT_NE(chart.summary.find("These are trial limits, based on only eight figures."), std::string::npos);
}

// The band ends where no value can be, and does not claim a limit there.
TEST(ControlChart, NoLimitBelowWhatCanBe) {
    ControlInput input = test::rebased_months();
    input.segments = {input.segments.front()};
    const Chart chart = control_chart(input);
    EXPECT_NE(chart.svg.find("No lower limit above 0"), std::string::npos);
    EXPECT_EQ(chart.svg.find("−0.4"), std::string::npos);
    EXPECT_EQ(chart.svg.find("height=\"-"), std::string::npos);
}

TEST(ControlChart, TellsTheFiguresAsATable) {
    const Chart chart = control_chart(test::rebased_months());
    ASSERT_EQ(chart.table.rows.size(), 20U);
    EXPECT_EQ(chart.table.rows[4][1], "not available");
    EXPECT_EQ(chart.table.rows[11][2], "10.6");
    EXPECT_EQ(chart.table.rows[12][2], "15.2");
    EXPECT_EQ(chart.table.rows.back(),
              (std::vector<std::string>{"Nov 2012", "19.0", "15.2", "12.1 to 18.2", "outside the limits"}));
}

TEST(ControlChart, WaitsForNewLimits) {
    ControlInput input = test::rebased_months();
    input.segments.back().lines.reset();
    input.points.back().cause = Cause::none;
    input.points.back().tone = Tone::usual;
    EXPECT_EQ(control_sentence(input),
              "No signal yet: the limits were restarted. There are too few figures for new limits (eight).");
    const Chart chart = control_chart(input);
    EXPECT_EQ(chart.table.rows.back()[2], "none");
    EXPECT_EQ(chart.svg.find("Mean "), std::string::npos);
}

TEST(ControlChart, IsRefusedWithoutFiguresOrLimits) {
    ControlInput input = test::rising_months();
    input.segments.clear();
    EXPECT_THROW(control_chart(input), Error);
    input = test::rising_months();
    for (ControlPoint& point : input.points) point.value = GapReason::overdue;
    EXPECT_THROW(control_chart(input), Error);
}

TEST(ControlIcons, AreNamedAndTellApart) {
    std::vector<std::string> icons{variation_icon(Tone::usual, Lean::none, "words", "i")};
    for (const Tone tone : {Tone::better, Tone::worse, Tone::apart})
        for (const Lean lean : {Lean::high, Lean::low}) icons.push_back(variation_icon(tone, lean, "words", "i"));
    for (const Prospect prospect : {Prospect::met, Prospect::missed, Prospect::by_chance})
        icons.push_back(assurance_icon(prospect, "words", "i"));
    for (const std::string& icon : icons) {
        EXPECT_TRUE(test::read_markup(icon).faults.empty()) << icon;
        EXPECT_NE(icon.find("<title id=\"i\">words</title>"), std::string::npos);
        EXPECT_EQ(std::ranges::count(icons, icon), 1) << icon;
    }
    EXPECT_EQ(assurance_icon(Prospect::none, "words", "i"), "");
}

} // namespace
} // namespace qd
