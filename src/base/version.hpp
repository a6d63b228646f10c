#pragma once

#include <string_view>

namespace qd {

// "0.1.0": of this program, as CMakeLists.txt has it.
std::string_view program_version();

} // namespace qd
