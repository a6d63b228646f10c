#include "base/digit.hpp"
#include "base/text.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

tl::unexpected<Problem> no_number() {
    return tl::make_unexpected(Problem{
        "is not a number.", "Write digits only, such as 19252 or 84.5; leave the cell empty if there is none."});
}

bool take_front(std::string_view& text, std::string_view what) {
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
}

// The spaces that people and spreadsheets part thousands with: plain, no-break, thin, narrow no-break.
constexpr std::array<std::string_view, 4> spaces{" ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"};

// "1,234,567" or "1 234 567" → "1234567"; none where the groups are not of three digits.
std::optional<std::string> join_thousands(std::string_view whole) {
    std::string digits;
    std::size_t group = 0; // digits since the last mark
    bool marked = false;
    while (!whole.empty()) {
        const auto* space = std::ranges::find_if(spaces, [&](std::string_view s) { return whole.starts_with(s); });
        if (space != spaces.end() || whole.front() == ',') {
            if (group == 0 || group > 3 || (marked && group != 3)) return std::nullopt;
            whole.remove_prefix(space != spaces.end() ? space->size() : 1);
            marked = true;
            group = 0;
        } else if (is_digit(whole.front())) {
            digits += whole.front();
            whole.remove_prefix(1);
            ++group;
        } else {
            return std::nullopt;
        }
    }
    if (marked && group != 3) return std::nullopt;
    return digits;
}

// Digits with an optional point, at most six decimals kept.
Understood<Decimal> read_unsigned(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = join_thousands(text.substr(0, point));
    std::string fraction(point == std::string_view::npos ? "" : text.substr(point + 1));
    if (!whole || !std::ranges::all_of(fraction, is_digit) || (whole->empty() && fraction.empty())) return no_number();
    const bool up = fraction.size() > 6 && fraction[6] >= '5';
    fraction.resize(std::min<std::size_t>(fraction.size(), 6));
    std::string plain =
        whole->empty() ? "0" : whole->substr(std::min(whole->find_first_not_of('0'), whole->size() - 1));
    if (!fraction.empty()) plain += "." + fraction;
    const auto number = Decimal::parse(plain);
    if (!number || number->millionths() == INT64_MAX)
        return tl::make_unexpected(
            Problem{"is too large: figures may go up to 9,223,372,036,854.", "Count in thousands or millions."});
    return up ? Decimal::from_millionths(number->millionths() + 1) : *number;
}

std::optional<Problem> spreadsheet_problem(std::string_view text) {
    if (text.starts_with('#'))
        return Problem{"is a spreadsheet formula error.", "Correct the formula, or write the figure itself."};
    const auto e = text.find_first_of("eE");
    if (e != std::string_view::npos && e > 0 && is_digit(text[e - 1]) && e + 1 < text.size() &&
        (text[e + 1] == '+' || text[e + 1] == '-' || is_digit(text[e + 1])))
        return Problem{"was shortened by a spreadsheet.",
                       "Give the column a number format without exponents and save again."};
    if (std::ranges::count(text, ':') > 0 &&
        std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ':' || c == '.'; }))
        return Problem{"is a time.", "Write it in the measure's unit."};
    if (read_date(text))
        return Problem{"is a date.",
                       "Write the figure; where a spreadsheet made a date of it, format the column as text."};
    const bool digits_and_commas = std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ','; });
    if (digits_and_commas && std::ranges::count(text, ',') == 1)
        return Problem{"may be a decimal comma.",
                       "Write a decimal point: 84.5; thousands may be separated as in 1,234."};
    return std::nullopt;
}

} // namespace

Understood<Decimal> read_number(std::string_view given) {
    std::string_view text = trim(given);
    if (const auto plain = Decimal::parse(text)) return *plain;
    bool negative = false;
    if (text.starts_with('(') && text.ends_with(')')) {
        negative = true;
        text = trim(text.substr(1, text.size() - 2));
    } else if (take_front(text, "-") || take_front(text, "−") || take_front(text, "–")) {
        negative = true;
    } else {
        take_front(text, "+");
    }
    text = trim(text);
    if (take_front(text, "£") || take_front(text, "€") || take_front(text, "$")) text = trim(text);
    if (!negative && take_front(text, "-")) negative = true; // "£-5"
    if (text.ends_with('%')) text = trim(text.substr(0, text.size() - 1));
    auto number = read_unsigned(text);
    if (!number) {
        if (auto problem = spreadsheet_problem(text)) return tl::make_unexpected(*problem);
        return number;
    }
    return negative ? -*number : *number;
}

} // namespace qd::inline exchange
