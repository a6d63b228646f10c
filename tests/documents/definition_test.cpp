#include "documents/definition.hpp"

#include "documents/formats/html_writer.hpp"
#include "documents/phrases.hpp"

#include <gtest/gtest.h>

#include <map>

namespace qd {
namespace {

using Texts = std::map<std::string, std::string>;

DefinitionLines lines(const Texts& texts, const std::string& name = "main") {
    const FindDefinition find = [&](const std::string& wanted) -> std::optional<DefinitionBody> {
        const auto found = texts.find(wanted);
        if (found == texts.end()) return std::nullopt;
        return DefinitionBody{"reports/" + wanted + ".md", 5, found->second};
    };
    return lines_of(*find(name), name, find);
}

std::vector<std::string> told(const Findings& findings) {
    std::vector<std::string> out;
    for (const Finding& finding : findings)
        out.push_back(std::string(finding.code.text()) + " " + finding.place + ": " + finding.message);
    return out;
}

TEST(Definition, SplitsOutPlaceholders) {
    const DefinitionLines read =
        lines({{"main", "Of {{count red?}}, {{ measure  ASC1 actual }}.\n\\{{ is two braces\n"}});
    EXPECT_TRUE(read.findings.empty());
    const DefinitionLine& first = read.lines.at(0);
    ASSERT_EQ(first.parts.size(), 5u);
    const auto& count = std::get<Placeholder>(first.parts[1]);
    EXPECT_EQ(count.name, "count");
    EXPECT_EQ(count.arguments, std::vector<std::string>{"red"});
    EXPECT_TRUE(count.may_be_left_out);
    EXPECT_EQ(count.line, 5u);
    EXPECT_EQ(std::get<Placeholder>(first.parts[3]).arguments, (std::vector<std::string>{"ASC1", "actual"}));
    EXPECT_EQ(first.alone(), nullptr);
    EXPECT_EQ(std::get<std::string>(read.lines.at(1).parts.at(0)), "{{");
}

TEST(Definition, PutsIncludesInTheirPlace) {
    const DefinitionLines read = lines({{"main", "before\n{{include part}}\nafter\n"},
                                        {"part", "within {{period}}\n{{include deeper}}"},
                                        {"deeper", "deep"}});
    EXPECT_TRUE(read.findings.empty());
    std::vector<std::string> words;
    for (const DefinitionLine& line : read.lines)
        if (!line.parts.empty()) words.push_back(std::get<std::string>(line.parts[0]));
    EXPECT_EQ(words, (std::vector<std::string>{"before", "within ", "deep", "after"}));
    EXPECT_EQ(std::get<Placeholder>(read.lines.at(1).parts.at(1)).file, "reports/part.md");
}

TEST(Definition, ReportsEverythingWrongAtOnce) {
    const DefinitionLines read =
        lines({{"main", "{{include a}}\n{{include nowhere}}\n{{ open\n{{}}\nin {{include a}}\n{{include}}\n"},
               {"a", "{{include b}}"},
               {"b", "{{include a}}"}});
    EXPECT_EQ(
        told(read.findings),
        (std::vector<std::string>{
            "include-circular reports/b.md, line 5: The definitions include each other in a circle: “a” → “b” → “a”.",
            "include-unknown reports/main.md, line 6: There is no definition “nowhere” to include.",
            "placeholder-not-closed reports/main.md, line 7: A placeholder is opened with {{ and not closed on its "
            "line: “{{ open”.",
            "placeholder-not-closed reports/main.md, line 8: A placeholder {{ }} names nothing.",
            "placeholder-misplaced reports/main.md, line 9: {{include a}} is in the middle of a line.",
            "placeholder-arguments reports/main.md, line 10: {{include}} does not name one definition."}));
}

std::string html(const FilledText& text) {
    std::size_t misplaced = 0;
    HtmlWriter writer;
    return writer.write(text.blocks(misplaced));
}

TEST(FilledText, ReadsWhatPeopleWroteAsMarkdownAndFillingsNever) {
    FilledText text;
    text.add("# Of **");
    text.add(Spans{Text{"<b>& *stars* [x](https://x.example)", Voice::plain}});
    text.add("**\n\nIt is **");
    text.add(Spans{BoundFigure{"84.5%", "#source-asc1"}});
    text.add("**.\n\n| a | b |\n|---|---|\n| x | ");
    text.add(Spans{Text{"a|b", Voice::plain}});
    text.add(" |\n");
    const std::string out = html(text);
    EXPECT_NE(out.find("Of &lt;b&gt;&amp; *stars* [x](https://x.example)</h2>"), std::string::npos) << out;
    EXPECT_NE(out.find("<a class=\"bound\" href=\"#source-asc1\">84.5%</a>"), std::string::npos) << out;
    EXPECT_NE(out.find("a|b"), std::string::npos) << out;
}

TEST(FilledText, PutsBlocksWhereTheyAreAloneAndCountsTheOthers) {
    FilledText text;
    text.add("before\n\n");
    text.add(Blocks{paragraph("a block"), paragraph("another")});
    text.add("\n\n- in a list: ");
    text.add(Blocks{paragraph("nowhere")});
    text.add("\n");
    std::size_t misplaced = 0;
    const Blocks blocks = text.blocks(misplaced);
    EXPECT_EQ(blocks.size(), 4u);
    EXPECT_EQ(misplaced, 1u);
}

TEST(FilledText, LetsNobodyForgeAMark) {
    FilledText text;
    text.add("x \xEE\x80\x80"
             "0\xEE\x80\x81 y");
    text.add(Spans{Text{"filled", Voice::plain}});
    const std::string out = html(text);
    EXPECT_EQ(out.find("filled"), out.rfind("filled")) << out;
}

} // namespace
} // namespace qd
