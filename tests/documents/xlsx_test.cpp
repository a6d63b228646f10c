#include "documents/formats/xlsx.hpp"

#include "charts/golden.hpp"
#include "documents/composed.hpp"
#include "documents/every_kind.hpp"
#include "documents/formats/cell_number.hpp"
#include "documents/formats/sheets.hpp"
#include "documents/formats/table_grid.hpp"
#include "documents/lancashire.hpp"
#include "documents/phrases.hpp"
#include "documents/with_programs.hpp"

namespace qd {
namespace {

std::string opened(const std::string& xlsx) {
    return test::told_by("/usr/bin/python3", {"-B", "tests/documents/check_workbook.py", "FILE"}, xlsx, "book.xlsx");
}

TEST(Xlsx, OpensInAnotherProgram) {
    test::expect_golden(opened(to_xlsx(test::every_kind())), "documents/golden/every-kind.xlsx.txt");
}

TEST(Xlsx, OpensWithReports) {
    test::expect_golden(opened(to_xlsx(test::composed(test::small_lancashire().report()))),
                        "documents/golden/scorecard.xlsx.txt");
}

TEST(Xlsx, IsTheSameForTheSameDocument) {
    const Document document = test::composed(test::small_lancashire().report());
    EXPECT_EQ(to_xlsx(document), to_xlsx(document));
}

TEST(Xlsx, WritesHostileTextAsText) {
    Document document = test::every_kind();
    Table table;
    table.caption = std::string("=1+1 ") + std::string(300, 'x');
    table.columns = {{"=HYPERLINK(\"http://x\")"}, {"Same"}, {"same"}, {""}};
    table.groups = {{"",
                     {{{cell(plain("=cmd|' /C calc'!A0")), cell(plain("_x000D_")), cell(plain("@SUM(A1)")),
                        cell(plain("\x01"))}}}}};
    document.blocks = {{table}};
    const std::string said = opened(to_xlsx(document));
    EXPECT_EQ(said.find("FAULT"), std::string::npos) << said;
    EXPECT_NE(said.find("=cmd|' /C calc'!A0"), std::string::npos) << said;
}

TEST(Xlsx, RefusesATextThatNoCellHolds) {
    Document document;
    document.title = "Too long";
    Table table;
    table.caption = "Long texts";
    table.columns = {{"Name"}, {"Text"}};
    table.groups = {{"", {{{cell(plain("one")), cell(plain(std::string(32'768, 'a')))}}}}};
    document.blocks = {{table}};
    try {
        to_xlsx(document);
        FAIL() << "wrote it";
    } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::request);
        EXPECT_TRUE(std::string(error.what()).starts_with("The table “Long texts”, row 4, has a text of more than"))
            << error.what();
    }
}

TEST(Sheets, NameTablesByWhatStandsAbove) {
    Document document;
    Table table;
    table.columns = {{"A"}, {"B"}};
    table.groups = {{"", {{{cell(plain("a")), cell(plain("b"))}}}}};
    for (const char* measure : {"First measure", "Second measure"}) {
        document.blocks.push_back(heading(3, measure));
        document.blocks.push_back(heading(4, "What is being done"));
        document.blocks.push_back({table});
    }
    const std::vector<DocumentSheet> sheets = sheets_of(document);
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[1].title, "What is being done");
    EXPECT_EQ(sheets[2].title, "Second measure: What is being done");
    EXPECT_EQ(sheets[2].name, "Table_2");
}

TEST(CellNumber, IsReadFromWhatIsShown) {
    const auto print_of = [](std::string_view words) {
        const auto number = number_in(words);
        return number ? number->before + print(number->value) + "/" + std::to_string(number->decimals) + number->after
                      : "none";
    };
    EXPECT_EQ(print_of("84.5%"), "84.5/1%");
    EXPECT_EQ(print_of("90.0%"), "90/1%");
    EXPECT_EQ(print_of("19,252"), "19252/0");
    EXPECT_EQ(print_of("£3,558,067"), "£3558067/0");
    EXPECT_EQ(print_of("−3"), "-3/0");
    EXPECT_EQ(print_of("+2.5 points"), "2.5/1 points");
    EXPECT_EQ(print_of("9.2 days"), "9.2/1 days");
    for (const char* words :
         {"", "-", "£", "2012/13", "1 January", "12.9% of 93", "about 3", ".5", "5.", "1.2.3", ",5"})
        EXPECT_EQ(print_of(words), "none") << words;
}

Table grid(std::vector<TableRow> rows) {
    Table table;
    table.caption = "Grid";
    table.columns = {{"A"}, {"B"}};
    table.groups = {{"", std::move(rows)}};
    return table;
}

TableCell reaching(int columns, int rows) {
    TableCell out = cell(plain("x"));
    out.columns = columns;
    out.rows = rows;
    return out;
}

TEST(TableGrid, RefusesCellsThatDoNotFit) {
    const auto complaint = [](const Table& table) {
        try {
            place_cells(table, table.groups[0]);
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("fits");
    };
    EXPECT_EQ(complaint(grid({{{reaching(2, 1)}}, {{reaching(1, 2), reaching(1, 1)}}, {{reaching(1, 1)}}})), "fits");
    EXPECT_EQ(complaint(grid({{{reaching(1, 1)}}})),
              "The table “Grid” cannot be laid out: row 1 has fewer cells than the table has columns.");
    EXPECT_EQ(complaint(grid({{{reaching(2, 1), reaching(1, 1)}}})),
              "The table “Grid” cannot be laid out: row 1 has more cells than the table has columns.");
    EXPECT_EQ(complaint(grid({{{reaching(2, 2)}}})),
              "The table “Grid” cannot be laid out: row 1 has a cell that reaches beyond the last row.");
}

} // namespace
} // namespace qd
