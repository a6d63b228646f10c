#pragma once

#include "base/clock.hpp"
#include "domain/act.hpp"

#include <filesystem>

namespace qd::inline acts {

// Copies a store into one file, even while others write. It changes nothing in the store, so a store that may only be read
// can be backed up, and the ledger of acts has no line of it. Error(absent) if there is no store at the address.
void back_up(const std::string& address, const Clock& clock, const Actor& actor, const std::filesystem::path& file);

} // namespace qd::inline acts
