#include "exchange/layouts/pattern.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"

#include <chrono>

#include <gtest/gtest.h>

namespace qd::testing {
namespace {

// For a pattern whose places accept only digits.
std::string match(const std::string& pattern, const std::string& text) {
    const auto parsed = Pattern::parse(pattern);
    if (!parsed) return parsed.error().message;
    const auto captures = parsed->match(same_words(text), [](Pattern::Place, std::string_view held) {
        return held.find_first_not_of("0123456789/") == std::string_view::npos;
    });
    if (!captures) return "no";
    std::string all = "yes";
    for (const auto& [place, held] : *captures) all += " " + std::string(print(place)) + "=" + held;
    return all;
}

TEST(Pattern, MatchesTheSameWordsHoweverTheyAreTyped) {
    EXPECT_EQ(match("Ref no.", "REF  No.*"), "yes");
    EXPECT_EQ(match("Year – end", "year - end†"), "yes");
    EXPECT_EQ(match("Ref", "Refs"), "no");
}

TEST(Pattern, MatchesAnythingForAStarAndAPlaceByItsMeaning) {
    EXPECT_EQ(match("Sub-total*", "Sub-total, north"), "yes");
    EXPECT_EQ(match("*total", "Sub-total, north"), "no");
    EXPECT_EQ(match("Target {year}", "Target 2024/25"), "yes year=2024/25");
    EXPECT_EQ(match("Target {year}", "Target next"), "no");
    EXPECT_EQ(match("*{quarter} (*) {year}", "Appendix 1: 2 (July) 24/25"), "yes quarter=2 year=24/25");
    EXPECT_EQ(match("{year} / {quarter}", "24 / 3"), "yes year=24 quarter=3");
}

TEST(Pattern, APlaceBeginsAndEndsWithAWord) {
    EXPECT_EQ(match("{year}", "2024x"), "no");
    EXPECT_EQ(match("q{quarter}", "q3"), "no");
}

TEST(Pattern, SaysWhichPlacesThereAre) {
    EXPECT_TRUE(match("{yaer}", "").starts_with("has a place {yaer} that is not known."));
    EXPECT_TRUE(match("Target {year", "").starts_with("has a place"));
}

// However many stars there are, the text is walked through once for each of them.
TEST(Pattern, AlwaysEndsSoon) {
    std::string pattern, text(290, 'a');
    for (int i = 0; i < 40; ++i) pattern += "*a*";
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_EQ(match(pattern + "b", text), "no");
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(2));
    EXPECT_EQ(match("*", std::string(301, 'a')), "no");
}

TEST(SameWords, AnAreaIsTheSameHoweverItsNameIsWritten) {
    EXPECT_EQ(same_area("St. Swithun’s & Quay"), same_area("Saint Swithuns and Quay"));
    EXPECT_EQ(same_area("Wenlow Borough Council"), same_area("WENLOW"));
    EXPECT_NE(same_area("Northgate"), same_area("Southgate"));
}

} // namespace
} // namespace qd::testing
