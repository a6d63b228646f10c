#pragma once

#include "base/clock.hpp"
#include "base/complaint.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <vector>

#include <tl/expected.hpp>

namespace qd {

enum class DryRun { no, yes };

// Reads each source and brings it into the store, one transaction a source, nothing at all of a source with complaints.
// A dry run changes nothing and tells what would be changed.
tl::expected<std::vector<ImportOutcome>, Complaints> import_sources(Store& store, const std::vector<std::filesystem::path>& sources,
                                                                    DryRun dry_run, const Clock& clock);

// Computes the rebuildable tables anew from the authoritative ones.
void rebuild(Store& store, const Clock& clock);

} // namespace qd
