#include "exchange/layouts/taken.hpp"

namespace qd::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string column(const std::string& heading, const std::string& rest) {
    return "[[block.column]]\nheading = \"" + heading + "\"\n" + rest + "\n";
}

const std::string by_code = column("Ref", "is = \"measure\"");

TEST(ApplyLayout, QuartersAcrossUnderATitleAndANoteBelow) {
    const auto taken = take("Wenlow,,,,\nReport of 2024/25,,,,\nRef,What,Q1,Q2,Words\nTR 1,Trees,12,15,Dry spring\n"
                            "LT2,Letters,81%,[c],\n,,,,\nNotes: none,,,,\n",
                            "[[block]]\nheading = [\"Ref\", \"What\"]\nabove = [\"Report of {year}\"]\n"
                            "ends_at = [\"Notes*\"]\n" +
                                by_code + column("What", "is = \"leave\"") + column("{quarter}", "is = \"value\"") +
                                column("Words", "is = \"narrative\"\nquarter = 2"));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("LT2 2024-25Q1 value 81% (C5)", "LT2 2024-25Q2 value [c] (D5)",
                                         "TR-01 2024-25Q1 value 12 (C4)", "TR-01 2024-25Q2 value 15 (D4)",
                                         "TR-01 2024-25Q2 says Dry spring"));
    EXPECT_EQ(taken.taking.count(WhyLeftOut::above), 1U);
    EXPECT_EQ(taken.taking.count(WhyLeftOut::below), 1U);
    EXPECT_EQ(taken.taking.count(WhyLeftOut::layout), 3U); // the heading What, and the cells below it
}

// The place of a column, the lines above it, and how its heading is typed make no difference.
TEST(ApplyLayout, FindsColumnsByHeadingAndNotByPlace) {
    const std::string layout = "[[block]]\nheading = [\"Ref\", \"What\"]\nset = { year = \"2024-25\" }\n" + by_code +
                               column("What", "is = \"leave\"") + column("{quarter}", "is = \"value\"");
    const auto one = take("Ref,What,Q1,Q2\nLT2,Letters,81%,82%\n", layout);
    const auto other = take("x,,,\n\n\nquarter 2,QUARTER 1,WHAT*,ref\n82%,81%,Letters,lt2\n", layout);
    ASSERT_EQ(one.lines.size(), 2U);
    ASSERT_EQ(other.lines.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(one.lines[i].substr(0, one.lines[i].find('(')), other.lines[i].substr(0, other.lines[i].find('(')));
}

TEST(ApplyLayout, PartsInRowsFilledDownAndAPercentageThatIsCompared) {
    const std::string layout =
        "[[block]]\nheading = [\"Ref\", \"Line\"]\nset = { year = \"2024-25\" }\n" +
        column("Ref", "is = \"measure\"\ncode_is = \"first word\"\nfill_down = true") +
        column("Line", "is = \"role\"\nwords = { \"Answered\" = \"numerator\", \"All\" = \"denominator\", \"%\" = "
                       "\"check\", \"Aim\" = \"target\" }") +
        column("{quarter}", "is = \"by_role\"");
    const auto taken = take("Ref,Line,Apr to Jun,Jul to Sep\nLT2 Letters,Answered,8,9\n,All,10,12\n,%,80%,70%\n"
                            ",Aim,85%,85%\n",
                            layout);
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("LT2 2024-25Q1 numerator 8 (C2)", "LT2 2024-25Q1 denominator 10 (C3)",
                                         "LT2 2024-25Q1 target 85% (C5)", "LT2 2024-25Q2 numerator 9 (D2)",
                                         "LT2 2024-25Q2 denominator 12 (D3)", "LT2 2024-25Q2 target 85% (D5)"));
    EXPECT_EQ(taken.taking.checks_that_agree, 1U);
    EXPECT_THAT(taken.taking.notes, ElementsAre("D4 (LT2): 70, and 9 of 12 make 75."));
}

TEST(ApplyLayout, AreasAcrossSomeOfThemByAnotherName) {
    const auto taken = take("Period: July - September 2024,,,\nMeasure,Northgate,Saint Swithuns and Quay,All wards\n"
                            "Trees planted,4,<5,9\n",
                            "[areas]\n\"All wards\" = \"WEN\"\n[[block]]\nheading = [\"Measure\"]\n"
                            "above = [\"Period: {period}\"]\n" +
                                column("Measure", "is = \"measure_title\"") + column("{area}", "is = \"value\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("TR-01 2024-25Q2 value 9 (D3)", "TR-01 N1 2024-25Q2 value 4 (B3)",
                                         "TR-01 S1 2024-25Q2 value <5 (C3)"));
}

