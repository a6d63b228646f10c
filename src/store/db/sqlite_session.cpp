#include "store/db/sqlite_session.hpp"

#include "base/error.hpp"
#include "store/db/sqlite_failure.hpp"
#include "store/db/sqlite_file.hpp"
#include "store/db/sqlite_statement.hpp"

#include <new>
#include <unordered_map>

namespace qd::db {
namespace {

class SqliteSession final : public Session {
public:
    SqliteSession(const std::filesystem::path& file, Opening opening, std::chrono::milliseconds patience)
        : Session(file.string(), opening), patience_(patience) {
        open(opening);
    }
    explicit SqliteSession(SqliteHandle database)
        : Session("in memory", Opening::create), database_(std::move(database)) {}

    bool has_table(std::string_view name) override;
    std::string software() const override { return std::string("SQLite ") + sqlite3_libversion(); }

    [[noreturn]] void fail(int code, std::string_view sql) {
        mark_failed();
        throw_sqlite_failure(database_.get(), code, place(), sql);
    }
    void give_back(SqliteStatement statement) noexcept;

private:
    std::unique_ptr<Cursor> do_query(std::string_view sql, std::span<const Value> values) override;
    std::int64_t do_execute(std::string_view sql, std::span<const Value> values) override;
    void do_run_script(std::string_view sql) override;
    void do_begin(Purpose purpose) override;
    void do_commit() override;
    void do_rollback() noexcept override;

    SqliteStatement start(std::string_view sql, std::span<const Value> values);
    void run(const char* sql);
    void check_references();
    void open(Opening opening);
    void open_again_if_changed();

    std::chrono::milliseconds patience_{0};
    std::optional<StillFile> still_; // if it is read as it is
    SqliteHandle database_;
    std::unordered_map<std::string, std::vector<SqliteStatement>> idle_; // prepared, by their text
    bool migrating_ = false;
    bool log_in_doubt_ = false; // the last commit failed while it was written
};

// Steps as it is read, so that a long answer needs no memory. Returns its statement when the last row was read.
class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteSession& session, SqliteStatement statement)
        : session_(session), statement_(std::move(statement)), columns_(sqlite3_column_count(statement_->get())) {}
    SqliteCursor(const SqliteCursor&) = delete;
    SqliteCursor& operator=(const SqliteCursor&) = delete;
    ~SqliteCursor() override { finish(); }

    bool step() override;
    int columns() const override { return columns_; }
    std::string_view name(int column) const override { return sqlite3_column_name(statement_->get(), column); }
    Value value(int column) const override;

private:
    void finish() {
        if (statement_) session_.give_back(std::move(*statement_));
        statement_.reset();
    }

    SqliteSession& session_;
    std::optional<SqliteStatement> statement_;
    int columns_;
};

bool SqliteCursor::step() {
    if (!statement_) return false;
    const int code = statement_->step();
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) session_.fail(code, statement_->sql());
    finish();
    return false;
}

Value SqliteCursor::value(int column) const {
    sqlite3_stmt* row = statement_->get();
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL: return std::nullopt;
    case SQLITE_INTEGER: return sqlite3_column_int64(row, column);
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        if (!text) throw std::bad_alloc();
        return std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(row, column)); // null if empty
        return BlobView(bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
    default: throw std::logic_error("The column " + std::string(name(column)) + " has a floating-point number.");
    }
}

void SqliteSession::open(Opening opening) {
    if (opening == Opening::read_only) still_ = StillFile::of(place());
    database_ = open_sqlite_file(place(), opening, patience_, still_ ? &*still_ : nullptr);
}

// Between transactions: each sees what was written before it.
void SqliteSession::open_again_if_changed() {
    if (!still_ || sqlite3_get_autocommit(database_.get()) == 0) return;
    if (!still_->was_written() && !still_->has_log()) return;
    idle_.clear();
    open(Opening::read_only);
}

