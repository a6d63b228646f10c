#include "checks/said/sentence.hpp"

#include "base/text.hpp"
#include "checks/said/senses.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

const WordSet
    openers("but while whilst whereas although though however because despite which where yet when so meaning "
            "after unless if following");
const WordSet verbs("is are was were has have had will stood stands remains remained did do does we it they can should "
                    "would must makes made");

// Cuts a sentence into clauses where a mark or a word opens another, and both sides say something.
class Cutter {
public:
    explicit Cutter(const Sentence& sentence) : s_(sentence) {}

    std::vector<Clause> take() {
        std::size_t first = 0;
        for (std::size_t at = 1; at < s_.words.size(); ++at)
            if (cuts_at(first, at)) {
                add(first, at);
                first = at;
            }
        add(first, s_.words.size());
        return std::move(clauses_);
    }

private:
    bool cuts_at(std::size_t first, std::size_t at) const {
        if (s_.has_time_at(at) || s_.has_amount_at(at)) return false;
        const Word& word = s_.words[at];
        if (word.kind == WordKind::mark) {
            if (word.text == ";" || word.text == ":" || word.text == "?" || word.text == "!") return true;
            if (word.text == ".") return at + 1 < s_.words.size();
            if (word.text == "-" && !word.joined) return true;
            if (word.text == ",") return says_something(first, at) && says_something(at + 1, next_mark(at + 1));
            return false;
        }
        if (word.text == "after" || word.text == "following" || word.text == "so")
            return says_something(first, at) && says_something(at + 1, next_mark(at + 1)) && !s_.has_amount_at(at + 1);
        if (openers.contains(word.text)) return true;
        if (word.text == "that") // "members heard that …"
            return is_phrase_at(s_.words, at - 1,
                                "said|reported|noted|heard|told|confirmed|explained|stated|advised|pleased|note|report|"
                                "shows|show|means|showed|added|disappointed|agreed|assured|remarked|observed");
        if (word.text == "as") // "as demand rose"; not "as well as", "the same as", "as at"
            return s_.term_between(at + 1, std::min(at + 5, next_mark(at + 1)), {Sense::rose, Sense::fell}) != nullptr;
        if (word.text == "and") return has_verb(first, at) && has_verb(at + 1, std::min(at + 8, next_mark(at + 1)));
        return false;
    }

    std::size_t next_mark(std::size_t at) const {
        while (at < s_.words.size() && s_.words[at].text != "," && s_.words[at].text != ";" && s_.words[at].text != ".")
            ++at;
        return at;
    }

    bool has_verb(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last && i < s_.words.size(); ++i)
            if (verbs.contains(s_.words[i].text)) return true;
        return s_.term_between(first, last,
                               {Sense::rose, Sense::fell, Sense::improved, Sense::worsened, Sense::met, Sense::exceeded,
                                Sense::missed}) != nullptr;
    }

    bool says_something(std::size_t first, std::size_t last) const {
        if (has_verb(first, last) || s_.amount_between(first, last)) return true;
        return std::ranges::any_of(s_.terms, [&](const Term& term) {
            return term.first >= first && term.last <= last && term.sense != Sense::target && term.sense != Sense::no;
        });
    }

    void add(std::size_t first, std::size_t last) {
        Clause clause{first, last, last};
        const bool condition = is_phrase_at(s_.words, first, "had the|we|it|there|a|this|more|our") ||
                               is_text(s_.words, first, "if") || is_text(s_.words, first, "unless");
        if (condition || (first == 0 && is_imperative())) clause.expected_from = first;
        const bool goes_on = is_text(s_.words, first, ",") && !has_verb(first, last) && !clauses_.empty() &&
                             clauses_.back().expected_from < clauses_.back().last;
        if (goes_on) clause.expected_from = first; // "we expect 5.75m journeys, just under target"
        for (const Term& term : s_.terms)
            if (term.first >= first && term.first < last && term.sense == Sense::expected && !is_said_to_be(term))
                clause.expected_from = std::min(clause.expected_from, term.first);
        clauses_.push_back(clause);
    }

    // "Reduce the rate from 39.6% to 38.6%."
    bool is_imperative() const {
        return is_phrase_at(s_.words, 0,
                            "reduce|increase|improve|raise|cut|keep|bring|maintain|achieve|deliver|ensure|repair|meet|"
                            "lower|grow|get the|our|its|it|a|this");
    }

    // "as expected", "than forecast": of what has come about.
    bool is_said_to_be(const Term& term) const {
        return term.first > 0 && is_phrase_at(s_.words, term.first - 1, "than|as|of|the|our|a|its|was|is") &&
               is_phrase_at(s_.words, term.first,
                            "expected|planned|forecast|anticipated|projected|hoped|projection|plan|estimate") &&
               is_phrase_at(s_.words, term.first - 1, "than|as");
    }

    const Sentence& s_;
    std::vector<Clause> clauses_;
};

