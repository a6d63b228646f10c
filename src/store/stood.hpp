#pragma once

#include "base/clock.hpp"
#include "store/db/connection.hpp"

#include <cstdint>
#include <string>

namespace qd::inline store {

// An earlier state of a store is again a store: what reads one reads the other. All inside the caller's transaction.

// After an act, in memory.
db::Connection stood_at(db::Connection& store, std::int64_t act, const Clock& clock);

// As it was known at a moment (Store::read_known_by), without returns, in memory.
db::Connection known_by(db::Connection& store, Instant moment, const Clock& clock);
std::string settings_known_by(db::Connection& store, Instant moment);

} // namespace qd::inline store
