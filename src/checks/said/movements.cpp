#include "checks/said/movements.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

const WordSet
    links("in on of to by from at for since during over compared against again and but this last slightly "
          "sharply markedly significantly further steadily back marginally while than with between because as "
          "after when considerably substantially only just quickly slowly gradually year quarter month here "
          "overall too also still the");

bool is_link(const Sentence& s, std::size_t at) {
    if (at >= s.words.size() || s.words[at].kind != WordKind::letters) return true;
    if (s.has_time_at(at) || s.has_amount_at(at) || s.words[at].text.ends_with("ly")) return true;
    return links.contains(s.words[at].text);
}

// The noun phrase from a word on, up to a word that links it to something else.
std::size_t end_of_noun(const Sentence& s, std::size_t at) {
    std::size_t end = at;
    while (
        end < s.words.size() && s.words[end].kind == WordKind::letters && !s.has_time_at(end) &&
        !s.has_amount_at(end) &&
        !is_phrase_at(s.words, end,
                      "than|on|by|to|since|compared|against|and|but|which|is|was|are|were|came|have|has|had|this|last|"
                      "when|while|as|over|during|between|because|after|at"))
        ++end;
    return end;
}

bool is_noun(const Sentence& s, std::size_t at) {
    if (at == 0) return true;
    std::size_t before = at - 1;
    while (before > 0 && (s.words[before].text.ends_with("ly") || s.has_amount_at(before) ||
                          is_phrase_at(s.words, before,
                                       "slight|sharp|small|large|big|modest|marked|steady|further|welcome|"
                                       "significant|clear|continued|notable|real|general|seasonal|overall|-|point")))
        --before;
    return is_phrase_at(s.words, before,
                        "a|an|the|this|that|another|no|any|saw|seen|see|showed|shows|show|shown|with|"
                        "recorded|reported|represents|representing|our|is|was|,|;|without|little|and") ||
           s.words[before].kind == WordKind::mark;
}

bool is_only_planned(const Sentence& s, const Term& term) { // "a fall of a tenth is planned"
    for (std::size_t i = term.last; i < s.clause_of(term.first).last; ++i)
        if (is_phrase_at(
                s.words, i,
                "is|are|was|were planned|expected|forecast|hoped|projected|likely|due|proposed|intended|assumed"))
            return true;
    return false;
}

} // namespace

std::optional<Move> move_of(Sense sense) {
    switch (sense) {
    case Sense::rose: return Move{+1, false, Form::finite};
    case Sense::fell: return Move{-1, false, Form::finite};
    case Sense::rising: return Move{+1, false, Form::going_on};
    case Sense::falling: return Move{-1, false, Form::going_on};
    case Sense::rise: return Move{+1, false, Form::bare};
    case Sense::fall: return Move{-1, false, Form::bare};
    case Sense::higher: return Move{+1, false, Form::compared};
    case Sense::lower: return Move{-1, false, Form::compared};
    case Sense::up: return Move{+1, false, Form::beside};
    case Sense::down: return Move{-1, false, Form::beside};
    case Sense::improved: return Move{+1, true, Form::finite};
    case Sense::worsened: return Move{-1, true, Form::finite};
    case Sense::improving: return Move{+1, true, Form::going_on};
    case Sense::worsening: return Move{-1, true, Form::going_on};
    case Sense::improve: return Move{+1, true, Form::bare};
    case Sense::worsen: return Move{-1, true, Form::bare};
    case Sense::better: return Move{+1, true, Form::compared};
    case Sense::worse: return Move{-1, true, Form::compared};
    case Sense::unchanged: return Move{0, false, Form::finite};
    default: return {};
    }
}

bool is_before(const Sentence& s, std::size_t at, std::string_view phrase, std::size_t within) {
    for (std::size_t back = 1; back <= within && back <= at; ++back)
        if (is_phrase_at(s.words, at - back, phrase)) return true;
    return false;
}

bool is_said(const Sentence& s, const Term& term, const Move& move) {
    if (s.is_expected(term.first)) return false;
    if ((move.form == Form::bare || move.form == Form::going_on) && is_before(s, term.first, "after|following", 3))
        return false; // "After climbing for two quarters …", "following a dip"
    switch (move.form) {
    case Form::finite:
        if (is_phrase_at(s.words, term.first, "picked up") &&
            is_before(s, term.first, "is|are|was|were|been|be|by|we|it"))
            return false; // "calls picked up within 30 seconds"
        if (is_before(s, term.first, "to|of|with|by|for|due|the|a|an|further|any|more") && term.last - term.first == 1)
            return is_before(s, term.first, "further|more"); // "increased demand", "the reduced hours"
        return true;
    case Form::going_on:
        return is_before(s, term.first, "is|are|was|were|been|be|keeps|kept|continued|continues|still|now|again|not",
                         2) ||
               (is_link(s, term.last) && s.clause_of(term.first).first + 1 >= term.first);
    case Form::bare:
        if (is_before(s, term.first, "to"))
            return is_before(s, term.first - 1,
                             "continue|continued|continues|began|begun|started|starts|managed|failed");
        if (is_only_planned(s, term)) return false;
        if (is_before(s, term.first, "did|does|do|not", 2)) return true;
        if (s.words[term.first].text == "improvement" || s.words[term.first].text == "recovery" ||
            s.words[term.first].text == "reduction")
            if (!is_link(s, term.last)) return false;
        return is_noun(s, term.first) && (is_link(s, term.last) || s.words[term.last].kind != WordKind::letters);
    case Form::compared: return true;
    case Form::beside:
        if (is_phrase_at(s.words, term.last, "to|with|and running|and down|until|stream|side")) return false;
        if (term.last - term.first == 1 &&
            is_before(s, term.first, "make|makes|made|making|take|takes|took|taken|set|sign|signed|opened|adds|added"))
            return false; // "makes up 4% of the bill"
        return term.last - term.first > 1 || is_phrase_at(s.words, term.last, "from|on|by|again") ||
               s.has_amount_at(term.last) || (s.has_time_at(term.last));
    }
    return false;
}

Whose mover(const Sentence& s, const Term& term, const Move& move) {
    std::size_t at = term.last;
    if (move.form == Form::bare && (is_phrase_at(s.words, at, "in|of|to")) && !s.has_time_at(at) &&
        !s.has_amount_at(at + 1)) {
        const Whose of = whose(s, at + 1, end_of_noun(s, at + 1));
        if (of != Whose::nobody) return of;
    }
    const bool plain_verb = s.words[term.first].text != "unchanged" && s.words[term.first].text != "up" &&
                            s.words[term.first].text != "down";
    const bool placed = is_phrase_at(s.words, at, "for|in|with|since|by|of|to|from");
    if ((move.form == Form::finite || move.form == Form::compared) && plain_verb && !placed) {
        const std::size_t end = end_of_noun(s, at);
        if (end > at && !(move.form == Form::compared && is_phrase_at(s.words, at, "than"))) {
            const Whose of = whose(s, at, end);
            if (is_phrase_at(s.words, at, "its|their") && s.subject_before(term.first) == Whose::other)
                return Whose::other; // "one school improved its attendance"
            if (of == Whose::subject || of == Whose::other) return of;
        }
    }
    const Whose before = s.subject_before(term.first);
    if (before == Whose::agent && !move.judged && move.form != Form::beside) return Whose::other; // "staff increased"
    return before;
}

} // namespace qd::inline checks
