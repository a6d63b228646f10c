#include "store/store.hpp"

#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/inside.hpp"
#include "store/issues.hpp"
#include "store/migrations.hpp"
#include "store/nouns.hpp"
#include "store/standings.hpp"
#include "store/tables.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline store {
namespace {

enum class Ending { commit, leave_out };

std::int64_t last_import(db::Connection& store) {
    constexpr auto sql = "SELECT MAX(id) FROM imports";
    return store.value<std::int64_t>(sql).value_or(0);
}

// What is noted of an import.
struct ImportNote {
    const std::string& source;
    std::size_t left_out = 0;
};

void note_import(db::Connection& store, Instant at, const ImportNote& note, std::size_t changes) {
    constexpr auto insert = "INSERT INTO imports (id, at, source, changes, left_out) VALUES ($1, $2, $3, $4, $5)";
    const auto left_out = note.left_out == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(note.left_out));
    store.execute(insert, last_import(store) + 1, at.seconds(), note.source, changes, left_out);
}

ImportOutcome bring_all(db::Connection& store, const Content& content, const std::string& settings_text, Instant now) {
    ImportOutcome outcome{{
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
        bring_report_definitions(store, content.report_definitions),
        bring_reference_documents(store, content.reference_documents),
    }};
    std::ranges::move(bring_registers(store, content, now), std::back_inserter(outcome.lines));
    return outcome;
}

bool is_authoritative(const Table& table) { return holds_content(table) || is_record(table); }

// A change by another hand would be covered by the digests that an import writes.
void refuse_unsound(db::Connection& store) {
    for (const Table& table : tables()) {
        if (!is_authoritative(table)) continue;
        if (const auto problems = verify_digest(store, table); !problems.empty())
            throw Error(Fault::outage, "The store is damaged: " + problems.front() +
                                           " Run quarterday verify, and restore the last sound backup.");
    }
}

// Records last: they tell of the content.
void write_digests(db::Connection& store, std::int64_t generation) {
    for (const Table& table : tables())
        if (holds_content(table) && write_digest(store, table) == Digest::written_anew)
            keep_standing(store, generation, table);
    for (const Table& table : tables())
        if (is_record(table)) write_digest(store, table);
}

// What was computed goes with what it followed from: ended before it is computed anew, the program leaves no figures of before.
void take_out_computed(db::Connection& store) {
    for (const Table& table : tables()) {
        if (table.guard != Guard::rebuildable) continue;
        store.execute("DELETE FROM " + std::string(table.name));
        write_digest(store, table);
    }
}

ImportOutcome bring_in(db::Connection& store, const Content& content, const std::string& settings_text,
                       const ImportNote& note, Instant now, Ending ending) {
    db::Transaction transaction(store);
    refuse_unsound(store);
    keep_first_standings(store, last_import(store));
    ImportOutcome outcome = bring_all(store, content, settings_text, now);
    if (outcome.changes() == 0 || ending == Ending::leave_out) return outcome;
    note_import(store, now, note, outcome.changes());
    take_out_computed(store);
    write_digests(store, last_import(store));
    transaction.commit();
    return outcome;
}

} // namespace

void Store::init(const std::string& address, const Clock& clock) { open_store(address, db::Opening::create, clock); }

Store::Store(const std::string& address, Opening opening, const Clock& clock)
    : inside_(std::make_unique<Inside>(
          open_store(address, opening == Opening::read_only ? db::Opening::read_only : db::Opening::existing, clock),
          clock)) {}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

