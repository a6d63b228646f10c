#include "store/inside.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "store/acts.hpp"
#include "store/db/transaction.hpp"
#include "store/issues.hpp"
#include "store/nouns.hpp"
#include "store/tables.hpp"

#include <algorithm>

namespace qd::inline store {
namespace {

// A table without a digest yet is empty.
std::string digest_written(db::Connection& store, const Table& table) {
    constexpr auto sql = "SELECT sha256 FROM digests WHERE name = $1";
    return store.value<std::string>(sql, table.name).value_or(sha256(""));
}

// What SQLite knows of itself: pages, indexes, references. PostgreSQL keeps its references at every commit.
std::vector<std::string> verify_database(db::Connection& store) {
    std::vector<std::string> problems;
    if (store.product() != db::Product::sqlite) return problems;
    for (auto row : store.query("PRAGMA integrity_check"))
        if (const std::string told = row.get<std::string>(0); told != "ok")
            problems.push_back("the file: " + told + ".");
    for (auto row : store.query("PRAGMA foreign_key_check"))
        problems.push_back(row.get<std::string>(0) + ": a row refers to one in " + row.get<std::string>(2) +
                           " that is not there.");
    return problems;
}

// A value that cannot be read at all is a problem like the others. Each part is looked at in a moment of its own, because
// a transaction is over once the database could not do what it was asked.
template <class Verify>
void collect(db::Connection& store, std::vector<std::string>& problems, std::string_view name, Verify verify) {
    try {
        const db::Transaction moment(store, db::Purpose::read);
        std::ranges::move(verify(), std::back_inserter(problems));
    } catch (const Error& error) {
        problems.push_back(std::string(name) + ": " + error.what());
    } catch (const std::logic_error& error) { // its tables are not those that its migrations made
        problems.push_back(std::string(name) + ": " + error.what());
    }
}

} // namespace

Digest write_digest(db::Connection& store, const Table& table) {
    constexpr auto erase = "DELETE FROM digests WHERE name = $1";
    constexpr auto insert = "INSERT INTO digests (name, sha256) VALUES ($1, $2)";
    const std::string digest = digest_of(store, table);
    if (digest == digest_written(store, table)) return Digest::as_it_was;
    store.execute(erase, table.name);
    store.execute(insert, table.name, digest);
    return Digest::written_anew;
}

std::vector<std::string> verify_digest(db::Connection& store, const Table& table) {
    if (digest_written(store, table) == digest_of(store, table)) return {};
    if (table.guard == Guard::record_hashes)
        return {table.name + ": rows were added, removed or moved by something other than Quarterday."};
    if (table.guard == Guard::rebuildable)
        return {table.name +
                ": they were changed by something other than Quarterday. Compute them again: quarterday rebuild"};
    return {table.name + ": the table was changed by something other than Quarterday."};
}

std::vector<std::string> verify_store(db::Connection& store) {
    std::vector<std::string> problems;
    collect(store, problems, "the file", [&] { return verify_database(store); });
    collect(store, problems, "returns", [&] { return verify_returns(store); });
    for (const LedgerCheck& check : ledger_checks())
        for (const From from : {From::in_force, From::past})
            collect(store, problems, (from == From::past ? "past_" : "") + std::string(check.table),
                    [&] { return check.verify(store, from); });
    for (const Table& table : tables()) {
        if (table.guard == Guard::hashed)
            for (const From from : {From::in_force, From::past})
                collect(store, problems, from == From::past ? past_of(table).name : table.name,
                        [&] { return verify_hashes(store, table, from); });
        if (is_record(table) || table.guard == Guard::rebuildable)
            collect(store, problems, table.name, [&] { return verify_digest(store, table); });
    }
    collect(store, problems, "acts", [&] { return verify_acts(store); });
    collect(store, problems, "issues", [&] { return verify_issues(store); });
    return problems;
}

} // namespace qd::inline store
