#include "checks/checking.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

using Texts = std::vector<std::string>;

Printed printed(PrintedKind kind, const std::string& text, std::optional<Subject> subject = {}) {
    Printed made;
    made.code = PrintedCode("P");
    made.period = period("2012-13Q1");
    made.place = "Table 1";
    made.kind = kind;
    made.text = text;
    made.subject = std::move(subject);
    return made;
}

Content with_group() {
    Content content = council();
    content.units = {{UnitCode("ED"), "Chorley Economic Development Group", UnitKind::group, {}, {}}};
    Priority aim = priority("P1", "ED");
    aim.title = "Reoffending: young offenders";
    content.priorities = {aim};
    return content;
}

Findings said_of(std::vector<Printed> rows, std::string_view of = "2012-13Q1") {
    Content content = with_group();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].code = PrintedCode("P" + std::to_string(i));
        rows[i].position = static_cast<int>(i);
    }
    content.printed = std::move(rows);
    Findings found;
    for (const Finding& each : checked(content, of))
        if (each.place == "Table 1" || each.place == "Table 2") found.push_back(each);
    return found;
}

const Subject aim{SubjectKind::priority, "P1"}, group{SubjectKind::unit, "ED"};

TEST(Printed, SymbolsNeedANote) {
    const std::vector<Printed> marked = {printed(PrintedKind::value, "Ahead*"),
                                         printed(PrintedKind::value, "Slightly behind*"),
                                         printed(PrintedKind::value, "Slightly behind*")};
    const Finding found = only(said_of(marked), "symbol-unexplained");
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_EQ(found.message, "“*” comes after “Ahead*” and “Slightly behind*”, 3 times, and no note explains it.");
    auto with_note = [&](const std::string& text) {
        auto rows = marked;
        rows.push_back(printed(PrintedKind::note, text));
        return rows;
    };
    EXPECT_FALSE(has(said_of(with_note("* By the agency's tolerance")), "symbol-unexplained"));
    EXPECT_TRUE(has(said_of(with_note("** By the agency's tolerance")), "symbol-unexplained")) << "another symbol";
    EXPECT_TRUE(has(said_of(with_note("By the agency's tolerance")), "symbol-unexplained"));
    auto elsewhere = with_note("* By the agency's tolerance");
    elsewhere.back().place = "Table 2";
    EXPECT_TRUE(has(said_of(elsewhere), "symbol-unexplained"));
    EXPECT_FALSE(has(said_of(marked, "2012-13Q2"), "symbol-unexplained"));
    EXPECT_FALSE(
        has(said_of({printed(PrintedKind::value, "Ahead"), printed(PrintedKind::value, "*")}), "symbol-unexplained"))
        << "a symbol alone is a value";
}

TEST(Printed, HeadingsCoverWhatTheySay) {
    Printed heading = printed(PrintedKind::heading, "Profile");
    heading.above = "Number of outcomes achieved";
    EXPECT_EQ(only(said_of({heading}), "heading-covers").message,
              "“Number of outcomes achieved” is also above the column “Profile”, which says what was planned.");
    heading.text = "Actual";
    EXPECT_FALSE(has(said_of({heading}), "heading-covers"));
    heading.text = "Profile";
    heading.above = "To 20 March 2012";
    EXPECT_FALSE(has(said_of({heading}), "heading-covers"));
}

TEST(Printed, NamesAreThoseOfTheStore) {
    EXPECT_EQ(
        only(said_of({printed(PrintedKind::name, "Economic Development Partnership", group)}), "name-varies").message,
        "It is called “Economic Development Partnership” here, and is “Chorley Economic Development Group”.");
    for (const char* same : {"Chorley Economic Development Group", "Economic Development Group", "CHORLEY GROUP"})
        EXPECT_FALSE(has(said_of({printed(PrintedKind::name, same, group)}), "name-varies")) << same;
}

TEST(Printed, RowsKeepTheirCells) {
    EXPECT_EQ(
        only(said_of({printed(PrintedKind::row, "Reoffending - Not Young Offenders started", aim)}), "cell-split")
            .message,
        "“Reoffending - Not Young Offenders started” is one text made of two cells: “Reoffending: young offenders” "
        "and its status, “not started”.");
    EXPECT_EQ(only(said_of({printed(PrintedKind::row, "Reoffending,", aim),
                            printed(PrintedKind::row, "Young Offenders", aim)}),
                   "cell-split")
                  .message,
              "One row of the table is 2: “Reoffending,” and “Young Offenders”.");
    EXPECT_FALSE(has(said_of({printed(PrintedKind::row, "Reoffending - Young Offenders", aim)}), "cell-split"));
    EXPECT_FALSE(has(said_of({printed(PrintedKind::row, "Reoffending of not so young offenders", aim)}), "cell-split"));
    EXPECT_FALSE(has(said_of({printed(PrintedKind::row, "Reoffending - Young Offenders", aim),
                              printed(PrintedKind::row, "Reoffending - Young Offenders", aim)}),
                     "cell-split"))
        << "two rows, each whole";
}

TEST(Printed, ChoicesAreMarked) {
    Printed choice = printed(PrintedKind::choice, "");
    choice.above = "Key decision?";
    choice.choices = "Yes / No";
    EXPECT_EQ(only(said_of({choice}), "choice-open").message,
              "“Key decision?” offers “Yes / No”, and none of them is marked.");
    choice.text = "No";
    EXPECT_FALSE(has(said_of({choice}), "choice-open"));
}

TEST(Printed, LabelsAreWhole) {
    EXPECT_EQ(only(said_of({printed(PrintedKind::row, "Jobs created (quarter one 2013/1")}), "label-cut-off").message,
              "“Jobs created (quarter one 2013/1” is cut off: its bracket is not closed.");
    EXPECT_EQ(only(said_of({printed(PrintedKind::row, "Quarter one 2013/1")}), "label-cut-off").message,
              "“Quarter one 2013/1” is cut off: its year is not whole.");
    for (const char* whole :
         {"Jobs created (quarter one 2013/14)", "2013/14", "1/2013", "2013/1/5", "5/1/2013", "90 / 5"})
        EXPECT_FALSE(has(said_of({printed(PrintedKind::row, whole)}), "label-cut-off")) << whole;
}

} // namespace
} // namespace qd::test