namespace {

enum class Returns { with, without };

Content read_all(db::Connection& store, Returns returns) {
    const db::Transaction moment(store, db::Purpose::read);
    Content content;
    content.areas = read_areas(store);
    content.units = read_units(store);
    content.measures = read_measures(store);
    content.targets = read_targets(store);
    if (returns == Returns::with) content.returns = read_returns(store);
    content.forecasts = read_forecasts(store);
    content.plans = read_plans(store);
    content.priorities = read_priorities(store);
    content.updates = read_updates(store);
    content.recovery_plans = read_recovery_plans(store);
    content.actions = read_actions(store);
    content.projects = read_projects(store);
    content.statements = read_statements(store);
    content.papers = read_papers(store);
    read_registers(store, content);
    content.report_definitions = read_report_definitions(store);
    content.reference_documents = read_reference_documents(store);
    return in_canonical_order(std::move(content));
}

} // namespace

Content Store::read() { return read_all(inside_->connection, Returns::with); }

Content Store::read_without_returns() { return read_all(inside_->connection, Returns::without); }

std::string Store::settings_text() { return read_settings(inside_->connection); }

Date Store::today() const { return inside_->clock.now().date(); }

std::int64_t Store::generation() { return last_import(inside_->connection); }

ImportOutcome Store::import(const Content& content, const std::string& settings_text, const std::string& source,
                            std::size_t left_out) {
    return bring_in(inside_->connection, content, settings_text, {source, left_out}, inside_->clock.now(),
                    Ending::commit);
}

ImportOutcome Store::try_import(const Content& content, const std::string& settings_text, const std::string& source) {
    return bring_in(inside_->connection, content, settings_text, {source}, inside_->clock.now(), Ending::leave_out);
}

namespace {

// Calls `now` with the store where nothing was brought in since, else `then` with the store as it stood.
template <class Read>
auto at_generation(db::Connection& store, std::int64_t generation, const Clock& clock, Read read) {
    std::optional<db::Connection> then;
    {
        const db::Transaction moment(store, db::Purpose::read);
        const std::int64_t last = last_import(store);
        if (generation < 0 || generation > last)
            throw Error(Fault::absent, "The store was never at generation " + std::to_string(generation) +
                                           ": it is at " + std::to_string(last) + ".");
        if (generation < last) then.emplace(stood_at(store, generation, clock));
    }
    return read(then ? *then : store);
}

} // namespace

Content Store::read_at(std::int64_t generation) {
    return at_generation(inside_->connection, generation, inside_->clock,
                         [](db::Connection& store) { return read_all(store, Returns::with); });
}

std::string Store::settings_text_at(std::int64_t generation) {
    return at_generation(inside_->connection, generation, inside_->clock,
                         [](db::Connection& store) { return read_settings(store); });
}

std::int64_t Store::add_issue(const Issue& issue) {
    db::Connection& store = inside_->connection;
    db::Transaction transaction(store);
    refuse_unsound(store);
    if (last_import(store) != issue.generation)
        throw Error(Fault::conflict, "The store was changed while the report was made. Make it again.");
    keep_first_standings(store, issue.generation);
    const std::int64_t number = insert_issue(store, issue);
    const std::string source = "issue " + std::to_string(number) + ": " + issue.report;
    note_import(store, inside_->clock.now(), {source}, 1);
    write_digests(store, last_import(store));
    transaction.commit();
    return number;
}

std::vector<Issue> Store::issues() {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_issues(inside_->connection);
}

std::string Store::issue_reference(const std::string& sha256) {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_issue_reference(inside_->connection, sha256);
}

IssueFile Store::issue_file(std::int64_t number, const std::string& format) {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_issue_file(inside_->connection, number, format);
}

std::vector<std::string> Store::verify() { return verify_store(inside_->connection); }

Store::About Store::about() {
    db::Connection& store = inside_->connection;
    const db::Transaction moment(store, db::Purpose::read);
    constexpr auto last_migration = "SELECT MAX(number) FROM migration";
    About about;
    about.database = store.software();
    about.address = store.place();
    about.schema = static_cast<int>(store.value<std::int64_t>(last_migration).value_or(0));
    for (const Table& table : tables()) about.rows.emplace_back(table.name, count_rows(store, table));
    return about;
}

} // namespace qd::inline store
