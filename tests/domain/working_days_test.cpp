#include "domain/working_days.hpp"

#include <gtest/gtest.h>

namespace qd::test {
namespace {

Date day(std::string_view text) { return *Date::parse(text); }

TEST(EasterSunday, FollowsTheMoon) {
    for (const auto& [year, date] : {std::pair{2008, "2008-03-23"},
                                     {2011, "2011-04-24"},
                                     {2012, "2012-04-08"},
                                     {2013, "2013-03-31"},
                                     {2018, "2018-04-01"},
                                     {2038, "2038-04-25"}})
        EXPECT_EQ(print(easter_sunday(year)), date);
}

std::vector<std::string> holidays(int year) {
    std::vector<std::string> days;
    for (const BankHoliday& one : bank_holidays_of_england(year)) days.push_back(print(one.date));
    return days;
}

// As gov.uk lists them.
TEST(BankHolidays, AreThoseOfEngland) {
    using Days = std::vector<std::string>;
    EXPECT_EQ(holidays(2012), (Days{"2012-01-02", "2012-04-06", "2012-04-09", "2012-05-07", "2012-06-04", "2012-06-05",
                                    "2012-08-27", "2012-12-25", "2012-12-26"}));
    EXPECT_EQ(holidays(2011), (Days{"2011-01-03", "2011-04-22", "2011-04-25", "2011-04-29", "2011-05-02", "2011-05-30",
                                    "2011-08-29", "2011-12-26", "2011-12-27"}));
    EXPECT_EQ(holidays(2022), (Days{"2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03",
                                    "2022-08-29", "2022-09-19", "2022-12-26", "2022-12-27"}));
    EXPECT_EQ(holidays(2021), (Days{"2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30",
                                    "2021-12-27", "2021-12-28"}));
    EXPECT_EQ(holidays(2020), (Days{"2020-01-01", "2020-04-10", "2020-04-13", "2020-05-08", "2020-05-25", "2020-08-31",
                                    "2020-12-25", "2020-12-28"}));
    EXPECT_EQ(holidays(2023).at(4), "2023-05-08");
}

TEST(ClearDays, LeaveOutWeekendsHolidaysAndBothEnds) {
    const WorkingDays days;
    for (const auto& [meeting, latest] : {std::pair{"2012-07-03", "2012-06-25"},
                                          {"2013-01-17", "2013-01-09"},
                                          {"2013-02-26", "2013-02-18"},
                                          {"2013-04-16", "2013-04-08"},
                                          {"2013-08-15", "2013-08-07"},
                                          {"2017-12-06", "2017-11-28"},
                                          {"2018-02-27", "2018-02-19"}}) {
        EXPECT_EQ(print(days.latest_publication(day(meeting), agenda_clear_days)), latest) << meeting;
        EXPECT_EQ(days.clear_days(day(latest), day(meeting)), 5) << meeting;
        EXPECT_EQ(days.clear_days(day(latest).plus_days(1), day(meeting)), 4) << meeting;
    }
    // Over Christmas 2012: 31, 28, 27, 24 and 21 December.
    EXPECT_EQ(print(days.latest_publication(day("2013-01-02"), 5)), "2012-12-20");
    EXPECT_EQ(days.clear_days(day("2013-01-02"), day("2013-01-02")), 0);
    EXPECT_EQ(days.clear_days(day("2013-01-05"), day("2013-01-02")), 0);
}

TEST(ClearDays, OfANoticeCountEveryDay) {
    EXPECT_EQ(print(latest_notice(day("2013-02-26"))), "2013-01-28");
    EXPECT_EQ(day("2013-02-26") - latest_notice(day("2013-02-26")) - 1, notice_clear_days);
}

TEST(WorkingDays, AreChangedByTheCouncilsOwn) {
    const WorkingDays days({{day("2013-02-25"), "Snow", true}, {day("2013-05-06"), "Moved", false}});
    EXPECT_EQ(days.holiday(day("2013-02-25")), "Snow");
    EXPECT_TRUE(days.is_working(day("2013-05-06")));
    EXPECT_EQ(print(days.latest_publication(day("2013-02-26"), 5)), "2013-02-15");
}

} // namespace
} // namespace qd::test
