#pragma once

#include "views/snapshot.hpp"

#include <vector>

namespace qd::inline views {

// A row of a return that carries a figure, or once did.
struct HandIn {
    const Return* from; // of the snapshot
    Observation observation;
};
// The rows for a figure's stretch of time that were known by then, in the order of the ledger: the last is in force.
std::vector<HandIn> hand_ins(const Snapshot& snapshot, const Figure& figure, Instant known_by);

} // namespace qd::inline views
