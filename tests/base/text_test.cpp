#include "base/text.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string encoded(char32_t point) {
    const auto byte = [](char32_t value) { return static_cast<char>(value); };
    if (point < 0x80) return {byte(point)};
    if (point < 0x800) return {byte(0xC0 | point >> 6), byte(0x80 | (point & 0x3F))};
    if (point < 0x10000)
        return {byte(0xE0 | point >> 12), byte(0x80 | (point >> 6 & 0x3F)), byte(0x80 | (point & 0x3F))};
    return {byte(0xF0 | point >> 18), byte(0x80 | (point >> 12 & 0x3F)), byte(0x80 | (point >> 6 & 0x3F)),
            byte(0x80 | (point & 0x3F))};
}

TEST(Text, EveryCodePointIsUtf8ButSurrogates) {
    for (char32_t point = 0; point < 0x120000; ++point) {
        const bool valid = (point < 0xD800 || point > 0xDFFF) && point < 0x110000;
        ASSERT_EQ(is_utf8(encoded(point)), valid) << static_cast<unsigned>(point);
    }
}

TEST(Text, RefusesWhatIsNotUtf8) {
    for (const std::string_view bytes :
         {"\xC0\x80", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xF0\x80\x80\xAF", "\xF0\x8F\xBF\xBF", // overlong
          "\x80", "\xBF", "a\xFF", "\xFE", "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80",                    // no lead
          "\xC2", "\xE2\x82", "\xF0\x9F\x98", "\xE2\x82 ",
          "\xA3"
          "5"}) // cut short; Windows-1252 for £5
        EXPECT_FALSE(is_utf8(bytes));
    EXPECT_TRUE(is_utf8(""));
    EXPECT_TRUE(is_utf8("£1,234 – “café”"));
}

TEST(Text, TrimsSpacesOfAllKinds) {
    EXPECT_EQ(trim("  a b\t\r\n"), "a b");
    EXPECT_EQ(trim("\xC2\xA0 \xC2\xA0x\xC2\xA0 "), "x");
    EXPECT_EQ(trim("\xC2\xA0"), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("£"), "£"); // its first byte is that of the no-break space
}

TEST(Text, SplitsAndJoins) {
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(split("", ','), std::vector<std::string>{});
    EXPECT_EQ(split(",", ','), (std::vector<std::string>{"", ""}));
    EXPECT_EQ(join({"a", "", "b"}, "; "), "a; ; b");
    EXPECT_EQ(join({}, "; "), "");
}

TEST(Text, ReplacesWithoutReadingItsOwnWriting) {
    EXPECT_EQ(replace_all("aXbX", "X", "XX"), "aXXbXX");
    EXPECT_EQ(replace_all("not_due", "_", " "), "not due");
}

TEST(Text, LowersAsciiOnly) { EXPECT_EQ(lower("Not DUE É"), "not due É"); }

TEST(Text, ShortensByCharacters) {
    EXPECT_EQ(shorten("“café”", 6), "“café”");
    EXPECT_EQ(shorten("“café”", 5), "“caf…");
    EXPECT_EQ(display_width(shorten(std::string(100, 'x'), 60)), 60u);
    EXPECT_EQ(display_width("£–é"), 3u);
}

TEST(Text, CountsInWords) {
    EXPECT_EQ(plural(1, "measure", "measures"), "1 measure");
    EXPECT_EQ(plural(0, "measure", "measures"), "0 measures");
    EXPECT_EQ(plural(35, "measure", "measures"), "35 measures");
}

TEST(Text, FindsTheWordThatWasMeant) {
    const std::vector<std::string> known{"numerator", "denominator", "value"};
    EXPECT_EQ(nearest("Numerater", known), "numerator");
    EXPECT_EQ(nearest("valeu", known), ""); // two changes are more than a third of five letters
    EXPECT_EQ(nearest("valu", known), "value");
    EXPECT_EQ(nearest("denomiator", known), "denominator");
    EXPECT_EQ(nearest("colour", known), "");
    EXPECT_EQ(nearest("", known), "");
    EXPECT_EQ(nearest(std::string(50'000'000, 'x'), known), ""); // at once
}

TEST(Text, ListsReadAsASentenceHasThem) {
    EXPECT_EQ(in_words({}), "");
    EXPECT_EQ(in_words({"6"}), "6");
    EXPECT_EQ(in_words({"6", "11"}), "6 and 11");
    EXPECT_EQ(in_words({"6", "11", "8"}), "6, 11 and 8");
}

TEST(Text, OnlyALetterIsCapitalised) {
    EXPECT_EQ(capitalised("month"), "Month");
    EXPECT_EQ(capitalised("19"), "19");
    EXPECT_EQ(capitalised("élan"), "élan");
    EXPECT_EQ(capitalised(""), "");
}

TEST(Text, TheNearestIsNamedOrWhatElseToDo) {
    EXPECT_EQ(did_you_mean("ESV", {"BSL", "ESF"}, "List them."), "Did you mean ESF?");
    EXPECT_EQ(did_you_mean("unheard of", {"BSL", "ESF"}, "List them."), "List them.");
    EXPECT_EQ(did_you_mean("ESV", {}), "");
}

TEST(Text, WhatIsAbsentIsToldWithTheNearest) {
    const Error error = absent("programme", "ESV", {"BSL", "ESF"}, "List them.");
    EXPECT_EQ(error.fault(), Fault::absent);
    EXPECT_STREQ(error.what(), "There is no programme ESV. Did you mean ESF?");
    EXPECT_STREQ(absent("meeting", std::string(90, 'x'), {}).what(),
                 ("There is no meeting " + std::string(63, 'x') + "….").c_str());
}

} // namespace
} // namespace qd
