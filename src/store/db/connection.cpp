#include "store/db/connection.hpp"

#include "store/db/postgres_session.hpp"
#include "store/db/sqlite_session.hpp"

namespace qd::db {

Connection Connection::open(std::string_view address, Opening opening, std::chrono::milliseconds patience) {
    const Address parsed = parse_address(address);
    if (parsed.product == Product::sqlite) return {parsed.product, open_sqlite(parsed.file(), opening, patience)};
    return {parsed.product, open_postgres(parsed.text, opening, patience)};
}

Connection Connection::in_memory() { return {Product::sqlite, open_sqlite_memory()}; }

} // namespace qd::db
