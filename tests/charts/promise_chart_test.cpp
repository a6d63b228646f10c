#include "charts/promise_bars.hpp"
#include "charts/promise_chart.hpp"

#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/samples.hpp"

namespace qd {
namespace {

std::size_t washes(const Chart& chart) {
    std::size_t count = 0;
    for (std::size_t at = chart.svg.find("<polygon"); at != std::string::npos; at = chart.svg.find("<polygon", at + 1))
        ++count;
    return count;
}

TEST(PromiseChart, LooksAsItDid) {
    test::expect_golden(promise_chart(test::late_work()).svg, "charts/golden/promise.svg");
    test::expect_golden(promise_chart(test::late_work()).svg_narrow, "charts/golden/promise-narrow.svg");
}

TEST(PromiseChart, SaysHowFarBehindAndWhatTheLagExplains) {
    const Chart chart = promise_chart(test::late_work());
    EXPECT_EQ(chart.title, "Delivered 113, 37 behind the profile of 150");
    EXPECT_EQ(chart.summary,
              "Delivered 113, 37 behind the profile of 150 at 2024/25 quarter 2; expected after a lag of "
              "13 weeks 100, 13 ahead of that. It was behind in 3 of 5 periods.");
}

TEST(PromiseChart, WashesOnlyWhatIsBehind) {
    EXPECT_EQ(washes(promise_chart(test::late_work())), 3U); // from the crossing on
    PromiseInput lower = test::late_work();
    lower.polarity = Polarity::lower;
    EXPECT_EQ(washes(promise_chart(lower)), 2U); // and the other way round
}

TEST(PromiseChart, HasEachPeriodInItsTable) {
    const ChartTable table = promise_chart(test::late_work()).table;
    EXPECT_EQ(table.headings, (std::vector<std::string>{"Period", "Profile", "Expected after a lag of 13 weeks",
                                                        "Delivered", "Evidenced", "Difference"}));
    ASSERT_EQ(table.rows.size(), 6U);
    EXPECT_EQ(table.rows[0].back(), "4 ahead");
    EXPECT_EQ(table.rows[4].back(), "37 behind");
    EXPECT_EQ(table.rows[5][3], "not given");
    EXPECT_EQ(table.rows[5].back(), "not known");
}

TEST(PromiseChart, WantsAPromiseAndSomethingThatCame) {
    PromiseInput input = test::late_work();
    for (PromisePoint& point : input.points) point.actual.reset();
    EXPECT_THROW(promise_chart(input), Error);
    input.points.clear();
    EXPECT_THROW(promise_chart(input), Error);
}

TEST(PromiseBars, LookAsTheyDid) {
    test::expect_golden(promise_bars(test::four_deliverables()).svg, "charts/golden/promise-bars.svg");
    test::expect_golden(promise_bars(test::four_deliverables()).svg_narrow, "charts/golden/promise-bars-narrow.svg");
}

TEST(PromiseBars, SayHowManyAreBehindAndEachInTheTable) {
    const Chart chart = promise_bars(test::four_deliverables());
    EXPECT_EQ(chart.title, "3 of 4 deliverables are behind their profile");
    ASSERT_EQ(chart.table.rows.size(), 4U);
    EXPECT_EQ(chart.table.rows[0],
              (std::vector<std::string>{"Young people who start the programme", "160", "264", "165.0%", "no lag"}));
    EXPECT_EQ(chart.table.rows[1].back(), "24.6");
    EXPECT_NE(chart.summary.find("31 against a profile of 46"), std::string::npos);
    EXPECT_THROW(promise_bars({}), Error);
}

} // namespace
} // namespace qd
