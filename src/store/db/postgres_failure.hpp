#pragma once

#include <string>
#include <string_view>

#include <libpq-fe.h>

namespace qd::db {

// Throws Error, with its fault, cause and remedy, for an answer of PostgreSQL that is not a success (the answer may be
// null); std::logic_error if the statement itself is wrong.
[[noreturn]] void throw_postgres_failure(PGconn* server, const PGresult* result, const std::string& place,
                                         std::string_view sql);

} // namespace qd::db
