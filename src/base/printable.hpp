#pragma once

#include <string>
#include <string_view>

namespace qd {

// UTF-8 with U+FFFD in the place of what nobody sees and what harms those who read it: control characters (but tabs and ends of lines), which no
// office file may hold, and those that turn the direction of the text around them, behind which words can be hidden.
std::string printable(std::string_view text);

} // namespace qd
