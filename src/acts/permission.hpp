#pragma once

#include "domain/act.hpp"

#include <string_view>

namespace qd::inline acts {

// Asked by every act before it does anything. Whoever can open the store from the command line may do all, and nobody else
// anything: Error(forbidden) says so. `kind` as in Act: "import".
void ask_permission(const Actor& actor, std::string_view kind);

} // namespace qd::inline acts
