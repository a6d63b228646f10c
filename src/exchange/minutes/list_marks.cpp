#include "exchange/minutes/list_marks.hpp"

#include "base/digit.hpp"
#include "base/text.hpp"

#include <array>

namespace qd::inline exchange {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_counter(std::string_view word) {
    if (word.empty() || word.size() > 5) return false;
    if (word.find_first_not_of("0123456789") == std::string_view::npos) return word.size() < 3;
    const bool decimal =
        is_digit(word[0]) && is_digit(word.back()) && word.find_first_not_of("0123456789.") == std::string_view::npos;
    return decimal || (word.size() == 1 && is_letter(word[0])) || roman_value(word) > 0;
}

// The n-th mark of a style: 0 "1", 1 "i", 2 "a".
std::string counter(int style, int n) {
    constexpr std::array<std::string_view, 12> roman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                     "vii", "viii", "ix",  "x",  "xi", "xii"};
    if (style == 0) return std::to_string(n);
    if (style == 1) return n <= 12 ? std::string(roman[static_cast<std::size_t>(n - 1)]) : "";
    return n <= 26 ? std::string(1, static_cast<char>('a' + n - 1)) : "";
}

// Where a mark is a word of its own; npos = nowhere.
std::size_t find_mark(std::string_view text, const std::string& mark, std::size_t from) {
    for (auto at = text.find(mark, from); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == ';' || text[at - 1] == ':';
        const bool ends = at + mark.size() < text.size() && text[at + mark.size()] == ' ';
        if (begins && ends) return at;
    }
    return std::string_view::npos;
}

} // namespace

int roman_value(std::string_view word) {
    const auto value = [](char c) { return c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0; };
    if (word.empty() || word.size() > 7) return 0;
    const std::string low = lower(word);
    if (low != word && low.find_first_of("ivxl") != std::string::npos &&
        word.find_first_of("ivxl") != std::string_view::npos)
        return 0;
    int sum = 0;
    for (std::size_t i = 0; i < low.size(); ++i) {
        const int now = value(low[i]), next = i + 1 < low.size() ? value(low[i + 1]) : 0;
        if (now == 0) return 0;
        sum += now < next ? -now : now;
    }
    return sum <= 60 && sum > 0 ? sum : 0;
}

std::optional<MarkedEntry> marked_entry(std::string_view line) {
    const bool bullet = line.starts_with("- ");
    if (bullet) line = trim(line.substr(2));
    const bool bracket = line.starts_with('(') || line.starts_with('[');
    const std::string_view inner = line.substr(bracket ? 1 : 0);
    const auto close = inner.find_first_of(bracket ? ")]" : ".) \t");
    if (close != std::string_view::npos) {
        std::size_t end = close;
        // "2.1 that": a decimal number
        while (!bracket && end < inner.size() && inner[end] == '.' && end + 1 < inner.size() &&
               is_digit(inner[end + 1]))
            end = std::min(inner.size(), inner.find_first_of(".) \t", end + 1));
        const std::string_view word = inner.substr(0, end);
        const std::string_view after = end < inner.size() ? inner.substr(end) : "";
        const bool spaced = after.starts_with(' ') || after.starts_with('\t');
        const bool marked = bracket || after.starts_with('.') || after.starts_with(')') ||
                            (spaced && word.find('.') != std::string_view::npos);
        const std::string_view rest = spaced ? after : after.empty() ? after : after.substr(1);
        const bool apart = rest.empty() || rest[0] == ' ' || rest[0] == '\t' || (bracket && is_letter(rest[0]));
        const bool initial = !bracket && word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z'; // "J. Elm"
        if (marked && !initial && is_counter(word) && apart) {
            const std::size_t size = (bracket ? 1 : 0) + end + (spaced ? 0 : 1);
            return MarkedEntry{std::string(line.substr(0, size)), std::string(trim(rest))};
        }
    }
    return bullet ? std::optional(MarkedEntry{"", std::string(line)}) : std::nullopt;
}

InlineList inline_list(std::string_view text) {
    for (int style = 0; style < 3; ++style)
        for (const auto& [before, after] : {std::pair("(", ")"), std::pair("", "."), std::pair("", ")")}) {
            const auto mark = [&](int n) {
                const std::string word = counter(style, n);
                return word.empty() ? word : before + word + after;
            };
            const auto first = find_mark(text, mark(1), 0);
            if (first == std::string_view::npos || find_mark(text, mark(2), first) == std::string_view::npos) continue;
            InlineList list{std::string(trim(text.substr(0, first))), {}};
            std::size_t at = first;
            for (int n = 1; at != std::string_view::npos; ++n) {
                const std::size_t begin = at + mark(n).size();
                const std::string next = mark(n + 1);
                const auto end = next.empty() ? std::string_view::npos : find_mark(text, next, begin);
                list.entries.push_back({mark(n), std::string(trim(text.substr(begin, end - begin)))});
                at = end;
            }
            return list;
        }
    return {};
}

} // namespace qd::inline exchange
