#pragma once

#include "base/clock.hpp"

#include <string>
#include <vector>

namespace qd::inline views {

// What is wrong with a store, in words: hashes, references, the order of its ledgers. Empty = sound. Error(absent) if there
// is no store at the address.
std::vector<std::string> problems_of_store(const std::string& address, const Clock& clock);

} // namespace qd::inline views
