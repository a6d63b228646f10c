#include "exchange/made_workbook.hpp"
#include "exchange/sample.hpp"

#include <gmock/gmock.h>

#include <random>

namespace qd::testing {
namespace {

using Lines = std::vector<std::string>;

// A heading of texts, and one row of cells as XML.
Parts table(const std::string& sheet, const std::vector<std::string>& heading, const std::string& row,
            const std::string& properties = "") {
    std::string xml = "<row r=\"1\">";
    for (std::size_t i = 0; i < heading.size(); ++i)
        xml += text_cell(std::string(1, static_cast<char>('A' + i)) + "1", heading[i]);
    return workbook_parts(xml + "</row><row r=\"2\">" + row + "</row>", sheet, properties);
}

TEST(HostileWorkbook, SharedAndRichTextIsRead) {
    const auto reading = read_bytes(
        zipped(workbook_parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>" +
                              text_cell("C1", "kind") + "</row><row r=\"3\">" + text_cell("A3", "E1") +
                              text_cell("B3", " B &amp; C ") + text_cell("C3", "ward") + "</row>")));
    ASSERT_TRUE(reading) << print(reading.error().front());
    ASSERT_EQ(reading->content.areas.size(), 1u);
    EXPECT_EQ(reading->content.areas[0].name, "B & C");
}

TEST(HostileWorkbook, DatesAreSerialNumbersWithAFormat) {
    const std::vector<std::string> heading{"code", "name", "kind", "valid_from"};
    const std::string row = text_cell("A2", "E1") + text_cell("B2", "x") + text_cell("C2", "ward");
    const auto styled = read_bytes(zipped(table("areas", heading, row + "<c r=\"D2\" s=\"1\"><v>41274</v></c>")));
    ASSERT_TRUE(styled) << print(styled.error().front());
    EXPECT_EQ(styled->content.areas[0].valid_from, Date::parse("2012-12-31"));
    const auto mac = read_bytes(
        zipped(table("areas", heading, row + "<c r=\"D2\" s=\"1\"><v>39812</v></c>", "<workbookPr date1904=\"1\"/>")));
    ASSERT_TRUE(mac) << print(mac.error().front());
    EXPECT_EQ(mac->content.areas[0].valid_from, Date::parse("2012-12-31"));
    EXPECT_EQ(complaints_of_bytes(zipped(table("areas", heading, row + "<c r=\"D2\"><v>41274</v></c>"))),
              (Lines{"made.xlsx sheet areas row 2, column valid_from, value “41274”: is not a date. Is it a "
                     "spreadsheet's serial number? Then write 2012-12-31."}));
}

TEST(HostileWorkbook, APeriodThatBecameADateIsNotGuessed) {
    const Content known = content_of(sample());
    const std::vector<std::string> heading{"measure", "period", "value"};
    EXPECT_EQ(
        complaints_of_bytes(
            zipped(table("returns", heading,
                         text_cell("A2", "SDS") + "<c r=\"B2\" s=\"1\"><v>40878</v></c><c r=\"C2\"><v>5</v></c>")),
            known),
        (Lines{"made.xlsx sheet returns row 2, column period, value “2011-12-01”: is a date: spreadsheets turn a year "
               "such as 2011-12, or a month, into a date. Write 2011-12 (April 2011 to March 2012) or 2011-M12 "
               "(December 2011), whichever is meant."}));
}

TEST(HostileWorkbook, FormulasCountForTheirSavedResults) {
    const Content known = content_of(sample());
    const std::vector<std::string> heading{"measure", "period", "value"};
    const auto of = [&](const std::string& cell) {
        return zipped(table("returns", heading, text_cell("A2", "SDS") + text_cell("B2", "2012-13Q3") + cell));
    };
    const auto value_of = [&](const std::string& cell) {
        const auto reading = read_bytes(of(cell), known);
        return reading ? print(*reading->content.returns.at(0).observations.at(0).value)
                       : print(reading.error().front());
    };
    EXPECT_EQ(value_of("<c r=\"C2\"><f>0.1+0.2</f><v>0.30000000000000004</v></c>"), "0.3");
    EXPECT_EQ(value_of("<c r=\"C2\" s=\"2\"><f>A1/B1</f><v>0.84500000000000008</v></c>"), "84.5");
    EXPECT_EQ(value_of("<c r=\"C2\" s=\"2\"><v>0.05</v></c>"), "5");
    EXPECT_EQ(value_of("<c r=\"C2\" t=\"str\"><f>TEXT(1,\"0\")</f><v>12</v></c>"), "12");
    EXPECT_EQ(value_of("<c r=\"C2\"><v>1E-7</v></c>"), "0");
    EXPECT_EQ(value_of("<c r=\"C2\"><v>1234567890123</v></c>"), "1234567890123");
    const std::string unsaved =
        "made.xlsx sheet returns row 2, column C: The cell has a formula that was saved without its result. Open the "
        "workbook in a spreadsheet program and save it, or write the figure itself.";
    EXPECT_EQ(value_of("<c r=\"C2\"><f>A1/B1</f></c>"), unsaved);
    EXPECT_EQ(value_of("<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
              "made.xlsx sheet returns row 2, column value, value “#DIV/0!”: is a division by zero in the spreadsheet. "
              "Write numerator and denominator, 0 of 0, or not_available in the column gap.");
    EXPECT_EQ(value_of("<c r=\"C2\"><f>4+5</f><v></v></c>"), unsaved);
    EXPECT_EQ(complaints_of_bytes(zipped(
                  table("areas", {"code", "name", "kind"},
                        text_cell("A2", "E1") + "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>" + text_cell("C2", "ward")))),
              (Lines{"made.xlsx sheet areas row 2, column name, value “#N/A”: is a spreadsheet formula error. "
                     "Correct the formula, or write the text itself."}));
}

TEST(HostileWorkbook, EntitiesOfItsOwnAreNotExpanded) {
    Parts parts = table("areas", {"code", "name", "kind"},
                        text_cell("A2", "E1") + text_cell("B2", "&a;") + text_cell("C2", "ward"));
    std::string& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet.insert(sheet.find("?>") + 2, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>");
    EXPECT_EQ(complaints_of_bytes(zipped(parts)),
              (Lines{"made.xlsx: The workbook cannot be read: its part xl/worksheets/sheet1.xml is not XML: it "
                     "declares a document type. Open it in the spreadsheet program and "
                     "save it again, or hand the tables in as CSV."}));
}

TEST(HostileWorkbook, EscapedCharactersAreReadAndWritten) {
    const auto reading = read_bytes(zipped(table(
        "areas", {"code", "name", "kind"},
        text_cell("A2", "E1") + text_cell("B2", "a_x000D__x000A_b _x005F_x000D_ _x12_") + text_cell("C2", "ward"))));
    ASSERT_TRUE(reading) << print(reading.error().front());
    EXPECT_EQ(reading->content.areas[0].name, "a\nb _x000D_ _x12_");
    TemporaryFolder folder;
    write_workbook(to_files(reading->content, ""), folder.path() / "again.xlsx");
    EXPECT_EQ(read_source(folder.path() / "again.xlsx", Content())->content.areas[0].name, "a\nb _x000D_ _x12_");
}

TEST(HostileWorkbook, ABombIsNotUnpacked) {
    Parts parts = workbook_parts("<row r=\"1\">" + text_cell("A1", "code") + "</row>");
    parts["xl/worksheets/sheet1.xml"].insert(0, std::string(100'000'000, ' '));
    EXPECT_EQ(complaints_of_bytes(zipped(parts)),
              (Lines{"made.xlsx: The workbook is far larger unpacked than a workbook of figures can be, and was not "
                     "opened. Save only the sheets that are needed, or hand the tables in as CSV."}));
}

std::string times(std::size_t count, const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

// Small files that ask for much: each is refused before it takes the memory or the time, and in one complaint.
TEST(HostileWorkbook, OneLongTextInManyCellsIsRefused) {
    const auto shared = [](std::size_t size, std::size_t cells) {
        Parts parts =
            workbook_parts("<row><c t=\"s\"><v>0</v></c></row>" + times(cells, "<row><c t=\"s\"><v>1</v></c></row>"));
        std::string& strings = parts["xl/sharedStrings.xml"];
        strings.replace(strings.find("<si><r>"), std::string::npos,
                        "<si><t>" + std::string(size, 'x') + "</t></si></sst>");
        return complaints_of_bytes(zipped(parts));
    };
    EXPECT_THAT(shared(4 << 20, 1),
                ::testing::Contains(::testing::HasSubstr("sheet areas row 2, column A, value “xxxxx")));
    EXPECT_THAT(shared(4 << 20, 1), ::testing::Contains(::testing::HasSubstr("has more than 32,767 characters")));
    for (const auto& lines : {shared(4 << 20, 2'000), shared(30'000, 20'000)}) {
        ASSERT_FALSE(lines.empty()); // the cells before that are each too long
        EXPECT_LE(lines.size(), 10u);
        EXPECT_THAT(lines.back(), ::testing::HasSubstr("its cells have more than 32 MB of text"));
    }
}

TEST(HostileWorkbook, CellsFarFromTheTableAreNamedOnce) {
    std::string rows = "<row r=\"1\">" + text_cell("A1", "code") + text_cell("B1", "name") + text_cell("C1", "kind") +
                       "</row><row r=\"2\">" + text_cell("A2", "E1") + text_cell("B2", "x") + text_cell("C2", "ward") +
                       text_cell("IX2", "y") + "</row>";
    for (int row = 3; row < 5'000; ++row) rows += "<row><c r=\"XFD" + std::to_string(row) + "\"><v>1</v></c></row>";
    EXPECT_EQ(complaints_of_bytes(zipped(workbook_parts(rows))),
              (Lines{"made.xlsx sheet areas row 2, column IX: The cell is far to the right of the table. Delete it, "
                     "with anything else beyond column IV, or move it to a sheet of its own."}));
}

// A picture makes it so large that the cells are not too many for its size at first sight.
std::string with_picture(Parts parts) {
    std::mt19937 random(1);
    std::string& picture = parts["xl/media/image1.png"];
    for (int i = 0; i < 400'000; ++i) picture += static_cast<char>(random() & 0xFF);
    return zipped(parts);
}

TEST(HostileWorkbook, MoreCellsThanAFileCanContainAreRefused) {
    const auto lines = complaints_of_bytes(
        with_picture(workbook_parts(times(12'500, "<row>" + times(200, "<c><v>1</v></c>") + "</row>"))));
    EXPECT_THAT(lines, ::testing::Contains(::testing::HasSubstr("cells, far more than its size suggests")));
    Parts parts = workbook_parts("");
    std::string& strings = parts["xl/sharedStrings.xml"];
    strings.insert(strings.find("<si>"), times(3'000'000, "<si/>"));
    EXPECT_THAT(complaints_of_bytes(zipped(parts)),
                ::testing::ElementsAre(::testing::HasSubstr("more texts than a file of its size can contain")));
}

TEST(HostileWorkbook, WhatTheReaderOfXmlWouldKeepIsBounded) {
    std::string names;
    for (int i = 0; i < 1'100'000; ++i) names += "<n" + std::to_string(i) + "/>";
    for (const std::string& rows : {times(2'000'000, "<a>"), times(1'000'000, "<a>") + times(1'000'000, "</a>"), names,
                                    "<a b=\"" + std::string(40'000'000, 'x') + "\"/>"}) {
        const auto lines = complaints_of_bytes(with_picture(workbook_parts(rows)));
        ASSERT_EQ(lines.size(), 1u) << rows.substr(0, 30);
        EXPECT_THAT(lines[0], ::testing::HasSubstr("nested too deeply, or are too many or too long"));
    }
    Parts parts = workbook_parts("");
    std::string& styles = parts["xl/styles.xml"];
    styles.insert(styles.find("<cellXfs"), times(300'000, "<numFmt numFmtId=\"1\" formatCode=\"0\"/>"));
    EXPECT_THAT(complaints_of_bytes(zipped(parts)),
                ::testing::ElementsAre(::testing::HasSubstr("styles.xml is far larger than such a part can be")));
}

TEST(HostileWorkbook, OtherContainersAreNamed) {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    EXPECT_EQ(
        complaints_of_bytes(ole + std::string(600, 'x')),
        (Lines{"made.xlsx: The file is a workbook of the old kind (.xls). Save it as “Excel workbook (.xlsx)”."}));
    EXPECT_EQ(complaints_of_bytes(ole + std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32)),
              (Lines{"made.xlsx: The workbook is encrypted. Save it without a password."}));
    EXPECT_EQ(
        complaints_of_bytes(zipped({{"mimetype", "x"}, {"content.xml", "<x/>"}})),
        (Lines{"made.xlsx: The file is an OpenDocument spreadsheet (.ods). Save it as “Excel workbook (.xlsx)”."}));
    EXPECT_EQ(complaints_of_bytes(zipped({{"a.xml", "<x/>"}})),
              (Lines{"made.xlsx: The file is a ZIP archive, but not an Excel workbook. Save the workbook as “Excel "
                     "workbook (.xlsx)”."}));
    EXPECT_EQ(complaints_of_bytes("code,name\n"),
              (Lines{"made.xlsx: The file is not an Excel workbook (.xlsx). Save it as “Excel workbook (.xlsx)”."}));
    EXPECT_EQ(complaints_of_bytes(""),
              (Lines{"made.xlsx: The file is not an Excel workbook (.xlsx). Save it as “Excel workbook (.xlsx)”."}));
}

TEST(HostileWorkbook, EveryTruncationIsRefused) {
    const std::string whole = zipped(table("areas", {"code", "name", "kind"},
                                           text_cell("A2", "E1") + text_cell("B2", "x") + text_cell("C2", "ward")));
    ASSERT_EQ(complaints_of_bytes(whole), Lines{});
    for (std::size_t size = 2; size < whole.size(); size += 7)
        EXPECT_EQ(complaints_of_bytes(whole.substr(0, size)).size(), 1u) << size;
}

TEST(HostileWorkbook, BrokenPartsEndInAComplaint) {
    const Parts parts = table("areas", {"code", "name", "kind"},
                              text_cell("A2", "E1") + text_cell("B2", "x") + text_cell("C2", "ward"));
    for (const auto& [name, text] : parts) {
        for (const std::string& broken : {std::string(), text.substr(0, text.size() / 2),
                                          "<a>" + std::string(1'000, '<'), std::string("\xFF\xFE\0x", 4)}) {
            Parts other = parts;
            other[name] = broken;
            if (name == "[Content_Types].xml") continue; // what it says is not asked
            EXPECT_GE(complaints_of_bytes(zipped(other)).size(), 1u) << name << ": " << broken.substr(0, 50);
        }
    }
}

TEST(HostileWorkbook, PlacesAndStringsThatAreNotThereAreSurvived) {
    for (const std::string cell :
         {"<c r=\"A2\" t=\"s\"><v>99</v></c>", "<c r=\"A2\" t=\"s\"><v>-1</v></c>",
          "<c r=\"A2\" s=\"4000000000\"><v>1</v></c>", "<c r=\"ZZZZZZZZ99999999999\"><v>1</v></c>",
          "<c r=\"?\"><v>1</v></c>", "<c><v>1</v></c>", "<c r=\"A2\" t=\"b\"><v>7</v></c>",
          "<c r=\"A2\"><v>1e999</v></c>", "<c r=\"A2\"><v>x</v></c>", "<c r=\"A2\" t=\"d\"><v>2012-13-45</v></c>",
          "<c r=\"A2\"><f t=\"shared\" si=\"9\"/><v>1</v></c>",
          "<c r=\"A2\"><f t=\"array\" ref=\"A2:ZZZ99999999\">1</f><v>1</v></c>"})
        EXPECT_GE(complaints_of_bytes(zipped(table("areas", {"code", "name", "kind"}, cell))).size(), 1u) << cell;
}

TEST(HostileWorkbook, SheetsAreKnownByTheirNames) {
    EXPECT_EQ(complaints_of_bytes(zipped(table("Ares", {"code"}, ""))),
              (Lines{"made.xlsx sheet Ares: The file is not named after a table, and was not read. Did you mean areas? "
                     "Rename it; or give it a name that is unlike any table's."}));
    EXPECT_EQ(complaints_of_bytes(zipped(table("Notes", {"code"}, ""))),
              (Lines{"made.xlsx: The workbook has no sheet named after a table. If it is a workbook of your own: "
                     "quarterday layout guess \"made.xlsx\". Sheets that are tables are named after these: measures, "
                     "returns, targets …"}));
    EXPECT_EQ(complaints_of_bytes(zipped(table("files", {"path", "text"}, text_cell("A2", "../../etc/passwd")))),
              (Lines{"made.xlsx sheet files row 2, column path, value “../../etc/passwd”: is not a file of a council "
                     "folder. Write council.toml, recovery/CODE.md, papers/CODE.md, minutes/CODE.md, reports/NAME.md, "
                     "layouts/NAME.toml or templates/NAME.docx."}));
}

} // namespace
} // namespace qd::testing
