#pragma once

#include "store/db/connection.hpp"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline store {

// What verify holds a table against.
enum class Guard {
    row_hashes,  // each row carries its own; a digest of their order
    digest,      // a digest of all rows
    rebuildable, // the same, written whenever it is computed
    none,
};

using Columns = std::vector<std::pair<std::string, db::Kind>>;

struct Table {
    std::string_view name;
    Guard guard;
    Columns columns;
    std::set<std::string> later_columns; // added by a later step: NULL counts for nothing in the digest
};

// Every table of a store but the list of migrations: what backup copies, verify reads and "about this store" counts.
const std::vector<Table>& tables();

std::int64_t count_rows(db::Connection& store, const Table& table);
// SHA-256 over the rows of a guarded table, whatever order the database gives them in; of rows that carry their own hash, over
// that and their first column. Error(outage) for a value that this program never writes.
std::string digest_of(db::Connection& store, const Table& table);
void copy_rows(db::Connection& from, db::Connection& to, const Table& table);

} // namespace qd::inline store
