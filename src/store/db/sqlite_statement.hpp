#pragma once

#include "store/db/value.hpp"

#include <memory>
#include <string>

#include <sqlite3.h>

namespace qd::db {

// A prepared statement of SQLite. Its methods give SQLite's result code; who calls knows what to say of it.
class SqliteStatement {
public:
    // Throws what sqlite_failure() makes of the code if the statement cannot be prepared.
    SqliteStatement(sqlite3* database, std::string_view sql, const std::string& place);

    int bind(std::span<const Value> values); // throws std::logic_error if their number is not that of $1 … $n
    int step() { return sqlite3_step(statement_.get()); }
    int reset(); // also lets go of what was bound

    bool only_reads() const { return sqlite3_stmt_readonly(statement_.get()) != 0; }
    sqlite3_stmt* get() const { return statement_.get(); }
    std::string sql() const { return sqlite3_sql(statement_.get()); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const {
            sqlite3_finalize(statement);
        } // repeats the code of the last step
    };
    void number_parameters();

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::vector<std::size_t> numbers_; // of the parameters in SQLite's order: `$2` is 2
    std::size_t most_ = 0;             // the n of $n
};

} // namespace qd::db