// "not", "no" and "never" deny the term that follows within a few words of the same clause.
void deny(Sentence& sentence) {
    for (Term& term : sentence.terms) {
        if (term.sense == Sense::no || term.sense == Sense::target) continue;
        for (const Term& no : sentence.terms) {
            if (no.sense != Sense::no || no.first >= term.first) continue;
            const bool opens = no.first <= sentence.clause_of(no.first).first + 1; // "Not once this year have we …"
            if (term.first - no.last > (opens ? 12 : 4)) continue;
            if (sentence.words[no.first].text == "not" && is_text(sentence.words, no.last, "only")) continue;
            if (&sentence.clause_of(no.first) == &sentence.clause_of(term.first)) term.denied = true;
        }
    }
}

} // namespace

namespace {

// "Nationally, …", "Across the region, …"; not "Unlike England, …".
bool opens_elsewhere(const Words& words, std::size_t first, std::size_t last) {
    if (is_phrase_at(words, first, "unlike|compared|against|contrary|while|although|like|despite|as") ||
        is_phrase_at(words, first, "in common|contrast|line|step|comparison"))
        return false;
    return last <= first + 6 && speaks_of_elsewhere(words, first, last);
}

// "6,120 people came, 14% fewer than …", of a percentage or an average: it is the people who are fewer.
bool counts_other_things(const Sentence& s, std::size_t at) {
    if (!s.facts) return false;
    const Quantity quantity = s.facts->shown.quantity;
    if (quantity != Quantity::percent && quantity != Quantity::rate && quantity != Quantity::days) return false;
    for (const Amount& amount : s.amounts)
        if (amount.hedge_word <= at + 1 && amount.hedge_word + 1 >= at && amount.unit == AmountUnit::none &&
            !amount.is_fraction)
            return whose(s, amount.behind_word, amount.behind_word + 1) != Whose::nobody;
    return false;
}

} // namespace

const Clause& Sentence::clause_of(std::size_t word) const {
    for (const Clause& clause : clauses)
        if (word < clause.last) return clause;
    return clauses.back();
}

const TimeSaid* Sentence::time_between(std::size_t first, std::size_t last) const {
    const TimeSaid* found = nullptr;
    for (const TimeSaid& time : times)
        if (time.first_word >= first && time.behind_word <= last) found = &time;
    return found;
}

const Amount* Sentence::amount_between(std::size_t first, std::size_t last) const {
    for (const Amount& amount : amounts)
        if (amount.first_word >= first && amount.behind_word <= last) return &amount;
    return nullptr;
}

const Term* Sentence::term_between(std::size_t first, std::size_t last, std::initializer_list<Sense> wanted) const {
    for (const Term& term : terms)
        if (term.first >= first && term.last <= last && std::ranges::find(wanted, term.sense) != wanted.end())
            return &term;
    return nullptr;
}

bool Sentence::has_time_at(std::size_t word) const {
    return std::ranges::any_of(
        times, [&](const TimeSaid& time) { return word >= time.first_word && word < time.behind_word; });
}

bool Sentence::has_amount_at(std::size_t word) const {
    return std::ranges::any_of(
        amounts, [&](const Amount& amount) { return word >= amount.first_word && word < amount.behind_word; });
}

Whose Sentence::subject_before(std::size_t word) const {
    std::size_t end = word;
    for (std::size_t i = clauses.size(); i-- > 0;) {
        const Clause& clause = clauses[i];
        if (clause.first >= word) continue;
        if (end > clause.last) { // a clause before: only what stands in front of what it says
            end = clause.last;
            for (const Term& term : terms)
                if (term.first >= clause.first && term.sense != Sense::no && term.sense != Sense::expected)
                    end = std::min(end, term.first);
            if (const Amount* amount = amount_between(clause.first, end)) end = amount->first_word;
        }
        std::size_t first = clause.first; // "Despite the new rota, performance …"
        for (std::size_t comma = clause.first; comma + 1 < end; ++comma)
            if (words[comma].text == ",") first = comma + 1;
        if (first > clause.first && opens_elsewhere(words, clause.first, first)) return Whose::other;
        if (end <= clause.first + 1 && end < word && counts_other_things(*this, clause.first)) return Whose::other;
        Whose found = whose(*this, first, end_of_subject(*this, first, end));
        if (found == Whose::nobody && first > clause.first + 1) // "Satisfaction with parks, at 84%, is up"
            found = whose(*this, clause.first, end_of_subject(*this, clause.first, first - 1));
        if (found != Whose::nobody) return found;
    }
    return Whose::nobody;
}

