#include "store/standings.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "store/fields.hpp"
#include "store/migrations.hpp"
#include "store/return_body.hpp"

#include <map>

namespace qd::inline store {
namespace {

constexpr auto select_version = "SELECT body FROM table_versions WHERE name = $1 AND sha256 = $2";

std::int64_t last_id_of(db::Connection& store, const Table& ledger) {
    return store.value<std::int64_t>("SELECT MAX(id) FROM " + std::string(ledger.name)).value_or(0);
}

// The rows as they are now, kept once however often a table goes back to them.
std::string keep_version(db::Connection& store, const Table& table) {
    constexpr auto insert = "INSERT INTO table_versions (name, sha256, body) VALUES ($1, $2, $3)";
    const std::string bytes = rows_as_bytes(store, table), hash = sha256(bytes);
    if (!store.value<db::Blob>(select_version, table.name, hash))
        store.execute(insert, table.name, hash, db::as_blob(compress(bytes)));
    return hash;
}

[[noreturn]] void damaged_version(std::string_view table) {
    throw Error(Fault::outage, "The store is damaged: table_versions: the rows of " + std::string(table) +
                                   " were changed after they were kept. Run quarterday verify, and restore the last "
                                   "sound backup.");
}

std::string version_of(db::Connection& store, const Table& table, const std::string& hash) {
    for (auto row : store.query(select_version, table.name, hash)) {
        std::string bytes = decompress(db::as_text(row.get<db::BlobView>(0)));
        if (sha256(bytes) != hash) damaged_version(table.name);
        return bytes;
    }
    damaged_version(table.name);
}

struct Standing {
    std::optional<std::int64_t> last_id;
    std::optional<std::string> version;
};

// By table: the newest of at most this generation; where nothing is that old, of the first that was kept.
std::map<std::string, Standing, std::less<>> standings_at(db::Connection& store, std::int64_t generation) {
    constexpr auto first = "SELECT MIN(generation) FROM standings";
    constexpr auto select = "SELECT name, last_id, version FROM standings WHERE generation <= $1 ORDER BY generation";
    const std::int64_t from = store.value<std::int64_t>(first).value_or(0);
    std::map<std::string, Standing, std::less<>> standings;
    for (auto row : store.query(select, std::max(from, generation)))
        standings[row.get<std::string>(0)] = {row.get<std::optional<std::int64_t>>(1),
                                              row.get<std::optional<std::string>>(2)};
    return standings;
}

} // namespace

void keep_standing(db::Connection& store, std::int64_t generation, const Table& table) {
    constexpr auto insert = "INSERT INTO standings (generation, name, last_id, version) VALUES ($1, $2, $3, $4)";
    const Standing now = only_grows(table) ? Standing{last_id_of(store, table), std::nullopt}
                                           : Standing{std::nullopt, keep_version(store, table)};
    store.execute(insert, generation, table.name, now.last_id, now.version);
}

void keep_first_standings(db::Connection& store, std::int64_t generation) {
    constexpr auto count = "SELECT COUNT(*) FROM standings";
    if (generation == 0 || store.value<std::int64_t>(count).value_or(0) > 0) return;
    for (const Table& table : tables())
        if (holds_content(table) && count_rows(store, table) > 0) keep_standing(store, generation, table);
}

// A store as it stood is a store again: what reads one reads the other.
db::Connection stood_at(db::Connection& store, std::int64_t generation, const Clock& clock) {
    const auto standings = standings_at(store, generation);
    return make_store_in_memory(clock, [&](db::Connection& then) {
        for (const Table& table : tables()) {
            const auto found = standings.find(table.name);
            if (!holds_content(table) || found == standings.end()) continue; // it had no rows
            if (found->second.version)
                insert_rows(then, table, version_of(store, table, *found->second.version));
            else
                copy_rows_up_to(found->second.last_id.value_or(0), store, then, table);
        }
    });
}

std::vector<std::string> verify_standings(db::Connection& store) {
    constexpr auto select = "SELECT name, sha256, body FROM table_versions ORDER BY name, sha256";
    constexpr auto missing =
        "SELECT s.name FROM standings s LEFT JOIN table_versions v ON v.name = s.name AND v.sha256 "
        "= s.version WHERE s.version IS NOT NULL AND v.sha256 IS NULL ORDER BY s.name";
    std::vector<std::string> problems;
    for (auto row : store.query(select)) {
        const std::string name = row.get<std::string>(0);
        std::string bytes;
        try {
            bytes = decompress(db::as_text(row.get<db::BlobView>(2)));
        } catch (const Error&) {
            bytes.clear(); // no hash is that of nothing, since the names of the columns are always there
        }
        if (sha256(bytes) != row.get<std::string>(1))
            problems.push_back("table_versions: the rows of " + name + " were changed after they were kept.");
    }
    for (auto row : store.query(missing))
        problems.push_back("standings: rows of " + row.get<std::string>(0) + " that were kept are not there.");
    return problems;
}

} // namespace qd::inline store
