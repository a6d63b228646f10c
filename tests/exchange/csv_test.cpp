#include "exchange/csv.hpp"

#include "base/text.hpp"
#include "exchange/csv_for_people.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

// "1:a|b" for each row
std::vector<std::string> rows_of(std::string_view bytes) {
    std::vector<std::string> rows;
    ComplaintBook complaints;
    read_csv(bytes, "t.csv", complaints, [&](std::size_t row, std::span<const std::string_view> cells) {
        rows.push_back(std::to_string(row) + ":" + join({cells.begin(), cells.end()}, "|"));
    });
    for (const Complaint& complaint : complaints.take()) rows.push_back(print(complaint));
    return rows;
}
using Rows = std::vector<std::string>;

TEST(Csv, RowsAreNumberedByTheLineOnWhichTheyBegin) {
    EXPECT_EQ(rows_of("a,b\n\"1\nand\",2\n\n3,4\n"), (Rows{"1:a|b", "2:1\nand|2", "5:3|4"}));
}

TEST(Csv, LineEndsBomAndWhiteSpaceAreUnderstood) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "a,b\r\n 1 ,\t\"2\"\r\n"),
              (Rows{"1:a|b", "2:1|2"}));
    EXPECT_EQ(rows_of("a,b\r1,2\r3,\"4\"\r"), (Rows{"1:a|b", "2:1|2", "3:3|4"}));
    EXPECT_EQ(rows_of("a\n\n   \n1"), (Rows{"1:a", "4:1"}));
    EXPECT_EQ(rows_of(""), Rows{});
}

TEST(Csv, QuotedAndUnquotedRowsAreSplitTheSameWay) {
    EXPECT_EQ(rows_of("a,,c,\n\"a\",,c,\n"), (Rows{"1:a||c|", "2:a||c|"}));
    EXPECT_EQ(rows_of("\"say \"\"yes\"\"\",\"x,y\"\r\n"), (Rows{"1:say \"yes\"|x,y"}));
}

TEST(Csv, MistakesOfFormNameTheRowInWhichTheyBegin) {
    EXPECT_EQ(rows_of("a,b\n1,\"2\n3,4\n"),
              (Rows{"1:a|b", "t.csv row 2: The row opens a quotation mark that is not closed. Close it with \". The "
                             "rows after it were not read."}));
    EXPECT_EQ(rows_of("a\n1\nthe \"old\" rate\n2\n"),
              (Rows{"1:a", "2:1",
                    "t.csv row 3: The row has a quotation mark in the middle of a cell. Put the whole cell in "
                    "quotation marks and double those within it: "
                    "\"the \"\"old\"\" rate\". The rows after it were not read."}));
}

TEST(Csv, AMillionColumnsAreRefused) {
    for (const std::string_view cell : {"a,", "\"a\","}) {
        std::string heading;
        for (int i = 0; i < 1'000'000; ++i) heading += cell;
        EXPECT_EQ(rows_of(heading + "\n1\n"), (Rows{"t.csv row 1: The row has more than 1,000 columns. Remove the "
                                                    "columns that are not needed. The rows after it were not read."}));
    }
}

TEST(Csv, AnEndlessCellIsRefused) {
    const std::string much(3'000'000, 'x');
    EXPECT_EQ(
        rows_of("a\n" + much).back(),
        "t.csv row 2: The row has a cell of more than a million bytes. Shorten it. The rows after it were not read.");
    std::string open = "a\n\"";
    while (open.size() < 3'000'000) open += "1,2\n";
    EXPECT_EQ(rows_of(open).back(), "t.csv row 2: The row has a cell of more than a million bytes. Is a quotation mark "
                                    "left open? Close it with \". The rows after it were not read.");
}

TEST(Csv, CellsAreQuotedOnlyWhereTheyHaveToBe) {
    for (const auto& [text, cell] : std::vector<std::pair<std::string, std::string>>{{"", ""},
                                                                                     {"a b", "a b"},
                                                                                     {" a", "\" a\""},
                                                                                     {"a,b", "\"a,b\""},
                                                                                     {"a\nb", "\"a\nb\""},
                                                                                     {"a\"b", "\"a\"\"b\""},
                                                                                     {"=1+1", "=1+1"}}) {
        std::string out;
        append_csv_cell(out, text);
        EXPECT_EQ(out, cell);
    }
}

std::string encoding_of(std::string_view bytes) {
    const auto complaint = complain_of_encoding(bytes, "t.csv");
    return complaint ? print(*complaint) : "";
}

TEST(Csv, ForPeopleHasNoFormulas) {
    const std::string mark = "\xEF\xBB\xBF";
    EXPECT_EQ(csv_for_people(""), mark);
    EXPECT_EQ(csv_for_people("a,b\n1,Größe\n"), mark + "a,b\n1,Größe\n");
    for (const std::string formula : {"=1+1", "=HYPERLINK(1)", "+A1", "-A1", "@SUM(1)", "-1+1", "+1-2", "--1", "-1E5",
                                      " =1", "＝1", "＋a", "－a", "＠a", "=", "@"})
        EXPECT_EQ(csv_for_people(write_csv({{formula}, {"x", formula}})),
                  mark + write_csv({{"'" + formula}, {"x", "'" + formula}}))
            << formula;
    for (const std::string formula : {"\t=1", "\r=1", "\n=1", "=\"a\",1", "=1\n2"})
        EXPECT_EQ(csv_for_people(write_csv({{"x", formula}})), mark + write_csv({{"x", "'" + formula}}));
    for (const std::string plain :
         {"-1", "-1.5", "+2", "-1,234.5", "-3%", "+0.5%", "-", "+", "1-2", "a=b", "x@y", "a +b", "–5", "−5"})
        EXPECT_EQ(csv_for_people(write_csv({{"x", plain}})), mark + write_csv({{"x", plain}})) << plain;
}

TEST(Encoding, ForeignBytesAreNamedByRowAndColumn) {
    EXPECT_EQ(encoding_of("code,name\nE1,Caf\xC3\xA9\n"), "");
    EXPECT_EQ(encoding_of("code,name\nE1,x\nE2,Caf\xE9 \x93old\x94\n"),
              "t.csv row 3, column name, value “Café “old””: is in the Windows-1252 encoding, not in UTF-8. Save the "
              "file as “CSV UTF-8 (comma delimited)”.");
    EXPECT_EQ(encoding_of("code\nE1\n\x81\n"),
              "t.csv row 3, column code: is not UTF-8 text. Save the file as “CSV UTF-8 (comma delimited)”.");
    EXPECT_EQ(encoding_of("n\xE4me\n"), "t.csv row 1, value “näme”: is in the Windows-1252 encoding, not in UTF-8. "
                                        "Save the file as “CSV UTF-8 (comma delimited)”.");
}

TEST(Encoding, OtherKindsOfFileAreNamed) {
    EXPECT_EQ(
        encoding_of(std::string_view("\xFF\xFE"
                                     "c\0o\0",
                                     6)),
        "t.csv: The file is UTF-16 text (“Unicode text”), not UTF-8. Save the file as “CSV UTF-8 (comma delimited)”.");
    EXPECT_EQ(encoding_of(std::string_view("a\n1\0\n", 5)),
              "t.csv row 2: The row contains a NUL byte, so the file is not plain text. Save the file as “CSV UTF-8 "
              "(comma delimited)”.");
    EXPECT_EQ(encoding_of(std::string_view("PK\x03\x04rest", 8)),
              "t.csv: The file is a workbook or a ZIP archive, not text. Give it a name ending in .xlsx, or save it as "
              "CSV UTF-8.");
}

} // namespace
} // namespace qd
