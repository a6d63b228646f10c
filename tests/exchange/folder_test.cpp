#include "exchange/sample.hpp"

namespace qd::testing {
namespace {

using Lines = std::vector<std::string>;
const std::string areas = "code,name,kind\nE1,Borset,county\n";

Lines complaints_at(const std::filesystem::path& path) {
    const auto reading = read_source(path, Content());
    return reading ? Lines{} : printed(reading.error());
}

TEST(Folder, OtherFilesAreLeftAloneAndMisspeltOnesAreNot) {
    EXPECT_EQ(complaints_of({{"areas.csv", areas},
                             {"README.md", "x"},
                             {"population.csv", "a\n"},
                             {"notes.txt", "\xFF"},
                             {"recovery/notes.txt", "x"}}),
              Lines{});
    EXPECT_EQ(
        complaints_of({{"areas.csv", areas}, {"retruns.csv", "x"}, {"Council.toml", "x"}, {"measure.csv", "x"}}),
        (Lines{"Council.toml: The name is not council.toml, and the file was not read. Rename it to council.toml.",
               "measure.csv: The file is not named after a table, and was not read. Did you mean measures.csv? Rename "
               "it; or give it a name that is unlike any table's.",
               "retruns.csv: The file is not named after a table, and was not read. Did you mean returns.csv? Rename "
               "it; or give it a name that is unlike any table's."}));
}

TEST(Folder, LinksThatLeadOutAreNotFollowed) {
    TemporaryFolder outside, folder;
    outside.with("areas.csv", areas).with("narrative/X.md", "+++\n+++\n");
    folder.with("real.txt", areas);
    std::filesystem::create_symlink(outside.path() / "areas.csv", folder.path() / "areas.csv");
    std::filesystem::create_symlink("nowhere", folder.path() / "units.csv");
    std::filesystem::create_directory_symlink(outside.path() / "narrative", folder.path() / "recovery");
    EXPECT_EQ(complaints_at(folder.path()),
              (Lines{"areas.csv: The link leads out of the folder, and was not followed. Put the file itself there.",
                     "units.csv: The link leads nowhere. Put the file itself there.",
                     "recovery: The link leads out of the folder, and was not followed. Put the file itself there."}));
    std::filesystem::remove(folder.path() / "areas.csv");
    std::filesystem::remove(folder.path() / "units.csv");
    std::filesystem::remove(folder.path() / "recovery");
    std::filesystem::create_symlink("real.txt", folder.path() / "areas.csv"); // within the folder
    EXPECT_EQ(complaints_at(folder.path()), Lines{});
}

TEST(Folder, WhatIsNotAFileIsRefused) {
    TemporaryFolder folder;
    std::filesystem::create_directory(folder.path() / "areas.csv");
    EXPECT_EQ(complaints_at(folder.path()), (Lines{"areas.csv: It is not a file. Put the file itself there."}));
    folder.with("council.toml", std::string(5 << 20, '#'));
    EXPECT_EQ(
        complaints_at(folder.path()),
        (Lines{"areas.csv: It is not a file. Put the file itself there.",
               "council.toml: The file is larger than 4 MB. Split it, and import the parts one after the other."}));
}

TEST(Folder, ASingleTableIsASourceToo) {
    TemporaryFolder folder;
    folder.with("areas.csv", areas).with("area.csv", areas).with("old.xls", "x").with("notes.txt", "x");
    EXPECT_EQ(read_source(folder.path() / "areas.csv", Content())->content.areas.size(), 1u);
    EXPECT_EQ(complaints_at(folder.path() / "area.csv"),
              (Lines{"area.csv: It is neither a council folder nor a workbook (.xlsx) nor a table. Did you mean "
                     "areas.csv? Rename it."}));
    EXPECT_EQ(complaints_at(folder.path() / "old.xls"),
              (Lines{"old.xls: The file is named .xls, but it is not a workbook: perhaps a table or a web page. Open "
                     "it in the spreadsheet program and save it as “Excel workbook (.xlsx)”."}));
    EXPECT_EQ(complaints_at(folder.path() / "notes.txt").size(), 1u);
    EXPECT_THROW(read_source(folder.path() / "absent", Content()), Error);
}

TEST(Folder, AnEmptyFolderIsNotACouncilFolder) {
    TemporaryFolder folder;
    const std::string name = folder.path().filename().string();
    EXPECT_EQ(complaints_at(folder.path()),
              (Lines{name + ": The folder has no council.toml and no tables. Name the council folder itself."}));
    EXPECT_EQ(complaints_at(folder.path().string() + "/"),
              (Lines{name + ": The folder has no council.toml and no tables. Name the council folder itself."}));
}

TEST(Folder, TheCouncilsOwnAreaIsNotAnArea) {
    Content known;
    known.settings.area = AreaCode("E1");
    known.areas = {{AreaCode("E1"), "Borset", AreaKind::county, {}, {}, {}}};
    const Content content = content_of(
        {{"measures.csv", "code,title\nM,One\n"}, {"targets.csv", "measure,area,period,value\nM,E1,2012-13,5\n"}},
        known);
    EXPECT_TRUE(content.targets.at(0).area.empty());
    EXPECT_EQ(content.settings, known.settings);
}

TEST(Folder, IsWrittenThroughALinkAndKeepsItsMode) {
    TemporaryFolder folder;
    namespace fs = std::filesystem;
    const std::vector<SourceFile> files{{"areas.csv", areas}, {"recovery/a.md", "x"}};
    fs::create_directory(folder.path() / "shared");
    fs::permissions(folder.path() / "shared", fs::perms::owner_all);
    fs::create_directory_symlink("shared", folder.path() / "link");
    fs::create_directory_symlink("made", folder.path() / "dangling");
    write_folder(files, folder.path() / "link");
    write_folder(files, folder.path() / "dangling/");
    EXPECT_TRUE(fs::is_symlink(folder.path() / "link"));
    EXPECT_TRUE(fs::is_symlink(folder.path() / "dangling"));
    EXPECT_EQ(read_file(folder.path() / "shared/areas.csv"), areas);
    EXPECT_EQ(read_file(folder.path() / "made/recovery/a.md"), "x");
    EXPECT_EQ(fs::status(folder.path() / "shared").permissions(), fs::perms::owner_all);
    EXPECT_THROW(write_folder(files, folder.path() / "link"), Error); // it is not empty now
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 4);
}

TEST(FrontMatter, ComplaintsNameTheLineOfTheFile) {
    const auto of = [](const std::string& text) {
        return complaints_of({{"areas.csv", areas}, {"measures.csv", "code,title\nM,One\n"}, {"recovery/R.md", text}});
    };
    EXPECT_EQ(of("+++\nmeasure = \"M\"\nraised_in = \"2012-13Q3\"\nraised_on = 2013-01-31\n+++\r\n\r\nText\r\n"),
              Lines{});
    EXPECT_EQ(of("Text\n"), (Lines{"recovery/R.md row 1: The front matter is missing. Begin the file with a line +++, "
                                   "then key = \"value\" lines, then another line +++."}));
    EXPECT_EQ(of("+++\nmeasure = \"M\"\n"),
              (Lines{"recovery/R.md row 1: The front matter is not closed. Put a line +++ between it and the text."}));
    EXPECT_EQ(of("+++\nmeasure = \"M\nraised_in = 1\n+++\n").size(), 1u);
    EXPECT_EQ(
        of("+++\n\nmeasure = \"N\"\nstate = \"opne\"\nraised = \"2012-13Q3\"\n[[presented]]\nbody = \"\"\n+++\n"),
        (Lines{"recovery/R.md row 1, column raised_in: is missing. Add the line: raised_in = …",
               "recovery/R.md row 3, column measure, value “N”: is not the code of a measure. Did you mean M? "
               "Otherwise add it to the table measures.",
               "recovery/R.md row 4, column state, value “opne”: is not one of open, back_on_track, closed. Write one "
               "of these.",
               "recovery/R.md row 5, column raised, value “2012-13Q3”: is not a known key here. Remove it, or "
               "use one of measure, raised_in, raised_on, description, state, closed_on, text_published, evidence, "
               "presented.",
               "recovery/R.md row 6, column date: is missing. Add the line: date = …",
               "recovery/R.md row 7, column body: is missing. Add the line: body = …"}));
}

TEST(Settings, ComplaintsNameTheLine) {
    const auto of = [](const std::string& text) {
        const auto settings = parse_settings("name = \"B\"\narea = \"E1\"\n" + text, "council.toml");
        return settings ? Lines{} : printed(settings.error());
    };
    EXPECT_EQ(
        of("year_starts = 1\ndue_days = 10\nlate_report_days = 60\ntolerance = \"2 points\"\nchild_rule = \"worst\"\n"),
        Lines{});
    EXPECT_EQ(of("opens_with = \"2012-13Q3\"\n"), Lines{});
    EXPECT_EQ(of("opens_with = \"quarter 3\"\n").size(), 1u);
    EXPECT_EQ(of("tolerance = \"lots\"\ndue_days = -1\n").size(), 2u);
    EXPECT_EQ(
        of("[[status]]\nfrom = \"2012-04-01\"\n[[status.rule]]\nstatus = \"gren\"\nwhen = \"meets targets\"\n").size(),
        2u);
    EXPECT_EQ(of("[[status]]\n[[status.rule]]\nstatus = \"green\"\nwhen = \"otherwise\"\n[[status.rule]]\nstatus = "
                 "\"red\"\nwhen = \"otherwise\"\n"),
              (Lines{"council.toml row 9, column when, value “otherwise”: comes after “otherwise”, so it can never "
                     "apply. Move it up."}));
    EXPECT_EQ(of("[[status]]\n[[status.rule]]\nstatus = \"green\"\nwhen = "
                 "\"otherwise\"\n[[status]]\n[[status.rule]]\nstatus = \"red\"\nwhen = \"otherwise\"\n"),
              (Lines{"council.toml row 7, column from: is not later than that of the set before. Give each further "
                     "[[status]] the day from which it is in force, in order."}));
    EXPECT_EQ(of("[charts]\nscreening = false\nshift = 8\ntrend = 6\n"), Lines{});
    EXPECT_EQ(of("[charts]\nshift = 6\n"),
              (Lines{"council.toml row 4, column shift, value “6”: is not a rule for control charts. Write 7 or 8."}));
    EXPECT_EQ(of("[charts]\nshifts = 7\n").size(), 1u);
    EXPECT_EQ(of("[[charts]]\n").size(), 1u);
    const auto charts =
        parse_settings("name = \"B\"\narea = \"E1\"\n[charts]\nscreening = false\nshift = 8\n", "")->charts;
    EXPECT_EQ(charts, (ChartRules{Screening::off, 8, 7}));
    EXPECT_EQ(of("name = \"again\"\n").size(), 1u);
    EXPECT_EQ(of("status = 5\n").size(), 1u);
}

TEST(Settings, TheOwnAreaHasToBeThere) {
    EXPECT_EQ(complaints_of({{"council.toml", "name = \"B\"\narea = \"E2\"\n"}, {"areas.csv", areas}}),
              (Lines{"council.toml row 2, column area, value “E2”: is not the code of an area. Did you mean E1? "
                     "Otherwise add it to the table areas."}));
}

} // namespace
} // namespace qd::testing
