// Text by anyone, in every format: nothing in it acts, and nothing in it breaks a file.

#include "base/text.hpp"
#include "documents/definition.hpp"
#include "documents/formats/docx.hpp"
#include "documents/formats/html.hpp"
#include "documents/formats/package.hpp"
#include "documents/formats/pdf.hpp"
#include "documents/formats/xlsx.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "documents/with_programs.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const std::string words = std::string("\"'><script>alert(1)</script><img src=x onerror=alert(2)> ]]> &#0; ") + '\x01' +
                          '\x1b' + "\xE2\x80\xAEtxt.exe\xE2\x81\xA6 \xEF\xBF\xBF =cmd|' /C calc'!A0";

const std::string markdown =
    words + "\n\n<script>alert(3)</script>\n\n<div onclick=alert(4)>\n\n"
            "[a](javascript:alert(5)) [b](JaVaScRiPt:alert(6)) [c](data:text/html,<script>) "
            "[d](vbscript:x) [e](file:///etc/passwd) ![f](javascript:alert(7)) <javascript:alert(8)>\n\n"
            "[g]: javascript:alert(9)\n[g]\n\n| =1+1 | @SUM(A1) |\n|---|---|\n| +cmd | -2+3 |\n\n"
            "`<script>` ~~~\n<script>\n";

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

Document hostile() {
    Document document;
    document.title = document.organisation = document.foot = words;
    document.masthead = {{words}, {words}};
    document.facts.entries = {{words, plain(words)}};
    document.blocks = from_markdown(markdown, 2);
    document.blocks.push_back(heading(2, words));
    document.blocks.push_back(paragraph({Note{words}, Link{words, "https://example.org/?a=\"><script>"},
                                         StatusTag{Status::red, words}, Missing{"[x]", words}}));
    Table table;
    table.caption = words;
    table.columns = {{words}, {"=2+5"}};
    table.groups = {{words, {{{cell(plain(words)), cell(plain("=HYPERLINK(\"http://x\")"))}}}}};
    table.notes = {plain(words)};
    document.blocks.push_back({table});
    document.blocks.push_back({PackPart{words, "item-1", {{words}, {}}, {}, {paragraph(words)}, words}});
    return document;
}

void expect_harmless(const std::string& markup, const std::string& where) {
    for (const char* mark : {"<script", "<img src=x", "href=\"javascript", "href=\"data", "href=\"file", "href=\"vb",
                             "<div onclick", "\xE2\x80\xAE", "\xE2\x81\xA6", "\x01", "\x1b", "\xEF\xBF\xBF"})
        EXPECT_EQ(lower(markup).find(mark), std::string::npos) << mark << " in " << where;
}

TEST(Hostile, ActsInNoWebPage) {
    const std::string html = to_html(hostile());
    expect_harmless(html, "html");
    EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
}

TEST(Hostile, MakesAPdfWithoutScriptsOrForeignLinks) {
    const std::string pdf = to_pdf(hostile());
    ASSERT_TRUE(pdf.starts_with("%PDF"));
    const std::string scripts = test::told_by("pdfinfo", {"-js", "FILE"}, pdf),
                      links = test::told_by("pdfinfo", {"-url", "FILE"}, pdf);
    EXPECT_EQ(scripts.find("alert"), std::string::npos) << scripts;
    EXPECT_NE(links.find("https://example.org/"), std::string::npos) << links;
    EXPECT_EQ(lower(links).find("script:"), std::string::npos) << links;
    EXPECT_EQ(links.find("file:"), std::string::npos) << links;
}

TEST(Hostile, MakesASoundWordDocument) {
    for (const PackagePart& part : unpack(to_docx(hostile()), "The document")) {
        if (!part.path.ends_with(".xml") && !part.path.ends_with(".rels")) continue;
        expect_harmless(part.bytes, part.path);
        EXPECT_EQ(lower(part.bytes).find("target=\"javascript"), std::string::npos) << part.path;
        EXPECT_EQ(test::told_by("/usr/bin/python3",
                                {"-c", "import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])", "FILE"},
                                part.bytes),
                  "")
            << part.path;
    }
}

TEST(Hostile, MakesAWorkbookWithoutFormulas) {
    const std::string xlsx = to_xlsx(hostile());
    const std::string said =
        test::told_by("/usr/bin/python3", {"-B", "tests/documents/check_workbook.py", "FILE"}, xlsx, "book.xlsx");
    EXPECT_EQ(said.find("holds a formula"), std::string::npos) << said;
    EXPECT_NE(said.find("=cmd|' /C calc'!A0"), std::string::npos) << said;
    for (const PackagePart& part : unpack(xlsx, "The workbook")) {
        EXPECT_EQ(part.bytes.find("<f>"), std::string::npos) << part.path;
        EXPECT_EQ(part.bytes.find("\xE2\x80\xAE"), std::string::npos) << part.path;
    }
}

// Deeper, longer and wider than anybody writes: it ends, in every format, as text.
TEST(Hostile, EndsHoweverDeepOrLongTheText) {
    const std::string texts[] = {repeated("> ", 5'000) + "deep",
                                 repeated("- ", 5'000) + "deep",
                                 repeated("*a ", 5'000),
                                 repeated("[", 20'000) + "x" + repeated("](a)", 20'000),
                                 repeated("{{", 5'000),
                                 std::string(200'000, 'x'),
                                 "|" + repeated("a|", 200) + "\n|" + repeated("-|", 200) + "\n" +
                                     repeated("|" + repeated("1|", 200) + "\n", 20)};
    for (const std::string& text : texts) {
        Document document;
        document.title = "Long";
        document.blocks = from_markdown(text, 2);
        EXPECT_FALSE(document.blocks.empty());
        EXPECT_NE(to_html(document).find("</html>"), std::string::npos);
        EXPECT_TRUE(to_docx(document).starts_with("PK"));
    }
}

TEST(Hostile, WhatFillsAPlaceholderIsNeverReadAsMarkdown) {
    FilledText text;
    text.add("Before ");
    text.add(Filling(plain("**not strong** [x](javascript:alert(1)) <script> {{period}} \xEE\x80\x80"
                           "0\xEE\x80\x81")));
    std::size_t misplaced = 0;
    Document document;
    document.blocks = text.blocks(misplaced);
    EXPECT_NE(to_html(document).find("Before **not strong** [x](javascript:alert(1)) &lt;script&gt; {{period}}"),
              std::string::npos);
}

} // namespace
} // namespace qd
