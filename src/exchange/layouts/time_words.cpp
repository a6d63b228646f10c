#include "exchange/layouts/time_words.hpp"

#include "base/text.hpp"
#include "exchange/spellings/period_reader.hpp"

namespace qd::inline exchange {
namespace {

// A day that means the month that it begins, as spreadsheets store the heading "Apr-25".
std::optional<Period> month_of_day(std::string_view text) {
    const auto day = Date::parse(text);
    if (!day || day->day() != 1) return std::nullopt;
    return Period::month(day->year(), day->month());
}

constexpr std::string_view some_year = " 2023"; // to read months without a year

} // namespace

TimeParts completed(const TimeParts& nearer, const TimeParts& farther, const Calendar& calendar) {
    if (nearer.period) return nearer;
    TimeParts all = nearer;
    const bool says_part = nearer.quarter || nearer.month || nearer.to_month;
    if (!nearer.year) {
        all.year = farther.year;
        all.is_academic = farther.is_academic;
        if (!all.year && farther.period && farther.period->grain() != Grain::span)
            all.year = calendar.year_of(*farther.period).start_year();
    }
    if (!says_part && !(nearer.year && farther.period)) {
        all.quarter = farther.quarter;
        all.month = farther.month;
        all.to_month = farther.to_month;
        if (!nearer.year) all.period = farther.period;
    }
    return all;
}

std::optional<Period> year_of(const TimeParts& parts, const Calendar& calendar) {
    if (parts.year && !parts.period)
        return parts.is_academic ? Period::academic_year(*parts.year) : Period::year(*parts.year);
    if (!parts.period) return std::nullopt;
    return parts.period->grain() == Grain::span ? *parts.period : calendar.year_of(*parts.period);
}

std::optional<Period> period_of(const TimeParts& parts, const Calendar& calendar) {
    if (parts.period) return parts.period;
    if (!parts.year) return std::nullopt;
    const auto calendar_year = [&](int month) {
        return month >= calendar.start_month() ? *parts.year : *parts.year + 1;
    };
    if (parts.month) return Period::month(calendar_year(*parts.month), *parts.month);
    if (parts.quarter) return Period::quarter(*parts.year, *parts.quarter);
    if (parts.to_month)
        return stretch_of(calendar, calendar.first_day(Period::year(*parts.year)),
                          calendar.last_day(Period::month(calendar_year(*parts.to_month), *parts.to_month)));
    return year_of(parts, calendar);
}

std::string TimeReader::own_words(std::string_view text) const {
    std::string words = lower(text);
    for (const auto& [own, usual] : own_) words = replace_all(words, own, usual);
    return words;
}

std::optional<int> TimeReader::year(std::string_view text) const {
    return years_given_.of(text, [&] { return find_year(text); });
}

std::optional<Period> TimeReader::period(std::string_view text) const {
    return periods_given_.of(text, [&] { return find_period(text); });
}

std::optional<int> TimeReader::find_year(std::string_view text) const {
    const auto spelt = spell_period(own_words(text), calendar_);
    if (spelt.period && (spelt.period->grain() == Grain::year || spelt.period->grain() == Grain::academic_year))
        return spelt.period->start_year();
    return std::nullopt;
}

std::optional<int> TimeReader::academic_year(std::string_view text) const {
    const auto spelt = spell_period(own_words(text), calendar_);
    if (spelt.period && (spelt.period->grain() == Grain::year || spelt.period->grain() == Grain::academic_year))
        return spelt.period->start_year();
    const auto with_word = spell_period("academic year " + own_words(text), calendar_);
    if (with_word.period && with_word.period->grain() == Grain::academic_year) return with_word.period->start_year();
    return std::nullopt;
}

std::optional<int> TimeReader::quarter(std::string_view text) const {
    const std::string words = own_words(text);
    const std::vector<SpeltToken> tokens = tokens_of(words);
    Along along(tokens);
    if (const auto number = take_quarter(along); number && along.at_end()) return number;
    const auto spelt = spell_period(words + std::string(some_year), calendar_);
    if (spelt.period && spelt.period->grain() == Grain::quarter) return spelt.period->number();
    const auto remark = words.find(" ("); // "Q1 (Apr-Jun)": said twice
    return remark == std::string::npos || !words.ends_with(')') ? std::nullopt : quarter(words.substr(0, remark));
}

std::optional<int> TimeReader::month(std::string_view text) const {
    const std::string words = own_words(text);
    const std::vector<SpeltToken> tokens = tokens_of(words);
    Along along(tokens);
    if (const auto number = take_month(along); number && along.at_end()) return number;
    return std::nullopt;
}

std::optional<Period> TimeReader::find_period(std::string_view text) const {
    if (const auto month = month_of_day(text)) return month;
    return spell_period(own_words(text), calendar_).period;
}

std::optional<Period> TimeReader::statistical_period(std::string_view text) const {
    if (const auto period = read_statistical_period(own_words(text), calendar_)) return period;
    return period(text);
}

std::optional<TimeParts> TimeReader::to_date(std::string_view text) const {
    TimeParts parts;
    const std::string words = own_words(text);
    if (const auto whole = period(words)) {
        parts.period = whole;
        return parts;
    }
    const auto spelt = spell_period(words + std::string(some_year), calendar_);
    if (!spelt.period || spelt.period->grain() == Grain::span) return std::nullopt;
    if (calendar_.first_day(*spelt.period).month() != calendar_.start_month()) return std::nullopt;
    parts.to_month = calendar_.last_day(*spelt.period).month();
    return parts;
}

} // namespace qd::inline exchange
