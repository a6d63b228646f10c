#include "exchange/spellings/period_reader.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Calendar april(4), january(1), october(10);

std::string read(std::string_view text, const Calendar& calendar = april) {
    const SpeltPeriod spelt = spell_period(text, calendar);
    if (spelt.period) return calendar.text(*spelt.period) + (spelt.flags == 0 ? "" : " " + print(spelt.flags));
    if (!spelt.is_period()) return "no period";
    std::string all = "?";
    for (const Period& meaning : spelt.meanings) all += " " + calendar.text(meaning);
    return all;
}

TEST(StatisticalPeriods, AYearAloneIsOfTheCalendar) {
    const auto read_statistics = [](std::string_view text) {
        const auto period = read_statistical_period(text, april);
        return period ? april.text(*period) : "none";
    };
    for (const auto& [text, period] :
         std::vector<std::pair<std::string, std::string>>{{"2021", "2021-01-01/2021-12-31"},
                                                          {"2018 - 20", "2018-01-01/2020-12-31"},
                                                          {"1999 - 01", "1999-01-01/2001-12-31"},
                                                          {"2021/22", "2021-22"},
                                                          {"2017/18 - 19/20", "2017-04-01/2020-03-31"},
                                                          {"2021/22 Q3", "2021-22Q3"},
                                                          {"2021 Q1", "2020-21Q4"},
                                                          {"2021/23", "none"},
                                                          {"2020 - 2020/21", "none"},
                                                          {"2020 - 18", "none"},
                                                          {"21", "none"},
                                                          {"Q1", "none"}})
        EXPECT_EQ(read_statistics(text), period) << text;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST(SpeltPeriods, AYearInEveryUsualWay) {
    for (const auto& [text, period] : Pairs{{"2018/19", "2018-19"},
                                            {"2018/2019", "2018-19"},
                                            {"2018–2019", "2018-19"},
                                            {"18/19", "2018-19"},
                                            {"98/99", "1998-99"},
                                            {"99-00", "1999-00"},
                                            {"201819", "2018-19"},
                                            {"FY1819", "2018-19"},
                                            {"fy 18-19", "2018-19"},
                                            {"F/Y 2018/19", "2018-19"},
                                            {"Financial Year 2018-19", "2018-19"},
                                            {"2018/19 financial year", "2018-19"},
                                            {"2018/19 Outturn", "2018-19"},
                                            {"2018/19 (provisional)", "2018-19 provisional"},
                                            {"Year ended 31 March 2019", "2018-19"},
                                            {"April 2018 – March 2019", "2018-19"},
                                            {"School year 2018/19", "AY2018-19"},
                                            {"2018-19 academic year", "AY2018-19"}})
        EXPECT_EQ(read(text), period) << text;
}

TEST(SpeltPeriods, AQuarterOrHalfEitherWayRound) {
    for (const auto& [text, period] : Pairs{{"Q4 2018/19", "2018-19Q4"},
                                            {"2018/19 Q4", "2018-19Q4"},
                                            {"2018/19: Quarter 4", "2018-19Q4"},
                                            {"Fourth quarter of 2018/19", "2018-19Q4"},
                                            {"2nd quarter 18/19", "2018-19Q2"},
                                            {"Qtr. 3 2018-19", "2018-19Q3"},
                                            {"quarter three (2018/19)", "2018-19Q3"},
                                            {"Jan–Mar 2019", "2018-19Q4"},
                                            {"January 2019 to March 2019", "2018-19Q4"},
                                            {"H2 18/19", "2018-19H2"},
                                            {"Second half 2018/19", "2018-19H2"},
                                            {"Half-year 1, 2018/19", "2018-19H1"},
                                            {"Oct 2018 - Mar 2019", "2018-19H2"}})
        EXPECT_EQ(read(text), period) << text;
    EXPECT_EQ(read("Oct to Dec 2018", october), "2018-19Q1");
}

TEST(SpeltPeriods, AMonthByItsName) {
    for (const auto& [text, period] : Pairs{{"Sept-19", "2019-09"},
                                            {"september 2019", "2019-09"},
                                            {"Sep '19", "2019-09"},
                                            {"2019 Sep", "2019-09"},
                                            {"Oct.2010", "2010-10"},
                                            {"Nov 2010", "2010-M11"},
                                            {"2019-07-01", "2019-07"}})
        EXPECT_EQ(read(text), period) << text;
}

TEST(SpeltPeriods, DaysMakeASpan) {
    EXPECT_EQ(read("01/02/2019 - 15/05/2019"), "2019-02-01/2019-05-15");
    EXPECT_EQ(read("1 February 2019 to 15 May 2019"), "2019-02-01/2019-05-15");
    EXPECT_EQ(read("15/05/2019 to 01/02/2019"), "no period");
    EXPECT_EQ(read("31/02/2019 to 15/05/2019"), "no period");
}

TEST(SpeltPeriods, WhatCanMeanSeveralIsAskedAbout) {
    for (const auto& [text, meanings] : Pairs{{"Q3", "?"},
                                              {"May", "?"},
                                              {"2019", "? 2019-20 2018-19"},
                                              {"2019 Q3", "? 2019-20Q3 2019-20Q2"},
                                              {"Q1 2019", "? 2019-20Q1 2018-19Q4"},
                                              {"FY19", "? 2018-19 2019-20"},
                                              {"2017-20", "? 2017-04-01/2020-03-31"},
                                              {"07-08", "? 2007-08"},
                                              {"30/09/2019", "? 2019-09 2019-20Q2"},
                                              {"As at 31 March 2019", "? 2019-03 2018-19Q4 2018-19"},
                                              {"2009-10-01", "? 2009-10 2009-M10"},
                                              {"Q1–Q2 2019/20", "? 2019-20H1"},
                                              {"Year ending June 2019", "? 2018-07-01/2019-06-30"},
                                              {"Nov-Jan 2019", "? 2018-11-01/2019-01-31"},
                                              {"2018/19 to date", "?"},
                                              {"Target 2018/19", "? 2018-19"},
                                              {"Autumn term 2018", "?"},
                                              {"Week 12", "?"},
                                              {"Period 2 2018/19", "? 2018-05"},
                                              {"last year", "?"}})
        EXPECT_EQ(read(text), meanings) << text;
}

TEST(SpeltPeriods, WhereTheYearStartsInJanuaryOneNumberIsAYear) {
    EXPECT_EQ(read("2019", january), "2019");
    EXPECT_EQ(read("Q3 2019", january), "2019Q3");
    EXPECT_EQ(read("2019 quarter 3", january), "2019Q3");
    EXPECT_EQ(read("Jul-Sep 2019", january), "2019Q3");
    EXPECT_EQ(read("2018/19", january).front(), '?');
    EXPECT_EQ(read("AY2018-19", january), "AY2018-19");
}

TEST(SpeltPeriods, WordsAreNone) {
    for (const std::string text : {"", "total", "Library visits", "19", "12345", "2018/21", "2018-", "Q5 2018/19",
                                   "13 2018", "2018/19 2019/20", "abc 2018/19"})
        EXPECT_FALSE(spell_period(text, april).period) << text;
}

std::vector<Period> of_year(int year) {
    return {Period::year(year),      Period::quarter(year, 2),           Period::half(year, 1),
            Period::month(year, 12), Period::month(year, year % 12 + 1), Period::academic_year(year)};
}

TEST(SpeltPeriods, WhatIsPrintedIsReadAgain) {
    for (const Calendar& calendar : {april, january, october}) {
        for (int year = 1999; year <= 2012; ++year) {
            for (const Period& period : of_year(year)) {
                EXPECT_EQ(spell_period(calendar.text(period), calendar).period, period) << calendar.text(period);
                EXPECT_EQ(spell_period(calendar.label(period), calendar).period, period) << calendar.label(period);
            }
        }
    }
}

} // namespace
} // namespace qd
