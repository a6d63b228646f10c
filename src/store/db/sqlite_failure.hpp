#pragma once

#include <string>
#include <string_view>

#include <sqlite3.h>

namespace qd::db {

// Throws Error, with its fault, cause and remedy, for a result code of SQLite that is not a success;
// std::logic_error if the statement itself is wrong; std::bad_alloc without memory.
[[noreturn]] void throw_sqlite_failure(sqlite3* database, int code, const std::string& place, std::string_view sql);

} // namespace qd::db
