#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/ordinal.hpp"
#include "charts/samples.hpp"
#include "charts/statistical_samples.hpp"

#include <algorithm>

namespace qd {
namespace {

TEST(ComparisonBars, LooksAsItDid) {
    test::expect_golden(comparison_bars(test::districts()).svg, "charts/golden/comparison.svg");
    test::expect_golden(comparison_bars(test::districts()).svg_narrow, "charts/golden/comparison-narrow.svg");
}

TEST(ComparisonBars, SaysOnlyWhatIsBeyondChance) {
    const Chart chart = comparison_bars(test::districts());
    EXPECT_EQ(chart.title, "Of 8 areas compared with Whole county: 2 better, 2 worse and 4 not different");
    EXPECT_EQ(chart.summary, "From 84.1% (Ashcombe) to 71.2% (Coldharbour and Fenwick); Whole county is at 78.4%. "
                             "Dunmere (79.3%) is not different from Whole county. 1 area has no figure.");
    EXPECT_EQ(chart.table.rows[0], (std::vector<std::string>{"Ashcombe", "84.1%", "82.0% to 86.0%", "better"}));
    EXPECT_EQ(chart.table.rows[8], (std::vector<std::string>{"Isleham", "overdue", "none", "not compared"}));
}

TEST(ComparisonBars, SmallestFirstWhereSmallerIsBetter) {
    ComparisonInput input = test::districts();
    input.polarity = Polarity::lower;
    EXPECT_EQ(in_order(input).front().name, "Coldharbour and Fenwick");
    for (ComparedArea& area : input.areas) area.tone = area.tone ? std::optional(Tone::usual) : std::nullopt;
    EXPECT_EQ(comparison_headline(input), "None of 8 areas differs from Whole county by more than chance");
    input.areas[2].tone = Tone::apart;
    EXPECT_EQ(comparison_words(input, input.areas[2]), "lower");
}

TEST(ComparisonBars, DrawsNegativeFiguresAndRefusesNone) {
    ComparisonInput input = test::districts();
    input.areas[0].value = Decimal(-12);
    EXPECT_EQ(comparison_bars(input).svg.find("width=\"-"), std::string::npos);
    for (ComparedArea& area : input.areas) area.value = GapReason::overdue;
    EXPECT_THROW(comparison_bars(input), Error);
}

TEST(FunnelPlot, LooksAsItDid) {
    test::expect_golden(funnel_plot(test::funnel_of(12)).svg, "charts/golden/funnel.svg");
    test::expect_golden(funnel_plot(test::funnel_of(333)).svg_narrow, "charts/golden/funnel-333-narrow.svg");
}

TEST(FunnelPlot, NamesTheOwnAreaAndThoseOutside) {
    const FunnelInput input = test::funnel_of(333);
    const Chart chart = funnel_plot(input);
    EXPECT_EQ(chart.title, "8 of 333 areas are outside the 99.8% limits");
    EXPECT_NE(chart.svg.find(">Area 4</text>"), std::string::npos);
    EXPECT_NE(chart.svg.find("Better than All areas"), std::string::npos);
    EXPECT_EQ(chart.table.rows.size(), 333U);
    EXPECT_LT(chart.svg.size(), 40000U);
    FunnelInput none = input;
    none.limits.resize(1);
    EXPECT_THROW(funnel_plot(none), Error);
}

TEST(RankStrip, SaysThePlace) {
    RankInput input = test::third_of_twelve();
    EXPECT_EQ(rank_words(input), "Dunmere is third of 12, in the best quarter");
    test::expect_golden(rank_strip(input).svg, "charts/golden/rank.svg");
    input.sharing = 1;
    input.quarter = 0;
    input.place = 11;
    input.of = 333;
    EXPECT_EQ(rank_words(input), "Dunmere is 11th of 333, a place shared with 1 other area");
    EXPECT_EQ(test::count_of(rank_strip(input).svg, "<rect "), 333U);
    input.place = 0;
    EXPECT_THROW(rank_strip(input), Error);
}

TEST(Ordinal, CountsOn) {
    EXPECT_EQ(ordinal(1), "first");
    EXPECT_EQ(ordinal(11), "11th");
    EXPECT_EQ(ordinal(22), "22nd");
    EXPECT_EQ(ordinal(113), "113th");
    EXPECT_EQ(ordinal(333), "333rd");
}

} // namespace
} // namespace qd
