#pragma once

#include "domain/partnership.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <vector>

namespace qd::web {

// One row for each group: its name, how its priorities stand, how many actions.
std::vector<Fields> group_rows(const Visit& visit, const Partnership& partnership);
// One row a priority of a group.
Fields priority_row(const Visit& visit, const PriorityLine& line);
// The marks of a tally, one a child, for a bar of shapes.
std::vector<Fields> tally_marks(const StatusTally& tally);

} // namespace qd::web
