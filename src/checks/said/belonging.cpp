#include "checks/said/belonging.hpp"

#include "checks/phrases.hpp"
#include "checks/said/hold.hpp"

#include <algorithm>

namespace qd::inline checks {

bool Belonging::is_at(std::size_t at, std::string_view phrase) const { return is_phrase_at(s_.words, at, phrase); }

bool Belonging::is_before(const Amount& amount, std::string_view phrase) const {
    return amount.hedge_word > 0 && is_at(amount.hedge_word - 1, phrase);
}

bool Belonging::any(const std::vector<Decimal>& values, const Amount& amount) const {
    return std::ranges::any_of(values, [&](Decimal value) {
        return tells(amount, value) || tells(amount, value.rounded(facts_.shown.decimals)) ||
               (facts_.is_change && (tells(amount, value.abs()) || tells(amount, -value)));
    });
}

// Up to a mark, a time, another amount or a word for a movement: what an amount is followed by.
std::size_t Belonging::end_behind(std::size_t at) const {
    while (at < s_.words.size() && s_.words[at].kind == WordKind::letters && !s_.has_time_at(at) &&
           !s_.has_amount_at(at) && !is_at(at, "and|but|which|against|compared|while|up|down|from|than"))
        ++at;
    return at;
}

// Whether the amount is a figure of the subject itself, and not of a part of it or of something else.
bool Belonging::is_about(const Amount& amount) const {
    if (amount.is_negative && !facts_.is_change) return false;
    if (is_before(amount,
                  "within|every|per|next|last|past|between|top|bottom|x|plus|further|another|extra|additional") ||
        (is_before(amount, "by") && !is_target(amount)))
        return false;
    if (is_elsewhere(amount)) return false;
    if (is_difference(amount)) return false;
    if (amount.noun_word > 0 && !names_own(amount.noun_word)) return false; // "one patient in nine"
    if (is_target(amount)) return true;
    if (is_of_bracketed_noun(amount) || is_placed_in_front(amount) || is_of_shorter_time(amount) ||
        is_mere_count(amount) || is_of_some_counted(amount))
        return false;
    if (is_bound_of_some(amount) || is_whole_of(amount) || is_of_some_named(amount) || is_other_flow(amount) ||
        is_denied(amount) || is_if_left_out(amount) || is_of_week(amount))
        return false;
    if (is_extreme(amount)) return false;
    if (is_before(amount, "best|worst|highest|lowest") && is_at(amount.hedge_word - 2, "the")) return false;
    if (facts_.shown.quantity == Quantity::days && amount.unit == AmountUnit::none && names_own(amount.behind_word))
        return false; // "640 lights were repaired"
    const std::size_t behind = behind_bracket(amount), end = end_behind(behind);
    if (is_part(amount)) return false;
    const bool strict = amount.unit == AmountUnit::none; // a bare number may count anything
    Whose of = Whose::nobody;
    if (is_at(behind, "of") && !s_.has_time_at(behind)) {
        of = whose(s_, behind + 1, end_of_whole(behind + 1));
        if (of != Whose::subject || is_at(behind + 1, "them|these|those|which|whom") ||
            has_another_predicate(behind + 1) || is_narrowed(behind + 1, end_of_whole(behind + 1)))
            return false;
    } else if (end > behind) {
        of = whose(s_, behind, end);
        if (of == Whose::other || is_of_subset(behind, end)) return false;
        if (amount.unit == AmountUnit::none && has_unnamed_verb(behind, end)) return false;
    }
    const Clause& clause = s_.clause_of(amount.first_word);
    const Whose before = subject_of(clause, amount);
    if (before == Whose::other) return of == Whose::subject && is_received(clause, amount);
    if (amount.in_words && !amount.is_fraction && of != Whose::subject) return false;
    if (strict && of != Whose::subject && before != Whose::subject) {
        const bool alone = of == Whose::nobody && (end == behind || (end < s_.words.size() && s_.has_time_at(end)));
        const bool of_nothing_else =
            whose(s_, 0, s_.words.size()) == Whose::nobody; // "31 in quarter 2, 20 in quarter 3"
        return facts_.has_value() &&
               (opens_with(amount) || (alone && (s_.is_expected(amount.first_word) || of_nothing_else)));
    }
    return true;
}

bool Belonging::names_own(std::size_t at) const {
    return at < s_.words.size() && s_.words[at].kind == WordKind::letters && is_named_by(facts_, s_.words[at].text);
}

// Behind "(25%)", or behind the bracket that the amount itself stands in.
std::size_t Belonging::behind_bracket(const Amount& amount) const {
    std::size_t behind = amount.behind_word;
    if (is_at(behind, ")")) return behind + 1;
    if (!is_at(behind, "(")) return behind;
    while (behind < s_.words.size() && s_.words[behind].text != ")") ++behind;
    return std::min(behind + 1, s_.words.size());
}

// "of the 93 pupils": the noun may have a number of its own.
std::size_t Belonging::end_of_whole(std::size_t at) const {
    std::size_t first = at;
    while (is_at(first, "the|these|those|all|our")) ++first;
    for (const Amount& amount : s_.amounts)
        if (amount.hedge_word == first) return end_behind(amount.behind_word);
    return end_behind(at);
}

// "80% of residents feel safe": the noun is the subject's, and what is said of it is something else.
bool Belonging::has_another_predicate(std::size_t at) const {
    std::size_t named = 0;
    bool unknown = false;
    for (std::size_t i = at; i < s_.words.size(); ++i) {
        if ((s_.words[i].text == "," || s_.words[i].text == "(") &&
            s_.has_amount_at(i + 1)) { // "the 550 letters, 130, were late"
            ++i;
            while (i < s_.words.size() && s_.words[i].text != "," && s_.words[i].text != ")") ++i;
            continue;
        }
        if (s_.words[i].kind == WordKind::mark || (i > at + 2 && (s_.has_time_at(i) || s_.has_amount_at(i))) ||
            is_at(i, "against|compared|up|down|which|but"))
            break;
        const Whose of = whose(s_, i, i + 1);
        if (of == Whose::subject) ++named;
        if (of == Whose::other) unknown = true;
    }
    return unknown && named < 2;
}

Whose Belonging::subject_of(const Clause& clause, const Amount& amount) const {
    std::size_t first = clause.first;
    for (const Amount& other : s_.amounts) // behind the amount before it
        if (other.behind_word <= amount.hedge_word && other.behind_word > first) first = other.behind_word;
    const std::size_t verb =
        end_of_subject(s_, first, amount.hedge_word); // "flats remain hard to let and take 61 days"
    if (verb < amount.hedge_word && whose(s_, first, verb) == Whose::other) return Whose::other;
    const Whose near = whose(s_, first, amount.hedge_word);
    return near == Whose::nobody ? s_.subject_before(amount.hedge_word) : near;
}

// "We answered 412 letters", "residents made 52 complaints": the noun behind decides.
bool Belonging::is_received(const Clause& clause, const Amount& amount) const {
    if (is_at(clause.first, "the|one|each|every") && clause.first + 1 < s_.words.size() &&
        !s_.words[clause.first + 1].text.ends_with('s') && whose(s_, clause.first, clause.first + 2) == Whose::other)
        return false; // "the castle drew 4,100 visitors"
    for (std::size_t i = clause.first; i < amount.hedge_word; ++i)
        if (is_at(i, "in|at|for|from|of|to|alone|among|within|ward|wards|area|areas|town|towns|village|estate|north|"
                     "south|east|west|northern|southern|"
                     "eastern|western|school|schools|site|sites|office|branch|street|road|team|that|who|whose|"
                     "where|city|centre|rural|urban"))
            return false;
    return amount.hedge_word - clause.first <= 5 && !speaks_of_elsewhere(s_.words, clause.first, clause.last);
}

bool Belonging::opens_with(const Amount& amount) const { return amount.hedge_word <= 1; }

// "12 were upheld", "20% had moved": what was done to some of them.
bool Belonging::is_of_subset(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i + 1 < end; ++i) {
        if (!is_at(i, "were|was|are|is|had|have|has|been")) continue;
        if (whose(s_, i + 1, end) == Whose::other) return true;
    }
    return false;
}

