#include "store/store.hpp"

#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/history.hpp"
#include "store/inside.hpp"
#include "store/issues.hpp"
#include "store/migrations.hpp"
#include "store/nouns.hpp"
#include "store/state.hpp"
#include "store/stood.hpp"
#include "store/tables.hpp"
#include "store/writer.hpp"

#include <algorithm>
#include <iterator>

namespace qd::inline store {
namespace {

enum class Ending { commit, leave_out };

ImportOutcome bring_all(Writer& writer, const Content& content, const std::string& settings_text) {
    ImportOutcome outcome{{
        bring_settings(writer, settings_text),
        bring_areas(writer, content.areas),
        bring_units(writer, content.units),
        bring_measures(writer, content.measures),
        bring_targets(writer, content.targets),
        bring_returns(writer, content.returns),
        bring_forecasts(writer, content.forecasts),
        bring_plans(writer, content.plans),
        bring_priorities(writer, content.priorities),
        bring_updates(writer, content.updates),
        bring_recovery_plans(writer, content.recovery_plans),
        bring_actions(writer, content.actions),
        bring_projects(writer, content.projects),
        bring_statements(writer, content.statements),
        bring_papers(writer, content.papers),
        bring_report_definitions(writer, content.report_definitions),
        bring_reference_documents(writer, content.reference_documents),
    }};
    std::ranges::move(bring_registers(writer, content), std::back_inserter(outcome.lines));
    return outcome;
}

void withdraw_all(Writer& writer, const std::vector<Withdrawal>& withdrawals, ImportOutcome& outcome) {
    for (const Withdrawal& withdrawal : withdrawals) {
        writer.withdraw(withdrawal);
        auto line = std::ranges::find(outcome.lines, withdrawal.table, &ImportOutcome::Line::table);
        if (line == outcome.lines.end()) line = outcome.lines.insert(line, {.table = withdrawal.table});
        ++line->withdrawn;
    }
}

} // namespace

void take_out_computed(db::Connection& store) {
    for (const Table& table : tables()) {
        if (table.guard != Guard::rebuildable) continue;
        if (store.execute("DELETE FROM " + table.name) > 0) write_digest(store, table);
    }
}

Writer next_act(db::Connection& store, Act act, Instant now) {
    refuse_broken_end(store);
    act.number = last_act(store) + 1;
    act.at = now;
    return {store, std::move(act)};
}

namespace {

ImportOutcome bring_in(db::Connection& store, const Content& content, const std::string& settings_text, const Act& act,
                       const Store::Further& further, Instant now, Ending ending) {
    db::Transaction transaction(store);
    if (further.must_hold) further.must_hold(read_settings(store));
    Writer writer = next_act(store, act, now);
    ImportOutcome outcome = bring_all(writer, content, settings_text);
    withdraw_all(writer, further.withdrawals, outcome);
    writer.refuse_conflicts();
    if (outcome.changes() == 0 || ending == Ending::leave_out) return outcome;
    take_out_computed(store);
    writer.finish(outcome.changes(), outcome.lines);
    outcome.receipt = writer.act().number;
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

// What is wrong with the rows of a ledger; nothing where the table is none.
std::vector<std::string> verify_ledger_named(db::Connection& store, std::string_view name) {
    if (name == "returns") return verify_returns(store);
    std::vector<std::string> problems;
    for (const LedgerCheck& check : ledger_checks())
        for (const From from : {From::in_force, From::past})
            if (check.table == name) std::ranges::move(check.verify(store, from), std::back_inserter(problems));
    return problems;
}

Content read_all(db::Connection& store, Returns returns) {
    const db::Transaction moment(store, db::Purpose::read);
    return read_content(store, returns);
}

} // namespace

Content Store::read() { return read_all(inside_->connection, Returns::with); }

Content Store::read_without_returns() { return read_all(inside_->connection, Returns::without); }

StoreState Store::state() {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_state(inside_->connection);
}

StoreState Store::state(StoreState before) {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_state(inside_->connection, std::move(before));
}

std::string Store::settings_text() { return read_settings(inside_->connection); }

Date Store::today() const { return inside_->clock.now().date(); }

std::int64_t Store::generation() { return last_act(inside_->connection); }

ImportOutcome Store::import(const Content& content, const std::string& settings_text, const Act& act,
                            const Further& further) {
    return bring_in(inside_->connection, content, settings_text, act, further, inside_->clock.now(), Ending::commit);
}

ImportOutcome Store::try_import(const Content& content, const std::string& settings_text, const Act& act,
                                const Further& further) {
    return bring_in(inside_->connection, content, settings_text, act, further, inside_->clock.now(), Ending::leave_out);
}

ImportOutcome Store::import(const Content& content, const std::string& settings_text, const std::string& source,
                            std::size_t left_out) {
    Act act;
    act.source = source;
    act.left_out = static_cast<std::int64_t>(left_out);
    return import(content, settings_text, act);
}

ImportOutcome Store::try_import(const Content& content, const std::string& settings_text, const std::string& source) {
    Act act;
    act.source = source;
    return try_import(content, settings_text, act);
}

ImportOutcome Store::withdraw(const std::vector<Withdrawal>& withdrawals, Act act) {
    act.kind = "withdraw";
    return import(Content(), "", act, {.withdrawals = withdrawals, .must_hold = {}});
}

std::vector<Act> Store::acts() {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_acts(inside_->connection);
}

std::vector<Act> Store::acts(const std::string& subject) {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return read_acts(inside_->connection, subject);
}

std::vector<RowVersion> Store::history(const std::string& table, const std::vector<std::string>& key) {
    const Table& looked_up = table_to_look_up(table);
    const std::vector<Bound> values = key_from(looked_up, key);
    db::Connection& store = inside_->connection;
    const db::Transaction moment(store, db::Purpose::read);
    if (const auto problems = verify_ledger_named(store, looked_up.name); !problems.empty())
        refuse_damaged(problems.front());
    return read_history(store, looked_up, values);
}

namespace {

void check_was_there(db::Connection& store, std::int64_t generation) {
    const std::int64_t last = last_act(store);
    if (generation >= 0 && generation <= last) return;
    throw Error(Fault::absent, "The store was never at generation " + std::to_string(generation) + ": it is at " +
                                   std::to_string(last) + ".");
}

// Calls `now` with the store if nothing was done since, otherwise `then` with the store as it was.
template <class Read>
auto at_generation(db::Connection& store, std::int64_t generation, const Clock& clock, Read read) {
    std::optional<db::Connection> then;
    {
        const db::Transaction moment(store, db::Purpose::read);
        check_was_there(store, generation);
        if (generation < last_act(store)) then.emplace(stood_at(store, generation, clock));
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

Past Store::read_past(std::int64_t generation) {
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    check_was_there(inside_->connection, generation);
    return inside_->past.read(inside_->connection, generation);
}

Past Store::read_past(const StoreState& state, Past before) {
    if (!state.ended) return read_past(state.generation);
    const db::Transaction moment(inside_->connection, db::Purpose::read);
    return inside_->past.read(inside_->connection, state.generation, std::move(before), state.ended);
}

std::int64_t Store::add_issue(const Issue& issue) { return add_issue(issue, {}); }

std::int64_t Store::add_issue(const Issue& issue, Act act) {
    db::Connection& store = inside_->connection;
    db::Transaction transaction(store);
    for (const Table& table : tables()) { // a change by something else would be covered by the digests that are written
        if (!is_record(table)) continue;
        if (const auto problems = verify_digest(store, table); !problems.empty()) refuse_damaged(problems.front());
    }
    if (last_act(store) != issue.generation)
        throw Error(Fault::conflict, "The store was changed while the report was made. Make it again.");
    const IssueMade made = insert_issue(store, issue);
    act.kind = "issue";
    act.subject = "issue:" + std::to_string(made.number);
    act.source = issue.report;
    Writer writer = next_act(store, act, inside_->clock.now());
    writer.made_issue(made.number, made.sha256);
    writer.finish(1);
    for (const Table& table : tables())
        if (is_record(table)) write_digest(store, table);
    transaction.commit();
    return made.number;
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
    for (const Table& table : tables())
        if (table.guard != Guard::past) about.rows.emplace_back(table.name, count_rows(store, table));
    return about;
}

} // namespace qd::inline store
