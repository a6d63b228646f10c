#pragma once

#include "base/asset.hpp"
#include "base/clock.hpp"
#include "store/db/connection.hpp"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace qd::inline store {

// One step of the tables from nothing to what this program works with: sql/NNNN_name.sql, and
// sql/NNNN_name.postgres.sql where PostgreSQL needs a text of its own. A step that was once released is never changed.
struct Migration {
    int number = 0;        // 1, 2, 3 … without a gap
    std::string_view name; // "council" of 0001_council.sql
    std::string_view sql;
    std::string_view postgres; // empty: the same
    // What SQL alone cannot say, once all steps were applied; only that of the last one is run.
    void (*finish)(db::Connection& store) = nullptr;
};
using Migrations = std::vector<Migration>;

// std::logic_error if the files are not named and numbered as they must be. The views are those of the files.
Migrations migrations_from(std::span<const Asset> files);
const Migrations& program_migrations(); // those compiled into the program

// Makes a store and fills it, all in one transaction: whatever fails, none is there afterwards. Error(conflict) if there is one.
void create_store(std::string_view address, const Clock& clock, const std::function<void(db::Connection&)>& fill,
                  const Migrations& migrations = program_migrations());

// The same in memory, for as long as the connection exists.
db::Connection make_store_in_memory(const Clock& clock, const std::function<void(db::Connection&)>& fill);

// Whether steps are missing in a store that is there. Errors as of db::Connection::open and open_store.
bool is_older(std::string_view address, const Migrations& migrations = program_migrations());

// A connection to a store whose tables are those of `migrations`; what is missing is applied first, all in one transaction.
// Opening::create makes an empty store. Beyond the errors of db::Connection::open: Error(request) if there is no Quarterday
// store; Error(conflict) if a newer program made it, if a step was changed after it was applied, or if steps are missing
// and the store is opened for reading only.
db::Connection open_store(std::string_view address, db::Opening opening, const Clock& clock,
                          const Migrations& migrations = program_migrations());

} // namespace qd::inline store
