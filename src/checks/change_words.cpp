#include "checks/change_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace qd::inline checks {
namespace {

using Tokens = std::vector<std::string>;

// Whole words in small letters; what is not a letter, digit, hyphen or apostrophe parts them.
Tokens tokens_of(std::string_view words) {
    Tokens tokens;
    std::string token;
    const auto end_token = [&] {
        if (!token.empty()) tokens.push_back(std::move(token));
        token.clear();
    };
    for (const char c : lower(replace_all(std::string(words), "’", "'"))) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '\'')
            token += c;
        else
            end_token();
    }
    end_token();
    return tokens;
}

template <std::size_t N> bool is_one_of(const std::array<std::string_view, N>& words, std::string_view token) {
    return std::ranges::find(words, token) != words.end();
}

constexpr std::array ups = std::to_array<std::string_view>(
    {"increase", "increased", "increases", "increasing", "rise",   "rises", "risen", "rising", "rose",    "grow",
     "grows",    "grew",      "grown",     "growing",    "growth", "up",    "more",  "higher", "climbed", "climbing"});
constexpr std::array downs = std::to_array<std::string_view>(
    {"reduce",     "reduced",  "reduces", "reducing", "reduction", "reductions", "decrease", "decreased", "decreases",
     "decreasing", "fall",     "falls",   "fallen",   "falling",   "fell",       "decline",  "declined",  "declines",
     "declining",  "drop",     "drops",   "dropped",  "dropping",  "down",       "fewer",    "less",      "lower",
     "lowered",    "lowering", "cut",     "cuts",     "shrank",    "shrunk"});
constexpr std::array denials = std::to_array<std::string_view>({"not", "no", "never", "without", "neither", "nor"});
constexpr std::array nearly_words = std::to_array<std::string_view>({"nearly", "almost", "under"});
constexpr std::array about_words =
    std::to_array<std::string_view>({"about", "around", "roughly", "approximately", "some"});
constexpr std::array betters = std::to_array<std::string_view>(
    {"improve", "improved", "improves", "improving", "improvement", "improvements", "better"});
constexpr std::array worses = std::to_array<std::string_view>(
    {"worse", "worsened", "worsens", "worsening", "deteriorated", "deteriorating", "deterioration"});

struct SizeWord {
    std::string_view word;
    Way way;
    int numerator, denominator; // of the earlier figure
};
constexpr std::array size_words = {
    SizeWord{"twice", Way::up, 1, 1},      SizeWord{"double", Way::up, 1, 1},      SizeWord{"doubled", Way::up, 1, 1},
    SizeWord{"doubles", Way::up, 1, 1},    SizeWord{"doubling", Way::up, 1, 1},    SizeWord{"trebled", Way::up, 2, 1},
    SizeWord{"trebling", Way::up, 2, 1},   SizeWord{"tripled", Way::up, 2, 1},     SizeWord{"tripling", Way::up, 2, 1},
    SizeWord{"quadrupled", Way::up, 3, 1}, SizeWord{"quadrupling", Way::up, 3, 1}, SizeWord{"halved", Way::down, 1, 2},
    SizeWord{"halving", Way::down, 1, 2},
};

bool denies(const std::string& token) { return is_one_of(denials, token) || token.ends_with("n't"); }

bool is_comparison(const Tokens& tokens, std::size_t i) { // the "more" of "more than", which is no way
    return i + 1 < tokens.size() && tokens[i + 1] == "than";
}

Nearness nearness_of(const Tokens& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_one_of(nearly_words, tokens[i])) return Nearness::nearly;
        if (is_one_of(about_words, tokens[i])) return Nearness::about;
        if (tokens[i] == "over") return Nearness::more_than;
        if (is_comparison(tokens, i) && tokens[i] == "more") return Nearness::more_than;
        if (is_comparison(tokens, i) && (tokens[i] == "less" || tokens[i] == "fewer")) return Nearness::nearly;
    }
    return Nearness::plain;
}

