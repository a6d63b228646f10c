#include "checks/said/change_size.hpp"

#include "checks/change_words.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {

// Nothing but the two figures that were said stands between a word and its size: "from 11.8 to 9.6, that is by 2.2".
bool ChangeSize::is_next(std::size_t first, const Amount& size) const {
    std::size_t behind = first;
    for (const Amount& amount : s_.amounts) {
        if (amount.first_word < first || amount.behind_word > size.hedge_word) continue;
        const bool in_pair = std::ranges::any_of(sentence_.as_pair, [&](const auto& pair) {
            return pair.first == amount.first_word || pair.second == amount.first_word;
        });
        if (!in_pair) return false;
        behind = amount.behind_word;
    }
    for (std::size_t i = behind; behind > first && i < size.hedge_word; ++i)
        if (!is_phrase_at(s_.words, i,
                          "by|of|,|that|is|or|namely|i|e|.|a|an|the|fall|rise|drop|increase|decrease|reduction|"
                          "improvement|down|up|change|difference|-"))
            return false;
    return true;
}

// "rose by 12", "up 3.1%", "an increase of 12", "12 fewer than", "a 3-point rise".
const Amount* ChangeSize::amount_of_change(const Term& term, std::size_t end) const {
    for (const Amount& amount : s_.amounts) {
        const bool right_behind =
            amount.hedge_word == term.last && !is_phrase_at(s_.words, term.first, "more|less|fewer than");
        const bool by =
            amount.hedge_word > term.last && amount.hedge_word < end &&
            (s_.words[amount.hedge_word - 1].text == "by" || s_.words[amount.hedge_word - 1].text == "of") &&
            amount.hedge_word <= term.last + 12 && is_next(term.last, amount) &&
            !s_.term_between(term.last, amount.hedge_word, {Sense::target}); // "an improvement, within the limit of 60"
        const bool in_front =
            amount.behind_word == term.first ||
            (amount.behind_word + 1 == term.first && is_phrase_at(s_.words, amount.behind_word, "-|a|point"));
        if (right_behind || by || in_front) return &amount;
    }
    return nullptr;
}

// The size that is said: in the figures' own unit, in points, or in per cent of the earlier one.
bool ChangeSize::is_size_of(const Amount& by, const Change& change, Quantity quantity) {
    const Decimal difference = (change.to - change.from).abs();
    const bool of_percent = quantity == Quantity::percent;
    const auto relative = change.from.is_zero() ? std::nullopt : Decimal::ratio_if(difference, change.from.abs(), 100);
    if (by.unit == AmountUnit::points) return tells(by, difference);
    if (by.unit == AmountUnit::percent)
        return (relative && tells(by, *relative)) || (of_percent && tells(by, difference));
    return tells(by, difference) || tells(by, change.to - change.from);
}

// The clause of a term; the whole sentence where it gives both figures ("rose from 14% to 35%: it doubled").
std::string ChangeSize::words_about(const Term& term) const {
    if (!sentence_.as_pair.empty()) return sentence_.words;
    const Clause& clause = s_.clause_of(term.first);
    const std::size_t start = s_.words[clause.first].start,
                      end = s_.words[std::min(clause.last, s_.words.size()) - 1].end;
    return sentence_.words.substr(start, end - start);
}

bool ChangeSize::is_half_of_number() const { // "half a million" is no share
    for (std::size_t i = 0; i < s_.words.size(); ++i)
        if (is_phrase_at(s_.words, i, "half a million|thousand|dozen|billion")) return true;
    return false;
}

void ChangeSize::hold(const Term& term, std::size_t end, const std::vector<Change>& changes, Base base) {
    const Amount* by = amount_of_change(term, end);
    if (by && !sentence_.is_stated(*by)) return amount(*by, changes, base);
    const ChangeSaid said = change_said(words_about(term));
    if (!said.share || is_half_of_number()) return;
    if (std::ranges::any_of(changes, [&](const Change& change) { return is_of_size(said, change.from, change.to); }))
        return;
    const Change& change = changes.front();
    findings_.push_back(sentence_.finding(
        warning("word-against-figure"),
        "A change from " + print_stated(change.from.rounded(2)) + " to " + print_stated(change.to.rounded(2)) + " is " +
            print_stated(Decimal::ratio(change.to, change.from.is_zero() ? Decimal(1) : change.from).rounded(1)) +
            " times the first, which is not what the word says."));
}

void ChangeSize::amount(const Amount& by, const std::vector<Change>& changes, Base base) {
    const Quantity quantity = facts_ ? facts_->shown.quantity : Quantity::number;
    const Quantity of_pair =
        std::ranges::any_of(s_.amounts,
                            [&](const Amount& one) { return &one != &by && one.unit == AmountUnit::percent; })
            ? Quantity::percent
            : quantity;
    sentence_.bind(by);
    if (by.unit == AmountUnit::days && quantity != Quantity::days) return;
    if (std::ranges::any_of(changes, [&](const Change& change) { return is_size_of(by, change, of_pair); })) return;
    const Change& change = changes.front();
    const Decimal difference = (change.to - change.from).abs();
    std::string found = print_stated(difference.rounded(2));
    if (of_pair == Quantity::percent) found += " points";
    if (!change.from.is_zero())
        if (const auto relative = Decimal::ratio_if(difference, change.from.abs(), 100))
            found += ", or " + print_fixed(*relative, 1) + "%";
    const std::string message = "A change of " + as_written(sentence_.words, s_.words, by) + " said, but from " +
                                print_stated(change.from.rounded(2)) + " to " + print_stated(change.to.rounded(2)) +
                                " it is " + found + ".";
    if (by.closeness != Closeness::plain || by.is_fraction)
        findings_.push_back(sentence_.finding(warning("word-against-figure"), message));
    else if (base == Base::said)
        findings_.push_back(sentence_.finding(error("change-of-figures"), message));
    else
        findings_.push_back(sentence_.finding(warning("change-of-figures"), message));
}

} // namespace qd::inline checks