namespace {

// "In 2022/23" of a school year that is told in a later quarter: what is judged now.
void take_as_now(const Facts& facts, TimeSaid& time) {
    if (time.when != When::named || !facts.has_value()) return;
    if (time.first && *time.first == facts.now.first && *time.last == facts.now.last) // "in June" of a monthly figure
        time.when = When::now;
    if (facts.now.last - facts.now.first < 300) return;
    const auto points = points_in(facts, time);
    if (points.size() == 1 && points.front()->last == facts.now.last) time.when = When::now;
    if (points.empty() && time.of_this && time.last && *time.last >= facts.now.first && *time.first <= facts.now.last)
        time.when = When::now; // "this summer", of a school year's results
}

// "below plan", "ahead of our trajectory": what was planned is a target where something is held against it.
bool is_plan_held_against(const Sentence& s, std::size_t at) {
    if (s.facts && is_phrase_at(s.words, at, "profiled|budgeted|targeted|planned") && s.has_amount_at(at + 1))
        return true; // "over the profiled 75"
    const bool money = s.facts && s.facts->shown.quantity == Quantity::money;
    if (!is_phrase_at(s.words, at, "plan|trajectory") && !(money && is_text(s.words, at, "budget"))) return false;
    if (s.facts && s.facts->name_words.contains(s.words[at].text)) return false;
    std::size_t before = at;
    while (before > 0 &&
           (is_phrase_at(s.words, before - 1, "the|our|its|a|annual|agreed") || s.has_amount_at(before - 1)))
        --before;
    if (before == 0) return false;
    if (before > 1 && is_text(s.words, before - 1, "of"))
        return is_phrase_at(s.words, before - 2, "ahead|short|clear|outside|inside|excess");
    if (before > 1 && is_text(s.words, before - 1, "with")) return is_text(s.words, before - 2, "line");
    return is_phrase_at(s.words, before - 1, "above|below|over|under|behind|within|than|meets|beat|exceeded|missed");
}

} // namespace

Sentence understood(const std::string& text, const Facts* facts, const CheckInput& input) {
    Sentence sentence{text, facts, words_of(text), {}, {}, {}, {}};
    sentence.times = times_said(sentence.words, input.content.settings.calendar, input.period);
    if (facts)
        for (TimeSaid& time : sentence.times) take_as_now(*facts, time);
    sentence.amounts = amounts_said(sentence.words, sentence.times);
    for (const Meant<Sense>& meant : senses().found_in(sentence.words)) {
        const bool of_name = (meant.meaning == Sense::target || meant.meaning == Sense::expected) && facts &&
                             facts->name_words.contains(sentence.words[meant.first].text);
        const bool of_work = meant.meaning == Sense::fell && facts &&
                             is_phrase_at(sentence.words, meant.last - 1, "cut|trimmed") &&
                             is_named_by(*facts, sentence.words[meant.last - 1].text); // "verges were cut", of grass
        if (!sentence.has_time_at(meant.first) && !of_name && !of_work)
            sentence.terms.push_back({meant.meaning, meant.first, meant.last});
    }
    for (std::size_t at = 0; at < sentence.words.size(); ++at)
        if (is_plan_held_against(sentence, at)) sentence.terms.push_back({Sense::target, at, at + 1});
    std::ranges::sort(sentence.terms, {}, &Term::first);
    sentence.clauses = Cutter(sentence).take();
    deny(sentence);
    return sentence;
}

bool is_conditional(const Sentence& s, std::size_t word) {
    for (const Clause& clause : s.clauses) {
        const std::size_t opens = is_text(s.words, clause.first, ",") ? clause.first + 1 : clause.first;
        if (is_phrase_at(s.words, opens, "if|unless|provided|providing|assuming|should|without") ||
            is_phrase_at(s.words, opens, "but|and|even|as|only if|long"))
            return true;
        if (!is_phrase_at(s.words, opens, "had|were")) continue;
        for (std::size_t i = opens; i < s.words.size(); ++i)
            if (is_phrase_at(s.words, i, "would|might|could")) return true;
    }
    for (std::size_t i = s.clause_of(word).first; i < word; ++i) // "would probably have met"
        if (is_phrase_at(s.words, i, "would|might|could"))
            for (std::size_t have = i + 1; have < word; ++have)
                if (is_text(s.words, have, "have")) return true;
    return false;
}

} // namespace qd::inline checks
