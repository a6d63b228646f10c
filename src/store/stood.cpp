#include "store/stood.hpp"

#include "base/text.hpp"
#include "store/migrations.hpp"
#include "store/rows.hpp"

namespace qd::inline store {
namespace {

// "r.code, r.name …"
std::string columns_of_r(const Table& table) {
    std::vector<std::string> names;
    for (const auto& [name, kind] : table.columns) names.push_back("r." + name);
    return "SELECT " + join(names, ", ");
}

// That no version came before it: of its own row, or of the row that it is a part of.
std::string is_first(const Table& table) {
    const Table& head = table.owner.empty() ? table : table_named(table.owner);
    const Columns there = item_columns(head), here = item_columns(table);
    std::string sql = "NOT EXISTS (SELECT 1 FROM " + past_of(head).name + " p WHERE p.act < r.act";
    for (std::size_t i = 0; i < there.size(); ++i)
        sql += " AND p." + there[i].first + " IS NOT DISTINCT FROM r." + here[i].first;
    return sql + ")";
}

// Rows of a ledger say when they were known; of the others the act says it.
std::string known_in_force(const Table& table) {
    std::string sql = columns_of_r(table) + " FROM " + table.name + " r";
    if (table.guard != Guard::hashed) return sql;
    return sql + " JOIN acts a ON a.number = r.act WHERE a.at <= $1 OR " + is_first(table);
}

std::string known_past(const Table& table) {
    std::string sql = columns_of_r(table) + " FROM " + past_of(table).name + " r JOIN acts e ON e.number = r.ended_by";
    if (table.guard != Guard::hashed) return sql + " WHERE e.at > $1";
    return sql + " JOIN acts a ON a.number = r.act WHERE e.at > $1 AND (a.at <= $1 OR " + is_first(table) + ")";
}

// What refers to something that was not known then was not known either: a row's first version counts as always known, but what
// it refers to may have been withdrawn at that time, and handed in again since.
void take_out_dangling(db::Connection& then) {
    for (bool found = true; found;) {
        std::vector<std::pair<std::string, std::int64_t>> rows;
        for (auto row : then.query("PRAGMA foreign_key_check"))
            rows.emplace_back(row.get<std::string>(0), row.get<std::int64_t>(1));
        found = !rows.empty();
        for (const auto& [table, rowid] : rows) then.execute("DELETE FROM " + table + " WHERE rowid = $1", rowid);
    }
}

} // namespace

db::Connection stood_at(db::Connection& store, std::int64_t act, const Clock& clock) {
    return make_store_in_memory(clock, [&](db::Connection& then) {
        for (const Table& table : tables()) {
            if (!holds_content(table)) continue;
            const std::string in_force = columns_of_r(table) + " FROM " + table.name + " r WHERE r.act <= $1";
            copy_rows(store.query(in_force, act), then, table);
            if (!has_past(table)) continue;
            const std::string past =
                columns_of_r(table) + " FROM " + past_of(table).name + " r WHERE r.act <= $1 AND r.ended_by > $1";
            copy_rows(store.query(past, act), then, table);
        }
    });
}

db::Connection known_by(db::Connection& store, Instant moment, const Clock& clock) {
    return make_store_in_memory(clock, [&](db::Connection& then) {
        for (const Table& table : tables()) {
            if (!has_past(table)) continue;
            if (table.guard == Guard::hashed)
                copy_rows(store.query(known_in_force(table), moment.seconds()), then, table);
            else
                copy_rows(store.query(known_in_force(table)), then, table);
            copy_rows(store.query(known_past(table), moment.seconds()), then, table);
        }
        take_out_dangling(then);
    });
}

std::string settings_known_by(db::Connection& store, Instant moment) {
    const Table& settings = table_named("settings");
    for (const std::string& sql : {known_in_force(settings), known_past(settings)}) {
        for (auto row : store.query(sql, moment.seconds())) {
            const Row found{&settings, {Bound(row.value(0)), Bound(row.value(1))}};
            if (hash_of(found) != row.get<std::string>(3)) refuse_damaged(changed_row(found));
            return row.get<std::string>(1);
        }
    }
    return {};
}

} // namespace qd::inline store
