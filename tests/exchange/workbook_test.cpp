#include "exchange/made_workbook.hpp"
#include "exchange/sample.hpp"
#include "exchange/workbook/write_workbook.hpp"

namespace qd::testing {
namespace {

std::string sample_settings() { return sample().front().second; }

TEST(Workbook, EveryNounComesBackAsItWas) {
    const Files files = sample();
    const Content content = content_of(files);
    TemporaryFolder folder;
    write_workbook(to_files(content, sample_settings()), folder.path() / "council.xlsx");
    const auto reading = read_source(folder.path() / "council.xlsx", Content());
    ASSERT_TRUE(reading) << ::testing::PrintToString(printed(reading.error()));
    EXPECT_EQ(reading->settings_text, sample_settings());
    const auto written = to_files(reading->content, *reading->settings_text);
    for (const auto& [path, text] : files) EXPECT_EQ(file_in(written, path), text) << path;
}

TEST(Workbook, WhatIsToBePublishedComesBackAsItWas) {
    const Files files = sample();
    TemporaryFolder folder;
    write_workbook(to_files(content_of(files), sample_settings()), folder.path() / "open.xlsx",
                   WorkbookFor::publishing);
    const auto reading = read_source(folder.path() / "open.xlsx", Content());
    ASSERT_TRUE(reading) << ::testing::PrintToString(printed(reading.error()));
    const auto written = to_files(reading->content, *reading->settings_text);
    for (const auto& [path, text] : files) EXPECT_EQ(file_in(written, path), text) << path;
}

TEST(Workbook, ATableBelowItsTitleIsRead) {
    const auto row = [](int number, const std::vector<std::string>& texts) {
        std::string xml = "<row r=\"" + std::to_string(number) + "\">";
        for (std::size_t i = 0; i < texts.size(); ++i)
            xml += text_cell(std::string(1, static_cast<char>('A' + i)) + std::to_string(number), texts[i]);
        return xml + "</row>";
    };
    const std::string table = row(5, {"code", "name", "kind"}) + row(6, {"E1", "Borset", "county"});
    const auto reading =
        read_bytes(zipped(workbook_parts(row(1, {"Areas of Borset"}) + row(2, {"This worksheet contains one table."}) +
                                         row(4, {"As at May."}) + table)));
    ASSERT_TRUE(reading) << print(reading.error().front());
    ASSERT_EQ(reading->content.areas.size(), 1U);
    // Without that line the row above is something that nobody reads.
    EXPECT_FALSE(complaints_of_bytes(zipped(workbook_parts(row(1, {"Areas of Borset"}) + table))).empty());
    // A complaint names the row of the sheet.
    const auto wrong = complaints_of_bytes(
        zipped(workbook_parts(row(1, {"Areas"}) + row(2, {"This worksheet contains one table."}) +
                              row(3, {"code", "name", "kind"}) + row(4, {"E1", "Borset", "shire"}))));
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_NE(wrong.front().find("row 4"), std::string::npos) << wrong.front();
}

TEST(Workbook, TheSameContentGivesTheSameBytes) {
    const auto files = to_files(content_of(sample()), sample_settings());
    TemporaryFolder folder;
    write_workbook(files, folder.path() / "a.xlsx");
    write_workbook(files, folder.path() / "b.xlsx");
    EXPECT_EQ(read_file(folder.path() / "a.xlsx"), read_file(folder.path() / "b.xlsx"));
}

TEST(Workbook, AFigureThatIsHandedInKeepsItsCell) {
    TemporaryFolder folder;
    write_workbook({{"council.toml", "name = \"Borset\"\narea = \"E1\"\n"},
                    {"areas.csv", "code,name,kind\nE1,Borset,county\n"},
                    {"measures.csv", "code,title\nM,One\n"},
                    {"returns.csv", "withdrawn,measure,period,numerator,denominator,value,gap,known_at,cell\n"
                                    ",M,2012-13Q1,,,5,,,\n,M,2012-13Q2,1,2,,,,\n,M,2012-13Q3,,,,not_available,,\n"
                                    ",M,2012-13Q4,,,6,,2013-01-05,\n,M,2011-12Q1,,,7,,,KPIs!F12\n"}},
                   folder.path() / "figures.xlsx");
    const auto reading =
        read_source(folder.path() / "figures.xlsx", Content(), BadRows::refuse, Date::parse("2013-02-15"));
    ASSERT_TRUE(reading) << print(reading.error().front());
    std::map<std::string, std::string> cells;
    for (const Return& each : reading->content.returns)
        for (std::size_t row = 0; row < each.observations.size(); ++row)
            cells[print(each.observations.period(row))] = each.observations.cell(row);
    const std::map<std::string, std::string> expected{{"2012-13Q1", "returns!F5"},
                                                      {"2012-13Q2", "returns!D6"},
                                                      {"2012-13Q3", "returns!G7"},
                                                      {"2012-13Q4", ""}, // history has a source of its own
                                                      {"2011-12Q1", "KPIs!F12"}};
    EXPECT_EQ(cells, expected);
    EXPECT_NE(file_in(to_files(reading->content, ""), "returns.csv").find(",returns!D6,"), std::string::npos);
}

TEST(Workbook, TheExamplesComeBackAsTheyWere) {
    for (const auto& entry : std::filesystem::directory_iterator("examples")) {
        const auto reading = read_source(entry.path(), Content());
        ASSERT_TRUE(reading) << print(reading.error().front());
        TemporaryFolder folder;
        const auto first = to_files(reading->content, *reading->settings_text);
        write_workbook(first, folder.path() / "council.xlsx");
        const auto again = read_source(folder.path() / "council.xlsx", Content());
        ASSERT_TRUE(again) << print(again.error().front());
        const auto second = to_files(again->content, *again->settings_text);
        ASSERT_EQ(first.size(), second.size());
        for (const SourceFile& file : first) EXPECT_EQ(file_in(second, file.path), file.bytes) << file.path;
    }
}

TEST(Workbook, AFileLongerThanACellComesBackComplete) {
    std::string settings = "name = \"Borset\"\narea = \"E1\"\n";
    while (settings.size() < 100'000) settings += "# Häufig\n\n  # “gesagt”   \n";
    TemporaryFolder folder;
    write_workbook({{"council.toml", settings}, {"areas.csv", "code,name,kind\nE1,Borset,county\n"}},
                   folder.path() / "long.xlsx");
    const auto reading = read_source(folder.path() / "long.xlsx", Content());
    ASSERT_TRUE(reading) << print(reading.error().front());
    EXPECT_EQ(reading->settings_text, settings);
}

TEST(Workbook, ATextLongerThanACellIsRefusedByName) {
    const std::string text =
        "subject,period,status,narrative,reason,by,known_at\ncouncil,2012-13,," + std::string(40'000, 'x') + ",,,\n";
    TemporaryFolder folder;
    try {
        write_workbook({{"updates.csv", text}}, folder.path() / "long.xlsx");
        FAIL() << "written";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "The table updates does not fit into a workbook: row 2 has a text of more than "
                                   "32,767 characters. Export a folder instead.");
    }
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "long.xlsx"));
}

} // namespace
} // namespace qd::testing
