#pragma once

#include "reports/pack.hpp"
#include "store/store.hpp"

namespace qd::inline acts {

// Keeps the pages of a pack, and that the agenda was published on that day.
void publish_pack(Store& store, const Snapshot& snapshot, const Meeting& meeting, const Pack& pack, Date today);

} // namespace qd::inline acts
