#pragma once

#include "acts/desk.hpp"

namespace qd::inline acts {

// Computes the rebuildable tables again from the authoritative ones; returns what it read for that.
std::shared_ptr<const Snapshot> rebuild(Desk& desk, const Actor& actor);

} // namespace qd::inline acts
