#include "exchange/minutes/date_words.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::vector<DateWord> date_words(std::string_view text, std::size_t from) {
    std::vector<DateWord> words;
    for (std::size_t i = from; i < text.size();) {
        if (!is_word(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_word(text[end])) ++end;
        words.push_back({lower(text.substr(i, end - i)), i, end});
        i = end;
    }
    return words;
}

int month_of(const std::string& word) {
    if (word == "sept") return 9;
    for (int month = 1; month <= 12; ++month) {
        const std::string name = lower(month_name(month));
        if (word == name || (word.size() == 3 && name.starts_with(word))) return month;
    }
    return 0;
}

int ordinal_of(const std::string& word, std::size_t most_digits) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < word.size() && digits < most_digits && word[digits] >= '0' && word[digits] <= '9')
        value = value * 10 + (word[digits++] - '0');
    const std::string rest = word.substr(digits);
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return digits > 0 && (rest.empty() || ordinal) ? value : 0;
}

int year_of(const std::string& word) {
    const int year = word.size() == 4 ? ordinal_of(word, 4) : 0;
    return year >= 1900 && year <= 2199 ? year : 0;
}

int count_of(const std::string& word) {
    constexpr std::array<std::string_view, 13> words{"a",     "one",   "two",  "three", "four",   "five",  "six",
                                                     "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    if (const int value = ordinal_of(word, 3); value > 0) return value;
    const auto found = std::ranges::find(words, word);
    if (found != words.end()) return std::max(1, static_cast<int>(found - words.begin()));
    if (word == "an") return 1;
    if (word == "fifteen") return 15;
    if (word == "eighteen") return 18;
    return word == "fourteen" ? 14 : word == "twenty" ? 20 : word == "thirty" ? 30 : 0;
}

} // namespace qd::inline exchange
