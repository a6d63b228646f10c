#include "exchange/minutes/spoken_dates.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"
#include "domain/words.hpp"
#include "domain/written.hpp"
#include "exchange/minutes/date_words.hpp"

#include <algorithm>
#include <vector>

namespace qd::inline exchange {
namespace {

struct Found {
    Date date;
    std::size_t last = 0; // the word it ends with
};

// Day, month and, unless `coming` gives it, year from the word `i` on.
class DayAt {
public:
    DayAt(std::string_view text, const std::vector<DateWord>& words, std::optional<Date> after)
        : text_(text), words_(words), after_(after) {}

    std::optional<Found> at(std::size_t i) const {
        if (auto found = day_first(i)) return found;
        if (auto found = month_first(i)) return found;
        return in_digits(i);
    }

private:
    std::string word(std::size_t i) const { return i < words_.size() ? words_[i].text : ""; }

    // The first such day after the meeting, where no year is given.
    std::optional<Date> coming(int month, int day) const {
        if (!after_) return std::nullopt;
        for (int year = after_->year(); year < after_->year() + 2; ++year)
            if (const auto date = Date::from_ymd(year, month, day); date && *date > *after_) return date;
        return std::nullopt;
    }

    bool apart(std::size_t i) const { // a sentence ends between these
        const std::string_view between =
            i + 1 < words_.size() ? text_.substr(words_[i].end, words_[i + 1].begin - words_[i].end) : "";
        return between.find_first_of(";:()") != std::string_view::npos;
    }

    // "3rd July, 2012", "12th day of September 2023", "14 November".
    std::optional<Found> day_first(std::size_t i) const {
        const int day = ordinal_of(word(i), 2);
        if (day == 0 || day > 31) return std::nullopt;
        std::size_t at = i + 1;
        if (word(at) == "day") ++at;
        if (word(at) == "of") ++at;
        const int month = month_of(word(at));
        if (month == 0 || apart(at - 1)) return std::nullopt;
        if (const int year = year_of(word(at + 1)); year > 0 && !apart(at)) {
            const auto date = Date::from_ymd(year, month, day);
            return date ? std::optional(Found{*date, at + 1}) : std::nullopt;
        }
        const std::string after = word(at + 1); // "12-Sep-23", "12 Sept '23"
        const std::string_view joint =
            after.size() == 2 ? text_.substr(words_[at].end, words_[at + 1].begin - words_[at].end) : "";
        if ((joint == "-" || joint == " '") && after.find_first_not_of("0123456789") == std::string::npos)
            if (const auto date = Date::from_ymd(2000 + ordinal_of(after, 2), month, day)) return Found{*date, at + 1};
        const auto date = coming(month, day);
        return date ? std::optional(Found{*date, at}) : std::nullopt;
    }

    // "September 12, 2023", "Sept 12th 2023".
    std::optional<Found> month_first(std::size_t i) const {
        const int month = month_of(word(i)), day = ordinal_of(word(i + 1), 2), year = year_of(word(i + 2));
        if (month == 0 || day == 0 || year == 0 || apart(i) || apart(i + 1)) return std::nullopt;
        const auto date = Date::from_ymd(year, month, day);
        return date ? std::optional(Found{*date, i + 2}) : std::nullopt;
    }

