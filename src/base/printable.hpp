#pragma once

#include <string>
#include <string_view>

namespace qd {

// UTF-8 with U+FFFD in place of invisible and harmful characters: control characters (except tabs and line ends), which no office
// file may contain, and those that turn the direction of the text around them, which can hide words.
std::string printable(std::string_view text);

} // namespace qd
