#include "base/error.hpp"
#include "store/db/transaction.hpp"
#include "store/history.hpp"
#include "store/inside.hpp"
#include "store/ledger.hpp"
#include "store/nouns.hpp"
#include "store/state.hpp"
#include "store/writer.hpp"

#include <algorithm>
#include <map>

namespace qd::inline store {
namespace {

const std::pair<std::string, db::Kind> act_column{"act", db::Kind::integer},
    ended_by_column{"ended_by", db::Kind::integer};

Bound number(std::int64_t value) { return {db::Kind::integer, {}, value}; }

std::vector<std::string> texts_of(const std::vector<Bound>& key) {
    std::vector<std::string> texts;
    for (const Bound& one : key) texts.push_back(one.number ? std::to_string(*one.number) : one.text.value_or(""));
    return texts;
}

// What an act did to the rows of one key: those of a ledger, or an item with its parts.
struct Touched {
    Row head;                     // one of them
    std::vector<StoredRow> wrote; // by it, and in force
    std::vector<StoredRow> ended; // by it

    bool is_new() const { return !wrote.empty() && ended.empty(); }
};

// Tables whose rows may end, without those of parts, which go with their item. Returns never end.
bool may_be_undone(const Table& table) { return holds_content(table) && has_past(table) && table.owner.empty(); }

std::vector<Touched> touched_by(db::Connection& store, const Table& table, std::int64_t act) {
    std::map<std::vector<std::string>, Touched> by_key;
    const auto at = [&](const StoredRow& stored) -> Touched& {
        Touched& touched = by_key[texts_of(stored.row.key())];
        touched.head = stored.row;
        return touched;
    };
    for (StoredRow& stored : rows_with(store, table, From::in_force, {act_column}, {number(act)}))
        at(stored).wrote.push_back(std::move(stored));
    for (StoredRow& stored : rows_with(store, table, From::past, {ended_by_column}, {number(act)}))
        at(stored).ended.push_back(std::move(stored));
    for (const StoredRow& stored : rows_with(store, table, From::past, {act_column}, {number(act)})) at(stored);
    std::vector<Touched> all;
    for (auto& [key, touched] : by_key) all.push_back(std::move(touched));
    return all;
}

// The rows of the parts of an item that the act ended with it.
void add_parts(db::Connection& store, const Table& table, std::int64_t act, Touched& touched) {
    for (const Table* part : with_parts(table)) {
        if (part == &table) continue;
        Columns columns = item_columns(*part);
        columns.push_back(ended_by_column);
        std::vector<Bound> values = touched.head.key();
        values.resize(columns.size() - 1);
        values.push_back(number(act));
        for (StoredRow& stored : rows_with(store, *part, From::past, columns, values))
            touched.ended.push_back(std::move(stored));
    }
}

void refuse_changed(const std::vector<StoredRow>& rows) {
    for (const StoredRow& stored : rows)
        if (!is_sound(stored)) refuse_damaged("past_" + changed_row(stored.row));
}

// As new rows of their table; in a ledger after all others, in the order in which they were there.
void put_back(Writer& writer, const Table& table, std::vector<StoredRow> rows) {
    refuse_changed(rows);
    if (table.guard != Guard::ledger) {
        for (const StoredRow& stored : rows) writer.add(stored.row);
        return;
    }
    std::ranges::sort(rows, {}, [](const StoredRow& stored) { return stored.row.value("id").number; });
    std::int64_t id = last_id_of(writer.store(), table.name);
    for (StoredRow& stored : rows) {
        stored.row.values.front() = number(++id);
        writer.add(stored.row);
    }
}

bool is_kept(const Undoing& undoing, const Table& table, const Touched& touched) {
    return touched.is_new() && undoing.kept.contains({table.name, texts_of(touched.head.key())});
}

ImportOutcome::Line undo_table(Writer& writer, const Table& table, const Undoing& undoing) {
    ImportOutcome::Line line{.table = table.name};
    const bool is_ledger = table.guard == Guard::ledger;
    for (Touched& touched : touched_by(writer.store(), table, undoing.act)) {
        if (is_kept(undoing, table, touched)) continue;
        add_parts(writer.store(), table, undoing.act, touched);
        const std::size_t wrote = touched.wrote.size(), ended = touched.ended.size();
        if (wrote + ended == 0) continue; // a later act ended it
        if (is_ledger) {                  // a row added is a version, and takes the place of none
            writer.end(touched.wrote, undoing.reason);
            line.withdrawn += wrote;
            line.added += ended;
        } else {
            if (wrote > 0) {
                const std::optional<std::string> withdrawn = ended == 0 ? std::optional(undoing.reason) : std::nullopt;
                writer.end(item_in_force(writer.store(), table, touched.head.key()), withdrawn);
            }
            ++(wrote == 0 ? line.added : ended == 0 ? line.withdrawn : line.changed);
        }
        put_back(writer, table, std::move(touched.ended));
    }
    return line;
}

std::vector<std::string> changed_after(db::Connection& store, std::int64_t act) {
    std::vector<std::string> changes;
    for (const Table& table : tables()) {
        if (!may_be_undone(table)) continue;
        for (const Touched& touched : touched_by(store, table, act))
            if (auto change = changed_since(store, touched.head, act, last_act(store) + 1))
                changes.push_back(*std::move(change));
    }
    return changes;
}

std::set<RowName> first_written_by(db::Connection& store, std::int64_t act) {
    std::set<RowName> rows;
    for (const Table& table : tables()) {
        if (!may_be_undone(table)) continue;
        for (const Touched& touched : touched_by(store, table, act))
            if (touched.is_new()) rows.emplace(table.name, texts_of(touched.head.key()));
    }
    return rows;
}

ImportOutcome undo_rows(Writer& writer, const Undoing& undoing) {
    ImportOutcome outcome;
    for (const Table& table : tables())
        if (may_be_undone(table)) outcome.lines.push_back(undo_table(writer, table, undoing));
    outcome.lines.push_back(bring_returns(writer, undoing.returns));
    return outcome;
}

} // namespace

WrittenByAct Store::written_by(std::int64_t act) {
    db::Connection& store = inside_->connection;
    const db::Transaction moment(store, db::Purpose::read);
    WrittenByAct written{.content = read_content(store, Returns::with),
                         .settings_text = read_settings(store),
                         .generation = last_act(store),
                         .acts_of_returns = {},
                         .first = first_written_by(store, act),
                         .changed_since = changed_after(store, act)};
    std::vector<std::pair<MeasureCode, std::int64_t>>
        acts; // in the order of the content: by measure, then as they came
    for (auto row : store.query("SELECT measure, act FROM returns ORDER BY id"))
        acts.emplace_back(row.get<std::string>(0), row.get<std::int64_t>(1));
    std::ranges::stable_sort(acts, {}, &std::pair<MeasureCode, std::int64_t>::first);
    for (const auto& [measure, number] : acts) written.acts_of_returns.push_back(number);
    return written;
}

ImportOutcome Store::undo(const Undoing& undoing, const Act& act, Trying trying) {
    db::Connection& store = inside_->connection;
    db::Transaction transaction(store);
    if (act.based_on && last_act(store) != *act.based_on)
        throw Error(Fault::conflict, "The store was changed meanwhile. Undo it again.");
    Writer writer = next_act(store, act, inside_->clock.now());
    ImportOutcome outcome = undo_rows(writer, undoing);
    if (undoing.must_hold) undoing.must_hold(read_content(store, Returns::without), read_settings(store));
    if (outcome.changes() == 0 || trying == Trying::yes) return outcome;
    take_out_computed(store);
    writer.finish(outcome.changes(), outcome.lines);
    outcome.receipt = writer.act().number;
    transaction.commit();
    return outcome;
}

} // namespace qd::inline store
