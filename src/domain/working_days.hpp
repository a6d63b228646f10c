#pragma once

#include "domain/meeting.hpp"

#include <map>
#include <string>
#include <vector>

namespace qd {

// Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
Date easter_sunday(int year);

// The bank holidays of England in a year, by the rules in force since 1978 and with the days proclaimed for single years.
// A holiday that falls on a weekend is kept on the next weekday that is none.
std::vector<BankHoliday> bank_holidays_of_england(int year);

// On which days business is done: weekdays that are not bank holidays.
class WorkingDays {
public:
    // `changes`: days in addition to those by England's rules, and days by the rules that were not observed.
    explicit WorkingDays(const std::vector<BankHoliday>& changes = {});

    bool is_working(Date date) const;
    std::string holiday(Date date) const; // its name; "" = none

    // Clear working days: the day of publication and that of the meeting do not count.
    int clear_days(Date published, Date meeting) const;
    // The last day to publish on that leaves that many clear working days; a working day itself.
    Date latest_publication(Date meeting, int clear_days) const;

private:
    const std::map<Date, std::string>& of_year(int year) const;

    std::vector<BankHoliday> changes_;
    mutable std::map<int, std::map<Date, std::string>> years_;
};

// Section 100B of the Local Government Act 1972: agenda and reports are open so many clear days before a meeting; weekends and
// bank holidays are not counted.
constexpr int agenda_clear_days = 5;
// Regulations 5 and 9 of SI 2012/2089: notice of a key decision, or of meeting in private. Every day of the calendar is counted.
constexpr int notice_clear_days = 28;
// The last day for such a notice.
Date latest_notice(Date meeting);

} // namespace qd
