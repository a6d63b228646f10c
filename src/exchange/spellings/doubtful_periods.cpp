#include "exchange/spellings/period_reader.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

Date end_of_month(Date day) { return Date::from_ymd(day.year(), day.month(), 1)->plus_months(1).plus_days(-1); }

// What a question is asked of: the tokens from a place on, in the council's calendar.
class Doubt {
public:
    Doubt(const std::vector<SpeltToken>& tokens, const Calendar& calendar, SpeltPeriod& into)
        : tokens_(tokens), calendar_(calendar), into_(into) {}

    // The first of these that knows the form says what is doubtful about it.
    void settle() {
        without_year() || other_style() || bare_year() || calendar_quarter() || prefixed_quarter() ||
            year_named_by_one() || pooled() || several_quarters() || day_or_month() || single_day() || year_to() ||
            months_across() || accounting() || role() || other_year() || other_time();
    }

private:
    bool say(std::string doubt, std::vector<Period> meanings = {}) {
        into_.doubt = std::move(doubt);
        into_.meanings = std::move(meanings);
        return true;
    }
    std::optional<Period> certain_from(std::size_t place) const {
        return read_certain_period({tokens_.begin() + static_cast<std::ptrdiff_t>(place), tokens_.end()}, calendar_);
    }
    Period stretch(Date first, Date last) const { return *stretch_of(calendar_, first, last); }
    // The three months of the calendar year, whatever the council's year.
    Period months_of_quarter(int year, int number) const {
        const Date first = *Date::from_ymd(year, number * 3 - 2, 1);
        return stretch(first, first.plus_months(3).plus_days(-1));
    }

    // "Q1", "April", "Apr-Jun"
    bool without_year() {
        Along along(tokens_);
        const bool found = take_quarter(along) || take_half(along) || take_month(along);
        if (found && (along.take_mark('-') || along.take_word({"to"}))) take_month(along);
        return found && along.at_end() && say("says no year.");
    }

    // "2012/13" where years start in January.
    bool other_style() {
        if (calendar_.year_style() == YearStyle::split) return false;
        const auto period = read_certain_period(tokens_, Calendar());
        if (!period ||
            (period->grain() != Grain::year && period->grain() != Grain::quarter && period->grain() != Grain::half))
            return false;
        return say("is a year across two calendar years, but this council's years start in January.", {*period});
    }

    // "2023" in a year that runs over two.
    bool bare_year() {
        Along along(tokens_);
        const auto year = along.take_number(4, 4);
        if (!year || !along.at_end() || *year < 1900 || *year > 2199) return false;
        return say("may be the year that begins in " + std::to_string(*year) + " or the one that ends in it.",
                   {Period::year(*year), Period::year(*year - 1)});
    }

    // "2023 Q2": of the council's year that begins then, or of the calendar.
    bool calendar_quarter() {
        Along along(tokens_);
        auto year = along.take_number(4, 4);
        along.pass_marks("-/");
        const auto number = take_quarter(along);
        along.take_word({"of"});
        if (!year) year = along.take_number(4, 4);
        if (!year || !number || !along.at_end() || *year < 1900 || *year > 2199) return false;
        return say("may be a quarter of the council's year or of the calendar year.",
                   {Period::quarter(*year, *number), months_of_quarter(*year, *number)});
    }

    // "CYQ2 2023", "FYQ1 2023-24", "AYQ1 2023-24"
    bool prefixed_quarter() {
        Along along(tokens_);
        const bool calendar_year = along.take_word({"cyq", "cy"}), financial = along.take_word({"fyq"});
        if (!calendar_year && !financial && !along.take_word({"ayq"})) return false;
        along.take_word({"q"});
        const auto number = along.take_number(1, 1);
        if (!number || *number < 1 || *number > 4) return false;
        if (calendar_year) {
            const auto year = along.take_number(4, 4);
            return year && along.at_end() &&
                   say("is a quarter of the calendar year.", {months_of_quarter(*year, *number)});
        }
        const auto year = certain_from(along.place());
        if (!financial) return say("is a quarter of a school or college year, which has no period of its own.");
        return say("is a quarter of a financial year.", year && year->grain() == Grain::year
                                                            ? std::vector{Period::quarter(year->start_year(), *number)}
                                                            : std::vector<Period>{});
    }

