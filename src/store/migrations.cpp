#include "store/migrations.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/version.hpp"
#include "store/db/transaction.hpp"
#include "store/embedded_sql.hpp"
#include "store/keep_history.hpp"

#include <charconv>
#include <stdexcept>

namespace qd::inline store {
namespace {

constexpr std::string_view create_ledger = R"(
CREATE TABLE migration (
    number BIGINT PRIMARY KEY CHECK (number >= 1),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,     -- of the text that was run
    applied_at TEXT NOT NULL, -- UTC
    program TEXT NOT NULL     -- the version that applied it: what an older program tells its user to fetch
))";

constexpr std::string_view ledger_query =
    "SELECT number, name, sha256, applied_at, program FROM migration ORDER BY number";

constexpr std::string_view note_in_ledger =
    "INSERT INTO migration (number, name, sha256, applied_at, program) VALUES ($1, $2, $3, $4, $5)";

struct AppliedMigration {
    int number = 0;
    std::string name, sha256, applied_at, program;
};

[[noreturn]] void damaged_ledger(const db::Connection& store, const std::string& cause) {
    throw Error(Fault::outage, "The store " + store.place() + " is damaged (" + cause +
                                   "). Restore a backup: quarterday restore FILE.");
}

// A store has at least one: it is made together with its first step.
std::vector<AppliedMigration> applied_migrations(db::Connection& store) {
    std::vector<AppliedMigration> applied;
    try {
        for (const auto row : store.query(ledger_query))
            applied.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2),
                               row.get<std::string>(3), row.get<std::string>(4)});
    } catch (const std::logic_error& error) { // SQLite lets another hand put a text where a number belongs
        damaged_ledger(store, error.what());
    }
    if (applied.empty()) damaged_ledger(store, "it does not say how its tables were made");
    return applied;
}

std::string_view text_for(const Migration& migration, db::Product product) {
    return product == db::Product::postgres && !migration.postgres.empty() ? migration.postgres : migration.sql;
}

void refuse_newer(const AppliedMigration& last, const Migrations& migrations, const std::string& place) {
    if (last.number <= static_cast<int>(migrations.size())) return;
    throw Error(Fault::conflict, "The store " + place + " was brought up to date by Quarterday " + last.program +
                                     " on " + last.applied_at + " (step " + std::to_string(last.number) + ", " +
                                     last.name + "). This is Quarterday " + std::string(program_version()) +
                                     ", which knows the steps up to " + std::to_string(migrations.size()) +
                                     ". Use Quarterday " + last.program + " or a later one.");
}

void refuse_changed(const AppliedMigration& applied, const Migration& known, const db::Connection& store) {
    if (applied.number == known.number && applied.sha256 == sha256(text_for(known, store.product()))) return;
    throw Error(Fault::conflict,
                "The store " + store.place() + " was made with a different text of step " +
                    std::to_string(known.number) + " (" + std::string(known.name) +
                    ") than this program has, so its tables may differ. Use the Quarterday that made it (" +
                    applied.program + "), export there and import here.");
}

// How many of the migrations the store has. Refuses a store that they did not make.
std::size_t check_ledger(db::Connection& store, const Migrations& migrations) {
    const auto applied = applied_migrations(store);
    refuse_newer(applied.back(), migrations, store.place());
    for (std::size_t at = 0; at < applied.size(); ++at) refuse_changed(applied[at], migrations[at], store);
    return applied.size();
}

void apply_from(std::size_t first, db::Connection& store, const Migrations& migrations, const Clock& clock) {
    const std::string now = print(clock.now());
    for (const Migration& migration : std::span(migrations).subspan(first)) {
        const std::string_view text = text_for(migration, store.product());
        store.run_script(text);
        store.execute(note_in_ledger, migration.number, migration.name, sha256(text), now, program_version());
    }
    if (first < migrations.size() && migrations.back().finish) migrations.back().finish(store);
}

void lay_out_tables(db::Connection& store, const Migrations& migrations, const Clock& clock,
                    const std::function<void(db::Connection&)>& fill) {
    db::Transaction all(store, db::Purpose::migrate);
    if (store.has_table("migration"))
        throw Error(Fault::conflict,
                    "There is a store at " + store.place() + " already. Use it, or name another place.");
    store.run_script(create_ledger);
    apply_from(0, store, migrations, clock);
    fill(store);
    all.commit();
}

