#pragma once

#include "base/date.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace qd {

enum class Grain : std::uint8_t { month, quarter, half, year, academic_year, span };

// Which stretch of time a figure describes: a grain and a position, independent of any calendar but for spans.
// The year of a month is the calendar year; of a quarter, half or year the calendar year in which that year starts.
//
// Written (parse and print are a pair):
//   2012-13     financial year              2012-13Q3   its third quarter    2012-13H2   its second half
//   2012        year that starts in January 2012Q3      its third quarter    2012H2
//   2012-12     month                       2011-M12    month; the only way to write the one month a year, of 2000 to
//                                                       2011, that would read as a financial year (2011-12 is a year)
//   AY2012-13   academic year               2010-01-01/2010-12-31            dated span
class Period {
public:
    constexpr Period() = default;
    static Period month(int year, int month);
    static Period quarter(int year, int quarter);
    static Period half(int year, int half);
    static Period year(int year);
    static Period academic_year(int year);
    static Period span(Date first, Date last);
    static std::optional<Period> parse(std::string_view text);

    Grain grain() const { return grain_; }
    int start_year() const { return a_; }                   // not for spans
    int number() const { return b_; }                       // 1.. within the year; 1 for years; not for spans
    Date span_first() const { return Date::from_days(a_); } // spans only
    Date span_last() const { return Date::from_days(b_); }  // spans only

    friend auto operator<=>(const Period&, const Period&) = default; // groups by grain, then by time

private:
    Period(Grain grain, std::int32_t a, std::int32_t b) : grain_(grain), a_(a), b_(b) {}
    Grain grain_ = Grain::year;
    std::int32_t a_ = 0; // start year, or first day of a span
    std::int32_t b_ = 1; // number within the year, or last day of a span
};

// How a year is written is the calendar's business; print takes what both calendars share.
enum class YearStyle { split, single }; // 2012-13Q3, 2012Q3
std::string print(Period period, YearStyle style = YearStyle::split);
std::string_view print(Grain grain); // "quarter", "academic_year", …
std::optional<Grain> parse_grain(std::string_view text);

} // namespace qd

template <> struct std::hash<qd::Period> { std::size_t operator()(const qd::Period& period) const noexcept; };