    // "FY23", "FY2023"
    bool year_named_by_one() {
        Along along(tokens_);
        if (!along.take_word({"fy"}) && !along.take_words("financial year")) return false;
        const auto year = take_calendar_year(along);
        return year && along.at_end() &&
               say("may be named after the year it begins in or the one it ends in.",
                   {Period::year(*year - 1), Period::year(*year)});
    }

    // "2020-23", "2020/21-2022/23": several years in one.
    bool pooled() {
        Along along(tokens_);
        const auto first = along.take_number(4, 4);
        if (!first || *first < 1900 || *first > 2199 || !(along.take_mark('-') || along.take_mark('/'))) return false;
        auto last = along.take_number(2, 4);
        if (last && *last < 100) last = *first / 100 * 100 + *last;
        if (last && *last == *first + 1 && (along.take_mark('-') || along.take_word({"to"}))) {
            const auto until = certain_from(along.place());
            if (!until || until->grain() != Grain::year || until->start_year() <= *first) return false;
            last = until->start_year() + 1;
        } else if (!along.at_end()) {
            return false;
        }
        if (!last || *last <= *first + 1 || *last > *first + 10) return false;
        return say("is several years in one.", {Period::span(calendar_.first_day(Period::year(*first)),
                                                             calendar_.last_day(Period::year(*last - 1)))});
    }

    // "Q1-Q3 2023/24", "Cumulative Q2 2023/24", "2023/24 to date"
    bool several_quarters() {
        Along along(tokens_);
        const bool cumulative = along.take_word({"cumulative", "cum", "ytd"}) || along.take_words("year to date");
        const std::size_t from_place = along.place();
        const auto first = take_quarter(along);
        if (first && (along.take_mark('-') || along.take_word({"to"}))) {
            const auto last = take_quarter(along);
            const auto year = last ? certain_from(along.place()) : std::nullopt;
            if (!year || year->grain() != Grain::year || *last < *first) return false;
            return say("is several quarters in one.",
                       {stretch(calendar_.first_day(Period::quarter(year->start_year(), *first)),
                                calendar_.last_day(Period::quarter(year->start_year(), *last)))});
        }
        if (cumulative) {
            const auto until = certain_from(from_place);
            if (!until || until->grain() == Grain::span) return say("is a year to date that does not say until when.");
            return say("is a year to date.", {calendar_.year_to_date(*until)});
        }
        const auto ends = [&](std::string_view words) {
            const std::vector<std::string> each = split(std::string(words), ' ');
            return tokens_.size() > each.size() &&
                   std::ranges::equal(tokens_.end() - static_cast<std::ptrdiff_t>(each.size()), tokens_.end(),
                                      each.begin(), each.end(), {}, &SpeltToken::text);
        };
        return (ends("to date") || ends("ytd")) && say("is a year to date that does not say until when.");
    }

    // "10-11", which a spreadsheet reads as a day.
    bool day_or_month() {
        Along along(tokens_);
        const auto first = along.take_number(2, 2);
        const bool parted = along.take_mark('-');
        const auto second = along.take_number(2, 2);
        if (!first || !parted || !second || !along.at_end() || *second > 12) return false;
        return say("may be a year or a day of a month.",
                   *second == *first + 1 ? std::vector{Period::year(full_year(*first))} : std::vector<Period>{});
    }

    // "31/03/2024", "At 31 March 2024"
    bool single_day() {
        Along along(tokens_);
        along.take_word({"as"});
        along.take_word({"at", "on"});
        const auto day = take_day(along);
        if (!day || !along.at_end()) return false;
        const Period month = Period::month(day->year(), day->month()), year = calendar_.containing(Grain::year, *day);
        // The first of a month, which is what a spreadsheet makes of "2011-12" as well.
        if (day->day() == 1 && day->month() == (day->year() + 1) % 100)
            return say("is a date: spreadsheets turn a year such as 2011-12, or a month, into a date.",
                       {Period::year(day->year()), month});
        std::vector<Period> meanings{month};
        for (const Period& period : {calendar_.containing(Grain::quarter, *day), year})
            if (calendar_.last_day(period) == *day) meanings.push_back(period);
        return say("is a day, not a period.", std::move(meanings));
    }

