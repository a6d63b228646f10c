#pragma once

#include "checks/said/sentence.hpp"

// How a sentence says that something moved, apart from what moved and whether it did.
namespace qd::inline checks {

enum class Form { finite, going_on, bare, compared, beside };

struct Move {
    int sign = 0;        // +1 up or better, -1 down or worse, 0 unchanged
    bool judged = false; // better or worse, rather than up or down
    Form form = Form::finite;
};

std::optional<Move> move_of(Sense sense); // none = the word says nothing of a movement

// Whether the word says that something has moved: not "to improve", "increased demand", "an improvement plan", or what is expected.
bool is_said(const Sentence& sentence, const Term& term, const Move& move);

// Whose movement it is: of what the verb has as its object, of what a noun is followed by, else of the subject.
Whose mover(const Sentence& sentence, const Term& term, const Move& move);

// Whether a phrase stands right before a word, or up to so many words before it.
bool is_before(const Sentence& sentence, std::size_t at, std::string_view phrase, std::size_t within = 1);

} // namespace qd::inline checks
