#pragma once

#include "base/clock.hpp"
#include "domain/act.hpp"

namespace qd::inline acts {

// Makes an empty store at an address. Error(conflict) if there is one already.
void init_store(const std::string& address, const Clock& clock, const Actor& actor);

} // namespace qd::inline acts
