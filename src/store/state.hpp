#pragma once

#include "store/db/connection.hpp"
#include "store/store.hpp"

namespace qd::inline store {

// Everything, or all but the returns, in canonical order. Error(outage) for a row that is not what was written. Inside the
// caller's transaction, as all of these.
enum class Returns { with, without };
Content read_content(db::Connection& store, Returns returns);

StoreState read_state(db::Connection& store);
// See Store::state(before).
StoreState read_state(db::Connection& store, StoreState before);

} // namespace qd::inline store
