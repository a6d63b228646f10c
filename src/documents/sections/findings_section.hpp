#pragma once

#include "documents/document.hpp"
#include "domain/finding.hpp"

#include <string_view>

namespace qd::inline documents {

// "What the checker found": errors first, each with place, remedy and code; one sentence where there is none.
void write_findings(Blocks& blocks, const Findings& findings);

} // namespace qd::inline documents
