#pragma once

#include "store/db/address.hpp"
#include "store/db/query.hpp"
#include "store/db/session.hpp"

#include <array>
#include <chrono>

namespace qd::db {

// How long to wait for another writer before giving up with Error(outage).
constexpr std::chrono::milliseconds usual_patience{10'000};

// An open store. Statements are written once for both databases: parameters $1 … $n, always bound; what they were
// prepared to is kept for the next time. A statement that writes needs a Transaction.
// For one thread at a time; it outlives its queries and transactions.
//
// Errors: Error(outage) the database cannot be reached, is locked, full or damaged; Error(conflict) what is written
// contradicts what is there; Error(request) a value breaks a rule of its column; Error(forbidden) no permission.
// A statement that cannot be understood is a fault of the program: std::logic_error. A table or column that is gone is damage.
class Connection {
public:
    // Only Opening::create makes a store: Error(absent) if there is none, Error(request) if what is there is not one,
    // and for Opening::create Error(conflict) if the place is not empty.
    static Connection open(std::string_view address, Opening opening,
                           std::chrono::milliseconds patience = usual_patience);

    // Empty, in SQLite, and gone with its connection.
    static Connection in_memory();

    template <class... Values> Query query(std::string_view sql, const Values&... values) {
        const std::array<Value, sizeof...(Values)> bound{Value(values)...};
        return Query(session_->query(sql, bound));
    }

    // The same for values whose number is known only when it runs.
    Query query(std::string_view sql, std::span<const Value> values) { return Query(session_->query(sql, values)); }

    // Gives the number of rows that were inserted, updated or deleted.
    template <class... Values> std::int64_t execute(std::string_view sql, const Values&... values) {
        const std::array<Value, sizeof...(Values)> bound{Value(values)...};
        return session_->execute(sql, bound);
    }

    std::int64_t execute(std::string_view sql, std::span<const Value> values) { return session_->execute(sql, values); }

    // The first column of the first row; none without a row or if it is NULL.
    template <class T, class... Values> std::optional<T> value(std::string_view sql, const Values&... values) {
        Query asked = query(sql, values...);
        const std::optional<Row> row = asked.next();
        return row ? row->template get<std::optional<T>>(0) : std::nullopt;
    }

    // Several statements, separated by semicolons and without parameters, inside a Transaction.
    void run_script(std::string_view sql) { session_->run_script(sql); }
    bool has_table(std::string_view name) { return session_->has_table(name); }
    std::string software() const { return session_->software(); } // "SQLite 3.40.1", "PostgreSQL 15.18"

    Product product() const { return product_; }
    // For messages: the file, or the database without its password.
    const std::string& place() const { return session_->place(); }

private:
    friend class Transaction;
    Connection(Product product, std::unique_ptr<Session> session) : product_(product), session_(std::move(session)) {}

    Product product_;
    std::unique_ptr<Session> session_;
};

} // namespace qd::db
