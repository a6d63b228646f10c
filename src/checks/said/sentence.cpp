#include "checks/said/sentence.hpp"

#include "base/text.hpp"
#include "checks/said/senses.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

bool is_text(const Words& words, std::size_t at, std::string_view text) {
    return at < words.size() && words[at].text == text;
}

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

const WordSet
    passed_over("rated judged assessed classed shown flagged marked scored deemed the a an our its their and or in at "
                "on for of to by with during up down so now just as had has have "
                "been was is were are be being did do does all council across s overall again also still however "
                "there than from not no but which after although though because while when year quarter month period "
                "end then both each every once even only more most another further very quite well can cannot below "
                "above current latest new recorded received made saw seen see reported shows show showed stood stands "
                "stand came come handled dealt logged registered achieved reached took taken got total thanks good "
                "strong pleasing pleased disappointing poor please sadly here today borough due against since "
                "compared that what whole actual final net sharp small large big modest marked steady welcome "
                "significant clear slightly some these those who us one continued continues continue began started "
                "kept keeps remains remained stayed said note noted members report reports told heard last previous "
                "same first second third fourth through throughout much far little bit representing gave giving "
                "brought bringing put leaving left finished ended time held hovered peaked flat stable stuck makes "
                "takes means closed ran running sits sat sitting coming showing dropped");
const WordSet
    plain_nouns("performance rate rates figure figures number numbers result results percentage proportion share "
                "level levels score outturn measure indicator it this they volume volumes count position value kpi pi "
                "compliance success uptake coverage timeliness punctuality promptness attainment achievement outcome "
                "tally status rating things rag dot ytd actual situation "
                "picture priority risk trend casualties response");
const WordSet
    agents("we team teams service services officers authority department directorate contractor staff colleagues "
           "provider officer director chair manager lead head councillor panel committee cabinet crews crew "
           "partnership programme i");
const WordSet of_parts(
    "slight fatal urgent emergency routine large major minor stage business commercial domestic repeat serious adult "
    "junior older younger upheld online phone paper written internal external weekend male female long "
    "short complex simple non town village mobile branch central");
const WordSet
    prepositions("from about in for among amongst by with to at within under over of on concerning regarding who whose "
                 "where that involving relating between outside");
const WordSet
    elsewhere_words("england national nationally nation regional regionally region neighbours neighbour neighbouring "
                    "peers peer comparators comparator benchmark wales scotland uk median quartile sector countywide "
                    "elsewhere ombudsman");

// What one word adds to the answer whose figure it is.
enum class Part { none, generic, agent, own, before_it, unknown };

bool is_pronoun(const std::string& word) {
    return word == "it" || word == "they" || word == "this" || word == "that" || word == "we" || word == "i";
}

Part part_of(const Sentence& s, std::size_t at) {
    const Word& word = s.words[at];
    if (word.kind != WordKind::letters || s.has_time_at(at) || s.has_amount_at(at)) return Part::none;
    if (s.facts && is_named_by(*s.facts, word.text)) return Part::own;
    if (plain_nouns.contains(word.text)) return Part::generic;
    if (s.facts && !of_parts.contains(word.text) && s.facts->definition_stems.contains(stem_of(word.text)) &&
        !agents.contains(word.text) && !prepositions.contains(word.text) && !passed_over.contains(word.text))
        return Part::generic;
    if (agents.contains(word.text)) return Part::agent;
    if (prepositions.contains(word.text)) return Part::before_it;
    if (word.text == "reports" && (at == 0 || s.words[at - 1].kind == WordKind::mark)) return Part::unknown; // a noun
    if (passed_over.contains(word.text) || word.text.ends_with("ly") || word.text.size() < 2) return Part::none;
    if (s.facts && s.facts->name_words.contains(word.text)) return Part::none;
    if (std::ranges::any_of(s.terms, [&](const Term& term) { return at >= term.first && at < term.last; }))
        return Part::none;
    if (s.facts && s.facts->shown.quantity == Quantity::days &&
        (word.text.starts_with("time") || word.text.starts_with("turnaround") || word.text.starts_with("wait") ||
         word.text.starts_with("average")))
        return Part::generic;
    return Part::unknown;
}

} // namespace

std::size_t end_of_subject(const Sentence& s, std::size_t first, std::size_t last) {
    bool named = false;
    for (std::size_t i = first; i < last; ++i) {
        if (is_phrase_at(s.words, i,
                         "is|are|was|were|has|have|had|will|remains|remained|stands|stood|stays|stayed|does|did|can|"
                         "continues|continued|remain|take|takes|took|averaged") &&
            named)
            return i;
        const Part part = part_of(s, i);
        named = named || part == Part::own || part == Part::generic || part == Part::unknown || part == Part::agent;
    }
    return last;
}

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
    if (time.when != When::named || !facts.has_value() || facts.now.last - facts.now.first < 300) return;
    const auto points = points_in(facts, time);
    if (points.size() == 1 && points.front()->last == facts.now.last) time.when = When::now;
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
        if (!sentence.has_time_at(meant.first) && !of_name)
            sentence.terms.push_back({meant.meaning, meant.first, meant.last});
    }
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

