#pragma once

#include "store/rows.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline store {

// What a program before the ledger of acts kept: imports, a digest of each table, and after each import the whole of each table
// that it changed.

[[noreturn]] void refuse_old_store(const std::string& cause); // Error(outage)
void refuse_unsound_old_store(db::Connection& store);

std::vector<Row> rows_there(db::Connection& store, const Table& table);

class OldStandings {
public:
    struct Standing {
        std::optional<std::int64_t> last_id; // of a ledger: its rows up to this one
        std::optional<std::string> version;  // of any other table: by its hash
    };
    explicit OldStandings(db::Connection& store);

    std::int64_t first() const { return first_; }                               // the generation with which they begin
    const std::map<std::int64_t, Standing>& of(const std::string& table) const; // by generation
    // The rows of a table at a generation, or the newest before it. Error(outage) where they are not what was kept.
    std::vector<Row> rows_at(db::Connection& store, const Table& table, std::int64_t generation) const;

private:
    std::int64_t first_ = 0;
    std::map<std::string, std::map<std::int64_t, Standing>> tables_;
};

void drop_old_tables(db::Connection& store);

} // namespace qd::inline store
