#include "store/db/postgres_failure.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <stdexcept>

namespace qd::db {
namespace {

// What PostgreSQL says, as one line: `duplicate key … "measure_pkey": Key (code)=(A1) already exists.`
std::string postgres_cause(PGconn* server, const PGresult* result) {
    const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    std::string cause = primary ? primary : PQerrorMessage(server);
    if (const char* detail = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL) : nullptr)
        cause += std::string(": ") + detail;
    cause = replace_all(std::string(trim(cause)), "\n", " ");
    if (cause.ends_with('.')) cause.pop_back();
    return cause;
}

// A table or column that its migrations made, and another hand took away.
bool is_fault_of_tables(std::string_view state) { return state == "42P01" || state == "42703"; }

// The first two characters of an SQLSTATE are its class (PostgreSQL manual, appendix A).
Error postgres_error(std::string_view state, const std::string& place, const std::string& cause) {
    const std::string refuses = "The store " + place + " refuses the change: ";
    const std::string_view kind = state.substr(0, 2);
    if (state == "23505" || state == "23P01")
        return {Fault::conflict, refuses + "it already has such an entry (" + cause +
                                     "). Change the entry that is there, or give the new one another code."};
    if (state == "23503" || state == "23001")
        return {Fault::conflict, refuses + "it would refer to something that is not there (" + cause +
                                     "). Enter what it refers to first, or remove what refers to it."};
    if (kind == "23" || kind == "22" || state == "P0001")
        return {Fault::request,
                refuses + "a value is missing or not allowed (" + cause + "). Correct it and try again."};
    if (kind == "40")
        return {Fault::conflict,
                "The store " + place + " was changed by somebody else meanwhile (" + cause + "). Try again."};
    if (kind == "55" || state == "57014")
        return {Fault::outage, "The store " + place +
                                   " is busy: another program has been writing to it for too long (" + cause +
                                   "). Try again when it has ended."};
    if (state == "42501" || kind == "28")
        return {Fault::forbidden, "The user of the database has no permission for this in the store " + place + " (" +
                                      cause + "). Ask the administrator of the database."};
    if (state == "53100")
        return {Fault::outage, "The disk of the store " + place + " is full (" + cause +
                                   "). The change was not made. Free some space and try again."};
    if (is_fault_of_tables(state))
        return {Fault::outage,
                "The store " + place + " is damaged (" + cause + "). Restore a backup: quarterday restore FILE."};
    return {Fault::outage, "The database server of the store " + place + " failed (" + cause +
                               "). The change was not made. Look at the server's log, then try again."};
}

bool is_fault_of_statement(std::string_view state) {
    const std::string_view kind = state.substr(0, 2);
    return (kind == "42" && state != "42501" && !is_fault_of_tables(state)) || kind == "25" || kind == "26" ||
           kind == "0A" || kind == "3F" || state == "08P01";
}

} // namespace

void throw_postgres_failure(PGconn* server, const PGresult* result, const std::string& place, std::string_view sql) {
    const std::string cause = postgres_cause(server, result);
    if (PQstatus(server) == CONNECTION_BAD)
        throw Error(Fault::outage,
                    "The connection to the store " + place + " was lost (" + cause +
                        "). What was not acknowledged was not saved, unless it was lost while being saved: "
                        "look before you repeat it.");
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (state && is_fault_of_statement(state))
        throw std::logic_error("The store " + place + " cannot do “" + std::string(sql) + "”: " + cause + ".");
    throw postgres_error(state ? state : "", place, cause);
}

} // namespace qd::db
