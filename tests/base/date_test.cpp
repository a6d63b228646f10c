#include "base/date.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

Date day(int year, int month, int of_month) { return Date::from_ymd(year, month, of_month).value(); }

TEST(Date, EveryDayFrom1900To2199RoundTrips) {
    Date date = day(1900, 1, 1);
    int weekday = 1; // 1 January 1900 was a Monday
    for (; date <= day(2199, 12, 31); date = date.plus_days(1)) {
        ASSERT_EQ(Date::parse(print(date)), date) << print(date);
        ASSERT_EQ(Date::from_ymd(date.year(), date.month(), date.day()), date) << print(date);
        ASSERT_EQ(date.weekday(), weekday) << print(date);
        weekday = weekday % 7 + 1;
    }
    EXPECT_EQ(date - day(1900, 1, 1), 300 * 365 + 73); // 73 leap years: 1900 and 2100 are none, 2000 is one
}

TEST(Date, KnowsWhichDaysThereAre) {
    EXPECT_TRUE(Date::from_ymd(2012, 2, 29));
    EXPECT_TRUE(Date::from_ymd(2000, 2, 29));
    EXPECT_FALSE(Date::from_ymd(1900, 2, 29));
    EXPECT_FALSE(Date::from_ymd(2013, 2, 29));
    EXPECT_FALSE(Date::from_ymd(2013, 4, 31));
    EXPECT_FALSE(Date::from_ymd(2013, 13, 1));
    EXPECT_FALSE(Date::from_ymd(2013, 0, 1));
    EXPECT_FALSE(Date::from_ymd(2013, 1, 0));
    EXPECT_FALSE(Date::from_ymd(0, 1, 1));
    EXPECT_FALSE(Date::from_ymd(10'000, 1, 1));
}

TEST(Date, ReadsOnlyOneForm) {
    EXPECT_EQ(Date::parse("1970-01-01")->days_since_1970(), 0);
    for (const char* text : {"", "2012-12-3", "2012-12-311", "31/12/2012", "2012/12/31", "2012-02-30", "2012-1a-01",
                             "-012-12-31", " 2012-12-31"})
        EXPECT_FALSE(Date::parse(text)) << text;
}

TEST(Date, MovesByMonths) {
    EXPECT_EQ(day(2012, 1, 31).plus_months(1), day(2012, 2, 29));
    EXPECT_EQ(day(2012, 2, 29).plus_months(12), day(2013, 2, 28));
    EXPECT_EQ(day(2012, 3, 31).plus_months(-1), day(2012, 2, 29));
    EXPECT_EQ(day(2012, 1, 15).plus_months(-1), day(2011, 12, 15));
    EXPECT_EQ(day(2012, 11, 30).plus_months(27), day(2015, 2, 28));
    EXPECT_THROW(day(9999, 12, 31).plus_months(1), Error);
    EXPECT_THROW(day(1, 1, 1).plus_months(-1), Error);
}

TEST(Date, ReadsWell) {
    EXPECT_EQ(print_long(day(2012, 12, 31)), "31 December 2012");
    EXPECT_EQ(weekday_name(day(2013, 2, 26).weekday()), "Tuesday"); // a committee met on that day
    EXPECT_EQ(month_name(1), "January");
}

TEST(Instant, ADayIsItsLastSecond) {
    EXPECT_EQ(print(Instant::parse("2013-02-15").value()), "2013-02-15T23:59:59Z");
    EXPECT_EQ(Instant::end_of(day(2013, 2, 15)).seconds() + 1, Instant::start_of(day(2013, 2, 16)).seconds());
}

TEST(Instant, PrintAndParseAreAPair) {
    for (const char* text : {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2013-02-15T10:20:30Z",
                             "1900-01-01T00:00:01Z", "2199-12-31T23:59:59Z"})
        EXPECT_EQ(print(Instant::parse(text).value()), text);
    for (std::int64_t seconds = -200'000'003; seconds < 200'000'000; seconds += 86'399)
        EXPECT_EQ(Instant::parse(print(Instant(seconds))), Instant(seconds));
}

TEST(Instant, RefusesWhatIsNotATime) {
    for (const char* text :
         {"", "2013", "2013-02-30", "2013-02-15T24:00:00Z", "2013-02-15T10:60:00Z", "2013-02-15T10:00:61Z",
          "2013-02-15T10:00:00", "2013-02-15 10:00:00Z", "2013-02-15T10:00:00+01:00"})
        EXPECT_FALSE(Instant::parse(text)) << text;
}

TEST(Instant, FallsOnADay) {
    EXPECT_EQ(Instant(-1).date(), day(1969, 12, 31));
    EXPECT_EQ(Instant(0).date(), day(1970, 1, 1));
    EXPECT_EQ(Instant(-86'400).date(), day(1969, 12, 31));
    EXPECT_EQ(Instant(-86'401).date(), day(1969, 12, 30));
}

TEST(Clock, GivesTheTimeItWasGivenOrTheRealOne) {
    EXPECT_EQ(FixedClock(Instant(12)).now(), Instant(12));
    EXPECT_GT(SystemClock().now(), Instant::parse("2024-01-01").value());
}

} // namespace
} // namespace qd
