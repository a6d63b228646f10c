#pragma once

#include "domain/issue.hpp"
#include "views/snapshot.hpp"

namespace qd::inline views {

// Error(absent) names those there are.
Issue find_issue(Store& store, std::int64_t number);

// The store as it stood when an issue was made, with the definitions that the issue keeps.
std::shared_ptr<const Snapshot> snapshot_of(Store& store, const Issue& issue);
View view_of(const Issue& issue);

} // namespace qd::inline views
