#pragma once

#include <string>

namespace qd::inline store {

// Distinguishes the file of a store from another one at its address, or from itself before a change; empty if there is none,
// and for a database on a server. Error(request) if it is not an address.
std::string file_mark(const std::string& address);

} // namespace qd::inline store
