#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

int roman_value(std::string_view word); // "iv" → 4, small or capital; 0 = none, or above 60

// The mark that a line of a list begins with, and the rest: "(ii) Requested", "b) the log", "3. that", "- the report".
struct MarkedEntry {
    std::string mark; // "" for a bullet
    std::string rest;
};
std::optional<MarkedEntry> marked_entry(std::string_view line);

// "1. note the report; 2. ask …" on one line: what comes before the first mark, and the entries. Empty if there are
// not two that follow on.
struct InlineList {
    std::string lead;
    std::vector<MarkedEntry> entries;
};
InlineList inline_list(std::string_view text);

} // namespace qd::inline exchange
