#include "web/templates.hpp"

#include "documents/embedded_templates.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace qd::web {
namespace {

Fields error_page_fields() {
    return Fields{}
        .text("title", "T")
        .text("message", "M")
        .none("reference")
        .text("home", "/")
        .text("scorecard", "/scorecard");
}

TEST(Templates, EscapeWhatTheyAreFilledWith) {
    const std::string html =
        render("error", error_page_fields().text("message", "<script>alert(\"1\")</script> & 'x'"));
    EXPECT_EQ(html.find("<script>"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &apos;x&apos;"), std::string::npos)
        << html;
}

TEST(Templates, LeaveOutWhatIsEmpty) {
    EXPECT_EQ(render("error", error_page_fields()).find("Reference"), std::string::npos);
    EXPECT_NE(render("error", error_page_fields().text("reference", "abc")).find("Reference"), std::string::npos);
}

TEST(Templates, FailForANameThatIsNotSet) {
    EXPECT_THROW(render("error", Fields{}.text("title", "T")), std::logic_error);
    EXPECT_THROW(render("no such template", Fields{}), std::logic_error);
}

// Braces of three take what they are given unescaped, so each use of them is a decision written down here.
TEST(Templates, UnescapedAreOnlyChartsAndWhatIsHtmlAlready) {
    const std::vector<std::string> allowed = {"main",           "svg",          "svg_narrow",     "trend",
                                              "status_grid",    "outlook_grid", "paper",          "causes",
                                              "narrative_html", "achievements", "variation_icon", "assurance_icon",
                                              "minutes_html",   "shape_svg"};
    for (const Asset& asset : embedded_templates::all()) {
        if (!asset.path.starts_with("pages/")) continue;
        const std::string text{asset.bytes};
        EXPECT_EQ(text.find("{{&"), std::string::npos) << asset.path;
        EXPECT_EQ(text.find(" style=\""), std::string::npos)
            << asset.path << ": the content security policy allows no style attribute";
        EXPECT_EQ(text.find(" onclick"), std::string::npos) << asset.path;
        for (std::size_t at = 0; (at = text.find("{{{", at)) != std::string::npos; at += 3) {
            const std::string name = text.substr(at + 3, text.find("}}}", at) - at - 3);
            EXPECT_NE(std::ranges::find(allowed, name), allowed.end()) << asset.path << ": {{{" << name << "}}}";
        }
    }
}

} // namespace
} // namespace qd::web
