#pragma once

#include "store/db/session.hpp"

#include <chrono>

namespace qd::db {

std::unique_ptr<Session> open_postgres(const std::string& address, Opening opening, std::chrono::milliseconds patience);

} // namespace qd::db
