#pragma once

#include "cli/call.hpp"

#include <string>

namespace qd::cli {

// Who changed a layout when, and in which lines.
void tell_layout_history(Call& call, const std::string& name);

} // namespace qd::cli
