#pragma once

#include "store/db/connection.hpp"

namespace qd::inline store {

// Makes acts of the imports of an older program, and the history of each row of the whole tables that it kept; then these are
// removed. What was there when it began to keep them counts as written by the first act. Error(outage) if the store is not sound.
void carry_over_history(db::Connection& store);

} // namespace qd::inline store
