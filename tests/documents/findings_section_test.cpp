#include "documents/sections/findings_section.hpp"

#include "documents/formats/html.hpp"
#include "domain/finding_catalogue.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Finding missing(int number) {
    return {warning("value-missing"), {}, "Measure " + std::to_string(number), "No figure was handed in."};
}

std::string written(int count) {
    Findings findings;
    for (int i = 1; i <= count; ++i) findings.push_back(missing(i));
    Document document;
    write_findings(document.blocks, findings);
    return to_html(document);
}

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

TEST(FindingsSection, ShowsAFewOfAKindInFull) {
    const std::string html = written(4);
    EXPECT_EQ(times(html, "No figure was handed in."), 4u);
    EXPECT_EQ(html.find("of the same kind"), std::string::npos);
}

TEST(FindingsSection, NamesWhereTheOthersOfManyAre) {
    const std::string html = written(40);
    EXPECT_EQ(times(html, "No figure was handed in."), 3u);
    EXPECT_NE(html.find("37 more findings of the same kind, among them Measure 4; "), std::string::npos) << html;
    EXPECT_NE(html.find("40 warnings"), std::string::npos) << "all are counted";
}

} // namespace
} // namespace qd
