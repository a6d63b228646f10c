#include "exchange/minutes/spoken_dates.hpp"

#include "base/text.hpp"
#include "domain/words.hpp"
#include "domain/written.hpp"

#include <algorithm>
#include <vector>

namespace qd::inline exchange {
namespace {

struct Token {
    std::string text; // lower case
    std::size_t begin = 0, end = 0;
};

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Token> tokens_of(std::string_view text, std::size_t from) {
    std::vector<Token> tokens;
    for (std::size_t i = from; i < text.size();) {
        if (!is_word(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_word(text[end])) ++end;
        tokens.push_back({lower(text.substr(i, end - i)), i, end});
        i = end;
    }
    return tokens;
}

int month_of(const std::string& word) {
    for (int month = 1; month <= 12; ++month)
        if (lower(month_name(month)) == word) return month;
    return 0;
}

// "3", "3rd", "17th"; 0 = none.
int number_of(const std::string& word, std::size_t most_digits) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < word.size() && digits < most_digits && word[digits] >= '0' && word[digits] <= '9')
        value = value * 10 + (word[digits++] - '0');
    const std::string rest = word.substr(digits);
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return digits > 0 && (rest.empty() || ordinal) ? value : 0;
}

int year_of(const std::string& word) {
    const int year = word.size() == 4 ? number_of(word, 4) : 0;
    return year >= 1900 && year <= 2199 ? year : 0;
}

Date last_of_month(int year, int month) { return Date::from_ymd(year, month, 1)->plus_months(1).plus_days(-1); }

// The months and year before which no day stands: "January 2013", "September/October 2012".
std::optional<SpokenDue> months(const std::vector<Token>& tokens, std::string_view text) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const int first = month_of(tokens[i].text);
        if (first == 0) continue;
        std::size_t last = i;
        if (month_of(tokens[i + 1].text) != 0) last = i + 1;
        if (last + 1 >= tokens.size()) continue;
        const int year = year_of(tokens[last + 1].text), end_month = month_of(tokens[last].text);
        if (year == 0 || end_month < first) continue;
        const auto begin = Date::from_ymd(year, first, 1);
        if (!begin) continue;
        return SpokenDue{*begin, last_of_month(year, end_month),
                         std::string(text.substr(tokens[i].begin, tokens[last + 1].end - tokens[i].begin))};
    }
    return std::nullopt;
}

std::optional<SpokenDue> months_ahead(const std::vector<Token>& tokens, std::string_view text, Date meeting) {
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const int count = number_of(tokens[i].text, 2);
        if (count < 1 || count > 36 || (tokens[i + 1].text != "months" && tokens[i + 1].text != "month")) continue;
        const Date then = meeting.plus_months(count);
        return SpokenDue{*Date::from_ymd(then.year(), then.month(), 1), last_of_month(then.year(), then.month()),
                         std::string(text.substr(tokens[i].begin, tokens[i + 1].end - tokens[i].begin))};
    }
    return std::nullopt;
}

} // namespace

std::optional<SpokenDay> find_day(std::string_view text, std::size_t from) {
    const std::vector<Token> tokens = tokens_of(text, from);
    for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
        const int day = number_of(tokens[i].text, 2), month = month_of(tokens[i + 1].text),
                  year = year_of(tokens[i + 2].text);
        const auto date = Date::from_ymd(year, month, day);
        if (!date) continue;
        SpokenDay found{*date, {}, tokens[i].begin, tokens[i + 2].end};
        if (i > 0)
            if (const auto weekday = Written<Weekday>::parse(tokens[i - 1].text)) {
                found.weekday = weekday;
                found.begin = tokens[i - 1].begin;
            }
        return found;
    }
    return std::nullopt;
}

std::string find_time(std::string_view text) {
    const std::vector<Token> tokens = tokens_of(text, 0);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const char mark = tokens[i].end < text.size() ? text[tokens[i].end] : ' ';
        std::string minutes = tokens[i + 1].text, half = i + 2 < tokens.size() ? tokens[i + 2].text : "";
        if ((mark != '.' && mark != ':') || tokens[i + 1].begin != tokens[i].end + 1) continue;
        if (minutes.size() == 4 && (minutes.ends_with("am") || minutes.ends_with("pm"))) { // "2.00pm"
            half = minutes.substr(2);
            minutes.resize(2);
        }
        const bool digits = minutes.size() == 2 && minutes.find_first_not_of("0123456789") == std::string::npos &&
                            tokens[i].text.size() <= 2 &&
                            tokens[i].text.find_first_not_of("0123456789") == std::string::npos;
        if (!digits) continue;
        int hour = number_of(tokens[i].text, 2);
        if (half == "pm" && hour < 12) hour += 12;
        if (half == "am" && hour == 12) hour = 0;
        if (hour > 23 || minutes > "59") continue;
        return (hour < 10 ? "0" : "") + std::to_string(hour) + ":" + minutes;
    }
    return {};
}

std::optional<SpokenDue> find_due(std::string_view text, Date meeting) {
    for (std::size_t from = 0;;) {
        const auto day = find_day(text, from);
        if (!day) break;
        if (day->date > meeting)
            return SpokenDue{day->date, day->date, std::string(text.substr(day->begin, day->end - day->begin))};
        from = day->end;
    }
    const std::vector<Token> tokens = tokens_of(text, 0);
    if (auto due = months(tokens, text); due && due->by > meeting) return due;
    return months_ahead(tokens, text, meeting);
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
