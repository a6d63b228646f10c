#pragma once

#include "base/clock.hpp"
#include "domain/act.hpp"

#include <filesystem>

namespace qd::inline acts {

// Makes a store of a backup, at an address without one. Error(request) if the file is not a sound backup; whatever fails, no
// store is left there.
void restore_store(const std::filesystem::path& file, const std::string& address, const Clock& clock,
                   const Actor& actor);

} // namespace qd::inline acts
