#include "domain/calendar.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace qd {
namespace {

const Calendar april;
const Calendar january(1);

Date day(std::string_view text) { return Date::parse(text).value(); }
Period read(std::string_view text) { return Period::parse(text).value(); }
std::string days(const Calendar& calendar, std::string_view text) {
    return print(calendar.first_day(read(text))) + " " + print(calendar.last_day(read(text)));
}

TEST(Calendar, LaysPeriodsOnDays) {
    EXPECT_EQ(days(april, "2012-13Q3"), "2012-10-01 2012-12-31");
    EXPECT_EQ(days(april, "2013-14Q1"), "2013-04-01 2013-06-30");
    EXPECT_EQ(days(april, "2017-18Q2"), "2017-07-01 2017-09-30");
    EXPECT_EQ(days(april, "2012-13Q4"), "2013-01-01 2013-03-31");
    EXPECT_EQ(days(april, "2012-13H2"), "2012-10-01 2013-03-31");
    EXPECT_EQ(days(april, "2012-13"), "2012-04-01 2013-03-31");
    EXPECT_EQ(days(april, "2012-02"), "2012-02-01 2012-02-29");
    EXPECT_EQ(days(april, "AY2011-12"), "2011-09-01 2012-08-31");
    EXPECT_EQ(days(april, "2011-09-01/2012-03-20"), "2011-09-01 2012-03-20");
    EXPECT_EQ(days(january, "2012Q3"), "2012-07-01 2012-09-30");
    EXPECT_EQ(days(january, "2012"), "2012-01-01 2012-12-31");
    EXPECT_EQ(days(january, "AY2011-12"), "2011-09-01 2012-08-31");
    EXPECT_EQ(days(Calendar(12), "2012-13Q1"), "2012-12-01 2013-02-28");
    EXPECT_THROW(Calendar(0), Error);
    EXPECT_THROW(Calendar(13), Error);
}

TEST(Calendar, EveryDayIsInThePeriodThatContainsIt) {
    for (const int start : {1, 4, 7, 9}) {
        const Calendar calendar(start);
        for (const Grain grain : {Grain::month, Grain::quarter, Grain::half, Grain::year, Grain::academic_year}) {
            Period before = calendar.containing(grain, day("1999-12-31"));
            for (Date date = day("2000-01-01"); date < day("2013-01-01"); date = date.plus_days(1)) {
                const Period period = calendar.containing(grain, date);
                ASSERT_LE(calendar.first_day(period), date);
                ASSERT_GE(calendar.last_day(period), date);
                if (period == before) continue;
                ASSERT_EQ(calendar.next(before), period) << print(period);
                ASSERT_EQ(calendar.previous(period), before) << print(period);
                ASSERT_EQ(calendar.last_day(before).plus_days(1), calendar.first_day(period)) << print(period);
                before = period;
            }
        }
    }
    EXPECT_THROW(april.containing(Grain::span, day("2012-12-31")), Error);
}

TEST(Calendar, KnowsWhatComesBefore) {
    EXPECT_EQ(april.previous(read("2012-13Q1")), read("2011-12Q4"));
    EXPECT_EQ(april.previous(read("2012-01")), read("2011-M12"));
    EXPECT_EQ(april.next(read("2012-13H2")), read("2013-14H1"));
    EXPECT_EQ(april.previous(read("AY2011-12")), read("AY2010-11"));
    EXPECT_EQ(april.previous(read("2010-01-01/2010-12-31")), std::nullopt);
    EXPECT_EQ(april.next(read("2010-01-01/2010-12-31")), std::nullopt);
}

TEST(Calendar, GoesBackAYear) {
    EXPECT_EQ(april.year_before(read("2012-13Q3")), read("2011-12Q3"));
    EXPECT_EQ(april.year_before(read("2012-12")), read("2011-M12"));
    EXPECT_EQ(april.year_before(read("AY2011-12")), read("AY2010-11"));
    EXPECT_EQ(april.year_before(read("2010-01-01/2010-12-31")), read("2009-01-01/2009-12-31"));
    EXPECT_EQ(april.year_before(read("2012-04-01/2013-02-28")), read("2011-04-01/2012-02-29"));
    EXPECT_EQ(april.year_before(read("2011-03-01/2012-02-29")), read("2010-03-01/2011-02-28"));
    EXPECT_EQ(april.year_before(read("2011-09-01/2012-03-20")), read("2010-09-01/2011-03-20"));
    EXPECT_EQ(april.year_before(read("2013-01-01/2013-02-27")), read("2012-01-01/2012-02-27"));
}

TEST(Calendar, FindsTheReportingYear) {
    EXPECT_EQ(april.year_of(read("2013-02")), read("2012-13"));
    EXPECT_EQ(april.year_of(read("2012-13Q4")), read("2012-13"));
    EXPECT_EQ(april.year_of(read("2010-01-01/2010-12-31")), read("2010-11"));
    EXPECT_EQ(april.year_of(read("AY2011-12")), read("AY2011-12"));
    EXPECT_EQ(january.year_of(read("2013-02")), read("2013"));
}

TEST(Calendar, PartsMakeUpTheWhole) {
    EXPECT_EQ(april.parts(read("2012-13"), Grain::quarter),
              (std::vector{read("2012-13Q1"), read("2012-13Q2"), read("2012-13Q3"), read("2012-13Q4")}));
    EXPECT_EQ(april.parts(read("2012-13H2"), Grain::quarter), (std::vector{read("2012-13Q3"), read("2012-13Q4")}));
    EXPECT_EQ(april.parts(read("2012-13Q4"), Grain::month),
              (std::vector{read("2013-01"), read("2013-02"), read("2013-03")}));
    EXPECT_EQ(april.parts(read("2012-13Q3"), Grain::quarter), std::vector{read("2012-13Q3")});
    EXPECT_EQ(april.parts(read("AY2011-12"), Grain::month).size(), 12u);
    EXPECT_EQ(april.parts(read("2010-01-01/2010-12-31"), Grain::quarter),
              (std::vector{read("2009-10Q4"), read("2010-11Q1"), read("2010-11Q2"), read("2010-11Q3")}));
}

TEST(Calendar, HasNoPartsIfTheyDoNotFit) {
    EXPECT_TRUE(april.parts(read("AY2011-12"), Grain::quarter).empty());
    EXPECT_TRUE(april.parts(read("2012-09-01/2012-12-31"), Grain::quarter).empty());
    EXPECT_TRUE(april.parts(read("2012-13Q3"), Grain::year).empty());
    EXPECT_TRUE(april.parts(read("2011-09-01/2012-03-20"), Grain::month).empty());
    EXPECT_TRUE(april.parts(read("2012-13"), Grain::academic_year).empty());
    EXPECT_TRUE(april.parts(read("2012-13"), Grain::span).empty());
}

TEST(Calendar, CountsTheYearToDate) {
    EXPECT_EQ(april.year_to_date(read("2012-13Q3")), read("2012-04-01/2012-12-31"));
    EXPECT_EQ(april.year_to_date(read("2013-01")), read("2012-04-01/2013-01-31"));
    EXPECT_EQ(january.year_to_date(read("2012Q1")), read("2012-01-01/2012-03-31"));
    EXPECT_EQ(april.position_in_year(read("2012-13Q3")), 3);
    EXPECT_EQ(april.position_in_year(read("2012-04")), 1);
    EXPECT_EQ(april.position_in_year(read("2013-03")), 12);
    EXPECT_EQ(april.position_in_year(read("2012-13H2")), 2);
    EXPECT_EQ(april.position_in_year(read("2012-13")), 1);
    EXPECT_EQ(april.position_in_year(read("AY2012-13")), 1);
    EXPECT_EQ(january.position_in_year(read("2013-03")), 3);
    EXPECT_THROW(april.position_in_year(read("2010-01-01/2010-12-31")), Error);
    EXPECT_EQ(april.periods_a_year(Grain::month), 12);
    EXPECT_EQ(april.periods_a_year(Grain::quarter), 4);
    EXPECT_EQ(april.periods_a_year(Grain::half), 2);
    EXPECT_EQ(april.periods_a_year(Grain::academic_year), 1);
}

TEST(Calendar, KnowsTheYearEnd) {
    for (const char* text : {"2012-13Q4", "2012-13H2", "2013-03", "2012-13", "AY2012-13", "2012-04-01/2013-03-31"})
        EXPECT_TRUE(april.ends_year(read(text))) << text;
    for (const char* text : {"2012-13Q3", "2012-13H1", "2012-12", "2012-01-01/2012-12-31"})
        EXPECT_FALSE(april.ends_year(read(text))) << text;
    EXPECT_TRUE(january.ends_year(read("2012-12")));
}

TEST(Calendar, NamesPeriodsForPeople) {
    EXPECT_EQ(april.label(read("2012-13Q3")), "2012/13 quarter 3");
    EXPECT_EQ(april.label(read("2012-13H1")), "2012/13 half 1");
    EXPECT_EQ(april.label(read("2012-13")), "2012/13");
    EXPECT_EQ(april.label(read("1999-00")), "1999/00");
    EXPECT_EQ(april.label(read("2012-12")), "December 2012");
    EXPECT_EQ(april.label(read("AY2011-12")), "school year 2011/12");
    EXPECT_EQ(april.label(read("2010-01-01/2010-12-31")), "year to 31 December 2010");
    EXPECT_EQ(april.label(read("2012-03-15/2013-03-14")), "year to 14 March 2013");
    EXPECT_EQ(april.label(read("2011-09-01/2012-03-20")), "1 September 2011 to 20 March 2012");
    EXPECT_EQ(april.label(read("2012-03-20/2012-03-20")), "20 March 2012");
    EXPECT_EQ(january.label(read("2012Q3")), "2012 quarter 3");
    EXPECT_EQ(january.label(read("2012")), "2012");
}

TEST(Calendar, NamesTheDaysOfPeriods) {
    EXPECT_EQ(april.days_label(read("2012-13Q3")), "October to December 2012");
    EXPECT_EQ(april.days_label(read("2012-13")), "April 2012 to March 2013");
    EXPECT_EQ(april.days_label(read("2012-12")), "December 2012");
    EXPECT_EQ(april.days_label(read("AY2011-12")), "September 2011 to August 2012");
    EXPECT_EQ(april.days_label(read("2012-04-01/2012-12-31")), "April to December 2012");
    EXPECT_EQ(april.days_label(read("2011-09-01/2012-03-20")), "1 September 2011 to 20 March 2012");
}

TEST(Calendar, WritesItsOwnStyle) {
    EXPECT_EQ(april.text(read("2012Q3")), "2012-13Q3");
    EXPECT_EQ(january.text(read("2012-13Q3")), "2012Q3");
    EXPECT_EQ(Calendar(), Calendar(4));
    EXPECT_FALSE(april == january);
}

} // namespace
} // namespace qd