TEST(ApplyLayout, MonthsWithAUnitAndAYearToDate) {
    const std::string layout =
        "[[block]]\nheading = [\"Indicator\", \"Unit\"]\n" + column("Indicator", "is = \"measure_title\"") +
        column("Unit", "is = \"unit\"\nwords = { \"£000\" = 1000 }") + column("{period}", "is = \"value\"") +
        column("YTD", "is = \"check\"") + column("Year's aim", "is = \"annual_target\"\nyear = \"2024-25\"");
    const auto taken = take("Indicator,Unit,2024-04-01,2024-05-01,YTD,Year's aim\nGrants paid,£000,1.5,2,3.5,40\n"
                            "Trees planted,no.,3,4,8,\n",
                            layout);
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines,
                ElementsAre("GR3 2024-04 value 1500 (C2)", "GR3 2024-05 value 2000 (D2)", "TR-01 2024-04 value 3 (C3)",
                            "TR-01 2024-05 value 4 (D3)", "GR3 2024-25 annual 40000 (F2)"));
    EXPECT_EQ(taken.taking.checks_that_agree, 1U);
    EXPECT_THAT(taken.taking.notes, ElementsAre("E3 (TR-01 YTD): 8, and the figures of the row make 7."));
}

TEST(ApplyLayout, TotalsAndSectionsAreLeftOutAndComparedWithTheRows) {
    const auto taken = take("Ward,Q1 2024-25\nInner\nNorthgate,4\nOuter,,\nSt Swithun's and Quay,5\nTotal,10\n",
                            "[[block]]\nheading = [\"Ward\", \"{period}\"]\nset = { measure = \"TR-01\" }\n"
                            "skip = [\"Total\"]\nsections = \"leave\"\n" +
                                column("Ward", "is = \"area\"") + column("{period}", "is = \"value\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("TR-01 N1 2024-25Q1 value 4 (B3)", "TR-01 S1 2024-25Q1 value 5 (B5)"));
    EXPECT_EQ(taken.taking.count(WhyLeftOut::section), 2U);
    EXPECT_EQ(taken.taking.count(WhyLeftOut::total), 2U);
    EXPECT_THAT(taken.taking.notes, ElementsAre("B6 (Total, Q1 2024-25): 10, and the rows above it make 5."));
}

TEST(ApplyLayout, MonthsDownMeasuresAcrossIsTurned) {
    const auto taken = take("Ref,TR-01,LT2\nApril 2024,3,80%\nMay 2024,11e,..\nFor the year,40,90%\n",
                            "[markers]\ne = \"flag estimated\"\n[[block]]\nturned = true\nheading = [\"Ref\"]\n" +
                                by_code + column("{period}", "is = \"value\"") +
                                column("For the year", "is = \"annual_target\"\nyear = \"2024-25\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines,
                ElementsAre("LT2 2024-04 value 80% (C2)", "LT2 2024-05 value .. (C3)", "TR-01 2024-04 value 3 (B2)",
                            "TR-01 2024-05 value 11 (B3)", "TR-01 2024-05 flags estimated (B3)",
                            "LT2 2024-25 annual 90% (C4)", "TR-01 2024-25 annual 40 (B4)"));
}

// Rows of other groups are left out, and counted.
TEST(ApplyLayout, ALongTableIsFiltered) {
    const auto taken =
        take("year,level,group,count,all\n202324,Borough,Total,30,40\n202324,Borough,Girls,14,20\n",
             "[[block]]\nheading = [\"year\", \"level\"]\n" + column("year", "is = \"year\"\nyears = \"academic\"") +
                 column("level", "is = \"leave\"") + column("group", "is = \"filter\"\nkeep = [\"Total\"]") +
                 column("count", "is = \"numerator\"\nmeasure = \"LT2\"") +
                 column("all", "is = \"denominator\"\nmeasure = \"LT2\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("LT2 AY2023-24 numerator 30 (D2)", "LT2 AY2023-24 denominator 40 (E2)"));
    EXPECT_EQ(taken.taking.count(WhyLeftOut::filter), 5U);
}

TEST(ApplyLayout, ATargetWithoutAFigureIsAPointOfTheProfile) {
    const auto taken =
        take("Ref,Q1 / Figure,Q1 / Aim,Q2 / Figure,Q2 / Aim,Q2 / Colour\nTR-01,3,5,,at least 6,R\n",
             "[rag]\nR = \"red\"\n[[block]]\nheading = [\"Ref\"]\nset = { year = \"2024-25\" }\n" + by_code +
                 column("{quarter} / Figure", "is = \"value\"") + column("{quarter} / Aim", "is = \"target\"") +
                 column("{quarter} / Colour", "is = \"rag\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("TR-01 2024-25Q1 value 3 (B2)", "TR-01 2024-25Q1 target 5 (C2)",
                                         "TR-01 2024-25Q2 profile floor6 (E2)", "TR-01 2024-25Q2 is red"));
}

TEST(ApplyLayout, MergedHeadingsAndCellsCountForAllTheySpan) {
    Parts parts = workbook_parts(
        "<row r=\"1\">" + text_cell("A1", "Ref") + text_cell("B1", "2024/25") + "</row><row r=\"2\">" +
            text_cell("B2", "Q1") + text_cell("C2", "Q2") + "</row><row r=\"3\">" + text_cell("A3", "TR-01") +
            "<c r=\"B3\"><v>3</v></c></row><row r=\"4\"><c r=\"C4\"><v>4</v></c></row><row r=\"5\" hidden=\"1\">" +
            text_cell("A5", "GR3") + "<c r=\"B5\"><v>9</v></c></row>",
        "Own");
    std::string& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet = replace_all(sheet, "</sheetData>",
                        "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/>"
                        "<mergeCell ref=\"A3:A4\"/></mergeCells>");
    const auto taken = take_file("own.xlsx", zipped(parts),
                                 "[[block]]\nheading = [\"Q1\", \"Q2\"]\nheading_rows = 2\n" + by_code +
                                     column("{year} / {quarter}", "is = \"value\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("TR-01 2024-25Q1 value 3 (Own!B3)", "TR-01 2024-25Q2 value 4 (Own!C4)"));
    EXPECT_EQ(taken.taking.count(WhyLeftOut::hidden), 2U);
}

TEST(ApplyLayout, AHiddenSheetIsNotRead) {
    Parts parts = workbook_parts("<row r=\"1\">" + text_cell("A1", "Ref") + text_cell("B1", "Q1") +
                                     "</row><row r=\"2\">" + text_cell("A2", "TR-01") + text_cell("B2", "3") + "</row>",
                                 "Old");
    const std::string layout = "[[block]]\nheading = [\"Ref\"]\nset = { year = \"2024-25\" }\n" + by_code +
                               column("{quarter}", "is = \"value\"");
    EXPECT_EQ(take_file("own.xlsx", zipped(parts), layout).lines.size(), 1U);
    std::string& workbook = parts["xl/workbook.xml"];
    workbook = replace_all(workbook, "<sheet name", "<sheet state=\"hidden\" name");
    const auto hidden = take_file("own.xlsx", zipped(parts), layout);
    EXPECT_EQ(hidden.lines, std::vector<std::string>());
    EXPECT_THAT(hidden.taking.unread_sheets, ElementsAre("Old (hidden)"));
}

TEST(ApplyLayout, ReportsAllComplaintsAtOnceWithTheirPlaces) {
    const auto taken = take("Ref,Q1,Lead,\nTR-01,3,A,x\nXX9,4,,\nTR-01,5,,\n",
                            "[[block]]\nheading = [\"Ref\"]\nset = { year = \"2024-25\" }\n" + by_code +
                                column("{quarter}", "is = \"value\""));
    ASSERT_EQ(taken.complaints.size(), 4U);
    EXPECT_THAT(taken.complaints[0], HasSubstr("own.csv row 1, column C, value “Lead”: is a heading that the layout "
                                               "own does not know."));
    EXPECT_THAT(taken.complaints[1], HasSubstr("own.csv row 2, column D, value “x”: is in a column without a"));
    EXPECT_THAT(taken.complaints[2], HasSubstr("own.csv row 3, column Ref, value “XX9”: is not a known measure."));
    EXPECT_THAT(taken.complaints[3],
                HasSubstr("own.csv row 4, column value, value “5”: is not the same figure as “3” in "
                          "B2, and both are of TR-01 2024-25Q1."));
}

TEST(ApplyLayout, SaysWhatIsMissingIfThePeriodIsNowhere) {
    const std::string layout = "[[block]]\nheading = [\"Ref\"]\n" + by_code +
                               column("Now", "is = \"value\"\nperiod = \"this\"") +
                               column("Before", "is = \"value\"\nperiod = \"previous\"");
    const std::string sheet = "Ref,Now,Before\nTR-01,3,4\n";
    const auto without = take(sheet, layout);
    ASSERT_EQ(without.complaints.size(), 2U);
    EXPECT_THAT(without.complaints[0], HasSubstr("The layout does not say which period the figures in this column"));
    const auto asked = take_file("own.csv", sheet, layout, Period::quarter(2024, 1));
    EXPECT_EQ(asked.complaints, std::vector<std::string>());
    EXPECT_THAT(asked.lines, ElementsAre("TR-01 2023-24Q4 value 4 (C2)", "TR-01 2024-25Q1 value 3 (B2)"));
    const auto named = take(sheet, "[files]\nnames = [\"{quarter} {year} own.csv\"]\n" + layout, "Q1 2024-25 own.csv");
    EXPECT_EQ(named.lines, asked.lines);
}

// A comment beside several quarters is about the last of them that has a number; next quarter about the next.
TEST(ApplyLayout, WhatIsSaidOfTheNewestFollowsTheFigures) {
    const std::string layout = "[[block]]\nheading = [\"Ref\"]\nset = { year = \"2024-25\" }\n" + by_code +
                               column("{quarter}", "is = \"value\"") +
                               column("Words", "is = \"narrative\"\nperiod = \"newest\"");
    EXPECT_THAT(take("Ref,Q1,Q2,Q3,Words\nTR-01,3,tbc,,Wet\nLT2,1,2,,Dry\n", layout).lines,
                ::testing::Contains("TR-01 2024-25Q2 says Wet"));
    EXPECT_THAT(take("Ref,Q1,Q2,Q3,Words\nTR-01,3,4,5,Wet\n", layout).lines,
                ::testing::Contains("TR-01 2024-25Q3 says Wet"));
}

TEST(ApplyLayout, RowsThatTheLayoutLeavesAreLeftOut) {
    const auto taken = take("Ref,Q1\nTR-01,3\nOld 4,5\n",
                            "[measures]\n\"Old 4\" = \"leave\"\n[[block]]\nheading = [\"Ref\"]\nset = { year = "
                            "\"2024-25\" }\n" +
                                by_code + column("{quarter}", "is = \"value\""));
    EXPECT_EQ(taken.complaints, std::vector<std::string>());
    EXPECT_THAT(taken.lines, ElementsAre("TR-01 2024-25Q1 value 3 (B2)"));
    EXPECT_EQ(taken.taking.count(WhyLeftOut::layout), 2U);
}

TEST(ApplyLayout, AnEmptyFigureSaysNothing) {
    const auto taken =
        take("Ref,Q1,Q2\nTR-01,,3\nLT2,,\n", "[[block]]\nheading = [\"Ref\"]\nset = { year = \"2024-25\" }\n" +
                                                 by_code + column("{quarter}", "is = \"value\""));
    EXPECT_THAT(taken.lines, ElementsAre("TR-01 2024-25Q2 value 3 (C2)"));
}

TEST(ParseLayout, ReportsAllComplaintsAtOnce) {
    const auto read = parse_layout({"own", "[markers]\nTBC = \"later\"\n[[block]]\nheading = [\"{ref}\"]\n"
                                           "[[block.column]]\nheading = \"Q1\"\nis = \"valu\"\nscale = \"x\"\n"},
                                   "layouts/own.toml");
    ASSERT_FALSE(read);
    const Lines lines = printed(read.error());
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_THAT(join(lines, "\n"), HasSubstr("says of “TBC” that it is “later”, which is not one of not_due"));
    EXPECT_THAT(join(lines, "\n"), HasSubstr("has a place {ref} that is not known."));
    EXPECT_THAT(join(lines, "\n"), HasSubstr("is not something that a column can be. Did you mean value?"));
    EXPECT_THAT(join(lines, "\n"), HasSubstr("is not a number. Write what the figures are multiplied by"));
}

TEST(WithAnswer, PutsALineIntoItsSectionAndLeavesTheRest) {
    const std::string text = "title = \"T\" # mine\n[markers]\nTBC = \"leave\"\n[[block]]\nheading = [\"Ref\"]\n";
    EXPECT_EQ(*with_answer(text, "markers.TBC", "not_due"),
              replace_all(text, "TBC = \"leave\"", "\"TBC\" = \"not_due\""));
    EXPECT_EQ(*with_answer(text, "markers.n.y.a.", "not_due"),
              replace_all(text, "[markers]\n", "[markers]\n\"n.y.a.\" = \"not_due\"\n"));
    EXPECT_EQ(*with_answer(text, "areas.All wards", "WEN"),
              replace_all(text, "[[block]]", "[areas]\n\"All wards\" = \"WEN\"\n[[block]]"));
    EXPECT_EQ(*with_answer(text, "columns.Lead", "leave"),
              text + "[[block.column]]\nheading = \"Lead\"\nis = \"leave\"\n");
    EXPECT_TRUE(with_answer(text + text, "columns.Lead", "leave"));
    EXPECT_FALSE(with_answer(text, "block.heading", "x"));
}

} // namespace
} // namespace qd::testing
