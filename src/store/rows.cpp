#include "store/rows.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/fields.hpp"

#include <algorithm>
#include <stdexcept>

namespace qd::inline store {
namespace {

Columns selected_columns(const Table& content, From from) {
    Columns columns = content.columns;
    if (from == From::past) columns = past_of(content).columns;
    return columns;
}

std::string select_from(const Table& content, From from) {
    const Table& table = from == From::past ? past_of(content) : content;
    return "SELECT " + names_of(table.columns) + " FROM " + table.name;
}

StoredRow read_stored(const db::Row& row, const Table& content, From from, const Columns& columns) {
    const std::vector<db::Value> values = values_of(row, columns);
    StoredRow stored{.row = {&content, {}}, .sha256 = {}};
    for (std::size_t i = 0; i < content.own; ++i) stored.row.values.emplace_back(values[i]);
    if (values[content.own].is_null()) damaged(content.name + ".act", "");
    stored.act = values[content.own].integer();
    if (content.guard == Guard::hashed)
        stored.sha256 = std::string(values[content.own + 1].is_null() ? "" : values[content.own + 1].text());
    else
        stored.sha256 = stored.row.value("sha256").text.value_or("");
    if (from == From::in_force) return stored;
    const db::Value &ended_by = values[values.size() - 2], &withdrawn = values.back();
    if (ended_by.is_null()) damaged("past_" + content.name + ".ended_by", "");
    stored.ended_by = ended_by.integer();
    if (!withdrawn.is_null()) stored.withdrawn = std::string(withdrawn.text());
    return stored;
}

} // namespace

std::string insert_into(std::string_view table, const std::string& names, std::size_t count) {
    std::vector<std::string> places;
    for (std::size_t i = 1; i <= count; ++i) places.push_back("$" + std::to_string(i));
    return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + join(places, ", ") + ")";
}

Row Row::checked(const Table& table, std::vector<Bound> values) {
    if (values.size() != table.own)
        throw std::logic_error("A row of " + table.name + " has " + std::to_string(values.size()) + " values for " +
                               std::to_string(table.own) + " columns.");
    for (std::size_t i = 0; i < values.size(); ++i) { // NULL has the kind of its column
        if (values[i].is_null()) values[i].kind = table.columns[i].second;
        if (values[i].kind != table.columns[i].second)
            throw std::logic_error(table.name + "." + table.columns[i].first +
                                   " was given a value of a different kind.");
    }
    return {&table, std::move(values)};
}

const Bound& Row::value(std::string_view column) const {
    const auto found = std::ranges::find(table->columns, column, &Columns::value_type::first);
    const auto place = static_cast<std::size_t>(found - table->columns.begin());
    if (place >= table->own) throw std::logic_error(table->name + " has no column " + std::string(column) + ".");
    return values[place];
}

std::vector<Bound> Row::key() const {
    std::vector<Bound> key;
    for (const std::size_t place : table->keys) key.push_back(values[place]);
    return key;
}

std::string Row::name() const {
    std::vector<std::string> words;
    for (const Bound& one : key())
        if (!one.is_null()) words.push_back(one.number ? std::to_string(*one.number) : *one.text);
    return table->name + " " + (words.empty() ? "“”" : join(words, ", "));
}

std::string hash_of(const Row& row) {
    const Table& table = *row.table;
    if (table.guard != Guard::hashed) return row.value("sha256").text.value_or("");
    CanonicalText text;
    text.add(table.name);
    for (std::size_t i = 0; i < table.own; ++i) {
        const std::string& column = table.columns[i].first;
        const std::string value = canonical(row.values[i].value());
        if (!table.later_columns.contains(column))
            text.add(value);
        else if (!value.empty())
            text.add(column).add(value);
    }
    return text.sha256();
}

std::string mark_of(const Table& table, std::int64_t id, const std::string& sha256) {
    if (table.guard == Guard::hashed) return sha256;
    return CanonicalText().add(table.name).add(std::to_string(id)).add(sha256).sha256();
}

std::string mark_of(const StoredRow& stored) {
    const Table& table = *stored.row.table;
    return mark_of(table, table.guard == Guard::hashed ? 0 : stored.row.value("id").number.value_or(0), stored.sha256);
}

bool is_sound(const StoredRow& stored) {
    return stored.row.table->guard != Guard::hashed || hash_of(stored.row) == stored.sha256;
}

std::string changed_row(const Row& row) {
    return row.table->name + ": row " + row.name().substr(row.table->name.size() + 1) +
           " was changed after it was written.";
}

void refuse_damaged(const std::string& problem) {
    throw Error(Fault::outage,
                "The store is damaged: " + problem + " Run quarterday verify, and restore the last sound backup.");
}

std::string condition(const Columns& columns, const std::vector<Bound>& values, std::size_t first) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < columns.size(); ++i)
        parts.push_back(columns[i].first + (values.at(i).is_null() ? " IS NULL" : " = $" + std::to_string(first++)));
    return join(parts, " AND ");
}

