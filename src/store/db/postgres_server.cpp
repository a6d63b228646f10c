#include "store/db/postgres_server.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/db/postgres_failure.hpp"
#include "store/db/postgres_result.hpp"

namespace qd::db {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// libpq would repeat an address it cannot read, with its password, in its message.
void check_address(const std::string& address) {
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(address.c_str(), nullptr));
    if (!options)
        throw Error(Fault::request, "The address of the PostgreSQL store cannot be read. Write "
                                    "postgresql://USER@HOST:PORT/DATABASE, with special characters as %XX.");
}

PostgresServer connect(const std::string& address) {
    // What comes before dbname is a default that the address may change; what comes after it must not change.
    const char* const names[] = {
        "fallback_application_name", "connect_timeout", "tcp_user_timeout", "dbname", "client_encoding", nullptr};
    const char* const values[] = {"quarterday", "10", "30000", address.c_str(), "UTF8", nullptr};
    PostgresServer server(PQconnectdbParams(names, values, 1));
    if (!server) throw std::bad_alloc();
    if (PQstatus(server.get()) != CONNECTION_OK) {
        const std::string cause = replace_all(std::string(trim(PQerrorMessage(server.get()))), "\n", " ");
        throw Error(Fault::outage,
                    "Cannot reach the PostgreSQL store: " + cause +
                        ". Check the address, that the server runs, and the password (PGPASSWORD or ~/.pgpass).");
    }
    PQsetNoticeProcessor(
        server.get(), [](void*, const char*) {}, nullptr);
    return server;
}

PostgresResult ask(const PostgresPlace& store, const char* sql) {
    PostgresResult result(PQexec(store.server.get(), sql));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK && PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw_postgres_failure(store.server.get(), result.get(), store.name, sql);
    return result;
}

bool is_yes(const PostgresResult& answer) {
    return PQntuples(answer.get()) == 1 && std::string_view(PQgetvalue(answer.get(), 0, 0)) == "t";
}

// Only a transaction that says so may write, as Session demands. Our schema comes before pg_catalog, so that
// its domains (below) are found first.
void set_up(const PostgresPlace& store, std::chrono::milliseconds patience) {
    if (is_yes(ask(store, "SELECT current_schema() IS NULL")))
        throw Error(Fault::absent,
                    "The schema of the store " + store.name +
                        " is not in the database. Make it first: CREATE SCHEMA, or correct the address.");
    if (!is_yes(ask(store, "SELECT current_setting('server_encoding') = 'UTF8'")))
        throw Error(
            Fault::request,
            "The database of the store " + store.name +
                " does not keep text as UTF-8. Make one that does: createdb --template=template0 --encoding=UTF8 NAME");
    ask(store,
        "SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_catalog', false),"
        " set_config('default_transaction_read_only', 'on', false), set_config('check_function_bodies', 'on', false),"
        " CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', false) "
        "END");
    ask(store, ("SET lock_timeout = " + std::to_string(patience.count())).c_str());
}

// Two domains let one text of SQL serve both databases: BLOB, and TEXT that is ordered by its bytes as in SQLite, whatever
// the language of the server. They also mark the schema as ours.
void lay_out(const PostgresPlace& store) {
    if (is_yes(ask(store, "SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace "
                          "WHERE nspname = current_schema())"
                          " AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S'))")))
        throw Error(Fault::conflict,
                    "There are tables in the store " + store.name + " already. Name an empty schema or database.");
    const bool interrupted =
        is_yes(ask(store, "SELECT to_regtype(quote_ident(current_schema()) || '.blob') IS NOT NULL"));
    if (interrupted) return; // an earlier init got as far as here
    ask(store, "BEGIN READ WRITE; CREATE DOMAIN blob AS pg_catalog.bytea;"
               "CREATE DOMAIN text AS pg_catalog.text COLLATE \"C\"; COMMIT");
}

void check_is_store(const PostgresPlace& store) {
    if (!is_yes(ask(store, "SELECT to_regtype(quote_ident(current_schema()) || '.blob') IS NOT NULL")))
        throw Error(Fault::request, "There is no Quarterday store in " + store.name +
                                        ". Correct the address, or make one there: quarterday init");
}

} // namespace

PostgresPlace connect_postgres(const std::string& address, Opening opening, std::chrono::milliseconds patience) {
    check_address(address);
    PostgresPlace store{connect(address), ""};
    PGconn* server = store.server.get();
    store.name = std::string("postgresql://") + PQhost(server) + ":" + PQport(server) + "/" + PQdb(server);
    set_up(store, patience);
    if (const PostgresResult schema = ask(store, "SELECT current_schema()");
        std::string_view(PQgetvalue(schema.get(), 0, 0)) != "public")
        store.name += std::string(" schema ") + PQgetvalue(schema.get(), 0, 0);
    if (opening == Opening::create)
        lay_out(store);
    else
        check_is_store(store);
    return store;
}

} // namespace qd::db
