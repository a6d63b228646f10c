#include "base/text.hpp"
#include "exchange/folder.hpp"
#include "exchange/sample.hpp"

#include <algorithm>

namespace qd::testing {
namespace {

using Lines = std::vector<std::string>;

// The sample with one file more or replaced.
Lines complaints_with(const std::string& path, const std::string& text) {
    Files files = sample();
    std::erase_if(files, [&](const auto& file) { return file.first == path; });
    files.emplace_back(path, text);
    return complaints_of(files);
}

TEST(Complaints, AllAreReportedTogether) {
    EXPECT_EQ(
        complaints_of(
            {{"areas.csv", "code,nam,kind,kind\nE1,x,county,\n"},
             {"units.csv",
              "code,name,kind,parent\nU1,One,sevice,U2\nU1,Two,service,\n,Three,service,\nbad code,Four,service,"},
             {"returns.csv", "measure,period,value\nX,2012Q3,84,5\nX,2012-13,n.a.\n"},
             {"council.toml", "name = \"B\"\naria = \"E1\"\nyear_starts = 13\n"}}),
        (Lines{
            "council.toml row 1, column area: is missing. Add the line: area = …",
            "council.toml row 2, column aria, value “E1”: is not a known key here. Did you mean area?",
            "council.toml row 3, column year_starts, value “13”: is not a month. Write its number: 4 for April, 1 for "
            "January.",
            "areas.csv row 1, value “nam”: is not a column of this table. Did you mean name?",
            "areas.csv row 1, column kind, value “kind”: appears twice in the heading. Remove one of the two columns.",
            "areas.csv row 1, column name: The column is missing. Add it: every row needs it.",
            "units.csv row 2, column kind, value “sevice”: is not one of council, directorate, service, partnership, "
            "group, partner, committee. Did you mean service?",
            "units.csv row 2, column parent, value “U2”: is not the code of a unit. Did you mean U1? Otherwise add it "
            "to the table units.",
            "units.csv row 3, column code, value “U1”: The row has the same key as row 2. Remove one of "
            "the two rows, or give it another code.",
            "units.csv row 4, column code: The cell is empty. Fill it in: every row needs it.",
            "units.csv row 5, column code, value “bad code”: is not a code. Use at most 64 letters, digits, _, - and "
            "., starting with a letter or digit.",
            "returns.csv row 2, column measure, value “X”: is not the code of a measure. Add it to the table measures, "
            "or write a code that is there.",
            "returns.csv row 2, column period, value “2012Q3”: may be a quarter of the council's year or of the "
            "calendar year. Write 2012-13Q3 (October to December 2012) or 2012-13Q2 (July to September 2012), "
            "whichever is "
            "meant.",
            "returns.csv row 2, value “5”: The row has more cells than the heading. Give the column a heading, or "
            "quote a cell that contains a comma.",
            "returns.csv row 3, column measure, value “X”: is not the code of a measure. Add it to the table measures, "
            "or write a code that is there.",
            "returns.csv row 3, column value, value “n.a.”: may mean not available, or not applicable. Write n/a where "
            "the figure does not apply, .. where it is not available."}));
}

TEST(Complaints, FiguresAndPredecessorsAreCheckedAgainstTheDaysOfAreas) {
    const std::string areas = "code,name,kind,valid_from,valid_to,follows\nE1,One,county,,,\n"
                              "D1,Old,district,,2012-03-31,\nD2,New,district,2012-04-01,,D1\n";
    const auto with = [&](const std::string& more, const std::string& rows) {
        return complaints_of({{"council.toml", "name = \"B\"\narea = \"E1\"\nyear_starts = 4\n"},
                              {"areas.csv", areas + more},
                              {"measures.csv", "code,title\nM,Bins\n"},
                              {"returns.csv", "measure,area,period,value\n" + rows}});
    };
    EXPECT_TRUE(with("", "M,D1,2011-12Q4,5\nM,D2,2012-13Q1,6\nM,D1,2012-01-01/2012-12-31,7\n").empty());
    EXPECT_EQ(
        with("", "M,D1,2012-13Q1,5\nM,D2,2011-12Q4,6\n"),
        (Lines{"returns.csv row 2, column area, value “D1”: ended on 31 March 2012, before 2012/13 quarter 1 begins. "
               "Hand the figure in for the area that was there then, or leave the row out. If D1 was there, correct "
               "valid_to in areas.csv.",
               "returns.csv row 3, column area, value “D2”: begins on 1 April 2012, after 2011/12 quarter 4 has "
               "ended. Hand the figure in for the area that was there then, or leave the row out. If D2 was there, "
               "correct valid_from in areas.csv."}));
    EXPECT_EQ(
        with("D3,Next,district,2012-01-01,,D1; D9\nD4,Last,district,,,D1\n", "M,,2012-13Q1,5\n"),
        (Lines{"areas.csv row 5, column follows, value “D1”: had not ended when D3 began, on 1 January 2012. In "
               "valid_to of D1 write its last day, 2011-12-31 at the latest; or name another area here.",
               "areas.csv row 5, column follows, value “D9”: is not the code of an area. Did you mean D1? Otherwise "
               "add it to the table areas.",
               "areas.csv row 6, column valid_from: The cell is empty, and D4 follows another area. Write the day on "
               "which it began."}));
}

TEST(Complaints, ReturnsAreCheckedAgainstTheirMeasure) {
    const std::string heading = "measure,area,period,numerator,denominator,value,gap\n";
    const auto of = [&](const std::string& row) { return complaints_with("returns.csv", heading + row + "\n"); };
    const std::string place = "returns.csv row 2";
    EXPECT_EQ(of("SDS,,2012-13Q3,,,,"),
              (Lines{place + ": The row has neither a number nor a gap reason. Write numerator and denominator, or "
                             "value, or say in gap why there is none."}));
    EXPECT_EQ(of("SDS,,2012-13Q3,5,,,"),
              (Lines{place + ", column denominator: The cell is empty. Give both parts of the ratio; a count that is "
                             "not part of a whole goes into value."}));
    EXPECT_EQ(
        of("SDS,,2012-13Q3,5,0,,"),
        (Lines{place + ", column denominator, value “0”: leaves nothing to divide by. Write how many there are in "
                       "all; if there were no cases, write 0 of 0 and no value."}));
    EXPECT_EQ(of("SDS,,2012-13Q3,5,-7,,"), (Lines{place + ", column denominator, value “-7”: is less than 0. "
                                                          "Write how many there are in all, as a positive number."}));
    EXPECT_EQ(
        of("SDS,,2012-13Q3,8,7,,"),
        (Lines{
            place +
            ", column denominator, value “7”: is less than the numerator, which makes more than all. Are the two the "
            "wrong way round? If more than 100 % is possible, say so in the measure's column most."}));
    EXPECT_EQ(of("SDS,,2012-13Q3,,,84,overdue"),
              (Lines{place + ", column gap, value “overdue”: The row has both a number and a reason why there is none. "
                             "Keep one of the two."}));
    EXPECT_EQ(of("SDS,,2012-13Q3,n/a,*,,"),
              (Lines{place + ", column gap, value “suppressed”: is not the same reason as "
                             "not_applicable. Give one reason why there is no number."}));
    EXPECT_EQ(of("ANT,,2012-12,,,5%,"),
              (Lines{place + ", column value: is a percentage, but ANT is not counted in per cent. Write the number "
                             "itself, or give the measure the unit percent."}));
    EXPECT_EQ(of("SDS,,2012-13Q3,5%,100,,"),
              (Lines{place + ", column numerator: is a percentage, but the parts are counts. Write the count; the "
                             "percentage goes into value."}));
    EXPECT_EQ(of("SDS,E1,2012-13Q3,,,84,\nSDS,,2012-13Q3,,,85,"),
              (Lines{"returns.csv row 3, column period, value “SDS 2012-13Q3”: is already given in row 2, in the same "
                     "return. Remove one of the two, or give the correction a later known_at."}));
    EXPECT_EQ(of("SDS,E3,2012-13Q3,,,84,"), (Lines{place + ", column area, value “E3”: is not the code of an area. Did "
                                                           "you mean E1? Otherwise add it to the table areas."}));
}

TEST(Complaints, NothingOfNothingIsAGap) {
    const Content known = content_of(sample());
    const Content content = content_of({{"returns.csv", "measure,period,numerator,denominator,value\nSDS,2012-13Q3,0,0,"
                                                        "\nSDS,2012-13Q4,[c],[c],\nSDS,2013-14Q1,1,2,£84 [p]\n"}},
                                       known);
    ASSERT_EQ(content.returns.size(), 1u);
    const Observations& cells = content.returns[0].observations;
    EXPECT_EQ(cells.at(0).gap, GapReason::nothing_to_divide_by);
    EXPECT_FALSE(cells.at(0).denominator);
    EXPECT_EQ(cells.at(1).gap, GapReason::suppressed);
    EXPECT_EQ(cells.at(2).flags, static_cast<Flags>(Flag::provisional));
}

TEST(Complaints, TargetsAreCheckedAgainstTheirKind) {
    const auto of = [&](const std::string& row) {
        return complaints_with("targets.csv",
                               "measure,period,role,kind,value,lower,upper,baseline,words,state\n" + row + "\n");
    };
    const std::string place = "targets.csv row 2, column ";
    EXPECT_EQ(
        of("SDS,2012-13,,,,,,,,"),
        (Lines{place + "value: A target of the kind value needs this number. Fill it in, or choose another kind."}));
    EXPECT_EQ(of("SDS,2012-13,,,,,,,,suspended"), Lines{});
    EXPECT_EQ(of("SDS,2012-13,,range,,9,8,,,"),
              (Lines{place + "upper, value “8”: is below lower. Put the greater number here."}));
    EXPECT_EQ(of("SDS,2012-13,,none_yet,5,,,,,"),
              (Lines{place + "value, value “5”: A target of the kind none_yet has no such number. Leave the cell "
                             "empty, or choose another kind."}));
    EXPECT_EQ(of("SDS,2012-13,,change,5,,,,,"), Lines{}) << "from the year before, once that is known";
    EXPECT_EQ(of("SDS,2012-13,,peer_quartile,2.5,,,,,"),
              (Lines{place + "value, value “2.5”: is not a quartile. Write 1 (the best), 2, 3 or 4."}));
    EXPECT_EQ(of("SDS,2012-13,,words,,,,,,"),
              (Lines{place + "words: A target in words needs words. Write them as they were agreed."}));
    EXPECT_EQ(of("SDS,2012-13Q3,annual,,5,,,,,"),
              (Lines{place + "period, value “2012-13Q3”: is not a year, but an annual target is for a year. Write the "
                             "year, or the role profile."}));
    EXPECT_EQ(of("ANT,2012-13,,,5%,,,,,"),
              (Lines{place + "value, value “5%”: is a percentage, but ANT is not counted in per cent. Write the number "
                             "itself, or choose the kind change_percent."}));
    EXPECT_EQ(of("SDS,2012-13,,,5%,,,,,\nSDS,2012-13,,,6,,,,,"),
              (Lines{"targets.csv row 3, column period, value “SDS 2012-13 annual”: The row has the same key as row 2. "
                     "Remove one of the two rows, or give it another code."}));
}

// Walks go along what leads to what without calling themselves, and what is deep is refused.
TEST(Complaints, LongChainsAreRefused) {
    const int many = 20'000;
    std::string areas = "code,name,kind,parent\nE1,Borset,county,\n",
                measures = "code,title,unit,polarity,formula\nM0,First,number,higher,\n";
    for (int i = 0; i < many; ++i) {
        const std::string code = std::to_string(i), next = std::to_string(i + 1);
        areas += "A" + code + ",x,ward," + (i + 1 < many ? "A" + next : "E1") + "\n";
        measures += "M" + next + ",x,number,higher,M" + code + " + 1\n";
    }
    const Lines of_areas = complaints_of({{"areas.csv", areas}});
    ASSERT_EQ(of_areas.size(), 1'001u); // the first thousand, and how many more
    EXPECT_EQ(of_areas.front(), "areas.csv row 3, column parent, value “A1”: is on level 20000 below the top; there "
                                "may be 32 levels in all. Name one that is closer to the top.");
    EXPECT_EQ(
        of_areas.back(),
        "areas.csv: There are 18969 further complaints. Correct those above first; that often resolves the rest.");
    const Lines of_measures = complaints_of({{"measures.csv", measures}});
    ASSERT_EQ(of_measures.size(), 1'001u);
    EXPECT_EQ(of_measures.front(),
              "measures.csv row 35, column formula, value “M32 + 1”: is the last of a chain of 33 formulas; there may "
              "be at most 32. Compute it from measures that are closer to what is handed in.");
    // A ring of all of them.
    const std::string first = "M0,First,number,higher,";
    measures.insert(measures.find(first) + first.size(), "M" + std::to_string(many));
    EXPECT_EQ(
        complaints_of({{"measures.csv", measures}}).front(),
        "measures.csv row 2, column formula, value “M20000”: leads back to its own measure through M20000. Compute it "
        "from measures that do not follow from it.");
}

TEST(Complaints, ProseThatTakesTooLongToReadIsRefused) {
    std::string marks;
    for (int i = 0; i < 20'000; ++i) marks += "![[]()";
    Files files = sample();
    const auto plan = std::ranges::find_if(files, [](const auto& file) { return file.first.starts_with("recovery/"); });
    ASSERT_NE(plan, files.end());
    plan->second += "\nIt was so.\n\n" + marks + "\n";
    const auto lines = std::ranges::count(plan->second, '\n');
    EXPECT_EQ(complaints_of(files),
              (Lines{plan->first + " row " + std::to_string(lines) +
                     ": The text has too many brackets, asterisks and other Markdown marks in one paragraph. Leave an "
                     "empty line between paragraphs, and make it simpler or shorter."}));
    const std::string of_name =
        complaints_with("areas.csv", "code,name,kind\nE1,\"Bor\n\n" + marks + "\",county\n").front();
    EXPECT_TRUE(of_name.starts_with("areas.csv row 2, column name, value “Bor")) << of_name;
    EXPECT_NE(
        of_name.find("has too many brackets, asterisks and other Markdown marks in one paragraph, from its line 3."),
        std::string::npos)
        << of_name;
}

// toml++ makes a table of each part of a key and ends the program when it takes a deep tower of them down.
TEST(Complaints, KeysOfManyPartsAreRefused) {
    const auto of = [](const std::string& line) {
        return complaints_of(
            {{"council.toml", "area = \"E1\"\n" + line}, {"areas.csv", "code,name,kind\nE1,Borset,county\n"}});
    };
    std::string parts = "x";
    for (int i = 0; i < 50'000; ++i) parts += ".x";
    const Lines deep{"council.toml row 2: The key has too many parts. Write key = \"value\", one to a line."};
    for (const std::string& line : {parts + " = 1\n", "[" + parts + "]\n", "[[" + parts + "]]\n",
                                    "x = {" + parts + " = 1}\n", "x = {y = 'a', " + parts + " = 1}\n"})
        EXPECT_EQ(of(line), deep) << shorten(line, 20);
    EXPECT_EQ(of("name = \"Borset. Council. A. B. C. D. E. F. G.\" # a.b.c.d.e.f.g.h.i\n"), Lines{});
    EXPECT_EQ(of("name = 'a.b.c.d.e.f.g.h.i.j'\n# 'a.b.c.d.e.f.g.h.i\n"), Lines{});
    EXPECT_EQ(of("name = \"\\\"a.b.c.d.e.f.g.h.i.j\"\n"), Lines{});
}

// toml++ asserts that these cannot be.
TEST(Complaints, BracketsWithoutANameAreRefused) {
    for (const char* line : {"[[[a]]]", "[[=",
                             "[[\x1E"
                             "a]]",
                             "[[[]]", "[[a]", "[[", "[[]]", "[ [a]]", "[a"}) {
        const Lines complaints = complaints_of({{"council.toml", std::string(line) + "\n"}});
        ASSERT_EQ(complaints.size(), 1u) << line;
        EXPECT_NE(complaints[0].find("not TOML"), std::string::npos) << complaints[0];
    }
}

TEST(Complaints, TreesHaveATop) {
    EXPECT_EQ(complaints_of({{"areas.csv",
                              "code,name,kind,parent\nA,a,ward,B\nB,b,ward,C\nC,c,ward,B\nD,d,ward,D\nE,e,ward,A\n"}}),
              (Lines{"areas.csv row 3, column parent, value “C”: leads back to B itself. Name the one above it, or "
                     "leave the cell empty at the top.",
                     "areas.csv row 4, column parent, value “B”: leads back to C itself. Name the one above it, or "
                     "leave the cell empty at the top.",
                     "areas.csv row 5, column parent, value “D”: leads back to D itself. Name the one above it, or "
                     "leave the cell empty at the top."}));
}

TEST(Complaints, MeasuresAndTheirVersions) {
    const auto of = [&](const std::string& rows) {
        return complaints_of({{"measures.csv", "code,title,unit,per,decimals,tolerance,definition_from\n" + rows}});
    };
    EXPECT_EQ(of("M,,percent,10,7,green > x,\n"),
              (Lines{"measures.csv row 2, column tolerance, value “green > x”: is not a tolerance: " +
                         Tolerance::parse("green > x").error() +
                         " Write 5%, 2 points, none, or cut-offs such as green >= 55; amber >= 40.",
                     "measures.csv row 2, column title: The cell is empty. Give the measure its title.",
                     "measures.csv row 2, column decimals: Decimals are out of range. Write a number from 0 to 6.",
                     "measures.csv row 2, column per: A percentage is per 100. Leave the cell empty, or choose the "
                     "unit rate."}));
    EXPECT_EQ(
        of("M,One,,,,,\nM,Two,,,,,\n"),
        (Lines{"measures.csv row 3, value “M”: A later version of the definition fills the measure's own columns. "
               "Leave them empty: the first row of the measure gives them. Or do two measures share the code?",
               "measures.csv row 3, column definition_from: A later version needs a later day. Write the day from "
               "which this definition is in force; versions must be in order."}));
}

TEST(Complaints, CutOffsNameAStatusOfTheRules) {
    const std::string rules = "name = \"B\"\narea = \"E1\"\n[[status]]\n[[status.rule]]\nstatus = \"green\"\nname = "
                              "\"blue\"\nwhen = \"otherwise\"\n";
    const Files base{{"council.toml", rules}, {"areas.csv", "code,name,kind\nE1,B,county\n"}};
    const auto of = [&](const std::string& tolerance) {
        Files files = base;
        files.emplace_back("measures.csv", "code,title,tolerance\nM,One,\"" + tolerance + "\"\n");
        return complaints_of(files);
    };
    EXPECT_EQ(of("blue >= 55; amber >= 40"), Lines{});
    const Lines purple = of("purple >= 55; amber >= 40");
    ASSERT_EQ(purple.size(), 1u);
    EXPECT_NE(purple[0].find("purple"), std::string::npos) << purple[0];
}

TEST(Complaints, ATableThatCannotBeReadCausesNoFurtherOnes) {
    EXPECT_EQ(complaints_with("measures.csv", "code,title\nSDS,\"Self directed\nANT,x\n"),
              (Lines{"measures.csv row 2: The row opens a quotation mark that is not closed. Close it with \". The "
                     "rows after it were not read."}));
    EXPECT_EQ(complaints_with("units.csv", "code,name,kind\nLCC,Caf\xE9,council\n"),
              (Lines{"units.csv row 2, column name, value “Café”: is in the Windows-1252 encoding, not in UTF-8. Save "
                     "the file as “CSV UTF-8 (comma delimited)”."}));
}

TEST(Complaints, AreCountedBeyondTheFirstThousand) {
    std::string text = "code,name,kind\n";
    for (int i = 0; i < 5'000; ++i) text += "A" + std::to_string(i) + ",x,wrad\n";
    const Lines lines = complaints_of({{"areas.csv", text}});
    ASSERT_EQ(lines.size(), 1'001u);
    EXPECT_EQ(lines.back(),
              "areas.csv: There are 4000 further complaints. Correct those above first; that often resolves the rest.");
}

TEST(Complaints, WhatTheStoreHasMayBeReferredTo) {
    const Content known = content_of(sample());
    EXPECT_EQ(complaints_of({{"returns.csv", "measure,area,period,value\nSDS,E2,2012-13Q4,88%\n"}}, known), Lines{});
    EXPECT_EQ(complaints_of({{"areas.csv", "code,name,kind,parent\nE1,Borsetshire,county,E2\n"}}, known),
              (Lines{"areas.csv row 2, column parent, value “E2”: leads back to E1 itself. Name the one above it, or "
                     "leave the cell empty at the top."}));
}

TEST(Complaints, OfSuppression) {
    const auto of = [](const std::string& lines) {
        return complaints_of({{"council.toml", "name = \"B\"\narea = \"E1\"\n[suppression]\n" + lines},
                              {"areas.csv", "code,name,kind\nE1,Borset,county\n"}});
    };
    EXPECT_EQ(of("threshold = 10\nzeros = true\nrounding = 5\nmeasures = [\"A\", \"B\"]\n"), Lines{});
    EXPECT_EQ(
        of("threshold = -1\nroundin = 5\n"),
        (Lines{"council.toml row 4, column threshold, value “-1”: is out of range. Write a number from 0 to 1000.",
               "council.toml row 5, column roundin, value “5”: is not a known key here. Did you mean rounding?"}));
    const auto settings = parse_settings("name = \"B\"\narea = \"E1\"\n[suppression]\nthreshold = 10\nzeros = true\n"
                                         "rounding = 5\nmeasures = [\"A\"]\n",
                                         "council.toml");
    ASSERT_TRUE(settings);
    EXPECT_EQ(settings->suppression, (Suppression{10, Zeros::hidden, 5, {MeasureCode("A")}}));
}

TEST(Complaints, OfFormulas) {
    const std::string measures = "code,title,unit,per,grain,formula,definition_from,definition_link\n"
                                 "A,Count,count,,quarter,,,\nB,Share,percent,,quarter,,,\nY,Yearly,count,,year,,,\n"
                                 "F1,x,count,,quarter,A +,,\n"
                                 "F2,x,count,,quarter,A + C,,\n"
                                 "F3,x,count,,quarter,A + F4,,\n"
                                 "F4,x,count,,quarter,F3 * 2,,\n"
                                 "F5,x,count,,quarter,F5 * 2,,\n"
                                 "F6,x,count,,quarter,A + B,,\n"
                                 "F7,x,percent,,quarter,A / A,,\n"
                                 "F8,x,count,,quarter,Y * 2,,\n"
                                 "F9,x,percent,,quarter,A,,\n"
                                 "F10,x,count,,quarter,12 * 2,,\n"
                                 "F11,x,count,,quarter,,,1.5\n"
                                 "F11,,,,,,2012-04-01,-1\n"
                                 "F12,x,rate,1000,quarter,\"per_head(A, Y)\",,\n";
    EXPECT_EQ(
        complaints_of({{"measures.csv", measures}}),
        (Lines{
            "measures.csv row 5, column formula, value “A +”: is cut short. Write it as in (A + B) / C * 100, or "
            "mean(A, {B-1}).",
            "measures.csv row 6, column formula, value “C”: is not the code of a measure. Did you mean A? Otherwise "
            "add it to the table measures.",
            "measures.csv row 7, column formula, value “A + F4”: leads back to its own measure through F4. Compute it "
            "from "
            "measures that do not follow from it.",
            "measures.csv row 8, column formula, value “F3 * 2”: leads back to its own measure through F3. Compute it "
            "from "
            "measures that do not follow from it.",
            "measures.csv row 9, column formula, value “F5 * 2”: uses its own measure. Compute it from measures "
            "that do not follow from it.",
            "measures.csv row 10, column formula, value “A + B”: combines count and percent. Combine like with like; "
            "convert others first, by index() or a rate.",
            "measures.csv row 11, column formula, value “A / A”: gives a share of 1, but the measure is a percentage. "
            "Write ratio(…, …), or multiply by 100.",
            "measures.csv row 12, column formula, value “Y * 2”: uses only measures that are known less often than "
            "every quarter. Give the measure the grain of what it is computed from.",
            "measures.csv row 13, column formula, value “A”: gives count, but the measure is counted in percent. "
            "Correct the unit, or the formula.",
            "measures.csv row 14, column formula, value “12 * 2”: uses no measure. Name the measures that it is "
            "computed from.",
            "measures.csv row 15, column definition_link: The first version of a definition has no earlier one to link "
            "to. Leave the cell empty, or give the earlier version first.",
            "measures.csv row 16, column definition_link, value “-1”: A link is what earlier figures are multiplied "
            "by. Write a number above 0, such as 1.08.",
        }));
}

} // namespace
} // namespace qd::testing
