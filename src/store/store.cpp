#include "store/store.hpp"

#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/inside.hpp"
#include "store/migrations.hpp"
#include "store/nouns.hpp"
#include "store/tables.hpp"

namespace qd::inline store {
namespace {

constexpr std::string_view generation_name = "generation";

enum class Ending { commit, leave_out };

void count_up(db::Connection& store) {
    constexpr auto sql = "UPDATE state SET value = value + 1 WHERE name = $1";
    store.execute(sql, generation_name);
}

void note_import(db::Connection& store, Instant at, const std::string& source, std::size_t changes) {
    constexpr auto last = "SELECT MAX(id) FROM imports";
    constexpr auto insert = "INSERT INTO imports (id, at, source, changes) VALUES ($1, $2, $3, $4)";
    const std::int64_t id = store.value<std::int64_t>(last).value_or(0) + 1;
    store.execute(insert, id, at.seconds(), source, static_cast<std::int64_t>(changes));
}

ImportOutcome bring_all(db::Connection& store, const Content& content, const std::string& settings_text, Instant now) {
    return {{
        bring_settings(store, settings_text),
        bring_areas(store, content.areas),
        bring_units(store, content.units),
        bring_measures(store, content.measures),
        bring_targets(store, content.targets, now),
        bring_returns(store, content.returns, now),
        bring_forecasts(store, content.forecasts, now),
        bring_plans(store, content.plans),
        bring_priorities(store, content.priorities),
        bring_updates(store, content.updates, now),
        bring_recovery_plans(store, content.recovery_plans),
        bring_actions(store, content.actions),
        bring_projects(store, content.projects),
        bring_statements(store, content.statements),
        bring_papers(store, content.papers),
    }};
}

ImportOutcome bring_in(db::Connection& store, const Content& content, const std::string& settings_text, const std::string& source, Instant now,
                       Ending ending) {
    db::Transaction transaction(store);
    ImportOutcome outcome = bring_all(store, content, settings_text, now);
    if (outcome.changes() == 0 || ending == Ending::leave_out) return outcome;
    note_import(store, now, source, outcome.changes());
    write_digests(store);
    count_up(store);
    transaction.commit();
    return outcome;
}

} // namespace

std::size_t ImportOutcome::changes() const {
    std::size_t changes = 0;
    for (const Line& line : lines) changes += line.added + line.changed;
    return changes;
}

void Store::init(const std::string& address, const Clock& clock) {
    db::Connection store = open_store(address, db::Opening::create, clock);
    db::Transaction transaction(store);
    write_digests(store);
    transaction.commit();
}

Store::Store(const std::string& address, Opening opening, const Clock& clock)
    : inside_(std::make_unique<Inside>(
          open_store(address, opening == Opening::read_only ? db::Opening::read_only : db::Opening::existing, clock), clock)) {}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Content Store::read() {
    db::Connection& store = inside_->connection;
    const db::Transaction moment(store, db::Purpose::read);
    Content content;
    content.areas = read_areas(store);
    content.units = read_units(store);
    content.measures = read_measures(store);
    content.targets = read_targets(store);
    content.returns = read_returns(store);
    content.forecasts = read_forecasts(store);
    content.plans = read_plans(store);
    content.priorities = read_priorities(store);
    content.updates = read_updates(store);
    content.recovery_plans = read_recovery_plans(store);
    content.actions = read_actions(store);
    content.projects = read_projects(store);
    content.statements = read_statements(store);
    content.papers = read_papers(store);
    return content;
}

std::string Store::settings_text() { return read_settings(inside_->connection); }

std::int64_t Store::generation() {
    constexpr auto sql = "SELECT value FROM state WHERE name = $1";
    return inside_->connection.value<std::int64_t>(sql, generation_name).value_or(0);
}

ImportOutcome Store::import(const Content& content, const std::string& settings_text, const std::string& source) {
    return bring_in(inside_->connection, content, settings_text, source, inside_->clock.now(), Ending::commit);
}

ImportOutcome Store::try_import(const Content& content, const std::string& settings_text, const std::string& source) {
    return bring_in(inside_->connection, content, settings_text, source, inside_->clock.now(), Ending::leave_out);
}

std::vector<std::string> Store::verify() { return verify_store(inside_->connection); }

Store::About Store::about() {
    db::Connection& store = inside_->connection;
    constexpr auto last_migration = "SELECT MAX(number) FROM migration";
    About about;
    about.database = store.software();
    about.address = store.place();
    about.schema = static_cast<int>(store.value<std::int64_t>(last_migration).value_or(0));
    for (const Table& table : tables()) about.rows.emplace_back(table.name, count_rows(store, table));
    return about;
}

} // namespace qd::inline store
