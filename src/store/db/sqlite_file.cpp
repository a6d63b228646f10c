#include "store/db/sqlite_file.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "store/db/sqlite_failure.hpp"
#include "store/db/sqlite_statement.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>

#include <fcntl.h>
#include <unistd.h>

namespace qd::db {
namespace {

// In the header of every store, for `file` and for us: "Qday".
constexpr std::int64_t application_id = 0x51646179;

std::int64_t sqlite_number(sqlite3* database, const std::string& place, std::string_view sql) {
    SqliteStatement statement(database, sql, place);
    const int code = statement.step();
    if (code != SQLITE_ROW) throw_sqlite_failure(database, code, place, sql);
    return sqlite3_column_int64(statement.get(), 0);
}

void run_pragma(sqlite3* database, const std::string& place, const std::string& sql) {
    const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite_failure(database, code, place, sql);
}

void check_is_there(const std::filesystem::path& file) {
    std::error_code fault;
    const auto status = std::filesystem::status(file, fault);
    if (status.type() == std::filesystem::file_type::not_found)
        throw Error(Fault::absent, "There is no store at " + file.string() +
                                       ". Name the one you mean with --store, or make one: quarterday init --store " +
                                       file.string());
    if (fault) throw Error(Fault::outage, "Cannot look at the store " + file.string() + ": " + fault.message() + ".");
    if (status.type() != std::filesystem::file_type::regular)
        throw Error(Fault::request,
                    file.string() +
                        " is not a file, so it cannot be a store. Name the file that quarterday init made.");
}

// A file that an interrupted init left may be used again: it is empty, or a database whose emptiness is seen once it is open.
void check_may_be_database(const std::filesystem::path& file) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, magic.size()> start{};
    std::ifstream in(file, std::ios::binary);
    in.read(start.data(), start.size());
    if (in.gcount() != 0 && std::string_view(start.data(), start.size()) != magic)
        throw Error(Fault::conflict,
                    "There is a file at " + file.string() + " already, and it is not a database. Name another file.");
}

// An empty file is an empty database to SQLite. Readable only by its owner, because it will contain what is not public.
void make_file(const std::filesystem::path& file) {
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0) {
        ::close(made);
        return;
    }
    const int cause = errno;
    if (cause == EEXIST) return check_may_be_database(file);
    const Fault fault = cause == ENOENT || cause == ENOTDIR                   ? Fault::absent
                        : cause == EACCES || cause == EPERM || cause == EROFS ? Fault::forbidden
                                                                              : Fault::outage;
    throw Error(fault, "Cannot make the store " + file.string() + ": " + std::strerror(cause) +
                           ". Check that its folder is there and that this user may write to it.");
}

// synchronous = FULL: what was acknowledged survives a power cut, which NORMAL does not promise in WAL mode.
// mmap_size = 0: every write of the file is a write() whose failure is seen.
// Text in double quotes is a name, as it is for PostgreSQL; so is LIKE.
void set_up(sqlite3* database, const std::string& place, std::chrono::milliseconds patience) {
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, static_cast<int>(patience.count()));
    for (const int choice : {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        sqlite3_db_config(database, choice, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    run_pragma(database, place,
               "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA mmap_size = 0;"
               "PRAGMA cell_size_check = ON; PRAGMA case_sensitive_like = ON");
    if (sqlite_number(database, place, "PRAGMA foreign_keys") != 1 ||
        sqlite_number(database, place, "PRAGMA synchronous") != 2)
        throw Error(Fault::outage, "This SQLite cannot keep the store " + place +
                                       " safely. Use the one that Quarterday was built with.");
}

// False if SQLite keeps to the mode it had.
bool choose_journal(sqlite3* database, const std::string& place, const std::string& mode) {
    const std::string sql = "PRAGMA journal_mode = " + mode;
    SqliteStatement statement(database, sql, place);
    const int code = statement.step();
    if (code != SQLITE_ROW) throw_sqlite_failure(database, code, place, sql);
    return mode == reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
}

void use_log(sqlite3* database, const std::string& place) {
    if (!choose_journal(database, place, "wal"))
        throw Error(Fault::outage,
                    "The store " + place + " cannot be used safely on this file system. Keep it on a local disk.");
}

void lay_out(sqlite3* database, const std::string& place) {
    if (sqlite_number(database, place, "SELECT count(*) FROM sqlite_schema") != 0)
        throw Error(Fault::conflict, "There is a database at " + place + " already. Name another file.");
    run_pragma(database, place, "PRAGMA application_id = " + std::to_string(application_id));
    use_log(database, place);
}

void check_is_store(sqlite3* database, const std::string& place) {
    if (sqlite_number(database, place, "PRAGMA application_id") != application_id)
        throw Error(Fault::request, place + " is not a Quarterday store, though SQLite can read it. Name the file that "
                                            "quarterday init made.");
}

} // namespace

SqliteHandle open_sqlite_file(const std::filesystem::path& file, Opening opening, std::chrono::milliseconds patience,
                              const StillFile* still) {
    const std::string place = file.string();
    if (opening == Opening::create) make_file(file);
    check_is_there(file);

    // The absolute path, because SQLite gives names such as ":memory:" and "file:" a meaning of their own.
    const std::string path = still != nullptr ? still->address() : std::filesystem::absolute(file).string();
    const int flags = (opening == Opening::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                      SQLITE_OPEN_NOMUTEX | (still != nullptr ? SQLITE_OPEN_URI : 0);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    SqliteHandle database(opened);
    if (!database) throw std::bad_alloc();
    if (code != SQLITE_OK) throw_sqlite_failure(opened, code, place, "open");

    if (opening != Opening::read_only && sqlite3_db_readonly(opened, "main") == 1)
        throw Error(Fault::forbidden, "This user may not write to the store " + place +
                                          ". Ask its owner, or look at it without changing it.");
    set_up(opened, place, patience);
    if (opening == Opening::create) {
        lay_out(opened, place);
    } else {
        check_is_store(opened, place);
        if (opening == Opening::existing) use_log(opened, place);
    }
    // The log is there from now on. SQLite syncs its name too, at the first commit, but goes on if that fails.
    if (opening != Opening::read_only) sync_folder(std::filesystem::path(path).parent_path());
    return database;
}

SqliteHandle open_sqlite_in_memory() {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteHandle database(opened);
    if (!database) throw std::bad_alloc();
    if (code != SQLITE_OK) throw_sqlite_failure(opened, code, "in memory", "open");
    set_up(opened, "in memory", std::chrono::milliseconds(0));
    return database;
}

void keep_in_one_file(const std::filesystem::path& file) {
    const SqliteHandle database = open_sqlite_file(file, Opening::existing, std::chrono::milliseconds(0));
    if (!choose_journal(database.get(), file.string(), "delete"))
        throw Error(Fault::outage, "The store " + file.string() + " is in use by another program. Try again.");
}

} // namespace qd::db
