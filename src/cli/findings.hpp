#pragma once

#include "cli/call.hpp"
#include "domain/finding.hpp"

#include <ostream>

namespace qd::cli {

// Each with its severity, code and place, what is wrong below it, and what to do.
void print_findings(Call& call, const Findings& findings, std::ostream& out);
void print_findings(Call& call, const Findings& findings); // to the output

} // namespace qd::cli
