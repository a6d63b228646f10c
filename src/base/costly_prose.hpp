#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace qd {

// Where a text as Markdown would take far longer to read than its length tells, and why.
struct CostlyProse {
    std::size_t line = 0; // on which the passage begins, from 1; 0 = the whole text
    std::string message;  // "nests more than …"
};

// Markdown is read in the square of a passage's length times the marks in it; tables fill their rows up, and a link's address
// stands once and is used often. What people write is far from the limits; none = it is read in a moment. UTF-8, lines
// that end in LF.
std::optional<CostlyProse> costly_prose(std::string_view text);

// What to do about it.
inline constexpr const char* costly_remedy = "Leave an empty line between paragraphs, and make it simpler or shorter.";

} // namespace qd
