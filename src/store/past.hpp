#pragma once

#include "base/clock.hpp"
#include "domain/past.hpp"
#include "store/db/connection.hpp"

#include <cstdint>

namespace qd::inline store {

// The rows that acts up to this one replaced or withdrew, inside the caller's transaction. Error(outage) if one of them was
// changed after it was written.
Past read_past(db::Connection& store, std::int64_t act, const Clock& clock);

} // namespace qd::inline store
