#pragma once

#include "exchange/minutes/lines.hpp"

#include <string>
#include <vector>

namespace qd::inline exchange {

// The heading of an item: where it is and what it says.
struct ItemHeading {
    std::size_t line = 0, title_line = 0; // the title may be on a line of its own
    std::string number, title;
    std::string marked_number; // of an item without a number of its own, between the marks of an export
    bool own_number = true;    // no: the text gives none, and it was counted
};

// Decides on the headings from `begin` to `end` by what is consistent over the whole text: of all numbers that lines begin with,
// the run that counts on from heading to heading and whose words look most like titles, wherever it begins to count. Lists
// below what was decided count too, but not like this. Source: the longest increasing run, weighted, by dynamic programming.
std::vector<ItemHeading> numbered_headings(const MinutesLines& lines, std::size_t begin, std::size_t end);
// Where no item has a number: lines in bold, in capitals, underlined, or with the titles that agendas have.
std::vector<ItemHeading> plain_headings(const MinutesLines& lines, std::size_t begin, std::size_t end);

} // namespace qd::inline exchange
