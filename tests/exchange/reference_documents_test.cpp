#include "exchange/sample.hpp"

namespace qd::testing {
namespace {

const std::string docx = std::string("PK\x03\x04 word/document.xml word/styles.xml \0\xff\r\n", 48);

Files with_reference(const std::string& settings, const std::string& bytes = docx) {
    Files files = sample();
    for (auto& [path, text] : files)
        if (path == "council.toml") text += settings;
    files.emplace_back("templates/reference.docx", bytes);
    return files;
}

TEST(ReferenceDocuments, ComeBackToTheByteFromFoldersAndWorkbooks) {
    const auto reading = read_files(with_reference("[documents]\nreference = \"templates/reference.docx\"\n"));
    ASSERT_TRUE(reading) << print(reading.error().front());
    EXPECT_EQ(reading->content.settings.reference_document, "reference.docx");
    ASSERT_EQ(reading->content.reference_documents.size(), 1u);
    EXPECT_EQ(reading->content.reference_documents[0].bytes, docx);
    const auto files = to_files(reading->content, *reading->settings_text);
    EXPECT_EQ(file_in(files, "templates/reference.docx"), docx);
    TemporaryFolder folder;
    write_workbook(files, folder.path() / "council.xlsx");
    const auto again = read_source(folder.path() / "council.xlsx", Content());
    ASSERT_TRUE(again) << print(again.error().front());
    EXPECT_EQ(again->content.reference_documents, reading->content.reference_documents);
}

TEST(ReferenceDocuments, AreThereWhereTheSettingsNameThem) {
    const auto told = [](const Files& files, const Content& known = Content()) {
        TemporaryFolder folder;
        for (const auto& [path, text] : files) folder.with(path, text);
        const auto reading = read_source(folder.path(), known);
        return reading ? std::string("taken") : print(reading.error().front());
    };
    Files without = with_reference("[documents]\nreference = \"templates/reference.docx\"\n");
    without.pop_back();
    EXPECT_NE(told(without).find("is not there. Put the Word document there"), std::string::npos) << told(without);
    Content known;
    known.reference_documents.push_back({"reference.docx", docx});
    EXPECT_EQ(told(without, known), "taken");
    EXPECT_NE(
        told(with_reference("[documents]\nreference = \"../reference.docx\"\n")).find("is not a Word document in"),
        std::string::npos);
    for (const char* bytes : {"", "PK\x03\x04 word/document.xml", "<html>word/document.xml word/styles.xml"})
        EXPECT_NE(told(with_reference("", bytes)).find("It is not a Word document (.docx)."), std::string::npos)
            << bytes;
    Files named = with_reference("");
    named.back().first = "templates/re ference.docx";
    EXPECT_NE(told(named).find("Rename it"), std::string::npos);
}

} // namespace
} // namespace qd::testing
