#pragma once

#include "checks/said/amounts.hpp"
#include "checks/said/facts.hpp"

// A sentence as it is understood: its words, the times and amounts in them, and what its parts speak of.
namespace qd::inline checks {

// What a word does in a sentence about figures.
enum class Sense {
    rose,
    fell, // finite: "rose", "went up"
    rising,
    falling, // with a form of "to be", or on its own after a comma
    rise,
    fall, // a noun, or after "to"
    higher,
    lower, // compared
    up,
    down, // "up from", "down on"
    improved,
    worsened,
    improving,
    worsening,
    improve,
    worsen,
    better,
    worse, // the same of what is judged
    unchanged,
    met,
    exceeded,
    missed, // of a target
    above,
    below,
    ahead,
    behind,
    within,
    outside,
    on_target,
    off_target,
    on_track,
    off_track,
    target, // the noun
    highest,
    lowest,
    best,
    worst,
    no,       // a denial
    expected, // what follows, or is said, is still to come, or only wished for
};

struct Term {
    Sense sense;
    std::size_t first = 0, last = 0; // words, `last` behind it
    bool denied = false;
};

// A part of a sentence with at most one subject.
struct Clause {
    std::size_t first = 0, last = 0; // words, `last` behind it
    std::size_t expected_from =
        0; // what stands from this word on is future, wish or condition; = last where nothing is
};

// Whose figure words speak of.
enum class Whose {
    subject, // of what the text is about
    agent,   // of who answers for it: "we", "the service"
    nobody,  // they name nothing
    other,   // of something else: a part of it, another measure, England
};

struct Sentence {
    const std::string& text;
    const Facts* facts; // null = nothing is known of what it speaks of
    Words words;
    std::vector<TimeSaid> times;
    std::vector<Amount> amounts;
    std::vector<Term> terms;
    std::vector<Clause> clauses;

    const Clause& clause_of(std::size_t word) const;
    bool is_expected(std::size_t word) const { return word >= clause_of(word).expected_from; }
    // The last time named between two words; null = none.
    const TimeSaid* time_between(std::size_t first, std::size_t last) const;
    const Amount* amount_between(std::size_t first, std::size_t last) const; // the first
    const Term* term_between(std::size_t first, std::size_t last,
                             std::initializer_list<Sense> senses) const; // the first
    bool has_time_at(std::size_t word) const;
    bool has_amount_at(std::size_t word) const;
    // Of what a term's clause speaks before it; a clause that names nobody goes on with the subject of the one before.
    Whose subject_before(std::size_t word) const;
};

Sentence understood(const std::string& text, const Facts* facts, const CheckInput& input);

// Whether a word stands in what would follow from a condition: "if … we will", "had … been …, it would", "would have met".
bool is_conditional(const Sentence& sentence, std::size_t word);

// Whether words of another place stand there: "the national average", "our neighbours".
bool speaks_of_elsewhere(const Words& words, std::size_t first, std::size_t last);
// A subject ends where its verb begins; `last` where there is none.
std::size_t end_of_subject(const Sentence& sentence, std::size_t first, std::size_t last);
// Whose figure these words name, times and amounts left aside.
Whose whose(const Sentence& sentence, std::size_t first, std::size_t last);

} // namespace qd::inline checks
