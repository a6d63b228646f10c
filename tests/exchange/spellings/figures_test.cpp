#include "exchange/values.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string read(std::string_view text) {
    const auto cell = read_figure(text);
    if (!cell) return "? " + cell.error().message;
    std::string shown;
    const auto add = [&](const std::string& part) { shown += (shown.empty() ? "" : " ") + part; };
    if (cell->number) add(print(*cell->number));
    if (cell->gap) add(std::string(print(*cell->gap)));
    if (cell->parts) add(print(cell->parts->numerator) + ":" + print(cell->parts->denominator));
    if (cell->said) add(std::string(print(*cell->said)));
    if (cell->flags != 0) add(print(cell->flags));
    if (!cell->note.empty()) add("“" + cell->note + "”");
    return shown;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(SpeltFigures, EachMarkerIsItsOwnReason) {
    for (const auto& [text, reason] : Pairs{{"[c]", "suppressed"},
                                            {"[C2]", "suppressed “[C2]”"},
                                            {"[low]", "suppressed “[low]”"},
                                            {"<10", "suppressed “<10”"},
                                            {"< 3", "suppressed “< 3”"},
                                            {"fewer than 5", "suppressed “fewer than 5”"},
                                            {"≤5", "suppressed “≤5”"},
                                            {"1 to 4", "suppressed “1 to 4”"},
                                            {"Withheld", "suppressed"},
                                            {": c", "suppressed"},
                                            {":", "not_available"},
                                            {"…", "not_available"},
                                            {"NULL", "not_available"},
                                            {"Not known", "not_available"},
                                            {"—", "not_available"},
                                            {"[z]", "not_applicable"},
                                            {"Not due", "not_due"}})
        EXPECT_EQ(read(text), reason) << text;
}

TEST(SpeltFigures, WhatMayMeanSeveralThingsIsAskedAbout) {
    for (const std::string text :
         {"TBC",  "awaiting data", "late", "x",       "NA",      "#N/A", "#DIV/0!",  "#REF!", "nil",
          "None", "annual",        ">95",  "95+",     "~",       "**",   "see note", "12.3*", "12 (p)",
          "40?",  "£1.2m",         "45p",  "3 weeks", "2.5 hrs", "[w]",  "data only"})
        EXPECT_EQ(read(text).substr(0, 2), "? ") << text;
    EXPECT_NE(read("TBC"), read("late"));
    EXPECT_NE(read("#N/A"), read("#DIV/0!"));
    EXPECT_EQ(read("00:02:24"), "? is a time.");
    EXPECT_EQ(read("2019-04-01"), "? is a date.");
}

TEST(SpeltFigures, PartsAndUnitsAreNextToTheNumber) {
    EXPECT_EQ(read("37/81"), "37:81");
    EXPECT_EQ(read("37 of 81"), "37:81");
    EXPECT_EQ(read("1,037 out of 2,081"), "1037:2081");
    EXPECT_EQ(read("45.7% (37/81)"), "45.7 37:81 percent");
    EXPECT_EQ(read("45.7 (37 of 81) [p]"), "45.7 37:81 provisional");
    EXPECT_EQ(read("14 days"), "14 days");
    EXPECT_EQ(read("84.5 per cent"), "84.5 percent");
    EXPECT_EQ(read("84.5pc"), "84.5 percent");
}

TEST(SpeltFigures, WhatFollowsIsAFlagOrGoesIntoTheNote) {
    EXPECT_EQ(read("12 [P][e]"), "12 provisional estimated");
    EXPECT_EQ(read("12 [note 3]"), "12 “[note 3]”");
    EXPECT_EQ(read("12.5²"), "12.5 “²”");
    EXPECT_EQ(read("7 [ss]"), "7 “[ss]”");
    EXPECT_EQ(read("(12)"), "-12");
}

} // namespace
} // namespace qd
