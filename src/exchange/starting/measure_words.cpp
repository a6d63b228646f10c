#include "exchange/starting/measure_words.hpp"

#include "base/text.hpp"
#include "exchange/layouts/taking.hpp"
#include "exchange/layouts/vocabulary.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline exchange {
namespace {

// Whole words, so that "highways" is not "high".
bool has_whole_word(const std::string& text, std::string_view word) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_letter(text[at - 1]) || !is_letter(word.front());
        const std::size_t end = at + word.size();
        if (begins && (end == text.size() || !is_letter(text[end]) || !is_letter(word.back()))) return true;
    }
    return false;
}
template <std::size_t Size> bool has_one_of(const std::string& text, const std::array<std::string_view, Size>& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return has_whole_word(text, word); });
}

constexpr std::array<std::string_view, 4> percent_words{"%", "per cent", "percent", "percentage"};
constexpr std::array<std::string_view, 4> money_words{"£", "gbp", "pounds", "£000"};
constexpr std::array<std::string_view, 3> count_words{"number", "count", "no."};

// "per 1,000 population", "rate per 100,000" → 100000
std::optional<std::int64_t> per_of(const std::string& words) {
    const auto at = words.find("per ");
    if (at == std::string::npos) return std::nullopt;
    std::string digits;
    for (const char c : words.substr(at + 4)) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ',')
            break;
    }
    if (digits.size() < 2 || digits.size() > 9) return std::nullopt;
    return std::stoll(digits);
}

std::optional<SaidUnit> unit_in(const std::string& words, const std::string& reason) {
    if (words.empty()) return std::nullopt;
    if (const auto per = per_of(words)) return SaidUnit{Quantity::rate, *per, reason};
    if (has_one_of(words, percent_words)) return SaidUnit{Quantity::percent, 1, reason};
    if (has_whole_word(words, "days") || has_whole_word(words, "day")) return SaidUnit{Quantity::days, 1, reason};
    if (has_one_of(words, money_words)) return SaidUnit{Quantity::money, 1, reason};
    if (has_whole_word(words, "score")) return SaidUnit{Quantity::score, 1, reason};
    if (has_one_of(words, count_words) || words == "#") return SaidUnit{Quantity::count, 1, reason};
    return std::nullopt;
}

struct HowWritten {
    std::size_t numbers = 0, percent = 0, money = 0, days = 0, whole = 0;
};
HowWritten figures_seen(const std::vector<std::string>& texts) {
    HowWritten seen;
    for (const std::string& text : texts) {
        const auto figure = read_figure(text);
        const std::string words = same_words(text);
        if (!figure || !figure->number) continue;
        ++seen.numbers;
        if (words.find('%') != std::string::npos || figure->said == Quantity::percent) ++seen.percent;
        if (words.starts_with("£")) ++seen.money;
        if (figure->said == Quantity::days) ++seen.days;
        if (figure->number->rounded(0) == *figure->number) ++seen.whole;
    }
    return seen;
}

constexpr std::array<std::string_view, 9> high_words{"high", "higher",   "bigger", "up",   "increase",
                                                     "more", "maximise", "rising", "large"};
constexpr std::array<std::string_view, 10> low_words{"low",  "lower", "smaller",  "down",    "decrease",
                                                     "less", "fewer", "minimise", "falling", "small"};

// How the sheet judges its own figures: green above the target, or red below it, means that higher is better.
std::optional<Polarity> judged_way(const std::vector<StatusSeen>& statuses) {
    int higher = 0, lower = 0;
    for (const StatusSeen& each : statuses) {
        const auto value = read_number(each.value), target = read_number(each.target);
        const std::string words = same_words(each.status);
        std::string status = usual_status(words); // "Green Tick" is none of the usual words, but says which it is
        if (status.empty() && has_whole_word(words, "green") != has_whole_word(words, "red"))
            status = has_whole_word(words, "green") ? "green" : "red";
        if (!value || !target || *value == *target || (status != "green" && status != "red")) continue;
        (*value > *target) == (status == "green") ? ++higher : ++lower;
    }
    if (higher > 0 && lower == 0) return Polarity::higher;
    if (lower > 0 && higher == 0) return Polarity::lower;
    return std::nullopt;
}

} // namespace

SaidUnit unit_of(const std::string& unit, const std::string& title, const std::vector<std::string>& values,
                 const std::vector<std::string>& targets) {
    if (auto said = unit_in(same_words(unit), "unit: “" + unit + "”")) return *said;
    HowWritten seen = figures_seen(values);
    if (seen.numbers == 0) seen = figures_seen(targets);
    if (seen.percent > 0 && seen.percent * 2 >= seen.numbers)
        return {Quantity::percent, 1, "its figures are percentages"};
    if (seen.money > 0 && seen.money * 2 >= seen.numbers) return {Quantity::money, 1, "its figures are in pounds"};
    if (seen.days > 0 && seen.days * 2 >= seen.numbers) return {Quantity::days, 1, "its figures are days"};
    if (auto said = unit_in(same_words(title), "its title")) return *said;
    if (seen.numbers > 0 && seen.whole == seen.numbers) return {Quantity::count, 1, "its figures are whole numbers"};
    return {Quantity::number, 1, "nothing says its unit"};
}

SaidDirection direction_of(const std::string& words, const std::vector<std::string>& targets,
                           const std::vector<StatusSeen>& statuses) {
    const std::string plain = same_words(words);
    const std::string reason = "good is “" + words + "”";
    if (has_whole_word(plain, "range") || has_whole_word(plain, "between")) return {Polarity::range, true, reason};
    if (has_one_of(plain, low_words) || plain == "▼" || plain == "↓") return {Polarity::lower, true, reason};
    if (has_one_of(plain, high_words) || plain == "▲" || plain == "↑") return {Polarity::higher, true, reason};
    if (plain == "none" || plain == "n/a" || plain == "neither") return {Polarity::none, true, reason};
    for (const std::string& target : targets) {
        const TargetWords bound = target_words(target);
        if (bound.kind == "ceiling") return {Polarity::lower, true, "its target is “" + target + "”"};
        if (bound.kind == "floor") return {Polarity::higher, true, "its target is “" + target + "”"};
        if (bound.kind == "range") return {Polarity::range, true, "its target is “" + target + "”"};
    }
    if (const auto way = judged_way(statuses)) return {*way, true, "its statuses"};
    return {Polarity::none, false, "nothing says which way is good"};
}

int decimals_of(const std::vector<std::string>& values, Quantity quantity) {
    int most = quantity == Quantity::percent ? 1 : 0;
    for (const std::string& text : values) {
        const auto figure = read_figure(text);
        if (!figure || !figure->number) continue;
        for (int decimals = most; decimals < 2; ++decimals)
            if (figure->number->rounded(decimals) != *figure->number) most = decimals + 1;
    }
    return most;
}

bool names_direction(std::string_view heading) {
    constexpr std::array<std::string_view, 9> known{"good is",   "polarity",     "good to be",
                                                    "better if", "what is good", "good performance",
                                                    "better is", "aim to",       "desired direction"};
    return std::ranges::find(known, heading) != known.end();
}

bool names_theme(std::string_view heading) {
    constexpr std::array<std::string_view, 10> known{
        "theme",     "priority",     "corporate priority",  "objective", "outcome",
        "portfolio", "service area", "corporate objective", "category",  "strategic aim"};
    return std::ranges::find(known, heading) != known.end();
}

} // namespace qd::inline exchange
