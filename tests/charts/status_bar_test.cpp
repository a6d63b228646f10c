#include "charts/status_bar.hpp"

#include "base/error.hpp"
#include "charts/figure_pair.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"
#include "domain/share.hpp"

namespace qd {
namespace {

const StatusBarInput lancashire{"bar",
                                "Measures by status",
                                {{Status::red, 3}, {Status::amber, 0}, {Status::green, 2}, {Status::not_rated, 30}},
                                "measure",
                                "measures"};

TEST(StatusBar, LooksAsItDid) {
    test::expect_golden(status_bar(lancashire).svg, "charts/golden/status-bar.svg");
    test::expect_golden(figure_pair(test::thirty_five()).svg, "charts/golden/figure-pair.svg");
}

TEST(StatusBar, CountsSharesOfRatedOnly) {
    const Chart chart = status_bar(lancashire);
    EXPECT_EQ(chart.title, "2 of 5 rated measures are green (40%)");
    EXPECT_EQ(chart.summary, "Of 35 measures: 3 red, 2 green, 30 not rated.");
    EXPECT_EQ(chart.table.rows[1], (std::vector<std::string>{"amber", "0", "0%"}));
    EXPECT_EQ(chart.table.rows[3], (std::vector<std::string>{"not rated", "30", "not counted"}));
    EXPECT_EQ(status_headline({"b", "", {{Status::not_rated, 4}}, "measure", "measures"}),
              "None of 4 measures is rated");
    EXPECT_EQ(status_headline({"b", "", {{Status::green, 1}}, "measure", "measures"}),
              "1 of 1 rated measure is green (100%)");
    EXPECT_THROW(status_bar({"b", "", {{Status::green, 0}}, "measure", "measures"}), Error);
}

TEST(StatusBar, SaysEachStatusInWordsAndShape) {
    const std::string svg = status_bar(lancashire).svg;
    for (const char* words : {">3 red<", ">2 green<", ">30 not rated<"})
        EXPECT_NE(svg.find(words), std::string::npos) << words;
    EXPECT_EQ(svg.find("amber"), std::string::npos);
}

TEST(FigurePair, CountsNowAndOutlook) {
    const Chart chart = figure_pair(test::thirty_five());
    EXPECT_EQ(chart.title, "30 of 35 to meet their target (86%)");
    EXPECT_EQ(chart.summary, "Now: 3 red, 2 green, 30 not rated. Outlook: 5 to miss or missed, 30 to meet or met.");
    EXPECT_EQ(test::count_of(status_grid(test::thirty_five(), 7), "<circle"), 32U);
    EXPECT_NE(outlook_grid(test::thirty_five(), 7)
                  .find("35 marks, one for each measure: 5 to miss or missed, 30 to meet or met"),
              std::string::npos);
}

TEST(FigurePair, HoldsManyMarks) {
    FigurePairInput input = test::thirty_five();
    input.marks.resize(300);
    EXPECT_TRUE(test::read_markup(figure_pair(input).svg).faults.empty());
    input.marks.clear();
    EXPECT_THROW(figure_pair(input), Error);
}

// methods: half-up integers as published by councils.
TEST(Share, RoundsHalfAwayFromZeroAndNeverHidesAPart) {
    EXPECT_EQ(show_share(30, 35), "86%");
    EXPECT_EQ(show_share(5, 35), "14%");
    EXPECT_EQ(show_share(1, 8), "13%");
    EXPECT_EQ(show_share(64, 114), "56%");
    EXPECT_EQ(show_share(0, 35), "0%");
    EXPECT_EQ(show_share(35, 35), "100%");
    EXPECT_EQ(show_share(1, 1000), "less than 1%");
    EXPECT_EQ(show_share(999, 1000), "more than 99%");
    EXPECT_EQ(show_share(0, 0), "");
}

} // namespace
} // namespace qd