bool Belonging::is_part(const Amount& amount) const { // of a count and its whole, or "of which 12"
    const std::size_t opens =
        s_.clause_of(amount.first_word).first; // "which" opens a clause, and "of" stands before it
    for (std::size_t i = opens > 0 ? opens - 1 : 0; i + 2 < amount.hedge_word; ++i)
        if (is_at(i, "of which|whom") && !s_.amount_between(i, amount.hedge_word))
            return true; // "of which our share is"
    if (is_before(amount, "which|whom|them|these|those|only")) return !is_before(amount, "only");
    if (amount.unit == AmountUnit::none && is_further_part(amount)) return true;
    for (const Amount& other : s_.amounts) {
        if (&other == &amount || other.unit != AmountUnit::none || amount.unit != AmountUnit::none) continue;
        if (other.first_word > amount.behind_word && other.first_word <= amount.behind_word + 6 &&
            of_between(amount.behind_word, other.first_word))
            return true;
        if (amount.first_word > other.behind_word && amount.first_word <= other.behind_word + 6 &&
            of_between(other.behind_word, amount.first_word))
            return true;
    }
    return false;
}

// "62 of the 150 are for rent, 55 for sale": a number behind a part of the same whole is another part.
bool Belonging::is_further_part(const Amount& amount) const {
    for (std::size_t i = 0; i + 1 < s_.amounts.size(); ++i) {
        const Amount &part = s_.amounts[i], &whole = s_.amounts[i + 1];
        if (part.unit != AmountUnit::none || whole.unit != AmountUnit::none || part.value > whole.value) continue;
        if (!of_between(part.behind_word, whole.first_word) || whole.first_word > part.behind_word + 4) continue;
        if (amount.first_word > whole.first_word && amount.value < whole.value) return true;
    }
    return false;
}

