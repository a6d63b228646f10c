#include "exchange/workbook/convert_workbook.hpp"

#include "exchange/made_workbook.hpp"
#include "exchange/sample.hpp"

#include <cstdlib>

namespace qd::testing {
namespace {

const std::string sheet_kind = "application/vnd.oasis.opendocument.spreadsheet",
                  old("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

// As old workbooks name what is in them: two bytes a letter.
std::string wide(const std::string& text) {
    std::string out;
    for (const char c : text) (out += c) += '\0';
    return out;
}

std::string problem_of(const std::string& name, const std::string& bytes) {
    const auto converted = converted_workbook({name, bytes, {}});
    return converted ? "converted" : converted.error().message;
}

// As if LibreOffice were not there.
class WithoutPrograms {
public:
    WithoutPrograms() : path_(std::getenv("PATH")) { ::setenv("PATH", "/nowhere", 1); }
    WithoutPrograms(const WithoutPrograms&) = delete;
    WithoutPrograms& operator=(const WithoutPrograms&) = delete;
    ~WithoutPrograms() { ::setenv("PATH", path_.c_str(), 1); }

private:
    std::string path_;
};

TEST(ConvertWorkbook, IsAskedForByTheEnding) {
    for (const char* name : {"a.ods", "a.ODS", "b.xls"}) EXPECT_TRUE(is_convertible(name)) << name;
    for (const char* name : {"a.xlsx", "a.csv", "ods", "a.ods.txt"}) EXPECT_FALSE(is_convertible(name)) << name;
}

TEST(ConvertWorkbook, RefusesWhatIsNotWhatItsNameSays) {
    const WithoutPrograms none; // it is refused before a program is asked for
    const std::string not_ods = "The file is named .ods, but it is not an OpenDocument spreadsheet.";
    EXPECT_EQ(problem_of("a.ods", "Ref,Q1\nA,1\n"), not_ods);
    EXPECT_EQ(problem_of("a.ods", old + wide("Workbook")), not_ods);
    EXPECT_EQ(problem_of("a.ods", zipped({{"mimetype", sheet_kind}})), not_ods);
    EXPECT_EQ(problem_of("a.ods", zipped({{"content.xml", "<x/>"}, {"mimetype", "application/zip"}})), not_ods);
    EXPECT_EQ(problem_of("a.ods", "PK and no more"), "The workbook is damaged: it is not a whole ZIP archive.");
    EXPECT_EQ(problem_of("a.xls", zipped(workbook_parts(""))),
              "The file is named .xls, but it is a workbook of another kind.");
    EXPECT_EQ(problem_of("a.xls", "<html><table><tr><td>1</td></tr></table></html>"),
              "The file is named .xls, but it is not a workbook: perhaps a table or a web page.");
    EXPECT_EQ(problem_of("a.xls", old + wide("WordDocument")),
              "The file is named .xls, but it is not a workbook: perhaps a table or a web page.");
}

TEST(ConvertWorkbook, RefusesWhatIsEncryptedOrSwells) {
    const WithoutPrograms none;
    const std::string encrypted = "The workbook is encrypted.";
    EXPECT_EQ(problem_of("a.xls", old + wide("EncryptedPackage")), encrypted);
    EXPECT_EQ(problem_of("a.ods", zipped({{"META-INF/manifest.xml", "<manifest:encryption-data/>"},
                                          {"content.xml", "…"},
                                          {"mimetype", sheet_kind}})),
              encrypted);
    EXPECT_EQ(problem_of("a.ods", zipped({{"content.xml", std::string(40'000'000, ' ')}, {"mimetype", sheet_kind}})),
              "The workbook is far larger unpacked than a workbook of figures can be, and was not opened.");
}

TEST(ConvertWorkbook, SaysWhatIsMissing) {
    const WithoutPrograms none;
    const auto converted =
        converted_workbook({"a.ods", zipped({{"content.xml", "<x/>"}, {"mimetype", sheet_kind}}), {}});
    ASSERT_FALSE(converted);
    EXPECT_EQ(converted.error().message,
              "A workbook of type .ods is read with LibreOffice, which is not installed here.");
    EXPECT_EQ(converted.error().remedy,
              "Save it as “Excel workbook (.xlsx)”, or have the Debian package libreoffice-calc installed.");
}

TEST(ConvertWorkbook, TheComplaintNamesTheFile) {
    TemporaryFolder folder;
    folder.with("KPIs.xls", "Ref\tQ1\n");
    const auto reading = read_source(folder.path() / "KPIs.xls", Content());
    ASSERT_FALSE(reading);
    EXPECT_EQ(
        printed(reading.error()),
        (std::vector<std::string>{"KPIs.xls: The file is named .xls, but it is not a workbook: perhaps a table or a "
                                  "web page. Open it in the spreadsheet program and save it as “Excel workbook "
                                  "(.xlsx)”."}));
}

} // namespace
} // namespace qd::testing
