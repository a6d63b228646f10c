#pragma once

#include "store/db/connection.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline store {

enum class Nature {
    ledger,      // each row carries its own hash
    plain,       // guarded by a digest of the whole table
    rebuildable, // can be computed; not in backups
};

struct Table {
    std::string_view name;
    Nature nature;
    std::vector<std::pair<std::string_view, db::Kind>> columns;
};

// Every table of a store but the list of migrations: what backup copies, verify reads and "about this store" counts.
const std::vector<Table>& tables();

std::int64_t count_rows(db::Connection& store, const Table& table);
// SHA-256 over all rows of a table, whatever their order.
std::string digest_of(db::Connection& store, const Table& table);
void copy_rows(db::Connection& from, db::Connection& to, const Table& table);

} // namespace qd::inline store
