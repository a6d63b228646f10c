#include "store/db/sqlite_failure.hpp"

#include "base/error.hpp"

#include <cerrno>
#include <cstring>
#include <new>
#include <stdexcept>

namespace qd::db {
namespace {

// SQLite's words for whatever went wrong with a file are "disk I/O error"; its code says which call it was. The system's
// message is kept only when a file was opened.
std::string sqlite_cause(sqlite3* database, int code) {
    std::string cause = sqlite3_errmsg(database);
    if ((code & 0xff) == SQLITE_IOERR) cause += ", SQLite code " + std::to_string(code);
    if ((code & 0xff) == SQLITE_CANTOPEN) {
        if (const int system = sqlite3_system_errno(database)) cause += std::string(": ") + std::strerror(system);
    }
    return cause;
}

Error sqlite_constraint(int code, const std::string& place, const std::string& cause) {
    const std::string refuses = "The store " + place + " refuses the change: ";
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return {Fault::conflict, refuses + "it already has such an entry (" + cause +
                                     "). Change the entry that is there, or give the new one another code."};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return {Fault::conflict, refuses + "it would refer to something that is not there (" + cause +
                                     "). Enter what it refers to first, or remove what refers to it."};
    default:
        return {Fault::request,
                refuses + "a value is missing or not allowed (" + cause + "). Correct it and try again."};
    }
}

Error sqlite_access(sqlite3* database, const std::string& place, const std::string& cause) {
    const int system = sqlite3_system_errno(database);
    const bool refused = system == EACCES || system == EPERM || system == EROFS;
    return {refused ? Fault::forbidden : Fault::outage,
            "Cannot open the store " + place + " (" + cause +
                "). Check that this user may write to the file and to its folder."};
}

// The program asks for what its migrations made. Where that is not there, another hand took it away.
bool is_fault_of_tables(std::string_view cause) {
    return cause.starts_with("no such table") || cause.starts_with("no such column") ||
           cause.find("has no column named") != std::string_view::npos;
}

Error sqlite_damage(const std::string& place, const std::string& cause) {
    return {Fault::outage,
            "The store " + place + " is damaged (" + cause + "). Restore a backup: quarterday restore FILE."};
}

} // namespace

void throw_sqlite_failure(sqlite3* database, int code, const std::string& place, std::string_view sql) {
    const std::string cause = sqlite_cause(database, code);
    switch (code & 0xff) {
    case SQLITE_NOMEM: throw std::bad_alloc();
    case SQLITE_CONSTRAINT: throw sqlite_constraint(code, place, cause);
    case SQLITE_BUSY:
        if (code == SQLITE_BUSY_SNAPSHOT)
            throw Error(Fault::conflict,
                        "The store " + place + " was changed by another program meanwhile. Try again.");
        [[fallthrough]];
    case SQLITE_LOCKED:
        throw Error(Fault::outage, "The store " + place +
                                       " is busy: another program has been writing to it for too long (" + cause +
                                       "). Try again when it has ended.");
    case SQLITE_FULL:
        throw Error(Fault::outage, "The disk of the store " + place + " is full (" + cause +
                                       "). The change was not made. Free some space and try again.");
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
        throw Error(Fault::outage, "The store " + place + " cannot be read or written (" + cause +
                                       "). The change was not made. Check the disk, then try again.");
    case SQLITE_CORRUPT: throw sqlite_damage(place, cause);
    case SQLITE_NOTADB:
        throw Error(Fault::request,
                    place + " is not a Quarterday store (" + cause + "). Name the file that quarterday init made.");
    case SQLITE_CANTOPEN: throw sqlite_access(database, place, cause);
    case SQLITE_PERM:
    case SQLITE_READONLY:
        // Only while a store is made has it no log, and leaves a journal for who opens it next for writing.
        if (code == SQLITE_READONLY_ROLLBACK)
            throw Error(
                Fault::request,
                place + " is not a Quarterday store: its creation was interrupted. Make it: quarterday init --store " +
                    place);
        throw Error(Fault::forbidden, "The store " + place + " cannot be written (" + cause +
                                          "). Check that this user may write to the file and to its folder.");
    case SQLITE_TOOBIG:
        throw Error(Fault::request,
                    "A value is too large for the store " + place + " (" + cause + "). Split what was handed in.");
    case SQLITE_ERROR:
        if (is_fault_of_tables(cause)) throw sqlite_damage(place, cause);
        [[fallthrough]];
    default: throw std::logic_error("The store " + place + " cannot do “" + std::string(sql) + "”: " + cause + ".");
    }
}

} // namespace qd::db
