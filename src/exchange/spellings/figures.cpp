#include "base/digit.hpp"
#include "base/text.hpp"
#include "exchange/spellings/markers.hpp"
#include "exchange/spellings/written.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <array>

// A cell of a return as people write it: a number, a part of a whole, a number with its unit, or why there is none.
namespace qd::inline exchange {
namespace {

using Quantities = std::vector<Quantity>;

struct UnitWord {
    std::string_view text;
    Quantity quantity;
};
constexpr UnitWord unit_words[] = {{"per cent", Quantity::percent},
                                   {"percent", Quantity::percent},
                                   {"pc", Quantity::percent},
                                   {"calendar days", Quantity::days},
                                   {"days", Quantity::days},
                                   {"day", Quantity::days},
                                   {"d", Quantity::days}};

struct AskedUnit {
    std::string_view texts; // parted by "|"
    std::string_view message, remedy;
};
constexpr AskedUnit asked_units[] = {
    {"working "
     "days|weeks|week|wks|wk|months|month|mths|years|year|yrs|hours|hour|hrs|hr|h|minutes|minute|mins|min|seconds|"
     "second|secs|sec|s",
     "is a time in another unit.", "Write the number in the measure's unit."},
    {"m|million|mn|bn|billion|k|thousand", "is a rounded amount.",
     "Write it in full, such as 1200000, with the flag estimated; the rounded figure goes into published."},
    {"p|pence", "is in pence.", "Write pounds, such as 0.45."},
    {"gbp", "has its currency after it.", "Write the number alone."},
    {"cr|dr", "is an amount of the accounts.", "Write a credit with a minus before it."},
};

// "2.5 hrs" → "hrs"; "" if there is only a number.
std::string_view word_behind(std::string_view small) {
    std::size_t at = small.size();
    while (at > 0 && ((small[at - 1] >= 'a' && small[at - 1] <= 'z') || small[at - 1] == ' ')) --at;
    if (at == 0 || at == small.size() || !(is_digit(small[at - 1]) || small[at - 1] == '.')) return {};
    return small.substr(at);
}

tl::unexpected<Problem> no_figure() {
    return tl::make_unexpected(
        Problem{"is neither a number nor a reason why there is none.",
                "Write digits only, such as 19252, or n/a, .. (not available) or [c] (suppressed)."});
}

// "19/20", "19 of 20", "19 out of 20"
std::optional<FigureCell::Parts> read_parts(std::string_view text) {
    for (const std::string_view mark : {" out of ", " of ", "/"}) {
        const auto at = text.find(mark);
        if (at == std::string_view::npos) continue;
        const std::string_view above = trim(text.substr(0, at)), below = trim(text.substr(at + mark.size()));
        if (above.empty() || below.empty() || !is_digit(above.back()) || !is_digit(below.front())) return std::nullopt;
        const auto numerator = read_number(above), denominator = read_number(below);
        if (!numerator || !denominator) return std::nullopt;
        return FigureCell::Parts{*numerator, *denominator};
    }
    return std::nullopt;
}

// "95% (19/20)", "95 (19 of 20)", "19 (95%)" is something else: a count with its share.
std::optional<FigureCell> read_value_and_parts(std::string_view text) {
    const auto open = text.find('(');
    if (open == 0 || open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
    const std::string inside(trim(text.substr(open + 1, text.size() - open - 2)));
    const auto parts = read_parts(inside);
    const std::string_view before = trim(text.substr(0, open));
    const auto number = read_number(before);
    if (!parts || !number) return std::nullopt;
    FigureCell cell;
    cell.number = *number;
    cell.parts = *parts;
    if (before.ends_with('%')) cell.said = Quantity::percent;
    return cell;
}

} // namespace

Understood<FigureCell> read_figure(std::string_view given) {
    std::string_view text = trim(given);
    FigureCell figure;
    if (const auto plain = Decimal::parse(text)) {
        figure.number = *plain;
        return figure;
    }
    if (const auto marker = read_marker(text)) {
        if (marker->doubt) return tl::make_unexpected(*marker->doubt);
        figure.gap = marker->gap;
        if (marker->keep_text) figure.note = std::string(text);
        return figure;
    }
    const Behind behind = take_behind(text);
    if (behind.doubt && !read_number(text)) return tl::make_unexpected(*behind.doubt);
    if (auto both = read_value_and_parts(plain_spelling(text))) {
        both->flags = behind.flags;
        both->note = behind.note;
        return *both;
    }
    figure.flags = behind.flags;
    figure.note = behind.note;
    const std::string small = plain_spelling(text);
    if (const auto parts = read_parts(small)) {
        figure.parts = *parts;
        return figure;
    }
    std::string_view bare = text;
    if (const std::string_view word = word_behind(small); !word.empty()) {
        for (const UnitWord& unit : unit_words)
            if (trim(word) == unit.text) {
                figure.said = unit.quantity;
                bare = trim(text.substr(0, text.size() - std::min(word.size(), text.size())));
            }
        for (const AskedUnit& unit : asked_units)
            for (const std::string& each : split(std::string(unit.texts), '|'))
                if (trim(word) == each)
                    return tl::make_unexpected(Problem{std::string(unit.message), std::string(unit.remedy)});
    }
    const auto number = read_number(bare);
    if (!number && (bare.empty() || number.error().message == "is not a number.")) return no_figure();
    if (!number) return tl::make_unexpected(number.error());
    figure.number = *number;
    return figure;
}

} // namespace qd::inline exchange
