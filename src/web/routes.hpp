#pragma once

#include "web/route.hpp"

#include <vector>

namespace qd::web {

// Every address there is, each with its rule of access; nothing else is reachable.
const std::vector<Route>& routes();

} // namespace qd::web