void check_is_made(db::Connection& store) {
    if (!store.has_table("migration"))
        throw Error(Fault::request, store.place() +
                                        " is not a Quarterday store, or its creation was interrupted. Name the right "
                                        "one, or make it: quarterday init");
}

void bring_up_to_date(db::Connection& store, const Migrations& migrations, const Clock& clock, db::Opening opening) {
    check_is_made(store);
    if (check_ledger(store, migrations) == migrations.size()) return;
    if (opening == db::Opening::read_only)
        throw Error(Fault::conflict, "The store " + store.place() +
                                         " was made by an older Quarterday. Bring it up to date by "
                                         "opening it once for writing: quarterday rebuild");
    db::Transaction all(store, db::Purpose::migrate);
    apply_from(check_ledger(store, migrations), store, migrations,
               clock); // looked at again: another program may have been first
    all.commit();
}

// "0001_council.sql" → 1, "council", and whether it is the text for PostgreSQL.
struct MigrationFile {
    int number = 0;
    std::string_view name;
    bool postgres = false;
};

MigrationFile read_file_name(std::string_view path) {
    MigrationFile file;
    std::string_view rest = path;
    const auto take_suffix = [&rest](std::string_view suffix) {
        const bool found = rest.ends_with(suffix);
        if (found) rest.remove_suffix(suffix.size());
        return found;
    };
    const bool sql = take_suffix(".sql");
    file.postgres = take_suffix(".postgres");
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), file.number);
    if (!sql || fault != std::errc() || end != rest.data() + 4 || rest.size() < 6 || rest[4] != '_')
        throw std::logic_error("A migration is not named NNNN_name.sql: " + std::string(path) + ".");
    file.name = rest.substr(5);
    return file;
}

} // namespace

Migrations migrations_from(std::span<const Asset> files) {
    Migrations migrations;
    for (const Asset& asset : files) { // sorted: 0003_x.postgres.sql comes before 0003_x.sql
        const MigrationFile file = read_file_name(asset.path);
        if (migrations.empty() || migrations.back().number != file.number)
            migrations.push_back({file.number, file.name, {}, {}});
        Migration& migration = migrations.back();
        std::string_view& text = file.postgres ? migration.postgres : migration.sql;
        if (migration.number != static_cast<int>(migrations.size()) || migration.name != file.name || !text.empty())
            throw std::logic_error("The migrations are not numbered 1, 2, 3 … at " + std::string(asset.path) + ".");
        text = asset.bytes;
    }
    for (const Migration& migration : migrations)
        if (migration.sql.empty())
            throw std::logic_error("The migration " + std::string(migration.name) + " has no text.");
    return migrations;
}

const Migrations& program_migrations() {
    static const Migrations migrations = [] {
        Migrations made = migrations_from(embedded_sql::all());
        made.back().finish = keep_history;
        return made;
    }();
    return migrations;
}

void create_store(std::string_view address, const Clock& clock, const std::function<void(db::Connection&)>& fill,
                  const Migrations& migrations) {
    db::Connection store = db::Connection::open(address, db::Opening::create);
    lay_out_tables(store, migrations, clock, fill);
}

db::Connection make_store_in_memory(const Clock& clock, const std::function<void(db::Connection&)>& fill) {
    db::Connection store = db::Connection::in_memory();
    lay_out_tables(store, program_migrations(), clock, fill);
    return store;
}

bool is_older(std::string_view address, const Migrations& migrations) {
    db::Connection store = db::Connection::open(address, db::Opening::read_only);
    check_is_made(store);
    return check_ledger(store, migrations) < migrations.size();
}

db::Connection open_store(std::string_view address, db::Opening opening, const Clock& clock,
                          const Migrations& migrations) {
    db::Connection store = db::Connection::open(address, opening);
    if (opening == db::Opening::create)
        lay_out_tables(store, migrations, clock, [](db::Connection&) {});
    else
        bring_up_to_date(store, migrations, clock, opening);
    return store;
}

} // namespace qd::inline store
