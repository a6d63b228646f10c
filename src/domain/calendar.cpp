#include "domain/calendar.hpp"

#include "base/error.hpp"
#include "domain/grain_months.hpp"

#include <fmt/format.h>

namespace qd {
namespace {

constexpr int school_year_start = 9; // 1 September to 31 August

int months_of(Grain grain) {
    if (const int months = months_in(grain); months > 0) return months;
    throw Error(Fault::request, "A span of dates has no place in a year: give a month, quarter, half or year.");
}

Period numbered(Grain grain, int year, int number) {
    switch (grain) {
    case Grain::month: return Period::month(year, number);
    case Grain::quarter: return Period::quarter(year, number);
    case Grain::half: return Period::half(year, number);
    case Grain::academic_year: return Period::academic_year(year);
    default: return Period::year(year);
    }
}

Date first_of_month(int year, int month) {
    const auto date = Date::from_ymd(year, month, 1);
    if (!date) throw Error(Fault::request, fmt::format("The year {} is outside the calendar.", year));
    return *date;
}

bool ends_month(Date date) { return date.plus_days(1).day() == 1; }

// So many steps of its own grain on, or back.
Period stepped(Period period, int steps) {
    const int count = 12 / months_of(period.grain());
    const int position = period.start_year() * count + period.number() - 1 + steps;
    return numbered(period.grain(), position / count, position % count + 1);
}

std::string range_of_months(Date first, Date last) {
    std::string to = fmt::format("{} {}", month_name(last.month()), last.year());
    if (first.year() == last.year() && first.month() == last.month()) return to;
    if (first.year() == last.year()) return fmt::format("{} to {}", month_name(first.month()), to);
    return fmt::format("{} {} to {}", month_name(first.month()), first.year(), to);
}

std::string span_label(Date first, Date last) {
    if (first == last) return print_long(first);
    if (first.plus_months(12).plus_days(-1) == last) return "year to " + print_long(last);
    return print_long(first) + " to " + print_long(last);
}

} // namespace

int months_in(Grain grain) {
    switch (grain) {
    case Grain::month: return 1;
    case Grain::quarter: return 3;
    case Grain::half: return 6;
    case Grain::year:
    case Grain::academic_year: return 12;
    case Grain::span: break;
    }
    return 0;
}

Calendar::Calendar(int year_start_month) : start_month_(year_start_month) {
    if (year_start_month < 1 || year_start_month > 12)
        throw Error(Fault::request,
                    fmt::format("A year cannot start in month {}: write 1 for January to 12.", year_start_month));
}

Date Calendar::first_day(Period period) const {
    if (period.grain() == Grain::span) return period.span_first();
    if (period.grain() == Grain::month) return first_of_month(period.start_year(), period.number());
    const int start = period.grain() == Grain::academic_year ? school_year_start : start_month_;
    return first_of_month(period.start_year(), start).plus_months((period.number() - 1) * months_of(period.grain()));
}

Date Calendar::last_day(Period period) const {
    if (period.grain() == Grain::span) return period.span_last();
    return first_day(period).plus_months(months_of(period.grain())).plus_days(-1);
}

Period Calendar::containing(Grain grain, Date date) const {
    const int months = months_of(grain);
    if (grain == Grain::month) return Period::month(date.year(), date.month());
    const int start = grain == Grain::academic_year ? school_year_start : start_month_;
    const int year = date.month() >= start ? date.year() : date.year() - 1;
    return numbered(grain, year, (date.month() - start + 12) % 12 / months + 1);
}

Period Calendar::year_of(Period period) const {
    return containing(period.grain() == Grain::academic_year ? Grain::academic_year : Grain::year, last_day(period));
}

std::optional<Period> Calendar::previous(Period period) const {
    if (period.grain() == Grain::span) return std::nullopt;
    return stepped(period, -1);
}

std::optional<Period> Calendar::next(Period period) const {
    if (period.grain() == Grain::span) return std::nullopt;
    return stepped(period, 1);
}

Period Calendar::year_before(Period period) const {
    if (period.grain() != Grain::span) return numbered(period.grain(), period.start_year() - 1, period.number());
    const Date last = period.span_last().plus_months(-12);
    // The end of February stays the end of February: 28 February 2013 → 29 February 2012.
    const bool leap_day_missed = ends_month(period.span_last()) && !ends_month(last);
    return Period::span(period.span_first().plus_months(-12), last.plus_days(leap_day_missed ? 1 : 0));
}

std::vector<Period> Calendar::parts(Period whole, Grain grain) const {
    if (whole.grain() == grain) return {whole};
    if (grain == Grain::span) return {};
    std::vector<Period> found;
    const Date end = last_day(whole);
    Date from = first_day(whole);
    while (from <= end) {
        const Period part = containing(grain, from);
        if (first_day(part) != from || last_day(part) > end) return {};
        found.push_back(part);
        from = last_day(part).plus_days(1);
    }
    return found;
}

Period Calendar::year_to_date(Period period) const {
    return Period::span(first_day(year_of(period)), last_day(period));
}

int Calendar::position_in_year(Period period) const {
    const Date start = first_day(year_of(period));
    const int months = months_of(period.grain());
    const Date first = first_day(period);
    return ((first.year() - start.year()) * 12 + first.month() - start.month()) / months + 1;
}

int Calendar::periods_a_year(Grain grain) const { return 12 / months_of(grain); }

bool Calendar::ends_year(Period period) const { return last_day(period) == last_day(year_of(period)); }

std::string Calendar::label(Period period) const {
    if (period.grain() == Grain::span) return span_label(period.span_first(), period.span_last());
    const int year = period.start_year();
    const std::string split = fmt::format("{}/{:02}", year, (year + 1) % 100);
    std::string own = year_style() == YearStyle::split ? split : std::to_string(year);
    switch (period.grain()) {
    case Grain::month: return fmt::format("{} {}", month_name(period.number()), year);
    case Grain::quarter: return fmt::format("{} quarter {}", own, period.number());
    case Grain::half: return fmt::format("{} half {}", own, period.number());
    case Grain::academic_year: return "school year " + split;
    default: return own;
    }
}

std::string Calendar::days_label(Period period) const {
    const Date first = first_day(period), last = last_day(period);
    if (first.day() == 1 && ends_month(last)) return range_of_months(first, last);
    return first == last ? print_long(first) : print_long(first) + " to " + print_long(last);
}

} // namespace qd
