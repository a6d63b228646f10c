#include "exchange/layouts/grid.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace qd::testing {
namespace {

std::string cells(const std::string& bytes, const TextForm& form = {}) {
    ComplaintBook complaints;
    const SheetFile file = read_sheet_file({"own.csv", bytes, {}}, form, complaints);
    std::string all = file.form + ":";
    for (const GridCell& cell : file.sheets.at(0).cells)
        all += " " + name_of_cell(cell.row, cell.column) + "=" + replace_all(std::string(cell.text), "\n", "|");
    for (const Complaint& complaint : complaints.take()) all += " ! " + complaint.message;
    return all;
}

TEST(TextGrid, DetectsTheSeparator) {
    EXPECT_EQ(cells("Title\na;b;c\n1,5;2;3\n2,5;3;4\n"),
              "semicolons between the cells, UTF-8: A1=Title A2=a B2=b C2=c A3=1,5 B3=2 C3=3 A4=2,5 B4=3 C4=4");
    EXPECT_EQ(cells("a\tb\n1\t2\n"), "tabs between the cells, UTF-8: A1=a B1=b A2=1 B2=2");
    EXPECT_EQ(cells("sep=|\na|b\n"), "bars between the cells, UTF-8: A2=a B2=b");
    EXPECT_EQ(cells("a,b;c\n", {';', ""}), "semicolons between the cells, UTF-8: A1=a,b B1=c");
}

TEST(TextGrid, DetectsTheEncoding) {
    EXPECT_EQ(cells("a,\xA3\n"), "commas between the cells, Windows-1252: A1=a B1=£");
    EXPECT_EQ(cells("\xEF\xBB\xBF"
                    "a,b\n"),
              "commas between the cells, UTF-8: A1=a B1=b");
    EXPECT_EQ(cells(std::string("\xFF\xFE"
                                "a\0,\0\xA3\0\n\0",
                                10)),
              "commas between the cells, UTF-16: A1=a B1=£");
}

TEST(TextGrid, ACellMayContainLinesAndQuotationMarks) {
    EXPECT_EQ(cells("a,\"one\ntwo, \"\"three\"\"\"\r\nb,c"),
              "commas between the cells, UTF-8: A1=a B1=one|two, \"three\" A3=b B3=c");
    EXPECT_NE(cells("a,\"b\n").find("A quotation mark is not closed"), std::string::npos);
}

TEST(TextGrid, RowsBecomeColumnsAndKeepTheirPlaces) {
    ComplaintBook complaints;
    const SheetFile file = read_sheet_file({"own.csv", "a,b\nc,d\n", {}}, {}, complaints);
    const SheetGrid turned = file.sheets[0].turned();
    ASSERT_EQ(turned.rows(), 2U);
    EXPECT_EQ(turned.row(0)[1].text, "c");
    EXPECT_EQ(file.place(0, turned.row(0)[1]), "A2");
}

} // namespace
} // namespace qd::testing
