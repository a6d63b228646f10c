#pragma once

#include "engine/known.hpp"

#include <string>
#include <vector>

namespace qd::inline engine {

// Whom a target set against peers is set against, as its column `peers` names them: the code of a stored group
// (peer_groups.csv), "neighbours" (neighbours.csv; else as computed), "siblings" (of its kind below the same area), a kind of
// area ("district"), or nothing: the areas of its own kind. The area itself is always among them, once.

// The areas that a name may mean, whenever they exist: those whose cells must be read. Empty if it is not known.
std::vector<AreaCode> areas_named(const Known& known, const AreaCode& area, const std::string& peers);

// Those of them that exist on the last day of a period; empty where nobody knows the name.
std::vector<AreaCode> named_peers(const Known& known, const AreaCode& area, const std::string& peers, Period period);

} // namespace qd::inline engine
