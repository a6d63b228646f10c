#include "checks/said/sentence.hpp"

#include <algorithm>

// Whose figure the words of a sentence name.
namespace qd::inline checks {
namespace {

bool is_average(const Facts& facts) { // of something's time, or for each of something
    const Quantity quantity = facts.shown.quantity;
    return quantity == Quantity::days || quantity == Quantity::rate ||
           (quantity == Quantity::number && counts_time(facts));
}

const WordSet passed_over(
    "rated judged assessed classed shown flagged marked scored deemed the a an our its their and or in at "
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
    "takes means closed ran running sits sat sitting coming showing dropped survey census poll snapshot data sample");
const WordSet
    plain_nouns("performance rate rates figure figures number numbers result results percentage proportion share "
                "level levels score outturn measure indicator it this they volume volumes count position value kpi pi "
                "compliance success uptake coverage timeliness punctuality promptness attainment achievement outcome "
                "judgement verdict view tally status rating things rag dot ytd actual situation "
                "picture priority risk trend casualties response");
const WordSet
    agents("we team teams service services officers authority department directorate contractor staff colleagues "
           "provider officer director chair manager lead head councillor panel committee cabinet crews crew "
           "partnership programme i");
const WordSet of_parts(
    "householder residential private industrial retail rural urban primary secondary nursery agency weekday "
    "daytime evening reactive postal slight fatal urgent emergency routine large major minor stage business commercial "
    "domestic repeat serious adult "
    "junior older younger upheld online phone paper written internal external weekend male female long "
    "short complex simple non town village mobile branch central");
const WordSet
    prepositions("from about in for among amongst by with to at within under over of on concerning regarding who whose "
                 "where that involving relating between outside");
const WordSet
    elsewhere_words("england national nationally nation regional regionally region neighbours neighbour neighbouring "
                    "peers peer comparators comparator benchmark wales scotland uk median quartile sector countywide "
                    "elsewhere ombudsman");

// What has a number of its own: "the backlog of reviews", "the cost of repairs".
const WordSet
    heads_apart("backlog queue cost costs price prices value age size length quality condition complexity severity "
                "shortage lack supply stock pool caseload workload demand appetite need budget funding fee fees "
                "charge charges list");

const WordSet waiting_people("children people residents customers callers applicants families patients tenants clients "
                             "users parents households drivers motorists passengers visitors victims everyone");

// "Children waited longer", of an average wait: those who wait are not a part of it.
bool is_who_waits(const Sentence& s, std::size_t at) {
    return s.facts && is_average(*s.facts) && s.facts->shown.quantity != Quantity::rate &&
           waiting_people.contains(s.words[at].text) &&
           (is_phrase_at(s.words, at + 1, "now|still|again|have|had|are|were|typically|usually? wait|waited|waiting") ||
            is_phrase_at(s.words, at + 1, "wait|waited|waiting"));
}

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
    if (is_who_waits(s, at)) return Part::none;
    if (s.facts && s.facts->place_words.contains(word.text)) return Part::none;
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
    if (s.facts && is_average(*s.facts) && s.facts->shown.quantity != Quantity::rate &&
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

// "The backlog of carers", "demand for places", where the name has no such word.
bool opens_with_another(const Sentence& s, std::size_t first, std::size_t last) {
    if (!s.facts) return false;
    const auto is_in_name = [&](std::size_t at) {
        const std::string& word = s.words[at].text;
        return is_named_by(*s.facts, word) || s.facts->name_words.contains(word) ||
               s.facts->definition_stems.contains(stem_of(word));
    };
    const std::size_t end = std::min(last, s.words.size());
    std::size_t head = first;
    while (head < end && is_phrase_at(s.words, head, ",|and|but|while|the|our|its|a|an|total|average|current|this"))
        ++head;
    if (head + 1 < end && heads_apart.contains(s.words[head].text) && !is_in_name(head) &&
        is_phrase_at(s.words, head + 1, "of|for|in|on|at|per"))
        return true;
    if (s.facts->shown.quantity == Quantity::count) return false;
    for (std::size_t i = first + 1; i < end; ++i) // "call volumes", of a share of calls
        if (is_phrase_at(s.words, i, "volumes|volume|numbers") && is_named_by(*s.facts, s.words[i - 1].text) &&
            !s.facts->name_words.contains(s.words[i].text))
            return !names_it_whole(s, first, last);
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
            !s.facts->name_words.contains(s.words[i].text) && !is_average(*s.facts))
            return Whose::other;
    if (opens_with_another(s, first, last)) return Whose::other;
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