int number_of(const std::string& token) {
    if (token == "a" || token == "an" || token == "one") return 1;
    if (token == "two") return 2;
    return token == "three" ? 3 : 0;
}

int part_of(const std::string& token) {
    if (token == "half") return 2;
    if (token == "third" || token == "thirds") return 3;
    if (token == "quarter" || token == "quarters") return 4;
    if (token == "fifth" || token == "fifths") return 5;
    return token == "tenth" || token == "tenths" ? 10 : 0;
}

bool softens(const std::string& token) {
    return is_one_of(nearly_words, token) || is_one_of(about_words, token) || token == "over" || token == "just" ||
           token == "more" || token == "less" || token == "than";
}

// "two thirds", from `i`; none if there is no fraction, as in "the third quarter".
std::optional<Decimal> fraction_at(const Tokens& tokens, std::size_t i) {
    while (i < tokens.size() && softens(tokens[i])) ++i;
    int numerator = 1;
    if (i < tokens.size() && number_of(tokens[i]) > 0)
        numerator = number_of(tokens[i++]);
    else if (i >= tokens.size() || tokens[i] != "half")
        return {};
    if (i >= tokens.size() || part_of(tokens[i]) == 0) return {};
    return Decimal::ratio(Decimal(numerator), Decimal(part_of(tokens[i])));
}

// "by a third" of the earlier figure, "to a third" of it. "To less than half" bounds the other side, so it says no size here.
std::optional<Decimal> fraction_said(const Tokens& tokens, Way way, Nearness nearness) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool to = tokens[i] == "to";
        if (!to && tokens[i] != "by") continue;
        const auto fraction = fraction_at(tokens, i + 1);
        if (!fraction) continue;
        if (!to) return way == Way::up ? *fraction : -*fraction;
        if (way == Way::down && (nearness == Nearness::plain || nearness == Nearness::about))
            return *fraction - Decimal(1);
    }
    return {};
}

} // namespace

ChangeSaid change_said(std::string_view words) {
    const Tokens tokens = tokens_of(words);
    if (std::ranges::any_of(tokens, denies)) return {};
    ChangeSaid said;
    said.nearness = nearness_of(tokens);
    bool up = false, down = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (is_comparison(tokens, i) && (tokens[i] == "more" || tokens[i] == "less" || tokens[i] == "fewer")) continue;
        up = up || is_one_of(ups, tokens[i]);
        down = down || is_one_of(downs, tokens[i]);
        const auto size = std::ranges::find(size_words, std::string_view(tokens[i]), &SizeWord::word);
        if (size == size_words.end()) continue;
        (size->way == Way::up ? up : down) = true;
        const Decimal share = Decimal::ratio(Decimal(size->numerator), Decimal(size->denominator));
        said.share = size->way == Way::up ? share : -share;
    }
    if (up == down) return {};
    said.way = up ? Way::up : Way::down;
    if (!said.share) said.share = fraction_said(tokens, *said.way, said.nearness);
    return said;
}

bool is_of_size(const ChangeSaid& said, Decimal from, Decimal to) {
    if (!said.share || from.is_zero()) return true;
    const Decimal change = Decimal::ratio(to - from, from.abs(), 100);
    const Decimal of_said = Decimal::ratio(change, *said.share).rounded(1); // in per cent of the size said
    const auto between = [&](int least, int most) { return of_said >= Decimal(least) && of_said <= Decimal(most); };
    switch (said.nearness) {
    case Nearness::plain: return between(90, 110);
    case Nearness::about: return between(75, 125);
    case Nearness::nearly: return between(75, 100);
    case Nearness::more_than: return of_said >= Decimal(100);
    }
    return true;
}

int judgement_said(std::string_view words) {
    const Tokens tokens = tokens_of(words);
    if (std::ranges::any_of(tokens, denies)) return 0;
    const auto any = [&](const auto& list) {
        return std::ranges::any_of(tokens, [&](const std::string& token) { return is_one_of(list, token); });
    };
    return (any(betters) ? 1 : 0) - (any(worses) ? 1 : 0);
}

} // namespace qd::inline checks
