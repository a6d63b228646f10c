#include "base/text.hpp"
#include "exchange/minutes/date_words.hpp"
#include "exchange/minutes/spoken_dates.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace qd::inline exchange {
namespace {

using Words = std::vector<DateWord>;

Date last_of_month(int year, int month) { return Date::from_ymd(year, month, 1)->plus_months(1).plus_days(-1); }

std::string between(std::string_view text, const Words& words, std::size_t first, std::size_t last) {
    return std::string(text.substr(words[first].begin, words[last].end - words[first].begin));
}

template <std::size_t N> bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

// Whether a month without a year is a month here: "by January", "the November meeting", not "may" or "march on".
bool speaks_of_month(std::string_view text, const Words& words, std::size_t i) {
    constexpr std::array<std::string_view, 19> before{"by",    "in",  "for",   "until", "before", "during", "end",
                                                      "early", "mid", "late",  "of",    "start",  "s",      "from",
                                                      "to",    "its", "their", "or",    "and"};
    constexpr std::array<std::string_view, 6> after{"meeting", "meetings", "committee", "cabinet", "council", "board"};
    const char first = text[words[i].begin];
    if (first < 'A' || first > 'Z' || words[i].text.size() < 3) return false;
    if (i + 1 < words.size() && one_of(after, words[i + 1].text)) return true;
    if (i + 1 < words.size() && words[i + 1].text == "s") return true;
    return i > 0 && one_of(before, words[i - 1].text);
}

// "January 2013", "September/October 2012", "the end of October", "the November meeting": months without a day before them.
std::optional<SpokenDue> months(const Words& words, std::string_view text, Date meeting) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int first = month_of(words[i].text);
        if (first == 0 || (i > 0 && ordinal_of(words[i - 1].text, 2) > 0)) continue;
        std::size_t last = i;
        if (i + 1 < words.size() && month_of(words[i + 1].text) != 0) last = i + 1;
        const std::size_t joined = i + 2 < words.size() && words[i + 1].text == "or" ? i + 2 : i;
        if (joined > i && month_of(words[joined].text) != 0) last = joined;
        const int end_month = month_of(words[last].text);
        int year = last + 1 < words.size() ? year_of(words[last + 1].text) : 0;
        const bool with_year = year != 0;
        if (!with_year && !speaks_of_month(text, words, i)) continue;
        if (!with_year) year = meeting.year() + (last_of_month(meeting.year(), end_month) <= meeting ? 1 : 0);
        if (end_month < first) continue;
        const auto begin = Date::from_ymd(year, first, 1);
        if (!begin) continue;
        SpokenDue due{*begin, last_of_month(year, end_month), between(text, words, i, with_year ? last + 1 : last)};
        if (due.by <= meeting) continue;
        if (i > 0 && words[i - 1].text == "before" && begin->plus_days(-1) > meeting) { // "before September"
            due.from.reset();
            due.by = begin->plus_days(-1);
            due.words = "before " + due.words;
        }
        if (i > 1 && words[i - 1].text == "of" && words[i - 2].text == "end") {
            due.from.reset();
            due.words = "end of " + due.words;
        }
        if (!with_year && last + 1 < words.size() && words[last + 1].text.starts_with("meeting"))
            due.words = "the " + between(text, words, i, last + 1);
        return due;
    }
    return std::nullopt;
}

// "within 14 days", "in six months' time", "in a fortnight"; not "every six months".
std::optional<SpokenDue> ahead(const Words& words, std::string_view text, Date meeting) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string& before = words[i - 1].text;
        int count = count_of(words[i].text);
        std::size_t unit = i + 1;
        if (words[i].text == "fortnight" || unit >= words.size()) continue;
        if (count < 1 || count > 400 || before == "every") continue;
        const std::string& name = words[unit].text;
        std::size_t last = unit;
        if (unit + 1 < words.size() && (words[unit + 1].text == "time" || words[unit + 1].text == "s")) ++last;
        if (last + 1 < words.size() && words[last].text == "s" && words[last + 1].text == "time") ++last;
        const bool counted = before == "within" || before == "in" || before == "approximately" || before == "about" ||
                             words[last].text == "time" || before == "next" || before == "around";
        if (!counted) continue;
        std::optional<Date> by;
        if (name == "day" || name == "days") by = meeting.plus_days(count);
        if (name == "week" || name == "weeks") by = meeting.plus_days(count * 7);
        if (name == "fortnight") by = meeting.plus_days(count * 14);
        if ((name == "month" || name == "months") && count <= 60) by = meeting.plus_months(count);
        if ((name == "year" || name == "years") && count <= 10) by = meeting.plus_months(count * 12);
        if (!by) continue;
        return SpokenDue{{}, by, between(text, words, before == "within" || before == "in" ? i - 1 : i, last)};
    }
    return std::nullopt;
}

std::optional<SpokenDue> words_only(std::string_view text) {
    constexpr std::array<std::string_view, 24> phrases{"within 5 working days",
                                                       "within five working days",
                                                       "within 10 working days",
                                                       "within ten working days",
                                                       "within 20 working days",
                                                       "as soon as possible",
                                                       "end of the financial year",
                                                       "end of the calendar year",
                                                       "end of each calendar year",
                                                       "end of the municipal year",
                                                       "end of the year",
                                                       "end of the month",
                                                       "end of the week",
                                                       "end of the quarter",
                                                       "when received",
                                                       "in due course",
                                                       "a future meeting",
                                                       "ongoing",
                                                       "asap",
                                                       "immediately",
                                                       "in the new year",
                                                       "in the spring",
                                                       "in the autumn",
                                                       "in the summer"};
    for (const std::string_view phrase : phrases)
        if (const auto at = find_words(text, phrase); at != std::string_view::npos)
            return SpokenDue{{}, {}, std::string(text.substr(at, phrase.size()))};
    return std::nullopt;
}

} // namespace

std::optional<SpokenDue> find_due(std::string_view text, Date meeting) {
    for (std::size_t from = 0;;) {
        const auto day = find_coming_day(text, meeting, from);
        if (!day) break;
        if (day->date > meeting)
            return SpokenDue{{}, day->date, std::string(text.substr(day->begin, day->end - day->begin))};
        from = day->end;
    }
    const Words words = date_words(text);
    if (auto due = months(words, text, meeting)) return due;
    if (auto due = ahead(words, text, meeting)) return due;
    return words_only(text);
}

} // namespace qd::inline exchange
