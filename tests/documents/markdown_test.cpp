#include "documents/markdown.hpp"

#include "charts/markup.hpp"
#include "documents/formats/html_writer.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string html(std::string_view text, int level = 3) {
    HtmlWriter writer;
    return writer.write(from_markdown(text, level));
}

TEST(Markdown, BecomesBlocks) {
    EXPECT_EQ(html("Some *soft* and **hard**\nwords.\n\n- one\n- two\n\n1. first\n\n---\n"),
              "<p>Some <em>soft</em> and <strong>hard</strong> "
              "words.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ol>\n<li>first</li>\n</ol>\n<hr>\n");
}

TEST(Markdown, ShiftsHeadingsAndNeverLeaps) {
    EXPECT_EQ(html("## A\n\n#### B\n\n## C\n", 5), "<h5 id=\"a\">A</h5>\n<h6 id=\"b\">B</h6>\n<h5 id=\"c\">C</h5>\n");
    EXPECT_EQ(html("# A\n\n### B\n", 3), "<h3 id=\"a\">A</h3>\n<h4 id=\"b\">B</h4>\n");
}

TEST(Markdown, ShowsHtmlAsTheTextItIs) {
    EXPECT_EQ(html("<script>alert(1)</script>\n"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n");
    EXPECT_EQ(html("a <b onclick=\"x\">b</b>\n"), "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n");
}

TEST(Markdown, KeepsOnlyLinksThatAreSafe) {
    EXPECT_EQ(html("[site](https://example.org/?a=1&b=2)"),
              "<p><a href=\"https://example.org/?a=1&amp;b=2\">site</a></p>\n");
    EXPECT_EQ(html("[bad](javascript:alert(1)) ![a chart](https://example.org/x.png)"), "<p>bad a chart</p>\n");
}

TEST(Markdown, TablesKeepTheirShape) {
    const std::string table = html("| Action | Number |\n|---|---:|\n| Reviews | 12 |\n| Visits | |\n");
    EXPECT_TRUE(test::read_markup(table).faults.empty()) << table;
    EXPECT_NE(table.find("<th scope=\"col\" role=\"columnheader\" class=\"num\">Number</th>"), std::string::npos);
    EXPECT_NE(table.find("<span class=\"quiet\">none</span>"), std::string::npos);
}

TEST(Markdown, SurvivesAnything) {
    for (const char* text : {"", "\xFF\xFE", "[", "![](", "| a |\n|---|", "> > > deep\n", "```\ncode <x>\n```\n",
                             "*a **b* c**", "&amp; & &#0;", "\x01"}) {
        const std::string out = html(text);
        EXPECT_TRUE(test::read_markup(out).faults.empty()) << text << "\n" << out;
    }
    const std::string deep = std::string(20000, '>') + " x";
    EXPECT_FALSE(html(deep).empty());
}

// An older store may contain it: its words are shown, and quickly.
TEST(Markdown, WhatTakesTooLongToReadIsShownAsItsWords) {
    std::string marks;
    for (int i = 0; i < 100'000; ++i) marks += "![[]()";
    const Blocks blocks = from_markdown("# One\n\n" + marks + "\n\n\n<b>two</b>\n", 2);
    ASSERT_EQ(blocks.size(), 3u);
    const std::vector<std::string> words{"# One", marks, "<b>two</b>"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
        ASSERT_NE(paragraph, nullptr);
        ASSERT_EQ(paragraph->spans.size(), 1u);
        EXPECT_EQ(std::get<Text>(paragraph->spans[0]).words, words[i]);
    }
}

TEST(Markdown, FlattensIntoSpans) {
    HtmlWriter writer;
    EXPECT_EQ(writer.write(spans_from_markdown("One.\n\n- **two**\n- three\n")),
              "One.<br><strong>two</strong><br>three");
    EXPECT_TRUE(spans_from_markdown("").empty());
}

} // namespace
} // namespace qd
