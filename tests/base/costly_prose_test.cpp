#include "base/costly_prose.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

std::size_t line_of(const std::string& text) {
    const auto found = costly_prose(text);
    return found ? found->line : SIZE_MAX;
}

TEST(CostlyProse, WhatPeopleWriteIsTakenIn) {
    const std::string words = "The **first** of these, [the report](https://example.org/a_b), was `noted`. ";
    EXPECT_FALSE(costly_prose(""));
    EXPECT_FALSE(costly_prose("\n\n\n"));
    EXPECT_FALSE(costly_prose(times(100, words)));                     // a paragraph as long as a page
    EXPECT_FALSE(costly_prose(times(800, times(10, words) + "\n\n"))); // a paper
    EXPECT_FALSE(costly_prose(times(2'000, "- " + words + "\n")));     // a list, close together
    EXPECT_FALSE(costly_prose(times(200, "1. " + words + "\n")));
    EXPECT_FALSE(costly_prose("| a | b | c |\n|---|---|---|\n" + times(900, "| 1 | 2 | three |\n")));
    EXPECT_FALSE(costly_prose(times(1'000, "-") + "\n" + times(70, "=-") + "\n" + times(90, "* ")));
    EXPECT_FALSE(costly_prose(times(60, "See [a] and [b].\n\n") + "[a]: https://example.org/one\n[b]: /two\n"));
    EXPECT_FALSE(costly_prose("> > > quoted\n" + times(10, "   ") + "1. a\n" + times(300, " ") + "code"));
    EXPECT_FALSE(costly_prose(times(10'000, "plain words without an end ")));
}

TEST(CostlyProse, WhatWouldTakeLongIsNamedWithItsLine) {
    for (const std::string& passage :
         {times(100'000, "![[]()"), times(3'000, "[a](<b"), times(2'000, "a<?"), times(2'000, "a<![CDATA[\n"),
          times(9'000, "*a_ "), times(30'000, "`a``"),
          times(2'000, "|a") + "\n" + times(2'000, "|-") + "\n" + times(2'000, "|a\n"), times(100, "> ") + "a",
          times(40, "- ") + "a", times(40, "1. ") + "a", times(80, "  ") + "- a"}) {
        EXPECT_EQ(line_of(passage), 1u) << passage.substr(0, 20);
        EXPECT_EQ(line_of("Some words.\n\n" + passage), 3u) << passage.substr(0, 20);
    }
    EXPECT_EQ(line_of(times(15'000, "[a]\n\n") + "[a]: https://example.org/" + times(2'000, "x")), 30'001u);
    EXPECT_EQ(line_of(times(2 << 20, "x")), 0u);
}

} // namespace
} // namespace qd
