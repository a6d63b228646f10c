#include "domain/tolerance.hpp"

#include "domain/margin.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

using Kind = Tolerance::Kind;
using Sign = CutOff::Sign;

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }
std::string canonical(std::string_view text) {
    const auto tolerance = Tolerance::parse(text);
    return tolerance ? print(*tolerance) : "refused: " + tolerance.error();
}
std::string refusal(std::string_view text) {
    const auto tolerance = Tolerance::parse(text);
    return tolerance ? "understood as " + print(*tolerance) : tolerance.error();
}

TEST(Tolerance, IsRelativeInPointsOrNone) {
    EXPECT_EQ(Tolerance::parse("5%"), (Tolerance{Kind::relative, Decimal{5}, {}, {}}));
    EXPECT_EQ(Tolerance::parse(" 2.5 % "), (Tolerance{Kind::relative, number("2.5"), {}, {}}));
    EXPECT_EQ(Tolerance::parse("2 points"), (Tolerance{Kind::points, Decimal{2}, {}, {}}));
    EXPECT_EQ(Tolerance::parse("1 Point"), (Tolerance{Kind::points, Decimal{1}, {}, {}}));
    EXPECT_EQ(Tolerance::parse("None"), Tolerance{});
}

TEST(Tolerance, IsACutOffForEachStatus) {
    const Tolerance expected{
        Kind::cut_offs, {}, {{"green", Sign::at_least, Decimal{55}}, {"amber", Sign::at_least, Decimal{40}}}, "red"};
    EXPECT_EQ(Tolerance::parse("green >= 55; amber >= 40; red otherwise"), expected);
    EXPECT_EQ(Tolerance::parse("Green >=55, Amber>=40, Red <40"), expected) << "the rest may be spelt out";
    EXPECT_EQ(Tolerance::parse("green ≥ 55; amber ≥ 40"), expected) << "red is what is left where nothing is said";
    EXPECT_EQ(Tolerance::parse("green >= 55; amber >= 40; red otherwise;"), expected);
}

TEST(Tolerance, PrintAndParseAreAPair) {
    for (const char* text :
         {"none", "5%", "0%", "2.5%", "1 point", "2 points", "0.5 points", "green >= 55; red otherwise",
          "green >= 55; amber >= 40; red otherwise", "green <= 9; amber <= 9.5; red otherwise",
          "green < 9; amber <= 9; red otherwise", "red > 10; amber > 5; green otherwise",
          "blue > 70; blue-ish >= 70; green >= 55; amber >= -40.5; red otherwise"}) {
        const auto tolerance = Tolerance::parse(text);
        ASSERT_TRUE(tolerance) << text << ": " << tolerance.error();
        EXPECT_EQ(print(*tolerance), text);
        EXPECT_EQ(Tolerance::parse(print(*tolerance)), tolerance);
    }
    EXPECT_EQ(canonical("Not Started <= 0; Amber <= 50; Green Otherwise"),
              "not_started <= 0; amber <= 50; green otherwise");
    EXPECT_EQ(canonical("Exceeding > 60; green >= 55"), "Exceeding > 60; green >= 55; red otherwise");
}

// As published by a council in its list of indicators: what of 52?
TEST(Tolerance, RefusesAPublishedGap) {
    EXPECT_EQ(refusal("Green >=55, Amber <=50, Red <40"),
              "“green >= 55” and “amber <= 50” leave a gap: nothing covers values between 50 and 55. "
              "Write them like “green >= 55; amber >= 40; red otherwise”.");
}

TEST(Tolerance, NamesGapsAndOverlaps) {
    const auto says = [](std::string_view text, std::string_view what) {
        EXPECT_NE(refusal(text).find(what), std::string::npos) << text << ": " << refusal(text);
    };
    says("green > 55; red < 55", "leave a gap: nothing covers 55");
    says("green >= 55; red <= 55", "overlap: both cover 55");
    says("green >= 55; red < 60", "overlap: both cover values between 55 and 60");
    says("green <= 5; red > 7", "leave a gap: nothing covers values between 5 and 7");
    says("complete >= 100; not_started <= 0; red otherwise", "leave a gap: nothing covers values between 0 and 100");
    says("green <= 5; red > 5; amber > 7", "leave nothing for what follows");
    says("green >= 55; amber >= 60", "“amber >= 60” overlaps “green >= 55”");
    says("green >= 55; amber > 55", "“amber > 55” overlaps “green >= 55”");
    says("green >= 55; amber >= 55", "“amber >= 55” overlaps “green >= 55”");
    says("green <= 5; amber <= 4", "“amber <= 4” overlaps “green <= 5”");
}

TEST(Tolerance, RefusesWhatItCannotRead) {
    const auto says = [](std::string_view text, std::string_view what) {
        EXPECT_NE(refusal(text).find(what), std::string::npos) << text << ": " << refusal(text);
    };
    says("", "is not a tolerance");
    says("about 5", "is not a tolerance");
    says("5", "Write “5%”, “2 points”, “none”");
    says("-5%", "is not a tolerance");
    says("5 %%", "is not a tolerance");
    says("green >= 1,000; amber >= 900", "“1,000” in “green >= 1,000” is not a number");
    says("green >= 55%", "is not a number");
    says("green >= ", "is not a number");
    says(">= 55; amber >= 40", "names no status");
    says("green; amber >= 40", "“green” is not a cut-off");
    says("green >= 55; red otherwise; amber >= 40", "“red otherwise” must come last");
    says("red otherwise;", "There is no cut-off");
    says("; ; ", "is not a cut-off");
    says("green >= 55; green >= 40", "“green” covers more than one range");
    says("red > 10; amber > 5", "“red” covers more than one range");
    says("green >= 55; amber >= 40; amber otherwise", "“amber” covers more than one range");
}

TEST(Margin, PrintAndParseAreAPair) {
    for (const char* text : {"5%", "0.5%", "1 point", "2 points", "0 points"})
        EXPECT_EQ(print(Margin::parse(text).value()), text);
    EXPECT_EQ(Margin::parse("5 %")->unit, Margin::Unit::percent);
    EXPECT_EQ(print(Margin::parse("1.0 points").value()), "1 point");
    EXPECT_EQ(Margin::parse("-5%").error(),
              "“-5%” is below zero. Leave out the minus sign: the measure says which way is good.");
    for (const char* text : {"", "%", "5", "points", "5 %%", "5 point s", "5..0%", "1,000 points", "5 per cent"})
        EXPECT_FALSE(Margin::parse(text)) << text;
}

} // namespace
} // namespace qd
