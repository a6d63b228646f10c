#pragma once

#include "domain/meeting.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// The words by which minutes say that something was decided: "RESOLVED:", "It was agreed that", "The Committee recommended to",
// "Decision:", "ACTION (Head of Roads):".
struct Stem {
    DecisionKind kind = DecisionKind::agreed; // unless what follows says otherwise
    bool action = false;
    std::size_t begin = 0, rest = 0; // where it begins in the line, and what follows it
    std::string owner;               // in brackets behind "ACTION"
};
// At the beginning of the line, or of a sentence with it as subject and verb.
std::optional<Stem> stem_at_start(std::string_view line);
// Within a line: "it was proposed, seconded and RESOLVED that …".
std::optional<Stem> stem_within(std::string_view line);

// What kind of decision a text is, given what its stem says.
DecisionKind kind_of_outcome(std::string_view text, const Stem& stem);
// A sentence within the text by which something is asked for, promised, confirmed or passed on; none = it only reports.
std::optional<DecisionKind> kind_in_passing(std::string_view sentence);

// "Head of Roads to publish", "That the Head of Housing bring", "requested the Clerk to write": who should do it; "" = not said.
std::string owner_of(std::string_view text);

// Whether the text says that a post should do something: "the Head of Housing bring a report".
bool charges_post(std::string_view text);

// As a whole word, without regard to capitals.
bool has_word(std::string_view text, std::string_view word);

} // namespace qd::inline exchange
