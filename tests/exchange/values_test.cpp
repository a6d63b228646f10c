#include "exchange/values.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

std::string number(std::string_view text) {
    const auto value = read_number(text);
    return value ? print(*value) : value.error().message;
}

TEST(Numbers, WhatPeopleWriteIsUnderstood) {
    for (const auto& [text, value] :
         std::vector<std::pair<std::string, std::string>>{{"12", "12"},
                                                          {" 12.0 ", "12"},
                                                          {"£1,234", "1234"},
                                                          {"£ 1,234.50", "1234.5"},
                                                          {"5%", "5"},
                                                          {"84.5 %", "84.5"},
                                                          {"1 234", "1234"},
                                                          {"1\xC2\xA0"
                                                           "234",
                                                           "1234"},
                                                          {"1,234,567.8", "1234567.8"},
                                                          {"(3)", "-3"},
                                                          {"(£1,200)", "-1200"},
                                                          {"−0.5", "-0.5"},
                                                          {"–2", "-2"},
                                                          {"-£5", "-5"},
                                                          {"£-5", "-5"},
                                                          {"+4", "4"},
                                                          {".5", "0.5"},
                                                          {"5.", "5"},
                                                          {"007", "7"},
                                                          {"0.1234565", "0.123457"},
                                                          {"-0.0000005", "-0.000001"},
                                                          {"0000000000000012", "12"},
                                                          {"9223372036854.775806", "9223372036854.775806"}})
        EXPECT_EQ(number(text), value) << text;
}

TEST(Numbers, AnythingElseIsRefused) {
    for (const std::string text : {"", " ", "x1", "12a", "1.2.3", "--1", "1,23,456", "x,y", "1 23", "%", "£", "()",
                                   "12-", "Infinity", "nan", "0x1F", "½", "1/2"})
        EXPECT_EQ(number(text), "is not a number.") << text;
    EXPECT_EQ(number("84,5"), "may be a decimal comma.");
    EXPECT_EQ(number("1.2E+06"), "was shortened by a spreadsheet.");
    EXPECT_EQ(number("#DIV/0!"), "is a spreadsheet formula error.");
    EXPECT_EQ(number("99999999999999"), "is too large: figures may go up to 9,223,372,036,854.");
    EXPECT_EQ(number("9223372036854.7758079"), "is too large: figures may go up to 9,223,372,036,854.");
}

std::string figure(std::string_view text) {
    const auto value = read_figure(text);
    if (!value) return value.error().message;
    const std::string shown = value->number ? print(*value->number) : std::string(print(*value->gap));
    return value->flags == 0 ? shown : shown + " " + print(value->flags);
}

TEST(Figures, GapsAndMarksAreUnderstood) {
    for (const auto& [text, value] :
         std::vector<std::pair<std::string, std::string>>{{"n/a", "not_applicable"},
                                                          {"N/A", "not_applicable"},
                                                          {"[z]", "not_applicable"},
                                                          {"[x]", "not_available"},
                                                          {"..", "not_available"},
                                                          {"-", "not_available"},
                                                          {"–", "not_available"},
                                                          {"*", "suppressed"},
                                                          {"[c]", "suppressed"},
                                                          {"[C]", "suppressed"},
                                                          {"12.3 [p]", "12.3 provisional"},
                                                          {"£1,234[e]", "1234 estimated"},
                                                          {"5% [p] [r]", "5 provisional revised"},
                                                          {"7 [u][b]", "7 low_reliability break_in_series"},
                                                          {"8[f]", "8 forecast"},
                                                          {"0", "0"}})
        EXPECT_EQ(figure(text), value) << text;
    EXPECT_EQ(figure("[p]"), "describes a figure, but there is none.");
    EXPECT_EQ(figure("tbx"), "is neither a number nor a reason why there is none.");
    EXPECT_EQ(figure("84,5 [p]"), "may be a decimal comma.");
}

TEST(Dates, AreIsoOrDayFirst) {
    EXPECT_EQ(read_date("2012-12-31"), *Date::parse("2012-12-31"));
    EXPECT_EQ(read_date(" 31/12/2012 "), *Date::parse("2012-12-31"));
    EXPECT_EQ(read_date("1/2/2013"), *Date::parse("2013-02-01"));
    for (const std::string text :
         {"12/31/2012", "31/12/12", "2012-02-30", "31.12.2012", "soon", "1/2", "2012-12-31T00:00:00Z"})
        EXPECT_EQ(read_date(text).error().message, "is not a date.") << text;
    EXPECT_EQ(read_date("41274").error().remedy, "Is it a spreadsheet's serial number? Then write 2012-12-31.");
}

TEST(Dates, SerialNumbersCountFrom1900) {
    EXPECT_EQ(date_of_serial(41274), Date::parse("2012-12-31"));
    EXPECT_EQ(date_of_serial(61), Date::parse("1900-03-01"));
    EXPECT_EQ(date_of_serial(2'958'465), Date::parse("9999-12-31"));
    EXPECT_FALSE(date_of_serial(60)); // 29 February 1900 never was
    EXPECT_FALSE(date_of_serial(2'958'466));
    EXPECT_FALSE(date_of_serial(-5));
}

TEST(Periods, AreReadAsTheCouncilWritesItsYears) {
    const Calendar april(4), january(1);
    EXPECT_EQ(read_period("2012-13Q3", april), Period::quarter(2012, 3));
    EXPECT_EQ(read_period("Q3 2012/13", april), Period::quarter(2012, 3));
    EXPECT_EQ(read_period("2012Q3", january), Period::quarter(2012, 3));
    EXPECT_EQ(read_period("AY2011-12", january), Period::academic_year(2011));
    EXPECT_EQ(read_period("2012Q3", april).error().remedy,
              "Write 2012-13Q3 (October to December 2012) or 2012-13Q2 (July to September 2012), whichever is meant.");
    EXPECT_EQ(read_period("2012-13", january).error().remedy,
              "Write 2012 (January to December 2012), if that is meant.");
    EXPECT_EQ(read_period("2012-12-31", april).error().message, "is a day, not a period.");
    EXPECT_EQ(read_period("no idea", april).error().message, "is not a period.");
}

TEST(Periods, AFlagIsTakenOnlyWhereThereIsAFigure) {
    const Calendar april(4);
    EXPECT_EQ(read_flagged_period("2012/13 (provisional)", april)->flags, static_cast<Flags>(Flag::provisional));
    EXPECT_EQ(read_period("2012/13 (provisional)", april).error().remedy, "Write 2012-13.");
}

TEST(Texts, KeepTheirLinesAndNoControlCharacters) {
    EXPECT_EQ(read_text(" a\r\nb\rc \n"), "a\nb\nc");
    EXPECT_FALSE(read_text("a\x01"
                           "b"));
    EXPECT_EQ(plain_text(" a\x01"
                         "b "),
              "ab");
    EXPECT_EQ(read_yes_no("Yes"), true);
    EXPECT_EQ(read_yes_no("FALSE"), false);
    EXPECT_FALSE(read_yes_no("1"));
}

} // namespace
} // namespace qd
