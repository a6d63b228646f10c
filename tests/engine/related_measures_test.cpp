#include "engine/related_measures.hpp"

#include "engine/council.hpp"

#include <string>

#include <gtest/gtest.h>

namespace qd {
namespace {

using namespace test;

// "A B|C": the groups, each in the order of the measures.
std::string groups(const std::vector<Measure>& measures) {
    std::string text;
    for (const auto& group : related_measures(measures)) {
        text += text.empty() ? "" : "|";
        for (std::size_t i = 0; i < group.size(); ++i) text += (i ? " " : "") + group[i]->code.text();
    }
    return text;
}

TEST(RelatedMeasures, AreJoinedByWholeFormulaAndOverlap) {
    std::vector<Measure> measures;
    for (const char* code : {"A", "B", "C", "D", "E"}) measures.push_back(measure(code));
    EXPECT_EQ(groups(measures), "A|B|C|D|E");
    measures[2].parent = MeasureCode("A");
    EXPECT_EQ(groups(measures), "A C|B|D|E");
    measures[3].formula = "B * 2";
    EXPECT_EQ(groups(measures), "A C|B D|E");
    measures[4].definitions.emplace_back().overlap = MeasureCode("D");
    EXPECT_EQ(groups(measures), "A C|B D E");
    measures[1].formula = "A + 1";
    EXPECT_EQ(groups(measures), "A B C D E");
}

// What is hidden in one breakdown is kept safe by the others, whether their whole is measured or not; and so with inputs.
TEST(RelatedMeasures, AreJoinedByWhatNoMeasureIs) {
    std::vector<Measure> measures{measure("A"), measure("B"), measure("C"), measure("D")};
    measures[0].parent = measures[2].parent = MeasureCode("WHOLE");
    measures[1].formula = "GONE * 2", measures[3].formula = "GONE * 3";
    EXPECT_EQ(groups(measures), "A C|B D");
}

// However long a chain of formulas is.
TEST(RelatedMeasures, AreJoinedAlongAChain) {
    constexpr int count = 20'000;
    std::vector<Measure> measures;
    for (int i = 0; i < count; ++i) {
        measures.push_back(measure("M" + std::to_string(i)));
        measures.back().parent = MeasureCode("M" + std::to_string(i + 1));
    }
    const auto found = related_measures(measures);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].size(), static_cast<std::size_t>(count));
}

} // namespace
} // namespace qd
