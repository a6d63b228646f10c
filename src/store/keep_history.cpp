#include "store/keep_history.hpp"

#include "store/carry_over.hpp"
#include "store/rows.hpp"

#include <set>

namespace qd::inline store {
namespace {

std::set<std::string> columns_there(db::Connection& store, const Table& table) {
    constexpr auto sqlite = "SELECT name FROM pragma_table_info($1)";
    constexpr auto postgres = "SELECT attname::pg_catalog.text FROM pg_attribute WHERE attrelid = to_regclass($1) AND "
                              "attnum > 0 AND NOT attisdropped";
    std::set<std::string> names;
    for (auto row : store.query(store.product() == db::Product::sqlite ? sqlite : postgres, table.name))
        names.insert(row.get<std::string>(0));
    return names;
}

std::string declared(const std::pair<std::string, db::Kind>& column) {
    const auto& [name, kind] = column;
    return name + (kind == db::Kind::integer ? " BIGINT" : kind == db::Kind::blob ? " BLOB" : " TEXT");
}

void add_missing_columns(db::Connection& store, const Table& table) {
    const std::set<std::string> there = columns_there(store, table);
    for (const auto& column : table.columns)
        if (!there.contains(column.first))
            store.run_script("ALTER TABLE " + table.name + " ADD COLUMN " + declared(column));
}

void make_twin(db::Connection& store, const Table& past) {
    std::string sql = "CREATE TABLE " + past.name + " (";
    for (std::size_t i = 0; i < past.columns.size(); ++i) sql += (i == 0 ? "" : ", ") + declared(past.columns[i]);
    store.run_script(sql + ")");
    if (past.columns.front().first == "id") // of a ledger: the next row has the number after the last
        store.run_script("CREATE INDEX " + past.name + "_by_id ON " + past.name + " (id)");
    store.run_script("CREATE INDEX " + past.name + "_by_key ON " + past.name + " (" +
                     past.columns[past.keys.front()].first + ")");
}

} // namespace

void keep_history(db::Connection& store) {
    for (const Table& table : tables()) {
        if (holds_content(table)) add_missing_columns(store, table);
        if (table.guard != Guard::past) continue;
        if (store.has_table(table.name))
            add_missing_columns(store, table);
        else
            make_twin(store, table);
    }
    if (store.has_table("imports")) carry_over_history(store);
}

} // namespace qd::inline store
