#pragma once

#include "store/db/session.hpp"
#include "store/db/still_file.hpp"

#include <chrono>
#include <filesystem>

#include <sqlite3.h>

namespace qd::db {

struct CloseSqlite {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

// The file, opened and set up for safe writing. Only Opening::create makes one. One that is to be read as it is, is `still`.
SqliteHandle open_sqlite_file(const std::filesystem::path& file, Opening opening, std::chrono::milliseconds patience,
                              const StillFile* still = nullptr);

// An empty one that lives as long as its connection, and in memory only.
SqliteHandle open_sqlite_in_memory();

// Takes the log of a store that nobody has open back into its file, for good: a file that can be sent, or read from a disk
// that cannot be written. Whoever opens it for writing starts a log again.
void keep_in_one_file(const std::filesystem::path& file);

} // namespace qd::db
