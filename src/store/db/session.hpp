#pragma once

#include "store/db/cursor.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace qd::db {

enum class Opening {
    existing,  // for reading and writing; the store must be there
    create,    // the place must be empty
    read_only, // the store must be there
};

enum class Purpose {
    read,    // everything read is of one moment
    write,   // one writer at a time; others wait for it
    migrate, // a write that may also change tables; references are checked at the end instead of at each step
};

// One open database, implemented once for SQLite and once for PostgreSQL. The rules that both keep are kept here:
// every write is in a transaction for writing, and a transaction in which a statement failed cannot be committed
// (PostgreSQL insists on it; SQLite would go on).
class Session {
public:
    virtual ~Session() = default;

    std::unique_ptr<Cursor> query(std::string_view sql, std::span<const Value> values);
    std::int64_t execute(std::string_view sql, std::span<const Value> values);
    void run_script(std::string_view sql);
    virtual bool has_table(std::string_view name) = 0;
    virtual std::string software() const = 0;

    void begin(Purpose purpose);
    void commit();
    void rollback() noexcept;

    const std::string& place() const { return place_; }

protected:
    Session(std::string place, Opening opening) : place_(std::move(place)), opening_(opening) {}

    bool writing() const { return state_ == State::writing; }
    void mark_failed() noexcept; // to be called before a database error is thrown

private:
    enum class State { idle, reading, writing, failed };

    virtual std::unique_ptr<Cursor> do_query(std::string_view sql, std::span<const Value> values) = 0;
    virtual std::int64_t do_execute(std::string_view sql, std::span<const Value> values) = 0;
    virtual void do_run_script(std::string_view sql) = 0;
    virtual void do_begin(Purpose purpose) = 0;
    virtual void do_commit() = 0;
    virtual void do_rollback() noexcept = 0;

    void check_not_failed() const;
    void check_values(std::span<const Value> values) const;

    std::string place_;
    Opening opening_;
    State state_ = State::idle;
};

} // namespace qd::db
