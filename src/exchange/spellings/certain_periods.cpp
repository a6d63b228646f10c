#include "exchange/spellings/period_reader.hpp"

namespace qd::inline exchange {
namespace {

struct SpeltYear {
    int start = 0;
    bool is_academic = false;
};

bool take_academic(Along& along) { return along.take_words("academic year") || along.take_words("school year"); }

bool take_financial(Along& along) {
    if (along.take_words("financial year") || along.take_words("fin year") || along.take_word({"fy"})) return true;
    const std::size_t start = along.place();
    if (along.take_word({"f"}) && along.take_mark('/') && along.take_word({"y"})) return true;
    along.back_to(start);
    return false;
}

bool follows(int year, int next) { return next == year + 1 || (next < 100 && next == (year + 1) % 100); }

// "2023/24", "2023-2024", "23/24", "202324"; "2324" where it is said to be a year.
std::optional<int> take_split_year(Along& along, bool said) {
    const std::size_t start = along.place();
    if (const auto six = along.take_number(6, 6); six && follows(*six / 100, *six % 100)) return *six / 100;
    along.back_to(start);
    if (const auto four = said ? along.take_number(4, 4) : std::nullopt;
        four && follows(*four / 100, *four % 100) && *four / 100 != 19 && *four / 100 != 20)
        return full_year(*four / 100);
    along.back_to(start);
    auto year = along.take_number(4, 4);
    if (year && (*year < 1900 || *year > 2199)) year.reset();
    if (!year) {
        along.back_to(start);
        const auto two = along.take_number(2, 2);
        if (two) year = full_year(*two);
    }
    if (year && (along.take_mark('-') || along.take_mark('/'))) {
        auto next = along.take_number(4, 4);
        if (!next) next = along.take_number(2, 2);
        if (next && follows(*year, *next)) return year;
    }
    along.back_to(start);
    return std::nullopt;
}

// A year as this council writes it: over two calendar years, or, where it starts in January, one.
std::optional<SpeltYear> take_year(Along& along, const Calendar& calendar) {
    const std::size_t start = along.place();
    const bool bracket = along.take_mark('(');
    bool academic = take_academic(along) || along.take_word({"ay"});
    const bool financial = !academic && take_financial(along);
    if (!academic && !financial) along.take_word({"year"});
    const bool is_split = academic || calendar.year_style() == YearStyle::split;
    auto year = is_split ? take_split_year(along, financial) : along.take_number(4, 4);
    if (year && (*year < 1900 || *year > 2199)) year.reset();
    if (!year || (bracket && !along.take_mark(')'))) {
        along.back_to(start);
        return std::nullopt;
    }
    if (!academic && !financial && is_split) academic = take_academic(along);
    if (!academic && !financial) take_financial(along);
    return SpeltYear{*year, academic};
}

std::optional<Period> read_year(Along along, const Calendar& calendar) {
    const auto year = take_year(along, calendar);
    if (!year || !along.at_end()) return std::nullopt;
    return year->is_academic ? Period::academic_year(year->start) : Period::year(year->start);
}

// "Q1 2023/24", "2023/24 - Q1", "H2 of 2023/24"
template <class Take, class Make>
std::optional<Period> read_part_of_year(Along along, const Calendar& calendar, Take take, Make make) {
    std::optional<SpeltYear> year;
    auto number = take(along);
    if (!number) {
        year = take_year(along, calendar);
        along.pass_marks("-:");
        number = year ? take(along) : std::nullopt;
    } else {
        along.pass_marks("-:");
        along.take_word({"of"});
        along.take_word({"the"});
        year = take_year(along, calendar);
    }
    if (!number || !year || year->is_academic || !along.at_end()) return std::nullopt;
    return make(year->start, *number);
}

// "Apr-23", "April 2023", "2023 April"
std::optional<Period> read_month(Along along) {
    auto year = along.take_number(4, 4);
    if (year) along.pass_marks("-/");
    const auto month = take_month(along);
    if (!month) return std::nullopt;
    if (!year) {
        along.pass_marks("-/");
        year = take_calendar_year(along);
    }
    if (!year || *year < 1900 || *year > 2199 || !along.at_end()) return std::nullopt;
    return Period::month(*year, *month);
}

// "Apr-Jun 2023", "Oct 2023 - Mar 2024": only what is a quarter, half or year of the calendar.
std::optional<Period> read_months(Along along, const Calendar& calendar) {
    const auto from = take_month(along);
    if (!from) return std::nullopt;
    auto first_year = take_calendar_year(along);
    if (!along.take_mark('-') && !along.take_word({"to"})) return std::nullopt;
    const auto to = take_month(along);
    if (!to) return std::nullopt;
    along.pass_marks("-");
    const auto last_year = take_calendar_year(along);
    if (!last_year || !along.at_end()) return std::nullopt;
    if (!first_year) first_year = *from <= *to ? *last_year : *last_year - 1;
    const auto first = Date::from_ymd(*first_year, *from, 1), last = Date::from_ymd(*last_year, *to, 1);
    if (!first || !last) return std::nullopt;
    const auto stretch = stretch_of(calendar, *first, last->plus_months(1).plus_days(-1));
    return stretch && stretch->grain() != Grain::span ? stretch : std::nullopt;
}

// "01/04/2023 to 30/06/2023"
std::optional<Period> read_days(Along along) {
    const auto first = take_day(along);
    if (!first || (!along.take_mark('-') && !along.take_word({"to"}) && !along.take_mark('/'))) return std::nullopt;
    const auto last = take_day(along);
    if (!last || !along.at_end() || *last < *first) return std::nullopt;
    return Period::span(*first, *last);
}

// "Year ending March 2024", where that is when the council's year ends.
std::optional<Period> read_year_ending(Along along, const Calendar& calendar) {
    along.take_word({"financial"});
    if (!along.take_word({"year"}) || !along.take_word({"ending", "ended", "to"})) return std::nullopt;
    std::optional<Date> last = take_day(along);
    if (!last) {
        const auto month = take_month(along);
        const auto year = month ? along.take_number(4, 4) : std::nullopt;
        const auto first = year ? Date::from_ymd(*year, *month, 1) : std::nullopt;
        if (!first) return std::nullopt;
        last = first->plus_months(1).plus_days(-1);
    }
    if (!along.at_end()) return std::nullopt;
    const Period year = calendar.containing(Grain::year, *last);
    return calendar.last_day(year) == *last ? std::optional(year) : std::nullopt;
}

// A date cell that shows "Apr-23": the first day of its month. Not where it may have been a year: 2011-12-01.
std::optional<Period> read_first_of_month(Along along) {
    if (along.take_number(1, 2)) return std::nullopt; // "01/04/2023" is a day
    const auto day = take_day(along);
    if (!day || !along.at_end() || day->day() != 1 || day->month() == (day->year() + 1) % 100) return std::nullopt;
    return Period::month(day->year(), day->month());
}

// "10-11" is a year, or what a spreadsheet reads as a day.
bool may_be_a_day(Along along) {
    const auto day = along.take_number(2, 2);
    if (!day || *day < 1 || *day > 31 || !along.take_mark('-')) return false;
    const auto month = along.take_number(2, 2);
    return month && *month >= 1 && *month <= 12 && along.at_end();
}

} // namespace

std::optional<Period> read_certain_period(const std::vector<SpeltToken>& tokens, const Calendar& calendar) {
    const Along along(tokens);
    if (!may_be_a_day(along))
        if (auto period = read_year(along, calendar)) return period;
    if (auto period = read_part_of_year(along, calendar, take_quarter, Period::quarter)) return period;
    if (auto period = read_part_of_year(along, calendar, take_half, Period::half)) return period;
    if (auto period = read_month(along)) return period;
    if (auto period = read_months(along, calendar)) return period;
    if (auto period = read_days(along)) return period;
    if (auto period = read_year_ending(along, calendar)) return period;
    return read_first_of_month(along);
}

} // namespace qd::inline exchange
