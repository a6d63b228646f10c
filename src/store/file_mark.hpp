#pragma once

#include <string>

namespace qd::inline store {

// What tells the file of a store from another one at its address, or from what it was before a change; empty where there is none,
// and for a database on a server. Error(request) for what is no address.
std::string file_mark(const std::string& address);

} // namespace qd::inline store
