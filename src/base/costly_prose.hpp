#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace qd {

// Where a text would take far longer to read as Markdown than its length suggests, and why.
struct CostlyProse {
    std::size_t line = 0; // on which the passage begins, from 1; 0 = the whole text
    std::string message;  // "nests more than …"
};

// Reading Markdown takes the square of a passage's length times the marks in it; tables fill up their rows, and a link's address
// is given once and used often. What people write is far from the limits; none = it is read at once. UTF-8, lines
// that end in LF.
std::optional<CostlyProse> costly_prose(std::string_view text);

// What to do about it.
inline constexpr const char* costly_remedy = "Leave an empty line between paragraphs, and make it simpler or shorter.";

} // namespace qd
