#include "engine/definition_link.hpp"

#include "engine/council.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

// Counted in a new way from April 2012; the first two quarters were counted both ways.
Content counted_twice() {
    Content content = council();
    Measure anew = measure(), before = measure("OLD");
    anew.definitions = {{{}, "As always", {}, {}, {}, {}, {}},
                        {day("2012-04-01"), "Anew", {}, {}, {}, "New guidance", {}}};
    anew.definitions[1].overlap = MeasureCode("OLD");
    before.on_scorecard = false;
    content.measures = {anew, before};
    hand_in(content, "M1", {value("2011-12Q4", "100"), value("2012-13Q1", "130")}, "2012-08-01");
    hand_in(content, "OLD", {value("2011-12Q4", "100"), value("2012-13Q1", "104")}, "2012-08-01");
    return content;
}

std::optional<Decimal> link_at(const Content& content, std::string_view as_at) {
    const Known known(content, moment(as_at));
    const auto linked = with_overlap_links(known, content.measures[0], county);
    return linked ? linked->definitions[1].link : std::nullopt;
}

TEST(DefinitionLink, IsTheRatioOfTheOverlap) {
    Content content = counted_twice();
    EXPECT_EQ(link_at(content, "2020-01-01"), number("1.25")); // 130 ÷ 104: the quarter before was counted one way
    hand_in(content, "M1", {value("2012-13Q2", "120")}, "2012-11-01");
    hand_in(content, "OLD", {value("2012-13Q2", "96")}, "2012-12-01");
    EXPECT_EQ(link_at(content, "2020-01-01"), number("1.25")); // 250 ÷ 200
    hand_in(content, "OLD", {value("2012-13Q2", "21")}, "2013-02-01");
    EXPECT_EQ(link_at(content, "2020-01-01"), number("2")); // 250 ÷ 125
    EXPECT_EQ(link_at(content, "2012-12-31"), number("1.25")) << "as it was known then";
    EXPECT_EQ(link_at(content, "2012-07-01"), std::nullopt) << "nothing was known of both";
}

TEST(DefinitionLink, MakesFiguresComparableAndIsShown) {
    const Figure figure = figure_at(counted_twice(), "2012-13Q1");
    EXPECT_EQ(figure.previous.value, Decimal(125)); // 100 × 1.25
    EXPECT_EQ(figure.previous.direction, Direction::improved);
    EXPECT_FALSE(has(figure.flags, Flag::break_in_series));
    EXPECT_EQ(figure.note,
              "Linked: earlier figures times 1.25 are shown with these, as OLD shows for the same periods.");
}

TEST(DefinitionLink, LeavesTheBreakWhereNothingWasCountedBothWays) {
    Content content = counted_twice();
    hand_in(content, "OLD", {gap("2012-13Q1", GapReason::not_available)}, "2012-09-01");
    EXPECT_EQ(link_at(content, "2020-01-01"), std::nullopt);
    const Figure figure = figure_at(content, "2012-13Q1");
    EXPECT_EQ(figure.previous.direction, Direction::not_comparable);
    EXPECT_TRUE(has(figure.flags, Flag::break_in_series));
    hand_in(content, "OLD", {value("2012-13Q1", "0")}, "2012-10-01");
    EXPECT_EQ(link_at(content, "2020-01-01"), std::nullopt);
}

TEST(DefinitionLink, IsNotComputedWhereOneIsGiven) {
    Content content = counted_twice();
    content.measures[0].definitions[1].link = Decimal(3);
    EXPECT_EQ(link_at(content, "2020-01-01"), std::nullopt);
    EXPECT_EQ(figure_at(content, "2012-13Q1").previous.value, Decimal(300));
}

TEST(DefinitionLink, OfMeasuresThatNameEachOtherEnds) {
    Content content = counted_twice();
    content.measures[1].definitions = content.measures[0].definitions;
    content.measures[1].definitions[1].overlap = MeasureCode("M1");
    EXPECT_EQ(link_at(content, "2020-01-01"), number("1.25"));
}

} // namespace
} // namespace qd
