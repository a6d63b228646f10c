#pragma once

#include "acts/desk.hpp"
#include "reports/pack.hpp"

namespace qd::inline acts {

// Keeps the pages of a pack, and that the agenda was published on that day.
void publish_pack(Desk& desk, const Actor& actor, const Snapshot& snapshot, const Meeting& meeting, const Pack& pack,
                  Date today);

} // namespace qd::inline acts
