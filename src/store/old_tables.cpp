#include "store/old_tables.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/fields.hpp"
#include "store/return_body.hpp"

#include <algorithm>
#include <charconv>

namespace qd::inline store {
namespace {

const Columns imports{{"id", db::Kind::integer},
                      {"at", db::Kind::integer},
                      {"source", db::Kind::text},
                      {"changes", db::Kind::integer},
                      {"left_out", db::Kind::integer}};
const Columns standings{{"generation", db::Kind::integer},
                        {"name", db::Kind::text},
                        {"last_id", db::Kind::integer},
                        {"version", db::Kind::text}};
const Columns versions{{"name", db::Kind::text}, {"sha256", db::Kind::text}};

void check_digest(db::Connection& store, const Table& table, const Columns& columns) {
    constexpr auto sql = "SELECT sha256 FROM digests WHERE name = $1";
    const std::string written = store.value<std::string>(sql, table.name).value_or(sha256(""));
    if (written != digest_of(store, table, columns))
        refuse_old_store(table.name + " was changed by something other than Quarterday");
}

// By what its digest was taken: rows that carried their own hash by that and their first column.
Columns digested_columns(const Table& table) {
    Columns columns(table.columns.begin(), table.columns.begin() + static_cast<std::ptrdiff_t>(table.own));
    if (table.guard == Guard::hashed && table.name != "settings") return columns;
    return {columns.front(), {"sha256", db::Kind::text}};
}

std::string_view take_field(std::string_view& from) {
    std::size_t size = 0;
    const auto [end, fault] = std::from_chars(from.data(), from.data() + from.size(), size);
    const std::size_t start = static_cast<std::size_t>(end - from.data()) + 1;
    if (fault != std::errc() || start > from.size() || from[start - 1] != ':' || size > from.size() - start)
        damaged("table_versions.body", from.substr(0, 20));
    const std::string_view field = from.substr(start, size);
    from.remove_prefix(start + size);
    return field;
}

// "" is NULL, "=x" is x.
Bound bound_of(std::string_view field, db::Kind kind) {
    if (field.empty()) return {kind, {}, {}};
    field.remove_prefix(1);
    if (kind != db::Kind::integer) return {kind, std::string(field), {}};
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (fault != std::errc() || end != field.data() + field.size()) damaged("table_versions.body", field);
    return {kind, {}, number};
}

// The names of the columns, then the rows, in the columns of then: one that came later is NULL.
std::vector<Row> rows_of_bytes(const Table& table, std::string_view bytes) {
    const std::vector<std::string> known = split(std::string(take_field(bytes)), ',');
    std::vector<std::size_t> places; // of each own column among those known
    for (std::size_t i = 0; i < table.own; ++i) {
        const auto found =
            std::ranges::find_if(known, [&](const std::string& name) { return trim(name) == table.columns[i].first; });
        places.push_back(static_cast<std::size_t>(found - known.begin()));
    }
    std::vector<Row> rows;
    while (!bytes.empty()) {
        std::string_view row = take_field(bytes);
        std::vector<std::string_view> fields;
        while (!row.empty()) fields.push_back(take_field(row));
        if (fields.size() != known.size()) damaged("table_versions.body", table.name);
        std::vector<Bound> values;
        for (std::size_t i = 0; i < places.size(); ++i)
            values.push_back(bound_of(places[i] < fields.size() ? fields[places[i]] : "", table.columns[i].second));
        rows.push_back(Row::checked(table, std::move(values)));
    }
    return rows;
}

} // namespace

void refuse_old_store(const std::string& cause) {
    throw Error(Fault::outage, "The store is damaged, so it was not brought up to date: " + cause +
                                   ". Restore the last sound backup with the Quarterday that made it.");
}

void refuse_unsound_old_store(db::Connection& store) {
    for (const Table& table : tables())
        if (holds_content(table)) check_digest(store, table, digested_columns(table));
    Table record{.name = "imports", .guard = Guard::record, .columns = imports};
    record.later_columns = {"left_out"};
    check_digest(store, record, imports);
    check_digest(store, {.name = "standings", .guard = Guard::record, .columns = standings}, standings);
    check_digest(store, {.name = "table_versions", .guard = Guard::record, .columns = versions}, versions);
    for (auto row : store.query("SELECT text, sha256 FROM settings"))
        if (sha256(row.get<std::string>(0)) != row.get<std::string>(1))
            refuse_old_store("council.toml was changed after it was imported");
}

std::vector<Row> rows_there(db::Connection& store, const Table& table) {
    const Columns own(table.columns.begin(), table.columns.begin() + static_cast<std::ptrdiff_t>(table.own));
    std::vector<Row> rows;
    for (auto row : store.query("SELECT " + names_of(own) + " FROM " + table.name)) {
        std::vector<Bound> values;
        for (const db::Value& value : values_of(row, own)) values.emplace_back(value);
        rows.push_back(Row::checked(table, std::move(values)));
    }
    return rows;
}

OldStandings::OldStandings(db::Connection& store) {
    first_ = store.value<std::int64_t>("SELECT MIN(generation) FROM standings").value_or(0);
    for (auto row : store.query("SELECT name, generation, last_id, version FROM standings"))
        tables_[row.get<std::string>(0)][row.get<std::int64_t>(1)] = {row.get<std::optional<std::int64_t>>(2),
                                                                      row.get<std::optional<std::string>>(3)};
}

const std::map<std::int64_t, OldStandings::Standing>& OldStandings::of(const std::string& table) const {
    static const std::map<std::int64_t, Standing> none;
    const auto found = tables_.find(table);
    return found == tables_.end() ? none : found->second;
}

std::vector<Row> OldStandings::rows_at(db::Connection& store, const Table& table, std::int64_t generation) const {
    const auto& all = of(table.name);
    const auto after = all.upper_bound(generation);
    if (after == all.begin()) return {}; // it had no rows
    const std::string hash = std::prev(after)->second.version.value_or("");
    constexpr auto select = "SELECT body FROM table_versions WHERE name = $1 AND sha256 = $2";
    for (auto row : store.query(select, table.name, hash)) {
        const std::string bytes = decompress(db::as_text(row.get<db::BlobView>(0)));
        if (sha256(bytes) == hash) return rows_of_bytes(table, bytes);
    }
    refuse_old_store("the rows of " + table.name + " of generation " + std::to_string(generation) +
                     " are not what was kept");
}

void drop_old_tables(db::Connection& store) {
    store.run_script("DROP TABLE imports");
    store.run_script("DROP TABLE standings");
    store.run_script("DROP TABLE table_versions");
    std::vector<std::string> gone{"imports", "standings", "table_versions"};
    for (const Table& table : tables())
        if (holds_content(table)) gone.push_back(table.name);
    for (const std::string& name : gone) store.execute("DELETE FROM digests WHERE name = $1", name);
}

} // namespace qd::inline store
