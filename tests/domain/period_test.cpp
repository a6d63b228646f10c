#include "domain/period.hpp"

#include "base/error.hpp"
#include "domain/words.hpp"

#include <unordered_set>

#include <gtest/gtest.h>

namespace qd {
namespace {

Date day(int year, int month, int of_month) { return Date::from_ymd(year, month, of_month).value(); }
Period read(std::string_view text) {
    const auto period = Period::parse(text);
    EXPECT_TRUE(period) << text;
    return period.value_or(Period{});
}

std::vector<Period> every_period() {
    std::vector<Period> all;
    for (int year = 1900; year <= 2199; ++year) {
        for (int month = 1; month <= 12; ++month) all.push_back(Period::month(year, month));
        for (int quarter = 1; quarter <= 4; ++quarter) all.push_back(Period::quarter(year, quarter));
        for (int half = 1; half <= 2; ++half) all.push_back(Period::half(year, half));
        all.push_back(Period::year(year));
        all.push_back(Period::academic_year(year));
        all.push_back(Period::span(day(year, 1, 31), day(year, 12, 31)));
    }
    return all;
}

TEST(Period, EveryPeriodRoundTripsInBothStyles) {
    for (const Period period : every_period())
        for (const YearStyle style : {YearStyle::split, YearStyle::single})
            ASSERT_EQ(Period::parse(print(period, style)), period) << print(period, style);
}

TEST(Period, NoTwoPeriodsShareAName) {
    for (const YearStyle style : {YearStyle::split, YearStyle::single}) {
        std::unordered_set<std::string> names;
        for (const Period period : every_period())
            EXPECT_TRUE(names.insert(print(period, style)).second) << print(period, style);
    }
}

TEST(Period, EveryDayRoundTripsAsASpan) {
    for (Date date = day(1900, 1, 1); date <= day(2199, 12, 31); date = date.plus_days(1))
        ASSERT_EQ(Period::parse(print(Period::span(date, date))), Period::span(date, date));
}

TEST(Period, IsWrittenAsCouncilsWriteIt) {
    EXPECT_EQ(print(Period::year(2012)), "2012-13");
    EXPECT_EQ(print(Period::quarter(2012, 3)), "2012-13Q3");
    EXPECT_EQ(print(Period::half(1999, 2)), "1999-00H2");
    EXPECT_EQ(print(Period::year(2012), YearStyle::single), "2012");
    EXPECT_EQ(print(Period::quarter(2012, 3), YearStyle::single), "2012Q3");
    EXPECT_EQ(print(Period::month(2012, 12)), "2012-12");
    EXPECT_EQ(print(Period::academic_year(2012), YearStyle::single), "AY2012-13");
    EXPECT_EQ(print(Period::span(day(2010, 1, 1), day(2010, 12, 31))), "2010-01-01/2010-12-31");
}

TEST(Period, BothStylesReadAsTheSamePeriod) {
    EXPECT_EQ(read("2012-13Q3"), read("2012Q3"));
    EXPECT_EQ(read("2012-13h1"), read("2012H1"));
    EXPECT_EQ(read("2012-13"), read("2012"));
    EXPECT_EQ(read("ay2012-13"), Period::academic_year(2012));
}

TEST(Period, WhatCouldBeAYearOrAMonthIsAYear) {
    EXPECT_EQ(read("2011-12"), Period::year(2011));
    EXPECT_EQ(read("2011-M12"), Period::month(2011, 12));
    EXPECT_EQ(print(Period::month(2011, 12)), "2011-M12");
    EXPECT_EQ(print(Period::month(2000, 1)), "2000-M01");
    EXPECT_EQ(read("2012-M12"), read("2012-12"));
    EXPECT_EQ(read("2012-12"), Period::month(2012, 12));
    EXPECT_EQ(read("2011-11"), Period::month(2011, 11));
    EXPECT_EQ(read("2000-01"), Period::year(2000));
    EXPECT_EQ(read("1999-00"), Period::year(1999));
    EXPECT_EQ(read("2099-00"), Period::year(2099));
}

TEST(Period, RefusesEverythingElse) {
    for (const char* text : {"",
                             "20",
                             "2012-",
                             "2012-1",
                             "2012-14",
                             "2012-00",
                             "2012-13-14",
                             "2012-13Q",
                             "2012-13Q0",
                             "2012-13Q5",
                             "2012-13H3",
                             "2012-12Q1",
                             "2012Q33",
                             "2012M12",
                             "2012-M00",
                             "2012-M13",
                             "2012-M1",
                             "2012-M012",
                             "AY2012",
                             "AY2012-12",
                             "AY2012-13Q1",
                             "AY2012-M12",
                             "1899-00",
                             "1899",
                             "2200",
                             "2200-01",
                             "AY2200-01",
                             "x2012",
                             "2012/13",
                             "2012-13 Q3",
                             " 2012-13",
                             "2012-+1",
                             "２０１２",
                             "2010-12-31/2010-01-01",
                             "2010-01-01/",
                             "/2010-01-01",
                             "2010-01-01/2010-02-30",
                             "1899-12-31/1900-01-01",
                             "2199-12-31/2200-01-01",
                             "2010-01-01/2010-12-31/2011-12-31"})
        EXPECT_FALSE(Period::parse(text)) << text;
}

TEST(Period, CannotBeMadeWhereThereIsNone) {
    EXPECT_THROW(Period::month(2012, 13), Error);
    EXPECT_THROW(Period::quarter(2012, 0), Error);
    EXPECT_THROW(Period::half(2012, 3), Error);
    EXPECT_THROW(Period::span(day(2012, 2, 1), day(2012, 1, 31)), Error);
}

TEST(Period, IsOrderedInTime) {
    EXPECT_LT(read("2012-13Q4"), read("2013-14Q1"));
    EXPECT_LT(read("2012-11"), read("2012-12"));
    EXPECT_LT(read("2010-01-01/2010-12-31"), read("2010-04-01/2011-03-31"));
}

TEST(Period, HashesDifferently) {
    std::unordered_set<std::size_t> hashes;
    const auto all = every_period();
    for (const Period period : all) hashes.insert(std::hash<Period>{}(period));
    EXPECT_EQ(hashes.size(), all.size());
}

TEST(Grain, PrintAndParseAreAPair) {
    EXPECT_EQ(all_words<Grain>(),
              (std::vector<std::string>{"month", "quarter", "half", "year", "academic_year", "span"}));
    for (const std::string& word : all_words<Grain>()) EXPECT_EQ(print(parse_grain(word).value()), word);
    EXPECT_EQ(parse_grain(" Academic Year "), Grain::academic_year);
    EXPECT_FALSE(parse_grain("fortnight"));
}

} // namespace
} // namespace qd
