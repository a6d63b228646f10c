#pragma once

#include "domain/content.hpp"
#include "domain/finding.hpp"

namespace qd {

// What was found about a measure, its recovery plans and their actions, in the order of `all`.
Findings findings_about(const Content& content, const MeasureCode& measure, const Findings& all);

} // namespace qd
