#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/next_file.hpp"
#include "exchange/layouts/taken.hpp"

namespace qd::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string column(const std::string& heading, const std::string& rest) {
    return "[[block.column]]\nheading = \"" + heading + "\"\n" + rest + "\n";
}

using Sheets = std::vector<std::pair<std::string, std::string>>; // names and cells

SheetFile file_of(const std::string& name, const Sheets& sheets) {
    SheetFile file;
    file.name = name;
    for (const auto& [sheet, cells] : sheets) {
        ComplaintBook complaints;
        std::string told;
        file.sheets.push_back(read_text_grid({name, cells, {}}, {}, told, complaints));
        file.sheets.back().name = sheet;
    }
    return file;
}

struct Next {
    Lines complaints, notes, lines;
};

// What is said of a second file after a first one was taken in by the same layout.
Next next_after(const std::string& toml, const Sheets& first, const Sheets& second, const SheetWish& wish = {}) {
    const Content known = borough();
    ComplaintBook none, complaints;
    const auto layout = parse_layout({"own", toml}, "layouts/own.toml");
    EXPECT_TRUE(layout) << join(layout ? Lines() : printed(layout.error()), "\n");
    LayoutText text(toml);
    text.set_seen(seen_of(apply_layout(*layout, file_of("Q1.xlsx", first), known, {}, none)));
    EXPECT_EQ(printed(none.take()), Lines());
    const auto with_seen = parse_layout({"own", text.text()}, "layouts/own.toml");
    EXPECT_TRUE(with_seen) << text.text();
    SheetTaking taking = apply_layout(*with_seen, file_of("Q2.xlsx", second), known, {}, complaints);
    NameBook names(known, with_seen->measures, with_seen->areas);
    compare_with_last(*with_seen, taking, names, wish, complaints);
    if (wish.stored) compare_with_figures(taking, known, wish.stored(), wish, complaints);
    Next next{printed(complaints.take()), taking.notes, {}};
    for (const auto& [key, figure] : taking.figures)
        for (const auto& [field, filled] : figure.fields)
            next.lines.push_back(with_area(key) + " " + std::string(print(field)) + " " + filled.text);
    return next;
}

const std::string quarterly = "[[block]]\nheading = [\"Ref\", \"What\"]\n" + column("Ref", "is = \"measure\"") +
                              column("What", "is = \"leave\"") + column("{quarter} {year}", "is = \"value\"") +
                              column("Remarks", "is = \"narrative\"\nperiod = \"newest\"");

Sheets parks(const std::string& cells) { return {{"Parks", cells}}; }

TEST(NextFile, AnotherQuarterOfTheSameFormNeedsNoAnswer) {
    const Next next = next_after(quarterly, parks("Ref,What,Q1 2024-25,Remarks\nTR-01,Trees,4,Dry\nLT2,Letters,81%,\n"),
                                 parks("x,,,\n\nWHAT,Ref,Q2 2024-25,Remarks\nTrees,TR-01,5,Wet\nLetters,LT2,80%,\n"));
    EXPECT_THAT(next.complaints, IsEmpty());
    EXPECT_THAT(next.notes, IsEmpty());
}

TEST(NextFile, AHeadingInThePlaceOfAnotherIsProposedAsTheSame) {
    const Next next = next_after(quarterly, parks("Ref,What,Q1 2024-25,Remarks\nTR-01,Trees,4,Dry\nLT2,Letters,81%,\n"),
                                 parks("Ref,What,Lead,Q2 2024-25,What it shows\nTR-01,Trees,Head of Parks,5,Wet\n"
                                       "LT2,Letters,Head of Post,80%,None\n"));
    EXPECT_THAT(next.complaints, ElementsAre(AllOf(HasSubstr("“Lead”"), HasSubstr("look like posts"),
                                                   HasSubstr("columns.\"Lead\" leave")),
                                             AllOf(HasSubstr("“What it shows”"), HasSubstr("where “remarks” was"),
                                                   HasSubstr("columns.\"What it shows\" 'as remarks'"))));
}

TEST(NextFile, ItsAnswerMakesItTheSameColumn) {
    const auto answered = with_answer(quarterly, "columns.\"What it shows\"", "as remarks");
    ASSERT_TRUE(answered);
    const Next next = next_after(*answered, parks("Ref,What,Q1 2024-25,Remarks\nTR-01,Trees,4,Dry\n"),
                                 parks("Ref,What,Q2 2024-25,What it shows\nTR-01,Trees,5,Wet\n"));
    EXPECT_THAT(next.complaints, IsEmpty());
}