    // "Rolling 12 months to June 2023", "Year ending June 2023"
    bool year_to() {
        Along along(tokens_);
        along.take_word({"rolling"});
        const std::size_t start = along.place();
        const auto twelve = along.take_number(2, 2);
        if (!twelve || *twelve != 12 || !along.take_word({"months", "month"})) {
            along.back_to(start);
            if (!along.take_word({"year"})) return false;
        }
        if (!along.take_word({"to", "ending", "ended"})) return false;
        auto last = take_day(along);
        if (!last) {
            const auto month = take_month(along);
            const auto year = month ? take_calendar_year(along) : std::nullopt;
            const auto first = year ? Date::from_ymd(*year, *month, 1) : std::nullopt;
            if (!first) return false;
            last = end_of_month(*first);
        }
        const Date first = last->plus_days(1).plus_months(-12);
        return along.at_end() && say("is a rolling year.", {stretch(first, *last)});
    }

    // "Dec-Feb 2024", "Jul 2022 - Jun 2023"
    bool months_across() {
        Along along(tokens_);
        const auto from = take_month(along);
        if (!from) return false;
        auto first_year = take_calendar_year(along);
        if (!along.take_mark('-') && !along.take_word({"to"})) return false;
        const auto to = take_month(along);
        if (!to) return false;
        along.pass_marks("-");
        const auto last_year = take_calendar_year(along);
        if (!last_year || !along.at_end()) return false;
        if (!first_year) first_year = *from <= *to ? *last_year : *last_year - 1;
        const auto first = Date::from_ymd(*first_year, *from, 1), last = Date::from_ymd(*last_year, *to, 1);
        if (!first || !last || *last < *first) return false;
        return say("is a span of months that is not a quarter, half or year of the council's.",
                   {stretch(*first, end_of_month(*last))});
    }

    // "P1 2023-24", "M1", "Period 13"
    bool accounting() {
        Along along(tokens_);
        if (!along.take_word({"p", "m", "period", "month", "part"})) return false;
        const auto number = along.take_number(1, 2);
        if (!number) return false;
        const auto year = certain_from(along.place());
        std::vector<Period> meanings;
        if (year && year->grain() == Grain::year && *number >= 1 && *number <= 12)
            meanings.push_back(calendar_.parts(*year, Grain::month)[static_cast<std::size_t>(*number - 1)]);
        return say("is a period of the accounts, which councils number differently.", std::move(meanings));
    }

    // "Forecast 2024/25": what is said of the period comes first.
    bool role() {
        Along along(tokens_);
        if (!along.take_word({"forecast", "target", "baseline", "outturn", "actual", "budget"})) return false;
        const auto period = certain_from(along.place());
        return say(period ? "says more than the period." : "says what the figure is, not its period.",
                   period ? std::vector{*period} : std::vector<Period>{});
    }

    // "Tax year 2023-24", "Municipal year 2023/24", "20234"
    bool other_year() {
        Along along(tokens_);
        if (const auto five = along.take_number(5, 5); five && along.at_end() && *five / 10 % 10 + 1 == *five % 10)
            return say("may be a year written short.", {Period::year(*five / 10)});
        along.back_to(0);
        if (!along.take_words("tax year") && !along.take_words("municipal year") && !along.take_words("calendar year"))
            return false;
        const auto year = certain_from(along.place());
        return say("is not the council's year.", year ? std::vector{*year} : std::vector<Period>{});
    }

    bool other_time() {
        for (const SpeltToken& token : tokens_) {
            const std::string_view word = token.text;
            if (word == "week" || word == "wk" || word == "w")
                return say("is a week, which has no period of its own: write its first and last day.");
            if (word == "term" || word == "autumn" || word == "spring" || word == "summer" || word == "winter")
                return say("is a season or term, which has no period of its own: write its first and last day.");
            if (word == "mid") return mid_year();
            if (word == "latest" || word == "current" || word == "previous" || word == "this" || word == "last" ||
                word == "next" || word == "ytd")
                return say("gives the position of a period, not which one it is.");
        }
        return false;
    }

    bool mid_year() {
        Along along(tokens_);
        along.take_word({"mid"});
        along.pass_marks("-");
        along.take_word({"year"});
        const auto year = along.take_number(4, 4);
        const auto middle = year ? Date::from_ymd(*year, 6, 30) : std::nullopt;
        return say("is the middle of a year, as population estimates are.",
                   middle ? std::vector{Period::span(*middle, *middle)} : std::vector<Period>{});
    }

    const std::vector<SpeltToken>& tokens_;
    const Calendar& calendar_;
    SpeltPeriod& into_;
};

} // namespace

void doubt_period(const std::vector<SpeltToken>& tokens, const Calendar& calendar, SpeltPeriod& into) {
    Doubt(tokens, calendar, into).settle();
}

} // namespace qd::inline exchange