bool speaks_of_elsewhere(const Words& words, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last && i < words.size(); ++i) {
        if (elsewhere_words.contains(words[i].text)) return true;
        if (is_phrase_at(words, i,
                         "other|similar|statistical|most|many|some "
                         "councils|authorities|districts|boroughs|areas|forces|neighbours|family"))
            return true;
        if (is_phrase_at(words, i, "best|worst|top|leading|lowest|highest council|authority|district|borough|force"))
            return true;
        if (is_phrase_at(words, i, "county|north|south|east|west|country|london average|rate|figure|west|east|mean"))
            return true;
    }
    return false;
}

namespace {

// Whether a clause names the whole of what is measured: "young people without work", and not "letters" of those answered in time.
bool names_it_whole(const Sentence& s, std::size_t first, std::size_t last) {
    return std::ranges::all_of(s.facts->name_words, [&](const std::string& name) {
        for (std::size_t i = first; i < last && i < s.words.size(); ++i)
            if (s.words[i].text == name) return true;
        return false;
    });
}

// "The number of letters", where the figure is a share of them. Of all that the measure names, people say number for share.
bool counts_what_is_shared(const Sentence& s, std::size_t first, std::size_t last) {
    if (!s.facts || s.facts->shown.quantity != Quantity::percent) return false;
    for (std::size_t i = first; i < last && i < s.words.size(); ++i)
        if (is_phrase_at(s.words, i, "number|numbers|volume|volumes of|in|on|at|with") &&
            !s.facts->name_words.contains(s.words[i].text))
            return !names_it_whole(s, i + 2, last);
    return false;
}

// "A response rate of 28%", where the measure's name has no such word.
bool is_other_rate(const Sentence& s, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i + 1 < last && i + 1 < s.words.size() && s.facts; ++i)
        if (is_phrase_at(s.words, i, "response|reply|return|refusal rate|rates") &&
            !s.facts->stems.contains(stem_of(s.words[i].text)))
            return true;
    return false;
}

} // namespace

Whose whose(const Sentence& s, std::size_t first, std::size_t last) {
    if (speaks_of_elsewhere(s.words, first, last)) return Whose::other;
    for (std::size_t i = first; i < last && i < s.words.size() && s.facts; ++i) // another statistic of the same things
        if (is_phrase_at(s.words, i, "average|mean|median|per|typical") &&
            !s.facts->name_words.contains(s.words[i].text) && s.facts->shown.quantity != Quantity::days &&
            s.facts->shown.quantity != Quantity::rate)
            return Whose::other;
    if (counts_what_is_shared(s, first, last) || is_other_rate(s, first, last)) return Whose::other;
    const std::size_t opens = is_phrase_at(s.words, first, ",|while|but|and|whereas|although") ? first + 1 : first;
    if (opens + 2 < last && is_phrase_at(s.words, opens, "that|those of|for|in|among") && !s.has_time_at(opens + 2))
        return Whose::other; // "while that of primary schools …"
    bool own = false, plain = false, agent = false, unknown = false, placed = false;
    for (std::size_t i = first; i < last && i < s.words.size(); ++i) {
        switch (part_of(s, i)) {
        case Part::none: break;
        case Part::own: own = true, placed = false; break;
        case Part::generic: plain = true, placed = false; break;
        case Part::agent: agent = true; break;
        case Part::before_it:
            if (unknown && !own && !plain && !agent &&
                is_phrase_at(s.words, i, "by|among|amongst|from|about|with|for|to|against|on|at|in"))
                return Whose::other; // "apprenticeships begun by young people", "satisfaction with repairs"
            placed = true;
            break;
        case Part::unknown:
            if (i > first && is_pronoun(s.words[i - 1].text)) break; // its verb
            if (i > first && i + 1 == last && part_of(s, i - 1) == Part::agent) break;
            if (placed && (own || plain || agent))
                return Whose::other; // "letters from businesses", "the team in revenues"
            if ((own || plain) && i >= first + 2 && is_phrase_at(s.words, i - 2, "and the|a|an")) return Whose::other;
            if (of_parts.contains(s.words[i].text)) return Whose::other;
            unknown = true;
            break;
        }
    }
    if (own) return Whose::subject;
    if (plain) return unknown ? Whose::other : Whose::subject;
    if (unknown) return Whose::other;
    return agent ? Whose::agent : Whose::nobody;
}

} // namespace qd::inline checks