TEST(NextFile, WhatIsGoneIsToldAndHasToBeConfirmed) {
    const Sheets first = parks("Ref,What,Q1 2024-25,Remarks\nTR-01,Trees,4,Dry\nLT2,Letters,81%,\n"),
                 second = parks("Ref,What,Q2 2024-25\nTR-01,Trees,5\nGR3,Grants,90\n");
    const Next next = next_after(quarterly, first, second);
    EXPECT_THAT(next.complaints, ElementsAre(AllOf(HasSubstr("“remarks”"), HasSubstr("--confirm heading:remarks")),
                                             AllOf(HasSubstr("“LT2”"), HasSubstr("--confirm gone:LT2"))));
    EXPECT_THAT(next.notes, ElementsAre(HasSubstr("Not in the last file, Q1.xlsx: GR3.")));
    SheetWish wish;
    wish.confirmed = {"gone:LT2", "heading"};
    EXPECT_THAT(next_after(quarterly, first, second, wish).complaints, IsEmpty());
    wish.confirmed = {"gone:TR-01"};
    EXPECT_EQ(next_after(quarterly, first, second, wish).complaints.size(), 2U);
    wish.confirmed = {"all"};
    EXPECT_THAT(next_after(quarterly, first, second, wish).complaints, IsEmpty());
}

TEST(NextFile, ASheetByAnotherNameIsToldAndANewOneAsked) {
    const std::string trees = "Ref,What,Q1 2024-25\nTR-01,Trees,4\n",
                      letters = "Ref,What,Q1 2024-25\nLT2,Letters,80%\n",
                      grants = "Ref,What,Q1 2024-25\nGR3,Grants,80\n";
    const Next next = next_after(quarterly, {{"Green", trees}, {"Post", letters}},
                                 {{"Greens", trees}, {"Post", letters}, {"Money", grants}});
    EXPECT_THAT(next.notes, Contains(HasSubstr("The sheet Green is now Greens")));
    EXPECT_THAT(next.complaints, ElementsAre(AllOf(HasSubstr("“Money”"), HasSubstr("--confirm sheet:Money"))));
}

TEST(NextFile, ATableIsFoundByTheHeadingsThatAreLeft) {
    const std::string wards = "[[block]]\nheading = [\"Measure\", \"Northgate\"]\nset = { period = \"2024-25Q2\" }\n" +
                              column("Measure", "is = \"measure_title\"") + column("{area}", "is = \"value\"");
    const Next next =
        next_after(wards, parks("Measure,Northgate,St Swithuns and Quay,WEN\nTrees planted,4,5,9\n"),
                   parks("Measure,Northgate & Hill,St Swithuns and Quay,WEN,Change\nTrees planted,4,6,10,+1\n"));
    EXPECT_THAT(next.complaints, Contains(AllOf(HasSubstr("“Northgate & Hill”"), HasSubstr("where “northgate” was"),
                                                HasSubstr("areas.\"Northgate & Hill\" N1"))));
    EXPECT_THAT(next.complaints, Contains(HasSubstr("“Change”")));
    EXPECT_THAT(next.complaints, Contains(AllOf(HasSubstr("“Northgate”"), HasSubstr("heading.\"Northgate\""))));
}

std::vector<Return> known_figures(const std::vector<std::tuple<std::string, Period, std::optional<Decimal>>>& figures) {
    std::vector<Return> all;
    for (const auto& [measure, period, value] : figures) {
        Return one;
        one.measure = MeasureCode(measure);
        Observation cell;
        cell.period = period;
        cell.value = value;
        if (!value) cell.gap = GapReason::not_due;
        one.observations.add(cell);
        all.push_back(std::move(one));
    }
    return all;
}

const Sheets one_quarter = parks("Ref,What,Q1 2024-25\nTR-01,Trees,400\nLT2,Letters,81%\nGR3,Grants,90000\n");

SheetWish knowing(std::vector<Return> returns) {
    SheetWish wish;
    wish.stored = [returns = std::move(returns)] { return returns; };
    return wish;
}

TEST(NextFile, AFigureThatWasKnownOtherwiseNeedsAReason) {
    SheetWish wish = knowing(known_figures({{"TR-01", Period::quarter(2024, 1), Decimal(390)},
                                            {"LT2", Period::quarter(2024, 1), Decimal(81)},
                                            {"GR3", Period::quarter(2024, 1), std::nullopt}}));
    Next next = next_after(quarterly, one_quarter, one_quarter, wish);
    EXPECT_THAT(next.complaints,
                ElementsAre(AllOf(HasSubstr("“400”"), HasSubstr("TR-01 2024-25Q1: 390"), HasSubstr("--reason"))));
    wish.reason = "two schools were late";
    next = next_after(quarterly, one_quarter, one_quarter, wish);
    EXPECT_THAT(next.complaints, IsEmpty());
    EXPECT_THAT(next.lines, Contains("TR-01 2024-25Q1 reason two schools were late"));
    EXPECT_THAT(next.lines, Not(Contains(AllOf(HasSubstr("LT2"), HasSubstr("reason")))));
}

