#pragma once

#include "store/db/session.hpp"

#include <chrono>

#include <libpq-fe.h>

namespace qd::db {

struct FinishServer {
    void operator()(PGconn* server) const { PQfinish(server); }
};
using PostgresServer = std::unique_ptr<PGconn, FinishServer>;

struct PostgresPlace {
    PostgresServer server;
    std::string name; // for messages: without the password
};

// The server, connected to and set up. The store is the schema that is first in the search path of the address.
// Opening::create prepares that schema, which must be empty.
PostgresPlace connect_postgres(const std::string& address, Opening opening, std::chrono::milliseconds patience);

} // namespace qd::db
