#include "documents/formats/html.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/golden.hpp"
#include "charts/markup.hpp"
#include "charts/samples.hpp"
#include "documents/composed.hpp"
#include "documents/document_template.hpp"
#include "documents/every_kind.hpp"
#include "documents/lancashire.hpp"
#include "documents/phrases.hpp"

#include <algorithm>
#include <sstream>

namespace qd {
namespace {

std::vector<std::string> every_page() {
    return {to_html(test::every_kind()), to_html(test::composed(test::small_lancashire().report())),
            to_html(test::composed(test::small_chorley().report()))};
}

TEST(Html, WritesEveryKindOfBlock) {
    test::expect_golden(article_html(test::every_kind()), "documents/golden/every-kind.html");
}

TEST(Html, IsWellFormedWithUniqueIds) {
    for (const std::string& page : every_page()) {
        const test::MarkupReport report = test::read_markup(page);
        EXPECT_TRUE(report.faults.empty()) << report.faults.front();
    }
}

TEST(Html, CarriesNoScriptNoStyleAttributeAndFetchesNothing) {
    for (const std::string& page : every_page()) {
        const test::MarkupReport report = test::read_markup(page);
        for (const char* tag : {"script", "link", "img", "iframe", "object", "base"})
            EXPECT_EQ(std::ranges::count(report.tags, tag), 0) << tag;
        EXPECT_EQ(std::ranges::count(report.tags, "style"), 1);
        for (const std::string& attribute : report.attributes) {
            EXPECT_FALSE(attribute.ends_with(" style")) << attribute;
            EXPECT_EQ(attribute.find(" on"), std::string::npos) << attribute;
            EXPECT_FALSE(attribute.ends_with(" src")) << attribute;
        }
        EXPECT_EQ(page.find("url("), std::string::npos);
        EXPECT_EQ(page.find("@import"), std::string::npos);
    }
}

TEST(Html, HasOneTitleAndHeadingsWithoutLeaps) {
    for (const std::string& page : every_page()) {
        const test::MarkupReport report = test::read_markup(page);
        EXPECT_EQ(std::ranges::count(report.tags, "h1"), 1);
        EXPECT_EQ(std::ranges::count(report.tags, "main"), 1);
        EXPECT_NE(page.find("<html lang=\"en-GB\">"), std::string::npos);
        EXPECT_NE(page.find("<a class=\"skip\" href=\"#main\">"), std::string::npos);
        int before = 1;
        for (const std::string& tag : report.tags)
            if (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') {
                EXPECT_LE(tag[1] - '0', before + 1) << "a heading leaps";
                before = tag[1] - '0';
            }
    }
}

// What is between `open` and `close`, each time.
std::vector<std::string> between(const std::string& text, const std::string& open, const std::string& close) {
    std::vector<std::string> out;
    for (auto at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        at += open.size();
        out.push_back(text.substr(at, text.find(close, at) - at));
    }
    return out;
}

TEST(Html, LeavesNoTableCellEmptyAndHeadsEveryRow) {
    for (const std::string& page : every_page()) {
        for (const char* tag : {"td", "th", "dd", "li", "dt"})
            for (const std::string& cell : between(page, std::string("<") + tag, std::string("</") + tag)) {
                if (!cell.starts_with('>') && !cell.starts_with(' ')) continue; // <thead, <details
                EXPECT_FALSE(trim(std::string_view(cell).substr(cell.find('>') + 1)).empty()) << tag << cell;
            }
        // A second row of headings, and one headed by a cell that reaches down to it.
        const std::size_t more = page.find("A merged table") == std::string::npos ? 0 : 2;
        EXPECT_EQ(test::count_of(page, "<tr"), test::count_of(page, "scope=\"row\"") +
                                                   test::count_of(page, "scope=\"rowgroup\"") +
                                                   test::count_of(page, "<thead") + more);
    }
}

TEST(Html, EveryFigureHasCaptionSummaryAndTable) {
    for (const std::string& page : every_page()) {
        const auto figures = test::count_of(page, "<figure>");
        EXPECT_EQ(test::count_of(page, "<figcaption>"), figures);
        EXPECT_EQ(test::count_of(page, "<details><summary>The figures in this chart"), figures);
        EXPECT_EQ(test::count_of(page, "role=\"img\""), 2 * figures);
    }
}

// The style sheet knows every class that is written.
TEST(Html, UsesOnlyClassesOfTheStyleSheet) {
    const std::string css(document_stylesheet());
    for (const std::string& page : every_page())
        for (const std::string& classes : between(page, "class=\"", "\"")) {
            std::istringstream words(classes);
            for (std::string word; words >> word;)
                EXPECT_NE(css.find("." + word), std::string::npos) << "no rule for class " << word;
        }
}

TEST(Html, CanLinkItsStyleSheetInstead) {
    const std::string page = to_html(test::every_kind(), "/assets/paper.css");
    EXPECT_NE(page.find("<link rel=\"stylesheet\" href=\"/assets/paper.css\">"), std::string::npos);
    EXPECT_EQ(page.find("<style>"), std::string::npos);
}

TEST(Html, WritesLargeTables) {
    constexpr std::size_t rows = 100'000; // hours, not a second, if a row cost as much as there are rows before it
    Table table;
    table.columns = {{"A"}, {"B", Align::right}};
    RowGroup& group = table.groups.emplace_back();
    for (std::size_t i = 0; i < rows; ++i) group.rows.push_back({{cell(plain("row")), cell(plain(std::to_string(i)))}});
    Document document;
    document.blocks = {{table}};
    EXPECT_EQ(test::count_of(to_html(document), "<td "), rows);
}

TEST(Html, EscapesTitles) {
    EXPECT_NE(to_html(test::every_kind())
                  .find("<title>Every kind of &lt;block&gt; &amp; &quot;span&quot; – A council</title>"),
              std::string::npos);
}

TEST(DocumentTemplate, IsRefusedByNameWhenAbsent) { EXPECT_THROW(document_template("nothing.css"), Error); }

} // namespace
} // namespace qd
