#include "cli/table.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace qd::cli {
namespace {

TextTable scorecard() {
    TextTable table({{"CODE"},
                     {"MEASURE", Align::left, Yield::wraps},
                     {"ACTUAL", Align::right},
                     {"LAST", Align::left, Yield::leaves},
                     {"YEAR", Align::left, Yield::leaves}});
    table.add({"Adult care"});
    table.add({"ASC1", "People who have a personal budget", "84.5%", "better", "worse"});
    table.add({"ASC10", "Visits", "1,204", "-", "-"});
    return table;
}

TEST(Table, IsAsWideAsItsCells) {
    EXPECT_EQ(scorecard().print(100), "CODE   MEASURE                            ACTUAL  LAST    YEAR\n"
                                      "---------------------------------------------------------------\n"
                                      "Adult care\n"
                                      "ASC1   People who have a personal budget   84.5%  better  worse\n"
                                      "ASC10  Visits                              1,204  -       -\n");
}

TEST(Table, WrapsBeforeItLeavesOut) {
    EXPECT_EQ(scorecard().print(50), "CODE   MEASURE               ACTUAL  LAST    YEAR\n"
                                     "--------------------------------------------------\n"
                                     "Adult care\n"
                                     "ASC1   People who have a      84.5%  better  worse\n"
                                     "       personal budget\n"
                                     "ASC10  Visits                 1,204  -       -\n");
    EXPECT_TRUE(scorecard().left_out(50).empty());
}

TEST(Table, LeavesOutTheLastColumnFirst) {
    EXPECT_EQ(scorecard().left_out(48), std::vector<std::string>{"YEAR"});
    EXPECT_EQ(scorecard().left_out(38), (std::vector<std::string>{"LAST", "YEAR"}));
    EXPECT_EQ(scorecard().print(35), "CODE   MEASURE               ACTUAL\n"
                                     "-----------------------------------\n"
                                     "Adult care\n"
                                     "ASC1   People who have a      84.5%\n"
                                     "       personal budget\n"
                                     "ASC10  Visits                 1,204\n");
}

TEST(Table, NeverPrintsALineThatIsTooLong) {
    for (std::size_t width = 23; width < 80; ++width)
        for (const std::string& line : split(scorecard().print(width), '\n'))
            EXPECT_LE(display_width(line), width) << width;
}

TEST(Table, WrapsToTheLongestWordIfNothingCanBeLeftOut) {
    TextTable table({{"DELIVERABLE", Align::left, Yield::wraps},
                     {"REPORTED TO", Align::left, Yield::wraps},
                     {"ACTUAL", Align::right, Yield::wraps}});
    table.add({"Benches mended", "30 Sep 2024", "all but two"});
    EXPECT_EQ(table.print(30), "DELIVERABLE  REPORTED   ACTUAL\n"
                               "             TO\n"
                               "------------------------------\n"
                               "Benches      30 Sep    all but\n"
                               "mended       2024          two\n");
}

TEST(Table, TakesNoRoomForColour) {
    TextTable table({{"NOW"}, {"OUTLOOK"}});
    table.add({"\033[31m◆\033[0m red", "miss"});
    EXPECT_EQ(table.print(80), "NOW    OUTLOOK\n--------------\n\033[31m◆\033[0m red  miss\n");
}

TEST(Wrap, BreaksBetweenWords) {
    EXPECT_EQ(wrap("one two three four", 9, "  "), "one two\n  three\n  four");
    EXPECT_EQ(wrap("  - one two three", 9, "    "), "  - one\n    two\n    three");
    EXPECT_EQ(wrap("unbreakable", 4, ""), "unbreakable");
    EXPECT_EQ(wrap("", 9, "  "), "");
}

TEST(Wrap, KeepsTheBreaksOfTheText) { EXPECT_EQ(wrap("one\n\ntwo three", 5, " "), "one\n\n two\n three"); }

} // namespace
} // namespace qd::cli
