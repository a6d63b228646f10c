#pragma once

#include "store/db/session.hpp"

#include <chrono>
#include <filesystem>

namespace qd::db {

std::unique_ptr<Session> open_sqlite(const std::filesystem::path& file, Opening opening,
                                     std::chrono::milliseconds patience);

std::unique_ptr<Session> open_sqlite_memory(); // see open_sqlite_in_memory()

} // namespace qd::db
