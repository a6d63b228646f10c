#include "documents/formats/pdf.hpp"

#include "charts/markup.hpp"
#include "documents/composed.hpp"
#include "documents/every_kind.hpp"
#include "documents/lancashire.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "documents/with_programs.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const std::string python = "/usr/bin/python3";

std::string faults_of(const std::string& pdf) {
    return test::told_by(python, {"-B", "tests/documents/check_pdf.py", "FILE"}, pdf);
}

TEST(Pdf, IsTaggedAsPdfUaAsks) {
    for (const Document& document : {test::every_kind(), test::composed(test::small_lancashire().report()),
                                     test::composed(test::small_chorley().report())}) {
        const std::string said = faults_of(to_pdf(document));
        EXPECT_NE(said.find(": sound: "), std::string::npos) << said;
    }
}

TEST(Pdf, CheckFindsWhatIsNotTagged) {
    Document document = test::every_kind();
    std::string pdf = to_pdf(document);
    const std::size_t at = pdf.find("/StructTreeRoot ");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(faults_of(pdf.replace(at, 7, "/Strict")).find(": sound: "), std::string::npos);
}

TEST(Pdf, GivesTheStructureOfTablesPicturesAndNotes) {
    const std::string pdf = to_pdf(test::every_kind());
    const std::string structure = test::told_by("pdfinfo", {"-struct-text", "FILE"}, pdf);
    EXPECT_NE(structure.find("/ColSpan 2"), std::string::npos);
    EXPECT_NE(structure.find("/RowSpan 2"), std::string::npos);
    EXPECT_NE(structure.find("\"[note 1]\""), std::string::npos);
    EXPECT_NE(structure.find("/ListNumbering /LowerRoman"), std::string::npos);
    EXPECT_NE(structure.find("\"(i)\""), std::string::npos);
    const std::string report =
        test::told_by("pdfinfo", {"-struct", "FILE"}, to_pdf(test::composed(test::small_lancashire().report())));
    EXPECT_GE(test::count_of(report, "Figure"), 2U);
    EXPECT_GE(test::count_of(report, "/Scope /Row"), 3U);
}

TEST(Pdf, HasTitleLanguagePageNumbersAndBookmarks) {
    const std::string pdf = to_pdf(test::composed(test::small_lancashire().report()));
    const std::string about = test::told_by("pdfinfo", {"FILE"}, pdf);
    EXPECT_NE(about.find("Tagged:          yes"), std::string::npos) << about;
    EXPECT_NE(about.find("Page size:       595.276 x 841.89 pts (A4)"), std::string::npos) << about;
    EXPECT_NE(about.find("Title:           "), std::string::npos) << about;
    EXPECT_NE(pdf.find("/Lang (en-GB)"), std::string::npos);
    const std::string text = test::told_by("pdftotext", {"-layout", "FILE", "-"}, pdf);
    EXPECT_NE(text.find("Page 1 of "), std::string::npos);
    EXPECT_NE(text.find("Page 2 of "), std::string::npos);
    const std::string outline = test::told_by(python,
                                              {"-B", "-c",
                                               "import sys, pypdf\nfor entry in pypdf.PdfReader(sys.argv[1]).outline:\n"
                                               "    print(entry.title if not isinstance(entry, list) else len(entry))",
                                               "FILE"},
                                              pdf);
    EXPECT_TRUE(outline.starts_with("Purpose of the report\nExecutive summary\n")) << outline;
}

TEST(Pdf, IsTheSameForTheSameDocument) { EXPECT_EQ(to_pdf(test::every_kind()), to_pdf(test::every_kind())); }

TEST(Pdf, FetchesNothingAndShowsHostileTextAsText) {
    Document document;
    document.title = "<script>alert(1)</script>";
    document.blocks = from_markdown("<img src=\"file:///etc/passwd\"> ![p](file:///etc/passwd)\n\n"
                                    "<style>@import url(http://127.0.0.1:1/x)</style>\n\n"
                                    "<link rel=attachment href=\"file:///etc/hostname\">\n\n[x](javascript:alert(1))\n",
                                    2);
    document.blocks.push_back(heading(2, "</h2><a rel=attachment href=file:///etc/passwd>"));
    document.blocks.push_back(paragraph("\x01\x02 \xEF\xBF\xBE \xF3\xA0\x80\x81 \xE2\x80\xAE"));
    const std::string pdf = to_pdf(document);
    EXPECT_EQ(test::told_by("pdfdetach", {"-list", "FILE"}, pdf), "0 embedded files\n");
    EXPECT_EQ(test::told_by("pdfimages", {"-list", "FILE"}, pdf).find("image"), std::string::npos);
    const std::string text = test::told_by("pdftotext", {"FILE", "-"}, pdf);
    EXPECT_NE(text.find("<img src=\"file:///etc/passwd\">"), std::string::npos) << text;
    EXPECT_EQ(text.find("root:"), std::string::npos);
}

TEST(Pdf, NamesThePackageWhereTheProgramIsAbsent) {
    const test::NoPrograms none;
    try {
        to_pdf(test::every_kind());
        FAIL() << "made a PDF without a program";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::outage);
        EXPECT_NE(std::string(error.what()).find("apt install weasyprint"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace qd
