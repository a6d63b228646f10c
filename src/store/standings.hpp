#pragma once

#include "base/clock.hpp"
#include "store/db/connection.hpp"
#include "store/tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace qd::inline store {

// How the content stood after each import: of a ledger its last row, of every other table its rows, kept by their SHA-256.
// All inside the caller's transaction.

// Before the first change by a program that keeps standings: what is there belongs to the last generation.
void keep_first_standings(db::Connection& store, std::int64_t generation);
void keep_standing(db::Connection& store, std::int64_t generation, const Table& table);

// A store as it stood at a generation, in memory. Error(outage) where what was kept is damaged.
db::Connection stood_at(db::Connection& store, std::int64_t generation, const Clock& clock);

std::vector<std::string> verify_standings(db::Connection& store);

} // namespace qd::inline store
