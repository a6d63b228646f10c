#pragma once

#include "domain/issue_comparison.hpp"
#include "views/issued.hpp"

namespace qd::inline views {

// What the second issue says differently from the first, for all periods in either. Error(request) for issues of two
// areas.
IssueComparison compare_issues(Issued& issued, const Issue& before, const Issue& after);

} // namespace qd::inline views
