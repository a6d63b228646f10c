#pragma once

#include "store/db/connection.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline store {

// What verify compares a table with.
enum class Guard {
    hashed,        // content: each row carries a hash over its table's name and all that it says
    ledger,        // content whose rows are numbered in the column id and carry a hash over what was handed in
    chained,       // the same, each chained to the one before; its rows are in force for good
    past,          // rows of content that are in force no longer, guarded as they were
    acts,          // the ledger of acts, which vouches for the rows of content
    record,        // a digest of all rows: what became of the content
    record_hashes, // the same, with bytes counted by the hash next to them
    rebuildable,   // the same, written whenever it is computed
    none,
};

using Columns = std::vector<std::pair<std::string, db::Kind>>;

// A table of content has, after its own columns, the number of the act that wrote the row (`act`), and where it is hashed, the
// hash (`sha256`). Its twin `past_NAME` has the same columns, the act that ended the row (`ended_by`), and the reason where it
// was withdrawn (`withdrawn`; NULL = another row took its place).
struct Table {
    std::string name;
    Guard guard;
    Columns columns;
    std::size_t own = 0;                   // how many of these are its own
    std::set<std::string> later_columns{}; // added by a later step: NULL counts for nothing in a hash
    std::set<std::string> millionths{};    // decimals, as whole numbers
    std::vector<std::size_t> keys{};       // the columns that identify its rows
    std::string owner{}; // of a table of parts: the table whose code its first column holds; "" = of none
};

bool holds_content(const Table& table); // what was handed in and is in force
bool is_record(const Table& table);     // issues
bool has_past(const Table& table);      // content whose rows may end

// Every table of a store but the list of migrations: what backup copies, verify reads and "about this store" counts.
const std::vector<Table>& tables();
const Table& table_named(std::string_view name); // std::logic_error if there is none
const Table& past_of(const Table& content);
// The table itself, then those of its parts.
std::vector<const Table*> with_parts(const Table& content);

std::string names_of(const Columns& columns); // "code, name"
// The values of a row that was selected by these columns, in their kinds. Error(outage) for one of another kind.
std::vector<db::Value> values_of(const db::Row& row, const Columns& columns);

std::int64_t count_rows(db::Connection& store, const Table& table);
// SHA-256 over the rows of a table, by these of its columns, whatever order the database gives them in. Error(outage) for a
// value that this program never writes.
std::string digest_of(db::Connection& store, const Table& table, const Columns& columns);
std::string digest_of(db::Connection& store, const Table& table); // of a record or of what is rebuildable
void copy_rows(db::Connection& from, db::Connection& to, const Table& table);
// The rows that a query gives, in the columns of the table.
void copy_rows(db::Query rows, db::Connection& to, const Table& table);

} // namespace qd::inline store
