#pragma once

#include "base/clock.hpp"
#include "store/db/connection.hpp"

#include <cstdint>
#include <string>

namespace qd::inline store {

// A store as it stood after an act is a store again, in memory: what reads one reads the other. Inside the caller's transaction.
db::Connection stood_at(db::Connection& store, std::int64_t act, const Clock& clock);

} // namespace qd::inline store
