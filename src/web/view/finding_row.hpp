#pragma once

#include "domain/finding.hpp"
#include "web/fields.hpp"
#include "web/visit.hpp"

#include <string>

namespace qd::web {

Fields finding_row(const Visit& visit, const Finding& finding);
std::string finding_tally(const Findings& findings); // "3 errors, 7 warnings and 2 notes"

} // namespace qd::web
