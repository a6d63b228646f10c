#include "web/markdown.hpp"

#include <gtest/gtest.h>

namespace qd::web {
namespace {

TEST(Markdown, BecomesHtml) {
    EXPECT_EQ(markdown_to_html("Two *words*.\n\n- one\n- two", 3),
              "<p>Two <em>words</em>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n");
    EXPECT_NE(markdown_to_html("| a | b |\n|---|---|\n| 1 | 2 |", 3).find("<table>"), std::string::npos);
}

TEST(Markdown, StartsItsHeadingsWhereThePageIs) {
    EXPECT_EQ(markdown_to_html("# A\n\n## B\n\n### C", 3), "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n");
    EXPECT_EQ(markdown_to_html("## A\n\n###### B", 4), "<h4>A</h4>\n<h6>B</h6>\n");
}

TEST(Markdown, LeavesOutHtmlAndLinksThatRun) {
    for (const char* hostile :
         {"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[x](javascript:alert(1))",
          "[x](data:text/html,<script>)", "![x](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>"}) {
        const std::string html = markdown_to_html(hostile, 3);
        EXPECT_EQ(html.find("<script"), std::string::npos) << html;
        EXPECT_EQ(html.find("onerror=alert(1)>"), std::string::npos) << html;
        EXPECT_EQ(html.find("javascript:"), std::string::npos) << html;
    }
}

} // namespace
} // namespace qd::web