    // "12/09/2023", "12.9.23", "2023-09-12".
    std::optional<Found> in_digits(std::size_t i) const {
        if (i + 2 >= words_.size()) return std::nullopt;
        const auto joined = [&](std::size_t at) {
            return words_[at + 1].begin == words_[at].end + 1 ? text_[words_[at].end] : ' ';
        };
        const char mark = joined(i);
        if ((mark != '/' && mark != '.' && mark != '-') || joined(i + 1) != mark) return std::nullopt;
        for (std::size_t at = i; at < i + 3; ++at)
            if (word(at).find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
        const bool year_leads = year_of(word(i)) > 0 && mark == '-';
        int day = ordinal_of(word(year_leads ? i + 2 : i), 2);
        int year = year_of(word(year_leads ? i : i + 2));
        if (year == 0 && word(i + 2).size() == 2 && mark != '-') year = 2000 + ordinal_of(word(i + 2), 2);
        const auto date = Date::from_ymd(year, ordinal_of(word(i + 1), 2), day);
        return date && year > 0 ? std::optional(Found{*date, i + 2}) : std::nullopt;
    }

    std::string_view text_;
    const std::vector<DateWord>& words_;
    std::optional<Date> after_;
};

std::optional<Weekday> weekday_named(const std::string& word) {
    if (const auto weekday = Written<Weekday>::parse(word)) return *weekday;
    for (const Weekday day : {Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday, Weekday::friday,
                              Weekday::saturday, Weekday::sunday})
        if (word.size() >= 3 && word.size() <= 5 && print(day).starts_with(word)) return day;
    return std::nullopt;
}

std::optional<SpokenDay> day_in(std::string_view text, std::size_t from, std::optional<Date> after) {
    const std::vector<DateWord> words = date_words(text, from);
    const DayAt reading(text, words, after);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto found = reading.at(i);
        if (!found) continue;
        SpokenDay day{found->date, {}, words[i].begin, words[found->last].end};
        const std::size_t named = i > 1 && words[i - 1].text == "the" ? i - 2 : i - 1;
        if (i > 0)
            if (const auto weekday = weekday_named(words[named].text)) {
                day.weekday = weekday;
                day.begin = words[named].begin;
            }
        return day;
    }
    return std::nullopt;
}

struct Clock {
    int hour = -1, minute = 0;
    char half = ' '; // 'a', 'p' or none
    std::size_t end = 0;
};

// "am", "p.m." after a time.
char half_at(std::string_view text, std::size_t at, std::size_t& end) {
    while (at < text.size() && text[at] == ' ') ++at;
    if (at >= text.size()) return ' ';
    const char half = static_cast<char>(text[at] | 32);
    std::size_t m = at + 1;
    if (m < text.size() && text[m] == '.') ++m;
    if ((half != 'a' && half != 'p') || m >= text.size() || (text[m] | 32) != 'm') return ' ';
    if (m + 1 < text.size() && ((text[m + 1] | 32) >= 'a' && (text[m + 1] | 32) <= 'z')) return ' ';
    end = m + 1;
    return half;
}

Clock clock_at(std::string_view text, std::size_t at) {
    Clock clock;
    std::size_t end = at;
    int hour = 0;
    while (end < text.size() && is_digit(text[end]) && end < at + 4) hour = hour * 10 + (text[end++] - '0');
    clock.end = end;
    const std::size_t digits = end - at;
    bool marked = false;
    if (digits == 4) { // "1830 hours"
        const std::string rest = lower(text.substr(end, 6));
        if (!rest.starts_with(" hours") && !rest.starts_with(" hrs") && !rest.starts_with("hrs")) return {};
        clock.minute = hour % 100;
        hour /= 100;
        marked = true;
    } else if (digits > 2) {
        return {};
    } else if (end + 2 < text.size() && (text[end] == '.' || text[end] == ':') && is_digit(text[end + 1]) &&
               is_digit(text[end + 2])) {
        if (end + 3 < text.size() && (is_digit(text[end + 3]) || text[end + 3] == '/')) return {};
        if (end + 4 < text.size() && text[end + 3] == '.' && is_digit(text[end + 4])) return {};
        clock.minute = (text[end + 1] - '0') * 10 + (text[end + 2] - '0');
        clock.end = end + 3;
        marked = true;
    }
    clock.half = half_at(text, clock.end, clock.end);
    if ((!marked && clock.half == ' ') || hour > 23 || clock.minute > 59) return {};
    clock.hour = hour;
    return clock;
}

} // namespace

std::optional<SpokenDay> find_day(std::string_view text, std::size_t from) { return day_in(text, from, std::nullopt); }

std::optional<SpokenDay> find_coming_day(std::string_view text, Date meeting, std::size_t from) {
    return day_in(text, from, meeting);
}

std::string find_time(std::string_view text) {
    for (const std::string_view noon : {"12 noon", "noon", "midday"})
        if (has_words(text, noon) && !has_words(text, "afternoon")) return "12:00";
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '/'))) continue;
        if (at > 1 && (text[at - 1] == '.' || text[at - 1] == ':') && is_digit(text[at - 2])) continue;
        Clock clock = clock_at(text, at);
        const bool range_may_follow = clock.hour < 0 || clock.half == ' ';
        if (range_may_follow) { // "6.30 - 8.00 pm", "2 to 4pm": the half of the second
            const std::size_t digits = std::min(text.size(), text.find_first_not_of("0123456789", at));
            const std::size_t end = clock.hour < 0 ? digits : clock.end;
            const std::string rest = lower(text.substr(end, 8));
            for (const std::string_view to : {" - ", "-", " – ", "–", " to "})
                if (rest.starts_with(to)) {
                    const Clock second = clock_at(text, end + to.size());
                    if (second.half == ' ' || digits - at > 2) continue;
                    if (clock.hour < 0) clock.hour = std::stoi(std::string(text.substr(at, digits - at)));
                    clock.half = second.half == 'p' && clock.hour <= second.hour ? 'p' : 'a';
                    if (second.half == 'p' && second.hour == 12) clock.half = 'a';
                }
        }
        if (clock.hour < 0 || clock.hour > 23) continue;
        if (clock.half == 'p' && clock.hour < 12) clock.hour += 12;
        if (clock.half == 'a' && clock.hour == 12) clock.hour = 0;
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return two(clock.hour) + ":" + two(clock.minute);
    }
    return {};
}

std::size_t find_words(std::string_view text, std::string_view words, std::size_t from) {
    const auto same = [](char a, char b) {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return small(a) == small(b);
    };
    if (from > text.size()) return std::string_view::npos;
    const auto found =
        std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), words.begin(), words.end(), same);
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

} // namespace qd::inline exchange
