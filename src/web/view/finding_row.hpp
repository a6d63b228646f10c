#pragma once

#include "domain/finding.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <string>

namespace qd::web {

// Error(absent) where the pages are for everyone: what the checker finds is the council's own.
void require_council(const Visit& visit);

Fields finding_row(const Visit& visit, const Finding& finding);
std::string finding_tally(const Findings& findings); // "3 errors, 7 warnings and 2 notes"

} // namespace qd::web