std::vector<StoredRow> rows_with(db::Connection& store, const Table& content, From from, const Columns& columns,
                                 const std::vector<Bound>& values) {
    std::string sql = select_from(content, from);
    if (!columns.empty()) sql += " WHERE " + condition(columns, values);
    std::vector<db::Value> given;
    for (const Bound& value : values)
        if (!value.is_null()) given.push_back(value.value());
    const Columns selected = selected_columns(content, from);
    std::vector<StoredRow> found;
    for (auto row : store.query(sql, std::span<const db::Value>(given)))
        found.push_back(read_stored(row, content, from, selected));
    return found;
}

std::vector<StoredRow> rows_ended(db::Connection& store, const Table& content, std::int64_t after, std::int64_t until) {
    const Columns selected = selected_columns(content, From::past);
    std::vector<StoredRow> found;
    for (auto row :
         store.query(select_from(content, From::past) + " WHERE ended_by > $1 AND ended_by <= $2", after, until))
        found.push_back(read_stored(row, content, From::past, selected));
    return found;
}

Columns key_columns(const Table& table) {
    Columns columns;
    for (const std::size_t place : table.keys) columns.push_back(table.columns[place]);
    return columns;
}

Columns item_columns(const Table& table) {
    Columns columns = key_columns(table);
    if (!table.owner.empty()) columns.resize(1);
    return columns;
}

std::vector<StoredRow> item_in_force(db::Connection& store, const Table& table, const std::vector<Bound>& key) {
    std::vector<StoredRow> item;
    for (const Table* part : with_parts(table)) {
        for (StoredRow& stored : rows_with(store, *part, From::in_force, item_columns(*part), key)) {
            if (!is_sound(stored)) refuse_damaged(changed_row(stored.row));
            item.push_back(std::move(stored));
        }
        if (item.empty()) break;
    }
    return item;
}

std::vector<std::string> verify_hashes(db::Connection& store, const Table& content, From from) {
    std::vector<std::string> problems;
    const Columns selected = selected_columns(content, from);
    for (auto row : store.query(select_from(content, from))) {
        const StoredRow stored = read_stored(row, content, from, selected);
        if (!is_sound(stored)) problems.push_back((from == From::past ? "past_" : "") + changed_row(stored.row));
    }
    return problems;
}

void refuse_changed_rows(db::Connection& store) {
    for (const Table& table : tables()) refuse_changed_rows(store, table);
}

void refuse_changed_rows(db::Connection& store, const Table& content) {
    if (content.guard != Guard::hashed) return;
    const Columns selected = selected_columns(content, From::in_force);
    for (auto row : store.query(select_from(content, From::in_force)))
        if (const StoredRow stored = read_stored(row, content, From::in_force, selected); !is_sound(stored))
            refuse_damaged(changed_row(stored.row));
}

} // namespace qd::inline store
