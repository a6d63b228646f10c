#pragma once

#include "exchange/minutes/outcome_words.hpp"
#include "exchange/minutes/people.hpp"
#include "exchange/minutes/sections.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// Something decided on an item, or said during it that somebody should do.
struct MinutedOutcome {
    std::size_t line = 0; // in the file
    std::string mark;     // "(ii)"
    DecisionKind kind = DecisionKind::noted;
    std::string text;
    std::string owner, due;  // if separate from the text: in brackets, in the columns of a table
    std::string of_item;     // the number of the item that a row of a table names
    bool in_passing = false; // is within the text, which stays there
};

struct SectionReading {
    std::vector<MinutedOutcome> outcomes;
    Complaints to_confirm;
};
// Gives each line of the section its place: text, or decision; what is decided comes back. `people` recognises officers in
// sentences.
SectionReading read_section(MinutesLines& lines, const MinutesSection& section, const People& people,
                            const std::string& file);

// Rows of a table of actions, "Action | Owner | Due", from a line on.
struct ActionTable {
    std::vector<MinutedOutcome> rows;
    std::size_t end = 0; // after its last line
    Complaints to_confirm;
};
std::optional<ActionTable> read_action_table(MinutesLines& lines, std::size_t at, std::size_t end,
                                             const std::string& file);

// Without full stop, semicolon or "; and" at its end, with a capital at its beginning.
std::string ended(std::string_view text);
// A sentence ends at ". " before a capital.
std::vector<std::string_view> sentences(std::string_view text);

} // namespace qd::inline exchange
