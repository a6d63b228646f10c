#pragma once

#include "store/bound.hpp"
#include "store/tables.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline store {

// A row of content: the values of its table's own columns, in the order of tables.cpp.
struct Row {
    const Table* table = nullptr;
    std::vector<Bound> values;

    template <class... Values> static Row of(std::string_view table, const Values&... values) {
        return checked(table_named(table), {Bound(db::Value(values))...});
    }
    static Row checked(const Table& table,
                       std::vector<Bound> values); // std::logic_error if they are not as many as its columns

    const Bound& value(std::string_view column) const;
    std::vector<Bound> key() const;
    std::string name() const; // for messages: "actions A1", "tolerances ASC1, 2013-04-01"
    friend bool operator==(const Row&, const Row&) = default;
};

// What belongs together and is replaced together: a row, then those of its parts.
using Item = std::vector<Row>;

// A row as it is in its table, or in the twin of that.
struct StoredRow {
    Row row; // its table is that of the content
    std::string sha256;
    std::int64_t act = 0;
    std::optional<std::int64_t> ended_by{};
    std::optional<std::string> withdrawn{};
};

// For a hashed table over its name and the values; for a ledger the content of its own column.
std::string hash_of(const Row& row);
// How the ledger of acts knows a row.
std::string mark_of(const Table& table, std::int64_t id, const std::string& sha256); // a hashed row has no id
std::string mark_of(const StoredRow& stored);

// Whether the row still is what was written.
bool is_sound(const StoredRow& stored);
std::string changed_row(const Row& row);                      // "actions: row A1 was changed after it was written."
[[noreturn]] void refuse_damaged(const std::string& problem); // Error(outage), with what to do

// What a condition on some columns is in SQL, from place $first on: "code = $1 AND area IS NULL".
std::string condition(const Columns& columns, const std::vector<Bound>& values, std::size_t first = 1);

// Those whose columns have these values (all where there are none), from the table or from its twin.
enum class From { in_force, past };
std::vector<StoredRow> rows_with(db::Connection& store, const Table& content, From from, const Columns& columns,
                                 const std::vector<Bound>& values);
// Of the twin those that ended after one act and up to another.
std::vector<StoredRow> rows_ended(db::Connection& store, const Table& content, std::int64_t after, std::int64_t until);
Columns key_columns(const Table& table);
// The columns by which a table of parts, or the table itself, names the item; the first of its key.
Columns item_columns(const Table& table);

// The item of a key as it is in force, each row sound: Error(outage). Empty if there is none.
std::vector<StoredRow> item_in_force(db::Connection& store, const Table& table, const std::vector<Bound>& key);

// What is wrong with the hashes of the rows of a hashed table, in force or past.
std::vector<std::string> verify_hashes(db::Connection& store, const Table& content, From from);
// Error(outage) if a row of content with a hash of ours is not what was written, so that it is never shown.
void refuse_changed_rows(db::Connection& store);
void refuse_changed_rows(db::Connection& store, const Table& content); // of one table

} // namespace qd::inline store
