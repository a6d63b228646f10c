#pragma once

#include "domain/act.hpp"

#include <string_view>

namespace qd::inline acts {

// Every act asks this before it does anything. Anyone who can open the store from the command line may do everything, and
// nobody else anything: Error(forbidden) says so. `kind` as in Act: "import".
void ask_permission(const Actor& actor, std::string_view kind);

} // namespace qd::inline acts