TEST(NextFile, AFigureAHundredTimesAsSmallIsAsked) {
    SheetWish wish = knowing(known_figures({{"LT2", Period::quarter(2023, 4), Decimal(82)},
                                            {"LT2", Period::quarter(2023, 3), Decimal(1)},
                                            {"TR-01", Period::quarter(2023, 4), Decimal(350)}}));
    const Sheets small = parks("Ref,What,Q1 2024-25\nTR-01,Trees,400\nLT2,Letters,0.81\n");
    EXPECT_THAT(next_after(quarterly, small, small, wish).complaints,
                ElementsAre(AllOf(HasSubstr("100 times as small"), HasSubstr("82"), HasSubstr("Is it 81?"),
                                  HasSubstr("--confirm scale:LT2"))));
    wish.confirmed = {"scale:LT2"};
    EXPECT_THAT(next_after(quarterly, small, small, wish).complaints, IsEmpty());
}

TEST(NextFile, FiguresThatAllMovedByAThousandAreOneLine) {
    const SheetWish wish =
        knowing(known_figures({{"TR-01", Period::quarter(2023, 4), Decimal::from_millionths(400'000)},
                               {"LT2", Period::quarter(2023, 4), Decimal::from_millionths(82'000)},
                               {"GR3", Period::quarter(2023, 4), Decimal(90)}}));
    EXPECT_THAT(next_after(quarterly, one_quarter, one_quarter, wish).complaints,
                ElementsAre(AllOf(HasSubstr("one of 3 figures"), HasSubstr("1000 times as large"))));
}

TEST(LayoutText, ChangesSingleLinesAndLeavesTheOthers) {
    const std::string text =
        "title = \"Own\"  # mine\n[markers]\n\"a=b\" = \"leave\"\n\n[[block]]\nheading = [\"Ref\"]\n"
        "set = { year = \"2023-24\" }\n[[block.column]]\nheading = \"Ref\"\nis = \"measure\"\n"
        "[[block.column]]\nheading = [\"Old\", \"note*\"]\nis = \"note\"  # why\n";
    const auto changed = [&](const std::string& key, const std::string& value) {
        const auto answered = with_answer(text, key, value);
        return answered ? *answered : "refused: " + answered.error().message;
    };
    EXPECT_THAT(changed("markers.a=b", "not_due"), HasSubstr("[markers]\n\"a=b\" = \"not_due\"\n\n[[block]]"));
    EXPECT_THAT(changed("columns.\"OLD\"", "leave"), HasSubstr("heading = [\"Old\", \"note*\"]\nis = \"leave\"\n"));
    EXPECT_THAT(changed("columns.notes", "leave"), HasSubstr("[\"Old\", \"note*\"]\nis = \"leave\"\n"));
    EXPECT_THAT(changed("columns.New", "as Old"), HasSubstr("heading = [\"Old\", \"note*\", \"New\"]\n"));
    EXPECT_THAT(changed("columns.New", "target"), HasSubstr("heading = \"New\"\nis = \"target\"\n"));
    EXPECT_THAT(changed("scale.Old", "1000"), HasSubstr("is = \"note\"  # why\nscale = \"1000\"\n"));
    EXPECT_THAT(changed("set.measure", "TR-01"), HasSubstr("set = { year = \"2023-24\", measure = \"TR-01\" }\n"));
    EXPECT_THAT(changed("set.year", "2024-25"), HasSubstr("set = { year = \"2024-25\" }\n"));
    EXPECT_THAT(changed("heading.Ref", "Code"), HasSubstr("heading = [\"Code\"]\n"));
    EXPECT_THAT(changed("columns.New", "as Other"), HasSubstr("refused"));
    EXPECT_THAT(changed("scale.Other", "10"), HasSubstr("refused"));
    EXPECT_THAT(changed("colour.x", "y"), HasSubstr("refused"));
}

TEST(LayoutText, KeepsWhatTheLastFileWasLikeInOnePlace) {
    const std::string text = "title = \"Own\"\n[[block]]\nheading = [\"Ref\"]\n" + column("Ref", "is = \"measure\"");
    LayoutText once(text);
    once.set_seen({"One.xlsx", {"ref", "{quarter}"}, {{"", {"TR-01"}}}});
    LayoutText twice(once.text());
    twice.set_seen({"Two \"b\".xlsx", {"ref"}, {{"North & South", {}}}});
    const auto layout = parse_layout({"own", twice.text()}, "layouts/own.toml");
    ASSERT_TRUE(layout) << twice.text();
    EXPECT_EQ(layout->seen, (SheetsSeen{"Two \"b\".xlsx", {"ref"}, {{"North & South", {}}}}));
    EXPECT_EQ(twice.without_seen(), LayoutText(once.text()).without_seen());
    EXPECT_EQ(twice.seen_file(), "Two \"b\".xlsx");
}

} // namespace
} // namespace qd::testing
