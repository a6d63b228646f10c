#include "charts/benchmark_bars.hpp"

#include "base/error.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"

namespace qd {
namespace {

TEST(BenchmarkBars, LooksAsItDid) {
    test::expect_golden(benchmark_bars(test::north_west()).svg, "charts/golden/benchmark.svg");
}

// 23 authorities asked, 3 without data: 20 ranked, the top quarter is places 1 to 5.
TEST(BenchmarkBars, RanksThoseWhoGaveAFigure) {
    const Chart chart = benchmark_bars(test::north_west());
    EXPECT_EQ(chart.title, "Lancashire is third of 20, in the best quarter");
    EXPECT_EQ(
        chart.summary,
        "Bigger is better. Lancashire 82.0%, third of 20. The North West average is 65.5%. 3 of 23 gave no data.");
    EXPECT_NE(chart.svg.find("Best quarter: places 1 to 5"), std::string::npos);
    EXPECT_EQ(chart.table.rows.size(), 23U);
    EXPECT_EQ(chart.table.rows[2], (std::vector<std::string>{"Lancashire", "82.0%", "3"}));
    EXPECT_EQ(chart.table.rows[22], (std::vector<std::string>{"Authority V", "not available", "none"}));
}

TEST(BenchmarkBars, EqualFiguresShareAPlace) {
    BenchmarkInput input = test::north_west();
    input.peers[0].value = input.peers[1].value = Decimal(90);
    const std::vector<RankedPeer> places = ranked(input);
    EXPECT_EQ(places[0].place, 1U);
    EXPECT_EQ(places[1].place, 1U);
    EXPECT_EQ(places[2].place, 3U);
}

TEST(BenchmarkBars, SmallerIsBetter) {
    BenchmarkInput input = test::north_west();
    input.polarity = Polarity::lower;
    EXPECT_EQ(benchmark_bars(input).title, "Lancashire is 18th of 20, above the average");
}

TEST(BenchmarkBars, OwnWithoutAFigure) {
    BenchmarkInput input = test::north_west();
    input.peers.back().value = GapReason::overdue;
    EXPECT_EQ(benchmark_bars(input).title, "Lancashire gave no figure to compare");
}

TEST(BenchmarkBars, DrawsFewPeersAndNegativeFigures) {
    BenchmarkInput input = test::north_west();
    input.peers = {{"Lancashire", Decimal(-4), Peer::Kind::own}, {"A", Decimal(3), Peer::Kind::other}};
    input.average.reset();
    const Chart chart = benchmark_bars(input);
    EXPECT_TRUE(test::read_markup(chart.svg).faults.empty());
    EXPECT_EQ(chart.svg.find("Best quarter"), std::string::npos);
    EXPECT_EQ(chart.svg.find("height=\"-"), std::string::npos);
}

TEST(BenchmarkBars, NothingToCompareIsRefused) {
    BenchmarkInput input = test::north_west();
    for (Peer& peer : input.peers) peer.value = GapReason::overdue;
    EXPECT_THROW(benchmark_bars(input), Error);
}

} // namespace
} // namespace qd
