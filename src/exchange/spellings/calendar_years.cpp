#include "exchange/spellings/period_reader.hpp"

#include <optional>

namespace qd::inline exchange {
namespace {

// "2022", "2022/23": the days of one year, of the calendar or of the council's own.
struct YearDays {
    Date first, last;
    int begins = 0;
    bool is_calendar = false;
};

YearDays calendar_days(int year) { return {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31), year, true}; }
YearDays financial_days(int year) {
    return {*Date::from_ymd(year, 4, 1), *Date::from_ymd(year + 1, 3, 31), year, false};
}

// Two digits are of the century of the year before, or of the one after it: "1999 - 01".
int whole_year(int digits, int before) {
    if (digits >= 100) return digits;
    const int same = before / 100 * 100 + digits;
    return same < before ? same + 100 : same;
}

std::optional<YearDays> take_year_days(Along& along, int before) {
    const auto digits = along.take_number(2, 4);
    if (!digits || (before == 0 && *digits < 1900)) return std::nullopt;
    const int year = whole_year(*digits, before);
    if (year < 1900 || year > 2199) return std::nullopt;
    if (!along.take_mark('/')) return calendar_days(year);
    const auto next = along.take_number(2, 4);
    if (!next || whole_year(*next, year) != year + 1) return std::nullopt;
    return financial_days(year);
}

} // namespace

std::optional<Period> read_statistical_period(std::string_view text, const Calendar& calendar) {
    const std::vector<SpeltToken> tokens = tokens_of(plain_spelling(text));
    Along along(tokens);
    const auto first = take_year_days(along, 0);
    if (!first) return std::nullopt;
    if (along.at_end()) return stretch_of(calendar, first->first, first->last);
    constexpr int most_years = 30; // in one
    if (along.take_mark('-')) {
        const auto last = take_year_days(along, first->begins);
        if (!last || !along.at_end() || last->is_calendar != first->is_calendar || last->begins <= first->begins ||
            last->begins - first->begins > most_years)
            return std::nullopt;
        return stretch_of(calendar, first->first, last->last);
    }
    const auto quarter = take_quarter(along);
    if (!quarter || !along.at_end()) return std::nullopt;
    const Date begins = first->first.plus_months(*quarter * 3 - 3);
    return stretch_of(calendar, begins, begins.plus_months(3).plus_days(-1));
}

} // namespace qd::inline exchange
