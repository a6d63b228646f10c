#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// One way to read the number that a line begins with: the part that counts, and all else of it, which stays the same from item to
// item. "23.PC.14 Buses" counts 14 in the style "23.PC.#".
struct NumberReading {
    std::string style;
    int count = 0;
};
struct NumberedLine {
    std::string number, title; // as printed; the title is empty if it is on a line of its own
    std::string delimiter;     // "." or ")" or "-" or ":"; "" = a space
    std::vector<NumberReading> readings;
    bool marked = false; // "Item 4", "Minute 12/23", "23.PC.14": hardly a list within an item
};
// Without readings where the line begins with no number.
NumberedLine numbered_line(std::string_view line);

} // namespace qd::inline exchange
