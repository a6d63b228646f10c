#include "checks/said/target_words.hpp"

#include <algorithm>

namespace qd::inline checks {

bool TargetWords::is_text(std::size_t at, std::string_view text) const {
    return at < s_.words.size() && s_.words[at].text == text;
}

// The noun that a word belongs to: behind it ("met its target"), or before it ("the target was met", "the target, which was
// met"); null = none.
const Term* TargetWords::target_of(const Term& term) const {
    if (term.sense == Sense::on_target || term.sense == Sense::off_target) return nullptr;
    for (const Term& target : s_.terms) {
        if (target.sense != Sense::target || target.first < term.last || target.first > term.last + 7) continue;
        if (is_parted(term.last, target.first)) continue;
        if (is_comparison(term) && !has_than(term.last, target.first)) continue;
        if (s_.term_between(
                term.last, target.first,
                {Sense::met, Sense::exceeded, Sense::missed, Sense::above, Sense::below, Sense::ahead, Sense::behind}))
            continue;
        return &target;
    }
    if (term.sense != Sense::met && term.sense != Sense::exceeded && term.sense != Sense::missed) return nullptr;
    const Term* found = nullptr;
    for (const Term& target : s_.terms)
        if (target.sense == Sense::target && target.last <= term.first && term.first <= target.last + 12 &&
            is_passive(target.last, term.first))
            found = &target;
    return found;
}

bool TargetWords::is_comparison(const Term& term) {
    return term.sense == Sense::better || term.sense == Sense::worse || term.sense == Sense::higher ||
           term.sense == Sense::lower;
}

bool TargetWords::has_than(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i)
        if (s_.words[i].text == "than") return true;
    return false;
}

bool TargetWords::is_parted(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i)
        if (s_.words[i].text == ";" || s_.words[i].text == "." || s_.words[i].text == "but" ||
            s_.words[i].text == "," || s_.words[i].text == "than")
            return s_.words[i].text != "than";
    return false;
}

bool TargetWords::is_passive(std::size_t first, std::size_t last) const { // a form of "to be", not far from the verb
    bool passive = false;
    for (std::size_t i = first; i < last; ++i) {
        if (s_.words[i].text == ";" || s_.words[i].text == ".") return false;
        if (is_phrase_at(s_.words, i, "is|are|was|were|been|be|being")) passive = last - i <= 5;
    }
    return passive || (first == last && first <= 2) || (first + 1 == last && is_text(first, "not")); // "Target met."
}

bool TargetWords::is_its_own(std::size_t their) const { // "permanent exclusions met their target"
    return is_text(their, "their") && whose(s_, s_.clause_of(their).first, their) == Whose::subject;
}

// Targets of another kind, or of others: "the national target", "both targets", "the target for emergency repairs".
bool TargetWords::is_another(const Term& target) const {
    const std::size_t first = target.first >= 4 ? target.first - 4 : 0;
    for (std::size_t i = first; i < target.first; ++i)
        if (!facts_.name_words.contains(s_.words[i].text) && !is_its_own(i) &&
            is_phrase_at(
                s_.words, i,
                "national|government|statutory|stretch|minimum|aspirational|county|regional|both|all|their|"
                "other|another|some|most|many|each|every|new|revised|interim|savings|budget|longer|previous|old|"
                "original|local|internal|contract"))
            return &s_.clause_of(i) == &s_.clause_of(target.first);
    if (s_.words[target.first].text.ends_with('s') && s_.words[target.first].text != "forecasts") return true;
    if (is_phrase_at(s_.words, target.last, "for|on|in") && !s_.has_time_at(target.last) &&
        !s_.has_amount_at(target.last + 1) && !s_.has_time_at(target.last + 1)) {
        std::size_t end = target.last + 1;
        while (end < s_.words.size() && s_.words[end].kind == WordKind::letters && !s_.has_time_at(end) &&
               !is_phrase_at(s_.words, end, "is|was|has|by|at|with|and"))
            ++end;
        if (whose(s_, target.last + 1, end) == Whose::other) return true;
    }
    return is_phrase_at(s_.words, target.last, "date|audience|group|groups|setting|market");
}

// "76% were answered within the standard": what is shared out, not the share.
bool TargetWords::is_share_within(const Term& term) const {
    if (term.first == 0 || facts_.shown.quantity != Quantity::percent) return false;
    const bool counted = std::ranges::any_of(s_.amounts, [&](const Amount& amount) { // "1,305 met the standard"
        return amount.unit == AmountUnit::none && amount.behind_word <= term.first &&
               !facts_.name_words.contains(s_.words[amount.first_word].text) && amount.behind_word + 3 >= term.first &&
               amount.hedge_word >= s_.clause_of(term.first).first;
    });
    if (counted && (term.sense == Sense::met || term.sense == Sense::missed)) return true;
    if (term.sense != Sense::within) return false;
    return s_.words[term.first - 1].text.ends_with("ed") &&
           s_.amount_between(s_.clause_of(term.first).first, term.first) != nullptr;
}

// "from just above the target to just below it": where it was.
bool TargetWords::is_left_behind(const Term& term) const {
    for (std::size_t back = 1; back <= 3 && back <= term.first; ++back)
        if (is_text(term.first - back, "from")) return true;
    return false;
}

// "Fires exceed the limit", of what should be small: above it, and not better than it.
bool TargetWords::is_bound_above(const Term& term, const Term& target) const {
    if (facts_.shown.polarity != Polarity::lower) return false;
    if (is_phrase_at(s_.words, target.first, "limit|ceiling|threshold|cap")) return true;
    return says_number(term, target);
}

bool TargetWords::is_year_end(const Term& target) const {
    const std::size_t first = target.first >= 3 ? target.first - 3 : 0;
    for (std::size_t i = first; i < target.first; ++i)
        if (is_phrase_at(s_.words, i, "end|annual|year|yearly|full") && !(i > 0 && is_text(i - 1, "half"))) return true;
    return is_phrase_at(s_.words, target.last, "for|of|at the|this? whole|full|end year|of");
}

// "the target of 780,000": that of the year, where it is said.
bool TargetWords::names_aim(const std::optional<Goal>& goal, const Term& target) const {
    if (!goal) return false;
    const Amount* amount = s_.amount_between(target.first, std::min(target.last + 5, s_.words.size()));
    return amount && goal->aim && tells(*amount, *goal->aim);
}

// Above and below as numbers: an amount or the measure's own noun stands beside it.
bool TargetWords::says_number(const Term& term, const Term& target) const {
    const std::size_t end = std::min(target.last + 4, s_.words.size());
    if (s_.amount_between(term.last, end)) return true;
    const Clause& clause = s_.clause_of(term.first);
    for (std::size_t i = clause.first; i < term.first; ++i)
        if (is_named_by(facts_, s_.words[i].text)) return true;
    return false;
}

} // namespace qd::inline checks
