#pragma once

#include "acts/import.hpp"
#include "cli/call.hpp"

#include <cstddef>

namespace qd::cli {

// Lists what an import says otherwise of what was there, what is cleared first: row, field, old and new value, and of figures
// what it does to their status. At most `most`, then how many more.
void tell_changes(Call& call, const SourceOutcome& source, std::size_t most);

} // namespace qd::cli
