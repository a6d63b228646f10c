#include "store/inside.hpp"

#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/nouns.hpp"
#include "store/tables.hpp"

#include <algorithm>

namespace qd::inline store {
namespace {

std::vector<std::string> verify_digests(db::Connection& store) {
    constexpr auto sql = "SELECT sha256 FROM digests WHERE name = $1";
    std::vector<std::string> problems;
    for (const Table& table : tables()) {
        if (table.nature != Nature::plain) continue;
        if (store.value<std::string>(sql, table.name).value_or("") != digest_of(store, table))
            problems.push_back(std::string(table.name) + ": the table was changed by another hand than Quarterday's.");
    }
    return problems;
}

// What SQLite knows of itself: pages, indexes, references. PostgreSQL keeps its references at every commit.
std::vector<std::string> verify_database(db::Connection& store) {
    std::vector<std::string> problems;
    if (store.product() != db::Product::sqlite) return problems;
    for (auto row : store.query("PRAGMA integrity_check"))
        if (const std::string told = row.get<std::string>(0); told != "ok") problems.push_back("the file: " + told + ".");
    for (auto row : store.query("PRAGMA foreign_key_check"))
        problems.push_back(row.get<std::string>(0) + ": a row refers to one in " + row.get<std::string>(2) + " that is not there.");
    return problems;
}

} // namespace

void write_digests(db::Connection& store) {
    constexpr auto erase = "DELETE FROM digests";
    constexpr auto insert = "INSERT INTO digests (name, sha256) VALUES ($1, $2)";
    store.execute(erase);
    for (const Table& table : tables())
        if (table.nature == Nature::plain) store.execute(insert, table.name, digest_of(store, table));
}

std::vector<std::string> verify_store(db::Connection& store) {
    const db::Transaction moment(store, db::Purpose::read);
    std::vector<std::string> problems;
    for (const auto verify : {verify_database, verify_settings, verify_targets, verify_returns, verify_forecasts, verify_updates, verify_digests}) {
        try {
            std::ranges::move(verify(store), std::back_inserter(problems));
        } catch (const Error& error) { // a value that cannot be read at all is a problem like the others
            problems.emplace_back(error.what());
        }
    }
    return problems;
}

} // namespace qd::inline store