bool Belonging::of_between(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i)
        if (is_at(i, "of|/")) return true;
    return false;
}

bool Belonging::is_elsewhere(const Amount& amount) const {
    std::size_t first = s_.clause_of(amount.first_word).first;
    for (const Amount& other : s_.amounts)
        if (other.behind_word <= amount.hedge_word && other.behind_word > first) first = other.behind_word;
    if (speaks_of_elsewhere(s_.words, first, amount.hedge_word)) return true;
    for (std::size_t i = first; i < amount.hedge_word; ++i) { // "across the county as a whole"
        const bool opens = i == first || is_at(i - 1, "across|in|throughout|for|over|of");
        if (opens && is_at(i, "the county|region|country|sector") && !facts_.place_words.contains(s_.words[i + 1].text))
            return true;
    }
    if (!is_at(amount.behind_word, "in|for|across|nationally|regionally|elsewhere|among|(|nationwide|england") &&
        !speaks_of_elsewhere(s_.words, amount.behind_word, amount.behind_word + 1))
        return false;
    return speaks_of_elsewhere(s_.words, amount.behind_word,
                               std::min(amount.behind_word + 5, end_behind(amount.behind_word + 1)));
}

bool Belonging::is_difference(const Amount& amount) const {
    if (is_at(amount.behind_word, "above|below|ahead|behind|short|over|under|within|inside|off|away|adrift|shy|clear"))
        return (is_target_term(amount.behind_word) ||
                is_at(amount.behind_word + 1, "where|what|that|those|last|its|their")) &&
               !may_be_value(amount);
    if (is_at(amount.behind_word,
              "more|fewer|less|higher|lower|longer|shorter|quicker|faster|slower|better|worse|increase|rise|fall|"
              "drop|decrease|reduction|improvement|point|late|early|old|down|up"))
        return !is_at(amount.behind_word, "down|up") || !may_be_value(amount);
    return is_before(amount, "of") && amount.hedge_word >= 2 &&
           is_at(amount.hedge_word - 2,
                 "increase|rise|fall|drop|decrease|reduction|improvement|gap|difference|change|shortfall|growth|"
                 "variance|saving|deterioration|total|margin|some") &&
           !is_at(amount.hedge_word - 2, "total");
}

// "76.3%, below the target": the value; "9% below the target": a distance.
bool Belonging::may_be_value(const Amount& amount) const {
    return facts_.has_value() && !facts_.value().is_zero() &&
           Decimal::ratio(amount.value, facts_.value().abs(), 100) > Decimal(50);
}

bool Belonging::is_target_term(std::size_t at) const {
    return s_.term_between(at, std::min(at + 6, s_.words.size()), {Sense::target}) != nullptr;
}

bool Belonging::is_target(const Amount& amount) const {
    for (const Term& term : s_.terms) {
        if (term.sense != Sense::target) continue;
        if (term.first == amount.behind_word ||
            (term.first == amount.behind_word + 1 &&
             !is_at(amount.behind_word,
                    ",|above|below|on|over|under|behind|against|and|meets|met|missed|beat|exceeds")))
            return true;
        if (amount.hedge_word < term.last || amount.hedge_word > term.last + 4) continue;
        bool led = true;
        for (std::size_t i = term.last; i < amount.hedge_word; ++i)
            led = led && (is_at(i, "of|is|was|being|remains|at|set|:|(|the|for|to|that|quarter|year|end|stands|"
                                   "which|by|-|this|we|be|reach") ||
                          is_at(i, ", of") || s_.has_time_at(i));
        if (led) return true;
    }
    if (is_at(amount.behind_word, "that|which? we|it|the|they|members council|committee|panel|contract? "
                                  "set|aim|aimed|ask|asked|want|wanted|need|needed|hoped|planned|agreed|aspire|"
                                  "promised|require|requires|expect"))
        return true;
    if (is_at(amount.behind_word, "is|was|remains|being|as our|the|its|a? target|goal|aim|limit|ceiling|standard"))
        return true;
    return is_at(amount.behind_word, "required|wanted|sought|aimed|profiled|hoped|planned|budgeted") ||
           is_before(amount, "profiled|planned|required|budgeted");
}

} // namespace qd::inline checks
