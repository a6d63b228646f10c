#include "checks/said/belonging.hpp"

#include "checks/phrases.hpp"
#include "checks/said/hold.hpp"

#include <algorithm>

// What tells that an amount is of something else than the subject: of some of it, of another time or place, of another flow.
namespace qd::inline checks {

// "The longest wait was 31 weeks", "second ambulances came in 14 minutes": of one of those whose average is known.
bool Belonging::is_extreme(const Amount& amount) const {
    for (std::size_t i = s_.clause_of(amount.first_word).first; i + 1 < amount.hedge_word; ++i)
        if (is_at(i, "second|third|fourth") && !names_own(i) && names_own(i + 1)) return true;
    for (std::size_t i = s_.clause_of(amount.first_word).first; i + 1 < amount.hedge_word; ++i)
        if (is_at(i, "the|our longest|shortest|oldest|youngest|slowest|quickest|busiest|quietest|maximum|minimum|worst|"
                     "best"))
            return true;
    return false;
}

// "Women (51%) feel less safe than men (75%)": of the noun that the bracket stands behind.
bool Belonging::is_of_bracketed_noun(const Amount& amount) const {
    if (amount.hedge_word < 2 || !is_at(amount.hedge_word - 1, "(") || s_.has_time_at(amount.hedge_word - 2))
        return false;
    const std::size_t noun = amount.hedge_word - 2;
    return s_.words[noun].kind == WordKind::letters && !s_.has_amount_at(noun) &&
           whose(s_, noun, noun + 1) == Whose::other;
}

// "By day, 92% …", "in five it is over 90%", "At the worst point, …": the clause opens with where or when it is so; or, as in
// "Pupils on free meals: 44%", with whom.
bool Belonging::is_placed_in_front(const Amount& amount) const {
    if (is_before(amount, ":") && amount.hedge_word <= 6)
        for (std::size_t i = 0; i + 1 < amount.hedge_word; ++i)
            if (s_.words[i].kind == WordKind::letters && whose(s_, i, i + 1) == Whose::other) return true;
    std::size_t first = s_.clause_of(amount.first_word).first;
    if (first > 0 && first == amount.first_word) return false;
    while (is_at(first, ",|;|:|and|but|while|whereas|where") && first < amount.hedge_word) ++first;
    if (!is_at(first, "in|at|by|among|amongst|across|within|outside|on|for|under|excluding") || s_.has_time_at(first) ||
        s_.has_time_at(first + 1) || s_.has_time_at(first + 2))
        return false;
    if (s_.has_amount_at(first + 1)) { // "in five it is", not "In 138 of 240 cases"
        for (const Amount& one : s_.amounts)
            if (one.first_word == first + 1) return one.in_words && is_at(one.behind_word, "it|they|this|the");
        return false;
    }
    std::size_t end = first + 1;
    while (end < amount.hedge_word && s_.words[end].kind == WordKind::letters && !s_.has_amount_at(end)) ++end;
    if (end >= amount.hedge_word || s_.words[end].text != ",") return false;
    return whose(s_, first + 1, end) == Whose::other;
}

// "January was our best month, with 43,000 visits": of a part of any period whose figure is known.
bool Belonging::is_of_shorter_time(const Amount& amount) const {
    if (facts_.points.empty() || facts_.now.last - facts_.now.first < 45) return false;
    const bool is_stock = facts_.shown.quantity == Quantity::count && facts_.shown.roll_up == RollUp::last;
    return std::ranges::any_of(s_.times, [&](const TimeSaid& time) {
        if (is_stock && time.last && *time.last == facts_.now.last) return false; // of a count at the quarter's end
        if (!time.first || !time.last || *time.last - *time.first > 45 || time.first_word >= amount.first_word) {
            const bool behind = time.first && time.last && *time.last - *time.first <= 45 &&
                                time.first_word >= amount.behind_word && time.first_word <= amount.behind_word + 2 &&
                                is_at(time.first_word - 1, "in|during|on");
            if (!behind) return false;
        }
        if (time.first_word > 0 &&
            is_at(time.first_word - 1, "by|since|to|until|of|end|from|than|at|on|before|after|for"))
            return false;
        return &s_.clause_of(time.first_word) == &s_.clause_of(amount.first_word) ||
               time.first_word < amount.first_word;
    });
}

// "Two schools are above 96% and three below 92%": of some of what is named.
bool Belonging::is_of_some_counted(const Amount& amount) const {
    const Clause& clause = s_.clause_of(amount.first_word);
    if (amount.unit == AmountUnit::none) // "Nine tenants had waited for more than six weeks"
        return !counts_time(facts_) && std::ranges::any_of(s_.amounts, [&](const Amount& bound) {
            return bound.unit == AmountUnit::days && bound.hedge_word > amount.behind_word + 1 &&
                   bound.first_word < clause.last && is_before(bound, "than|over|for|within") &&
                   !names_own(bound.behind_word - 1);
        });
    for (const Amount& some : s_.amounts) {
        if (some.unit != AmountUnit::none || some.behind_word > amount.hedge_word || some.first_word < clause.first)
            continue;
        if (some.behind_word == amount.hedge_word && amount.hedge_word < amount.first_word && some.in_words)
            return true;
        if (some.first_word > clause.first + 2 || some.is_fraction || is_at(some.behind_word, "of|out|/")) continue;
        bool verb = false, other = false;
        for (std::size_t i = some.behind_word; i < amount.hedge_word; ++i) {
            verb =
                verb || is_at(i, "are|were|have|had|reach|reached|managed|exceed|exceeded|fell|score|stood|attend|got");
            other = other || is_at(i, "of|,|(|and|out|or|to");
        }
        if (verb && !other) return true;
    }
    return false;
}

// "31 plans ended", of plans that last two years: what happened to them is not what is counted.
bool Belonging::has_unnamed_verb(std::size_t first, std::size_t end) const {
    std::set<std::string> named;
    std::size_t last_own = 0;
    for (std::size_t i = first; i < end; ++i)
        if (names_own(i)) named.insert(stem_of(s_.words[i].text)), last_own = i;
    if (named.empty() || named.size() >= facts_.stems.size()) return false;
    for (std::size_t i = last_own + 1; i < end; ++i)
        if (whose(s_, i, i + 1) == Whose::other && (s_.words[i].text.ends_with("ed") || i + 1 == end)) return true;
    return false;
}

// "38 children came into care", of a rate or an average: a number of things, and not the rate.
bool Belonging::is_mere_count(const Amount& amount) const {
    if (amount.unit != AmountUnit::none || amount.behind_word >= s_.words.size()) return false;
    if (facts_.shown.quantity == Quantity::number) // of an average in seconds, a number of anything else
        return counts_time(facts_) && s_.words[amount.behind_word].kind == WordKind::letters &&
               whose(s_, amount.behind_word, amount.behind_word + 1) != Whose::nobody &&
               !is_at(amount.behind_word, "seconds|minutes|hours|weeks|months") &&
               !is_at(amount.behind_word + 1, "seconds|minutes|hours|weeks|months");
    if (facts_.shown.quantity != Quantity::rate) return false;
    for (std::size_t i = 0; i < s_.words.size(); ++i)
        if (is_at(i, "rate|per|every|each|level|figure|ratio")) return false;
    if (s_.words[amount.behind_word].kind != WordKind::letters) return false;
    return amount.in_words || amount.step == Decimal(1);
}

bool Belonging::is_if_left_out(const Amount& amount) const { // "If we leave out planning, 84% …"
    return is_conditional(s_, amount.first_word) ||
           is_at(0, "excluding|ignoring|leaving|setting|disregarding|omitting|without");
}

// "The worst week saw 60% …": of a shorter stretch than any figure is.
bool Belonging::is_of_week(const Amount& amount) const {
    for (std::size_t i = s_.clause_of(amount.first_word).first; i < amount.hedge_word; ++i)
        if (is_at(i, "week|weekend|fortnight|weeks") && !s_.has_amount_at(i) && !s_.has_time_at(i)) return true;
    return false;
}

bool Belonging::is_denied(const Amount& amount) const { // "has not reached 200"
    const std::size_t first = std::max(s_.clause_of(amount.first_word).first,
                                       amount.hedge_word >= 3 ? amount.hedge_word - 3 : std::size_t{0});
    return s_.term_between(first, amount.hedge_word, {Sense::no}) != nullptr;
}

// "We refunded £7,500 in fees": money that moved beside what is counted.
bool Belonging::is_other_flow(const Amount& amount) const {
    if (amount.unit != AmountUnit::pounds) return false;
    for (std::size_t back = 1; back <= 2 && back <= amount.hedge_word; ++back) {
        const std::size_t at = amount.hedge_word - back;
        if (is_at(at, "refunded|waived|wrote|written|saved|paid|returned|lost|repaid|invested|"
                      "borrowed|withheld|awarded|fined|transferred|set|put"))
            return !is_named_by(facts_, s_.words[at].text);
    }
    return false;
}

// "Of those in care, 11% …", "Of the £4.4m, £1.9m …": what stands in front says of whom.
bool Belonging::is_of_some_named(const Amount& amount) const {
    if (is_at(0, "in|at") && !is_at(1, "the|our|this")) // "In Ashby district, …"
        for (std::size_t comma = 2; comma < amount.hedge_word; ++comma)
            if (is_at(comma, ",")) {
                if (is_at(comma - 1, "district|borough|city|town|county|ward|village|council|parish")) return true;
                break;
            }
    if (!is_at(0, "of|among|amongst|for") || s_.has_time_at(1)) return false;
    for (const Amount& whole : s_.amounts)
        if (whole.behind_word <= amount.hedge_word && whole.unit == amount.unit && whole.hedge_word <= 3 &&
            amount.unit == AmountUnit::pounds)
            return true;
    for (std::size_t comma = 1; comma < amount.hedge_word; ++comma)
        if (is_at(comma, ",") && amount.hedge_word <= comma + 3)
            return whose(s_, 1, comma) == Whose::other || (!s_.has_amount_at(2) && !tells_of_part(amount));
    return false;
}

// "Of the leavers, 38% had been with us …": what is said of some has to be what the measure counts.
bool Belonging::tells_of_part(const Amount& amount) const {
    for (std::size_t i = amount.behind_word; i < s_.clause_of(amount.first_word).last; ++i)
        if (names_own(i) || facts_.part_words.contains(s_.words[i].text)) return true;
    return false;
}

// "One claim in ten took longer than 40 days": a bound on some of them, told beside how many they are.
bool Belonging::is_bound_of_some(const Amount& amount) const {
    if (amount.unit != AmountUnit::days || amount.closeness == Closeness::about) return false;
    if (amount.closeness == Closeness::plain && !is_before(amount, "than")) return false;
    return std::ranges::any_of(s_.amounts, [&](const Amount& other) {
        return other.behind_word <= amount.hedge_word && other.unit != AmountUnit::days &&
               &s_.clause_of(other.first_word) == &s_.clause_of(amount.first_word);
    });
}

// "400 set a date, of whom 164 stopped": the subject's figure is the part, so that the whole is of something else.
bool Belonging::is_whole_of(const Amount& amount) const {
    if (!facts_.has_value()) return false;
    return std::ranges::any_of(s_.amounts, [&](const Amount& part) {
        return part.first_word > amount.behind_word && part.hedge_word >= 2 && any(facts_.now.values, part) &&
               is_at(part.hedge_word - 2, "of whom|which|these|those");
    });
}

// "£96,000 of arrears that were six years old": only some of it.
bool Belonging::is_narrowed(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < std::min(last + 1, s_.words.size()); ++i)
        if (is_at(i, "that|who|which were|are|was|is|had|have|has")) return true;
    return false;
}

} // namespace qd::inline checks
