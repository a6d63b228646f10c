#pragma once

#include "acts/desk.hpp"
#include "base/complaint.hpp"
#include "domain/act.hpp"
#include "domain/import_outcome.hpp"
#include "domain/sheet_layout.hpp"

#include <tl/expected.hpp>

namespace qd::inline acts {

// Keeps a layout in the store, in place of the one with the same name. The complaints if it cannot be
// understood; then nothing is changed.
tl::expected<ImportOutcome, Complaints> keep_layout(Desk& desk, const Actor& actor, const SheetLayout& layout);

} // namespace qd::inline acts
