#include "domain/working_days.hpp"

#include <algorithm>
#include <optional>

namespace qd {
namespace {

Date day(int year, int month, int day_of_month) { return *Date::from_ymd(year, month, day_of_month); }

Date first_monday(int year, int month) {
    const Date first = day(year, month, 1);
    return first.plus_days((8 - first.weekday()) % 7);
}
Date last_monday(int year, int month) {
    const Date last = day(year, month, 31); // May and August
    return last.plus_days(-(last.weekday() - 1));
}

// Days that were proclaimed for a single year, some of them instead of one of the rules.
struct OneOff {
    int year, month, day;
    const char* name;
    int instead_of_month = 0, instead_of_day = 0;
};
constexpr OneOff one_offs[] = {
    {1995, 5, 8, "Early May bank holiday (VE Day)", 5, 1},
    {1999, 12, 31, "Millennium"},
    {2002, 6, 3, "Golden Jubilee"},
    {2002, 6, 4, "Spring bank holiday", 5, 27},
    {2011, 4, 29, "Royal wedding"},
    {2012, 6, 4, "Spring bank holiday", 5, 28},
    {2012, 6, 5, "Diamond Jubilee"},
    {2020, 5, 8, "Early May bank holiday (VE Day)", 5, 4},
    {2022, 6, 2, "Spring bank holiday", 5, 30},
    {2022, 6, 3, "Platinum Jubilee"},
    {2022, 9, 19, "State funeral"},
    {2023, 5, 8, "Coronation"},
};

// Puts a holiday of a fixed date on its day, or on the next that is neither weekend nor holiday.
void keep(std::map<Date, std::string>& kept, Date date, const std::string& name) {
    const bool moved = date.weekday() > 5;
    while (date.weekday() > 5 || kept.contains(date)) date = date.plus_days(1);
    kept.emplace(date, name + (moved ? " (substitute day)" : ""));
}

std::map<Date, std::string> rules_of(int year) {
    std::map<Date, std::string> kept;
    keep(kept, day(year, 1, 1), "New Year’s Day");
    const Date easter = easter_sunday(year);
    kept.emplace(easter.plus_days(-2), "Good Friday");
    kept.emplace(easter.plus_days(1), "Easter Monday");
    kept.emplace(first_monday(year, 5), "Early May bank holiday");
    kept.emplace(last_monday(year, 5), "Spring bank holiday");
    kept.emplace(last_monday(year, 8), "Summer bank holiday");
    // A Boxing Day on a Monday stays there, and Christmas on the Sunday before it is kept on the Tuesday.
    const Date christmas = day(year, 12, 25), boxing = day(year, 12, 26);
    if (boxing.weekday() <= 5) kept.emplace(boxing, "Boxing Day");
    keep(kept, christmas, "Christmas Day");
    if (boxing.weekday() > 5) keep(kept, boxing, "Boxing Day");
    for (const OneOff& one : one_offs) {
        if (one.year != year) continue;
        if (one.instead_of_month > 0) kept.erase(day(year, one.instead_of_month, one.instead_of_day));
        kept.insert_or_assign(day(year, one.month, one.day), one.name);
    }
    return kept;
}

} // namespace

Date easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return day(year, sum / 31, sum % 31 + 1);
}

std::vector<BankHoliday> bank_holidays_of_england(int year) {
    std::vector<BankHoliday> out;
    for (const auto& [date, name] : rules_of(year)) out.push_back({date, name, true});
    return out;
}

WorkingDays::WorkingDays(const std::vector<BankHoliday>& changes) : changes_(changes) {}

const std::map<Date, std::string>& WorkingDays::of_year(int year) const {
    const auto found = years_.find(year);
    if (found != years_.end()) return found->second;
    std::map<Date, std::string> kept = rules_of(year);
    for (const BankHoliday& change : changes_) {
        if (change.date.year() != year) continue;
        if (change.holds)
            kept.insert_or_assign(change.date, change.name);
        else
            kept.erase(change.date);
    }
    return years_.emplace(year, std::move(kept)).first->second;
}

std::string WorkingDays::holiday(Date date) const {
    const auto& kept = of_year(date.year());
    const auto found = kept.find(date);
    return found == kept.end() ? "" : found->second;
}

bool WorkingDays::is_working(Date date) const { return date.weekday() <= 5 && holiday(date).empty(); }

int WorkingDays::clear_days(Date published, Date meeting) const {
    int days = 0;
    for (Date date = published.plus_days(1); date < meeting; date = date.plus_days(1)) days += is_working(date) ? 1 : 0;
    return days;
}

Date WorkingDays::latest_publication(Date meeting, int clear_days) const {
    Date date = meeting;
    for (int left = clear_days; left > 0;) {
        date = date.plus_days(-1);
        left -= is_working(date) ? 1 : 0;
    }
    do date = date.plus_days(-1);
    while (!is_working(date));
    return date;
}

Date latest_notice(Date meeting) { return meeting.plus_days(-notice_clear_days - 1); }

} // namespace qd
