#include "web/markdown.hpp"

#include <gtest/gtest.h>

namespace qd::web {
namespace {

TEST(Markdown, BecomesHtml) {
    const std::string html = markdown_to_html("Two *words*.\n\n- one\n- two", 3);
    EXPECT_NE(html.find("<em>words</em>"), std::string::npos) << html;
    EXPECT_NE(html.find("<li>"), std::string::npos) << html;
}

TEST(Markdown, StartsItsHeadingsWhereThePageIs) {
    const std::string html = markdown_to_html("# A\n\n## B", 3);
    EXPECT_NE(html.find("<h3"), std::string::npos) << html;
    EXPECT_NE(html.find("<h4"), std::string::npos) << html;
    EXPECT_EQ(html.find("<h1"), std::string::npos) << html;
}

TEST(Markdown, RunsNothing) {
    for (const char* hostile :
         {"<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "[x](javascript:alert(1))",
          "[x](data:text/html,<script>)", "![x](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>"}) {
        const std::string html = markdown_to_html(hostile, 3);
        EXPECT_EQ(html.find("<script"), std::string::npos) << html;
        EXPECT_EQ(html.find("<img"), std::string::npos) << html;
        EXPECT_EQ(html.find("href=\"javascript"), std::string::npos) << html;
        EXPECT_EQ(html.find("href=\"data"), std::string::npos) << html;
    }
}

} // namespace
} // namespace qd::web