SqliteStatement SqliteSession::start(std::string_view sql, std::span<const Value> values) {
    open_again_if_changed();
    auto& idle = idle_[std::string(sql)];
    if (idle.empty()) {
        try {
            idle.emplace_back(database_.get(), sql, place());
        } catch (...) {
            mark_failed();
            throw;
        }
    }
    SqliteStatement statement = std::move(idle.back());
    idle.pop_back();
    if (!statement.only_reads() && !writing())
        throw std::logic_error("“" + std::string(sql) + "” writes outside a transaction for writing.");
    if (const int code = statement.bind(values); code != SQLITE_OK) fail(code, sql);
    return statement;
}

void SqliteSession::give_back(SqliteStatement statement) noexcept {
    statement.reset(); // its code is that of the last step, which was reported
    try {
        idle_[statement.sql()].push_back(std::move(statement));
    } catch (const std::bad_alloc&) {
        return; // it is prepared again next time
    }
}

std::unique_ptr<Cursor> SqliteSession::do_query(std::string_view sql, std::span<const Value> values) {
    return std::make_unique<SqliteCursor>(*this, start(sql, values));
}

std::int64_t SqliteSession::do_execute(std::string_view sql, std::span<const Value> values) {
    const sqlite3_int64 before = sqlite3_total_changes64(database_.get());
    SqliteStatement statement = start(sql, values);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = statement.step();
    if (code != SQLITE_DONE) fail(code, sql);
    give_back(std::move(statement));
    // sqlite3_changes() keeps its number through statements that change no rows, such as CREATE TABLE.
    return sqlite3_total_changes64(database_.get()) == before ? 0 : sqlite3_changes64(database_.get());
}

void SqliteSession::run(const char* sql) {
    if (const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code, sql);
}

void SqliteSession::do_run_script(std::string_view sql) {
    run(std::string(sql).c_str());
    if (sqlite3_get_autocommit(database_.get()) == 0) return;
    mark_failed();
    throw std::logic_error("A script ended the transaction it was run in.");
}

// SQLite rebuilds a table to change it, and would take the rows that refer to it along; so references are off then,
// which cannot be done inside the transaction, and are checked before it is committed.
void SqliteSession::do_begin(Purpose purpose) {
    open_again_if_changed();
    migrating_ = purpose == Purpose::migrate;
    if (migrating_) run("PRAGMA foreign_keys = OFF");
    try {
        run(purpose == Purpose::read ? "BEGIN" : "BEGIN IMMEDIATE");
    } catch (...) {
        do_rollback();
        throw;
    }
}

void SqliteSession::check_references() {
    SqliteCursor broken(*this, start("PRAGMA foreign_key_check", {}));
    if (!broken.step()) return;
    const std::string table(broken.value(0).text()), parent(broken.value(2).text());
    mark_failed();
    throw std::logic_error("A migration left rows of " + table + " that refer to what is not in " + parent + ".");
}

void SqliteSession::do_commit() {
    if (migrating_) check_references();
    if (still_ && still_->was_written()) {
        mark_failed();
        throw Error(Fault::outage, "The store " + place() + " was written to while it was read. Try again.");
    }
    if (const int code = sqlite3_exec(database_.get(), "COMMIT", nullptr, nullptr, nullptr); code != SQLITE_OK) {
        log_in_doubt_ = (code & 0xff) == SQLITE_IOERR;
        fail(code, "COMMIT");
    }
    if (migrating_) run("PRAGMA foreign_keys = ON");
    migrating_ = false;
}

void SqliteSession::do_rollback() noexcept {
    // After some errors (a full disk) SQLite has rolled back by itself.
    sqlite3* database = database_.get();
    if (sqlite3_get_autocommit(database) == 0) sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
    // When the log could not be synced, the whole change may be in it: refused here, but found again after a crash.
    if (log_in_doubt_) sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    log_in_doubt_ = false;
    if (migrating_) sqlite3_exec(database, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
    migrating_ = false;
}

bool SqliteSession::has_table(std::string_view name) {
    const Value values[] = {name};
    return query("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1", values)->step();
}

} // namespace

std::unique_ptr<Session> open_sqlite(const std::filesystem::path& file, Opening opening,
                                     std::chrono::milliseconds patience) {
    return std::make_unique<SqliteSession>(file, opening, patience);
}

std::unique_ptr<Session> open_sqlite_memory() { return std::make_unique<SqliteSession>(open_sqlite_in_memory()); }

} // namespace qd::db
