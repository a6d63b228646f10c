#include "store/writer.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/history.hpp"

#include <algorithm>
#include <set>

namespace qd::inline store {
namespace {

std::vector<std::string> hashes_of(const Item& item) {
    std::vector<std::string> hashes;
    for (const Row& row : item) hashes.push_back(hash_of(row));
    return hashes;
}

bool is_same(const std::vector<StoredRow>& stored, const std::vector<std::string>& hashes) {
    std::multiset<std::string> here, given(hashes.begin(), hashes.end());
    for (const StoredRow& row : stored) here.insert(row.sha256);
    return here == given;
}

std::vector<Bound> item_key(const Row& row) {
    std::vector<Bound> key = row.key();
    key.resize(item_columns(*row.table).size());
    return key;
}

} // namespace

Writer::Writer(db::Connection& store, Act act) : store_(store), act_(std::move(act)) {}

void Writer::insert(const Row& row, const std::string& sha256) {
    const Table& table = *row.table;
    std::vector<db::Value> values = values_of(row.values);
    values.emplace_back(act_.number);
    if (table.guard == Guard::hashed) values.emplace_back(std::string_view(sha256));
    store_.execute(insert_into(table.name, names_of(table.columns), values.size()), std::span<const db::Value>(values));
    marks_.wrote(table.name, mark_of({.row = row, .sha256 = sha256}));
}

void Writer::refuse_twice(const StoredRow& stored) const {
    if (stored.act == act_.number)
        throw Error(Fault::conflict, stored.row.name() + " is given twice. Leave one of the two rows.");
}

Writer::Became Writer::put(const Item& item) {
    const Row& head = item.front();
    const std::vector<std::string> hashes = hashes_of(item);
    const std::vector<StoredRow> stored = item_in_force(store_, *head.table, item_key(head));
    if (!stored.empty()) refuse_twice(stored.front());
    if (!stored.empty() && is_same(stored, hashes)) return Became::same;
    look_for_conflict(head);
    end(stored, std::nullopt);
    for (std::size_t i = 0; i < item.size(); ++i) insert(item[i], hashes[i]);
    return stored.empty() ? Became::added : Became::changed;
}

bool Writer::repeats(const Item& item) const {
    return is_same(item_in_force(store_, *item.front().table, item_key(item.front())), hashes_of(item));
}

void Writer::add(const Row& row) { insert(row, hash_of(row)); }

// Row by row, by its whole key, or its number in the ledger.
void Writer::end(const std::vector<StoredRow>& item, const std::optional<std::string>& withdrawn) {
    for (auto one = item.rbegin(); one != item.rend(); ++one) { // parts first
        const Table &table = *one->row.table, &past = past_of(table);
        const bool numbered = table.guard == Guard::ledger;
        const Columns columns = numbered ? Columns{table.columns.front()} : key_columns(table);
        const std::vector<Bound> key = numbered ? std::vector<Bound>{one->row.value("id")} : one->row.key();
        std::vector<db::Value> values = values_of(one->row.values);
        values.emplace_back(one->act);
        if (table.guard == Guard::hashed) values.emplace_back(std::string_view(one->sha256));
        values.emplace_back(act_.number);
        const std::optional<std::string_view> reason =
            withdrawn ? std::optional<std::string_view>(*withdrawn) : std::nullopt;
        values.emplace_back(reason);
        store_.execute(insert_into(past.name, names_of(past.columns), values.size()),
                       std::span<const db::Value>(values));
        std::vector<db::Value> where;
        for (const Bound& value : key)
            if (!value.is_null()) where.push_back(value.value());
        store_.execute("DELETE FROM " + table.name + " WHERE " + condition(columns, key),
                       std::span<const db::Value>(where));
        marks_.ended(past.name, mark_of(*one), withdrawn);
    }
}

void Writer::withdraw(const Withdrawal& withdrawal) {
    const Table& table = table_to_look_up(withdrawal.table);
    if (table.name == "settings" || !has_past(table) || !table.owner.empty())
        throw Error(Fault::request,
                    "Rows of " + table.name + " cannot be withdrawn by themselves." +
                        (table.guard == Guard::chained ? " Hand in the cell again with a gap, and the reason."
                         : table.owner.empty()         ? ""
                                                       : " Change the row of " + table.owner + "."));
    if (trim(withdrawal.reason).empty())
        throw Error(Fault::request, "The reason for withdrawing a row of " + table.name + " is missing. Give it.");
    const std::vector<Bound> key = key_from(table, withdrawal.key);
    const std::vector<StoredRow> stored = table.guard == Guard::ledger
                                              ? rows_with(store_, table, From::in_force, key_columns(table), key)
                                              : item_in_force(store_, table, key);
    if (stored.empty())
        throw Error(Fault::absent, "There is no row " + join(withdrawal.key, ", ") + " in " + table.name +
                                       " that could be withdrawn.");
    for (const StoredRow& one : stored) refuse_twice(one);
    look_for_conflict(stored.front().row);
    end(stored, withdrawal.reason);
}

void Writer::made_issue(std::int64_t number, const std::string& sha256) {
    marks_.wrote("issues", issue_mark(number, sha256));
}

void Writer::look_for_conflict(const Row& row) {
    if (!act_.based_on) return;
    if (const auto what = changed_since(store_, row, *act_.based_on, act_.number)) conflicts_.push_back(*what);
}

void Writer::refuse_conflicts() const {
    constexpr std::size_t most = 20;
    if (conflicts_.empty()) return;
    std::string message;
    for (std::size_t i = 0; i < std::min(most, conflicts_.size()); ++i) message += conflicts_[i] + " ";
    if (conflicts_.size() > most) message += "And " + std::to_string(conflicts_.size() - most) + " more. ";
    throw Error(Fault::conflict,
                message + "Nothing was changed. Look at it as it is now, and change what still has to be.");
}

void Writer::finish(std::size_t changes, const std::vector<ImportOutcome::Line>& brought) {
    act_.changes = static_cast<std::int64_t>(changes);
    act_.brought.clear();
    for (const ImportOutcome::Line& line : brought)
        if (line.rows() > 0) act_.brought.push_back(line);
    add_act(store_, act_, marks_.written());
}

} // namespace qd::inline store
