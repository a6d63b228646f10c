#include "store/db/postgres_session.hpp"

#include "base/error.hpp"
#include "store/db/postgres_failure.hpp"
#include "store/db/postgres_result.hpp"
#include "store/db/postgres_server.hpp"
#include "store/db/postgres_types.hpp"

#include <array>
#include <charconv>
#include <unordered_map>

#include <endian.h>

namespace qd::db {
namespace {

class PostgresSession final : public Session {
public:
    PostgresSession(PostgresPlace place, Opening opening)
        : Session(std::move(place.name), opening), server_(std::move(place.server)) {}

    bool has_table(std::string_view name) override;
    std::string software() const override;

private:
    std::unique_ptr<Cursor> do_query(std::string_view sql, std::span<const Value> values) override;
    std::int64_t do_execute(std::string_view sql, std::span<const Value> values) override;
    void do_run_script(std::string_view sql) override;
    void do_begin(Purpose purpose) override;
    void do_commit() override;
    void do_rollback() noexcept override;

    PostgresResult checked(PGresult* answer, std::string_view sql);
    PostgresResult run(std::string_view sql, std::span<const Value> values);
    const std::string& prepare(std::string_view sql, std::span<const Value> values);

    PostgresServer server_;
    std::unordered_map<std::string, std::string> prepared_; // SQL and kinds of the parameters → name
};

Oid declared_type(Kind kind) {
    switch (kind) {
    case Kind::integer: return postgres::int8;
    case Kind::text: return postgres::text;
    case Kind::blob: return postgres::bytea;
    case Kind::unknown: break;
    }
    return postgres::undeclared;
}

PostgresResult PostgresSession::checked(PGresult* answer, std::string_view sql) {
    PostgresResult result(answer);
    const ExecStatusType status = PQresultStatus(result.get()); // of a null answer too
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) return result;
    mark_failed();
    throw_postgres_failure(server_.get(), result.get(), place(), sql);
}

// The types are declared, not guessed by the server, so that a whole number is eight bytes everywhere.
const std::string& PostgresSession::prepare(std::string_view sql, std::span<const Value> values) {
    std::string key(sql);
    std::vector<Oid> types;
    for (const Value& value : values) {
        key += static_cast<char>(value.kind());
        types.push_back(declared_type(value.kind()));
    }
    if (const auto known = prepared_.find(key); known != prepared_.end()) return known->second;
    const std::string name = "q" + std::to_string(prepared_.size() + 1);
    checked(
        PQprepare(server_.get(), name.c_str(), std::string(sql).c_str(), static_cast<int>(types.size()), types.data()),
        sql);
    return prepared_.emplace(std::move(key), name).first->second;
}

PostgresResult PostgresSession::run(std::string_view sql, std::span<const Value> values) {
    constexpr int binary = 1;
    const std::string& name = prepare(sql, values);
    std::vector<std::uint64_t> numbers(values.size());
    std::vector<const char*> starts(values.size(), nullptr);
    std::vector<int> lengths(values.size(), 0);
    const std::vector<int> formats(values.size(), binary);
    for (std::size_t at = 0; at < values.size(); ++at) {
        const Value& value = values[at];
        if (value.is_null()) continue;
        numbers[at] = htobe64(static_cast<std::uint64_t>(value.integer()));
        const bool number = value.kind() == Kind::integer;
        starts[at] = number ? reinterpret_cast<const char*>(&numbers[at]) : value.bytes().data();
        lengths[at] = static_cast<int>(number ? sizeof numbers[at] : value.bytes().size());
    }
    return checked(PQexecPrepared(server_.get(), name.c_str(), static_cast<int>(values.size()), starts.data(),
                                  lengths.data(), formats.data(), binary),
                   sql);
}

std::unique_ptr<Cursor> PostgresSession::do_query(std::string_view sql, std::span<const Value> values) {
    return std::make_unique<PostgresCursor>(run(sql, values));
}

std::int64_t PostgresSession::do_execute(std::string_view sql, std::span<const Value> values) {
    const PostgresResult result = run(sql, values);
    const std::string_view command = PQcmdStatus(result.get()), count = PQcmdTuples(result.get());
    if (!command.starts_with("INSERT") && !command.starts_with("UPDATE") && !command.starts_with("DELETE")) return 0;
    std::int64_t rows = 0;
    std::from_chars(count.data(), count.data() + count.size(), rows);
    return rows;
}

void PostgresSession::do_run_script(std::string_view sql) {
    checked(PQexec(server_.get(), std::string(sql).c_str()), sql);
    if (PQtransactionStatus(server_.get()) == PQTRANS_INTRANS) return;
    mark_failed();
    throw std::logic_error("A script ended the transaction it was run in.");
}

// One writer at a time, as in SQLite, so that what a writer has read stays true until it commits. The lock is
// on the schema, is waited for up to lock_timeout, and ends with the transaction.
void PostgresSession::do_begin(Purpose purpose) {
    const char* begin =
        purpose == Purpose::read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN READ WRITE";
    checked(PQexec(server_.get(), begin), begin);
    if (purpose == Purpose::read) return;
    try {
        const char* lock = "SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 20130214))";
        checked(PQexec(server_.get(), lock), lock);
    } catch (...) {
        do_rollback();
        throw;
    }
}

void PostgresSession::do_commit() {
    const PostgresResult result = checked(PQexec(server_.get(), "COMMIT"), "COMMIT");
    if (std::string_view(PQcmdStatus(result.get())) == "COMMIT") return;
    mark_failed(); // COMMIT of a transaction that had failed is answered with ROLLBACK, without an error
    throw std::logic_error("A transaction with a failed statement was committed.");
}

void PostgresSession::do_rollback() noexcept {
    if (PQtransactionStatus(server_.get()) == PQTRANS_IDLE) return;
    const PostgresResult result(PQexec(server_.get(), "ROLLBACK")); // on a lost connection the server has done it
}

std::string PostgresSession::software() const {
    const int version = PQserverVersion(server_.get()); // 150018 is 15.18
    return "PostgreSQL " + std::to_string(version / 10'000) + "." + std::to_string(version % 10'000);
}

bool PostgresSession::has_table(std::string_view name) {
    const Value values[] = {name};
    return query("SELECT 1 FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = "
                 "current_schema()) AND relkind = 'r' AND relname = $1",
                 values)
        ->step();
}

} // namespace

std::unique_ptr<Session> open_postgres(const std::string& address, Opening opening,
                                       std::chrono::milliseconds patience) {
    return std::make_unique<PostgresSession>(connect_postgres(address, opening, patience), opening);
}

} // namespace qd::db
