#include "engine/neighbours.hpp"

#include "engine/council.hpp"
#include "engine/reading.hpp"

#include <gmock/gmock.h>

namespace qd {
namespace {

using namespace test;
using testing::ElementsAre;

// Five districts of one county and one of another, with a share each (M1) and two measures that describe them.
class Neighbours : public testing::Test {
protected:
    Neighbours() {
        Measure share = measure(), size = measure("SIZE"), age = measure("AGE");
        share.quantity = Quantity::percent;
        share.per = 100;
        content_.measures = {share, size, age};
        content_.areas.push_back({AreaCode("X"), "Other county", AreaKind::county, {}, {}, {}});
        for (int i = 0; i < 5; ++i) add("D" + std::to_string(i), county);
        add("D9", AreaCode("X"));
        const std::vector<std::array<std::string, 5>> rows = {
            {"D0", "900", "1000", "10", "40"}, {"D1", "700", "1000", "11", "40"}, {"D2", "800", "1000", "30", "45"},
            {"D3", "950", "1000", "50", "60"}, {"D4", "100", "1000", "12", "61"}, {"D9", "500", "500", "10", "41"}};
        for (const auto& [area, numerator, denominator, size_given, age_given] : rows) {
            hand_in(content_, "M1", {in(area, parts("2012-13Q1", numerator, denominator))});
            hand_in(content_, "SIZE", {in(area, value("2012-13Q1", size_given))});
            hand_in(content_, "AGE", {in(area, value("2012-13Q1", age_given))});
        }
    }

    void add(const std::string& code, const AreaCode& parent) {
        content_.areas.push_back({AreaCode(code), "District", AreaKind::district, parent, {}, {}});
    }
    static Observation in(const std::string& area, Observation row) {
        row.area = AreaCode(area);
        return row;
    }
    void list(const char* area, const char* neighbour, int position) {
        content_.neighbours.push_back(
            {AreaCode(area), AreaCode(neighbour), position, number("0.1") * Decimal(position), "By hand, 2012"});
    }
    Reading reading(const char* area, PeerChoice choice = PeerChoice::neighbours) const {
        return compute_reading(content_, MeasureCode("M1"), AreaCode(area), period("2012-13Q1"), moment("2020-01-01"),
                               choice);
    }
    static std::vector<std::string> codes(const Peers& peers) {
        std::vector<std::string> codes;
        for (const Peers::Peer& peer : peers.areas) codes.push_back(peer.area.text());
        return codes;
    }

    Content content_ = council();
};

TEST_F(Neighbours, AreTheSiblingsWithoutAListAndWithoutMeasures) {
    const Reading found = reading("D0");
    EXPECT_EQ(found.peers.kind, PeerKind::siblings);
    EXPECT_THAT(codes(found.peers), ElementsAre("D1", "D2", "D3", "D4"));
    EXPECT_EQ(found.rank, (RankReading{2, 1, 5, 5, 1, 2}));
    EXPECT_FALSE(found.beside_neighbours);
    EXPECT_EQ(found.beside_neighbours.why(), "No neighbours are known for it.");
}

TEST_F(Neighbours, AreTakenFromTheListInItsOrder) {
    list("D0", "D9", 2);
    list("D0", "D1", 1);
    list("D1", "D4", 1);
    const Reading found = reading("D0");
    EXPECT_EQ(found.peers.kind, PeerKind::listed_neighbours);
    EXPECT_THAT(codes(found.peers), ElementsAre("D1", "D9"));
    EXPECT_EQ(found.peers.areas[1].distance, number("0.2"));
    EXPECT_EQ(found.peers.source, "By hand, 2012");
    EXPECT_EQ(found.rank, (RankReading{2, 1, 3, 3, {}}));
    ASSERT_TRUE(found.beside_neighbours) << found.beside_neighbours.why();
    EXPECT_EQ(found.beside_neighbours->value, Decimal(80)) << "1200 of 1500, not the mean of 70 and 100";
    EXPECT_EQ(found.beside_neighbours->comparison, Comparison::much_better);
    EXPECT_EQ(reading("D0", PeerChoice::siblings).rank->of, 5u);
    EXPECT_EQ(reading("D2").peers.kind, PeerKind::siblings) << "it has no list of its own";
}

TEST_F(Neighbours, AreComputedFromTheMeasuresThatTheCouncilNames) {
    content_.settings.neighbours = {{MeasureCode("SIZE"), MeasureCode("AGE")}, 2};
    const Reading found = reading("D0");
    EXPECT_EQ(found.peers.kind, PeerKind::computed_neighbours);
    EXPECT_THAT(codes(found.peers), ElementsAre("D1", "D9")) << "in whatever county they lie";
    EXPECT_EQ(found.rank, (RankReading{2, 1, 3, 3, {}}));
    // sizes 10 11 30 50 12 10: mean 20.5, squares 1343.5, variance 223.916…; ages 40 40 45 60 61 41: mean 47.833…,
    // variance 83.138…; D0 to D3: √(1600 ÷ 223.9167 + 400 ÷ 83.1389) = 3.45814, the farthest
    EXPECT_EQ(print_fixed(*found.peers.areas[0].distance, 4), "0.0193"); // 1 ÷ √223.9167 ÷ 3.45814
    EXPECT_EQ(print_fixed(*found.peers.areas[1].distance, 4), "0.0317"); // 1 ÷ √83.1389 ÷ 3.45814
    list("D0", "D4", 1);
    EXPECT_EQ(reading("D0").peers.kind, PeerKind::listed_neighbours) << "a list comes before what is computed";
}

TEST_F(Neighbours, AreOnlyThoseThatExist) {
    list("D0", "D1", 1);
    list("D0", "D2", 2);
    content_.areas[3].valid_to = day("2011-03-31"); // D1
    EXPECT_THAT(codes(reading("D0").peers), ElementsAre("D2"));
}

TEST_F(Neighbours, WithoutAFigureAreNotComparedWith) {
    add("D7", county);
    list("D0", "D7", 1);
    EXPECT_EQ(reading("D0").rank.why(), "No neighbour of it has a figure for the same time.");
    EXPECT_EQ(reading("D0").beside_neighbours.why(), "No neighbour has a figure for the same time.");
}

} // namespace
} // namespace qd
