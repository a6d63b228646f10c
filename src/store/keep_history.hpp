#pragma once

#include "store/db/connection.hpp"

namespace qd::inline store {

// What every table of content needs for its history, made from the list of tables: the columns `act` and `sha256`, and its twin.
// In a store of a program that kept whole tables instead, what it knew becomes the history of the rows. Inside the caller's
// transaction. Error(outage) if such a store is not sound: it would be made so by new hashes.
void keep_history(db::Connection& store);

} // namespace qd::inline store
