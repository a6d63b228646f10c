#include "base/date.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

namespace qd {
namespace {

std::chrono::year_month_day civil(Date date) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{date.days_since_1970()}}};
}

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

constexpr std::int64_t seconds_a_day = 86'400;

} // namespace

std::optional<Date> Date::from_ymd(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day civil{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}};
    if (!civil.ok()) return std::nullopt;
    return from_days(static_cast<std::int32_t>(std::chrono::sys_days{civil}.time_since_epoch().count()));
}

Date Date::from_days(std::int32_t days_since_1970) {
    Date date;
    date.days_ = days_since_1970;
    return date;
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return from_ymd(*year, *month, *day);
}

int Date::year() const { return static_cast<int>(civil(*this).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }

int Date::weekday() const {
    const std::chrono::weekday weekday{std::chrono::sys_days{std::chrono::days{days_}}};
    return static_cast<int>(weekday.iso_encoding());
}

Date Date::plus_months(int months) const {
    const auto moved = civil(*this) + std::chrono::months{months};
    const std::chrono::year_month_day_last last{moved.year(), std::chrono::month_day_last{moved.month()}};
    const auto date = from_ymd(static_cast<int>(last.year()), static_cast<int>(unsigned{last.month()}),
                               std::min(day(), static_cast<int>(unsigned{last.day()})));
    if (!date) throw Error(Fault::request, "A date is outside the years 1 to 9999.");
    return *date;
}

std::string print(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()); }

std::string print_long(Date date) { return fmt::format("{} {} {}", date.day(), month_name(date.month()), date.year()); }

std::string month_name(int month) {
    static constexpr const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};
    return names[month - 1];
}

std::string with_weekday(Date date) { return weekday_name(date.weekday()) + " " + print_long(date); }

std::string weekday_name(int weekday) {
    static constexpr const char* names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
    return names[weekday - 1];
}

Instant Instant::start_of(Date date) { return Instant(date.days_since_1970() * seconds_a_day); }
Instant Instant::end_of(Date date) { return Instant((date.days_since_1970() + std::int64_t{1}) * seconds_a_day - 1); }

std::optional<Instant> Instant::parse(std::string_view text) {
    const auto date = Date::parse(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return end_of(*date);
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
        return std::nullopt;
    const auto hour = digits(text.substr(11, 2)), minute = digits(text.substr(14, 2)),
               second = digits(text.substr(17, 2));
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return Instant(start_of(*date).seconds() + *hour * 3600 + *minute * 60 + *second);
}

Date Instant::date() const {
    const std::int64_t days =
        seconds_ >= 0 ? seconds_ / seconds_a_day : -((-seconds_ + seconds_a_day - 1) / seconds_a_day);
    return Date::from_days(static_cast<std::int32_t>(days));
}

std::string print(Instant instant) {
    const std::int64_t of_day = instant.seconds() - Instant::start_of(instant.date()).seconds();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", print(instant.date()), of_day / 3600, of_day / 60 % 60, of_day % 60);
}

} // namespace qd
