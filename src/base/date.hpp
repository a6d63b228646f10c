#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qd {

// A day of the proleptic Gregorian calendar, years 1 to 9999.
class Date {
public:
    constexpr Date() = default;
    static std::optional<Date> from_ymd(int year, int month, int day); // none if there is no such day
    static Date from_days(std::int32_t days_since_1970);
    static std::optional<Date> parse(std::string_view text); // "2012-12-31"

    int year() const;
    int month() const;   // 1..12
    int day() const;     // 1..31
    int weekday() const; // 1 = Monday .. 7 = Sunday
    constexpr std::int32_t days_since_1970() const { return days_; }

    Date plus_days(int days) const { return from_days(days_ + days); }
    Date plus_months(int months) const; // the day is clipped to the month's length; Error(request) outside of the years
    constexpr friend std::int32_t operator-(Date a, Date b) { return a.days_ - b.days_; }
    constexpr friend auto operator<=>(Date, Date) = default;

private:
    std::int32_t days_ = 0;
};

std::string print(Date date);          // "2012-12-31"
std::string print_long(Date date);     // "31 December 2012"
std::string with_weekday(Date date);   // "Monday 31 December 2012"
std::string month_name(int month);     // "December"
std::string weekday_name(int weekday); // "Monday"

// A moment, in whole seconds UTC: when we knew something.
class Instant {
public:
    constexpr Instant() = default;
    constexpr explicit Instant(std::int64_t seconds_since_1970) : seconds_(seconds_since_1970) {}
    static Instant start_of(Date date);
    static Instant end_of(Date date); // last second of the day
    // "2013-02-15" is the end of that day; "2013-02-15T10:00:00Z" that second.
    static std::optional<Instant> parse(std::string_view text);

    constexpr std::int64_t seconds() const { return seconds_; }
    Date date() const;
    constexpr friend auto operator<=>(Instant, Instant) = default;

private:
    std::int64_t seconds_ = 0;
};

std::string print(Instant instant); // "2013-02-15T10:00:00Z"

} // namespace qd
