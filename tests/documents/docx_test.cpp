#include "documents/formats/docx.hpp"

#include "base/text.hpp"
#include "charts/markup.hpp"
#include "documents/composed.hpp"
#include "documents/every_kind.hpp"
#include "documents/formats/package.hpp"
#include "documents/lancashire.hpp"
#include "documents/with_programs.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace qd {
namespace {

std::string part_of(const std::string& docx, std::string_view path) {
    for (const PackagePart& part : unpack(docx, "The document"))
        if (part.path == path) return part.bytes;
    return "";
}

TEST(Docx, HasRealStylesTablesAndNotes) {
    const std::string docx = to_docx(test::every_kind());
    const std::string xml = part_of(docx, "word/document.xml");
    for (const char* style :
         {"Title", "Heading1", "Masthead", "Fact", "NumberedParagraph", "Foot", "StatusRed", "Quiet"})
        EXPECT_NE(xml.find("w:val=\"" + std::string(style) + "\""), std::string::npos) << style;
    EXPECT_NE(xml.find("<w:tblHeader "), std::string::npos);
    EXPECT_EQ(test::count_of(xml, "<w:tblHeader "), 3U); // of a table with one row of headings, and one with two
    EXPECT_EQ(test::count_of(xml, "<w:gridSpan w:val=\"2\""), 3U); // the group, the headings in common, the gap
    EXPECT_EQ(test::count_of(xml, "<w:vMerge w:val=\"restart\""), 3U);
    EXPECT_EQ(test::count_of(xml, "w:firstColumn=\"1\""), 2U);
    EXPECT_NE(xml.find("w:anchor=\"scorecard\""), std::string::npos);
    EXPECT_EQ(test::count_of(xml, "<w:br w:type=\"page\"/>"), 1U); // a break before a part is that of the part
    EXPECT_NE(part_of(docx, "word/footnotes.xml").find("As at 31 December."), std::string::npos);
    EXPECT_NE(part_of(docx, "word/numbering.xml").find("lowerRoman"), std::string::npos);
    EXPECT_NE(part_of(docx, "docProps/core.xml").find("Every kind of &lt;block&gt;"), std::string::npos);
    EXPECT_NE(part_of(docx, "word/styles.xml").find("w:eastAsia=\"en-GB\" w:val=\"en-GB\""), std::string::npos);
    EXPECT_NE(part_of(docx, "word/settings.xml").find("w:themeFontLang w:val=\"en-GB\""), std::string::npos);
    EXPECT_NE(part_of(docx, "word/footer1.xml").find("NUMPAGES"), std::string::npos);
}

TEST(Docx, IsWellFormedInEveryPart) {
    for (const PackagePart& part : unpack(to_docx(test::every_kind()), "The document")) {
        if (!part.path.ends_with(".xml") && !part.path.ends_with(".rels")) continue;
        const std::string said = test::told_by(
            "/usr/bin/python3", {"-c", "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", "FILE"}, part.bytes);
        EXPECT_EQ(said, "") << part.path;
    }
}

TEST(Docx, ContainsEachChartAsPictureAndAsDrawingWithItsWords) {
    const std::string docx = to_docx(test::composed(test::small_lancashire().report()));
    const std::string xml = part_of(docx, "word/document.xml"),
                      relations = part_of(docx, "word/_rels/document.xml.rels");
    const std::size_t pictures = test::count_of(xml, "<w:drawing>");
    EXPECT_GE(pictures, 2U);
    EXPECT_EQ(test::count_of(xml, "<asvg:svgBlip "), pictures);
    EXPECT_EQ(test::count_of(xml, "<wp:docPr descr=\"\""), 0U);
    EXPECT_EQ(test::count_of(relations, ".png\""), pictures);
    for (const PackagePart& part : unpack(docx, "The document")) {
        if (!part.path.starts_with("word/media/")) continue;
        EXPECT_NE(relations.find("Target=\"" + part.path.substr(5) + "\""), std::string::npos) << part.path;
    }
    EXPECT_NE(part_of(docx, "[Content_Types].xml").find("image/svg+xml"), std::string::npos);
}

TEST(Docx, IsTheSameForTheSameDocument) {
    const Document document = test::composed(test::small_lancashire().report());
    EXPECT_EQ(to_docx(document), to_docx(document));
}

TEST(Docx, TakesTheStylesOfAnotherDocument) {
    std::vector<PackagePart> parts = unpack(reference_docx(), "Ours");
    for (PackagePart& part : parts)
        if (part.path == "word/styles.xml") part.bytes = replace_all(part.bytes, "\"Arial\"", "\"Gill Sans\"");
    const std::string docx = to_docx(test::every_kind(), pack(parts));
    EXPECT_NE(part_of(docx, "word/styles.xml").find("Gill Sans"), std::string::npos);
    EXPECT_EQ(part_of(docx, "word/styles.xml").find("\"Arial\""), std::string::npos);
}

TEST(Docx, RefusesAReferenceThatIsNotADocument) {
    for (const std::string& bytes : {std::string("no archive"), pack({{"word/document.xml", "<w/>"}})}) {
        try {
            to_docx(test::every_kind(), bytes);
            FAIL() << "took it";
        } catch (const Error& error) {
            EXPECT_EQ(error.fault(), Fault::request);
            EXPECT_TRUE(std::string(error.what()).starts_with("The reference document is not ")) << error.what();
        }
    }
}

TEST(Docx, NamesThePackagesWhereTheProgramsAreAbsent) {
    const test::NoPrograms none;
    try {
        to_docx(test::every_kind());
        FAIL() << "made a document without a program";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::outage);
        EXPECT_NE(std::string(error.what()).find("apt install pandoc librsvg2-bin"), std::string::npos) << error.what();
    }
}

TEST(Package, PacksAndUnpacks) {
    const std::vector<PackagePart> parts = {{"a.xml", "<a/>"}, {"b/ü.bin", std::string(100'000, '\0')}, {"empty", ""}};
    const std::string bytes = pack(parts);
    EXPECT_EQ(bytes, pack(parts));
    const std::vector<PackagePart> back = unpack(bytes, "It");
    ASSERT_EQ(back.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(back[i].path, parts[i].path);
        EXPECT_EQ(back[i].bytes, parts[i].bytes);
    }
    EXPECT_THROW(unpack(bytes.substr(0, bytes.size() / 2), "It"), Error);
}

} // namespace
} // namespace qd
