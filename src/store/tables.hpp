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
    row_hashes,    // each row carries its own; a digest of their order
    digest,        // a digest of all rows
    record,        // as digest, of what became of the content: not content itself
    record_hashes, // the same, where bytes count by their hash beside them
    rebuildable,   // the same, written whenever it is computed
    none,
};

using Columns = std::vector<std::pair<std::string, db::Kind>>;

struct Table {
    std::string_view name;
    Guard guard;
    Columns columns;
    std::set<std::string> later_columns; // added by a later step: NULL counts for nothing in the digest
};

bool holds_content(const Table& table); // what was handed in
bool is_record(const Table& table);     // what became of it: imports, issues
// Content whose rows are only ever added, numbered 1, 2, 3 … in the column id.
bool only_grows(const Table& table);

// Every table of a store but the list of migrations: what backup copies, verify reads and "about this store" counts.
const std::vector<Table>& tables();

std::int64_t count_rows(db::Connection& store, const Table& table);
// SHA-256 over the rows of a guarded table, whatever order the database gives them in; of rows that carry their own hash, over
// that and their first column. Error(outage) for a value that this program never writes.
std::string digest_of(db::Connection& store, const Table& table);
void copy_rows(db::Connection& from, db::Connection& to, const Table& table);
void copy_rows_up_to(std::int64_t last_id, db::Connection& from, db::Connection& to, const Table& ledger);

// All rows of a table as bytes, the same for the same rows in whatever order, and back into an empty table of the same name.
// A column that the bytes do not know, because a later step added it, becomes NULL. Error(outage) for damaged bytes.
std::string rows_as_bytes(db::Connection& store, const Table& table);
void insert_rows(db::Connection& store, const Table& table, std::string_view bytes);

} // namespace qd::inline store
