#pragma once

#include "domain/registers.hpp"
#include "store/bring.hpp"
#include "store/fields.hpp"
#include "store/ledger.hpp"

#include <span>
#include <string>
#include <vector>

// The table of a noun in the store, made by its shape. The second place where statements are put together from names (the other
// is tables.cpp); all of these names stand in shapes, and their tables in sql/. Values are always bound.
namespace qd::inline store {

// A value on its way into a statement, with the text that it needs.
struct Bound {
    db::Kind kind = db::Kind::text;
    std::optional<std::string> text;
    std::optional<std::int64_t> number;

    db::Value value() const {
        if (kind == db::Kind::integer) return number;
        return text ? db::Value(std::optional(std::string_view(*text))) : db::Value(std::optional<std::string_view>());
    }
    // NULL, an empty text and the text of a number are three different things.
    std::string canonical() const { return number ? "n" + std::to_string(*number) : text ? "t" + *text : ""; }
};

template <class V> struct Plain { using Type = V; };
template <class V> struct Plain<std::optional<V>> { using Type = V; };
template <class V> using PlainOf = typename Plain<V>::Type;

template <class V> Bound bound(const V& value) {
    if constexpr (WrittenAsNumber<V>)
        return {db::Kind::integer, {}, Written<V>::number(value)};
    else {
        std::string text = Written<V>::text(value);
        return {db::Kind::text, text.empty() ? std::nullopt : std::optional(std::move(text)), {}};
    }
}
template <class V> Bound bound(const std::optional<V>& value) {
    if (value) return bound(*value);
    return {WrittenAsNumber<V> ? db::Kind::integer : db::Kind::text, {}, {}};
}

template <class V> V read_value(FieldReader& read, std::string_view column) {
    using Inner = PlainOf<V>;
    constexpr bool may_be_absent = !std::same_as<V, Inner>;
    if constexpr (WrittenAsNumber<Inner>) {
        const std::optional<std::int64_t> number = read.integer_if();
        if (!number) return V();
        return Written<Inner>::from(*number);
    } else {
        const std::string text = read.text();
        if (text.empty() && (may_be_absent || !WordedEnum<Inner>)) return V();
        return known(Written<Inner>::parse(text), column, text);
    }
}

template <Shaped T> std::string part_names() {
    std::vector<std::string> names;
    each_part<T>([&](const auto& part) { names.emplace_back(part.name); });
    return join(names, ", ");
}

template <Shaped T> T read_row(FieldReader& read) {
    T row;
    each_part<T>([&](const auto& part) {
        using V = std::remove_cvref_t<decltype(row.*part.member)>;
        row.*part.member = read_value<V>(read, part.name);
    });
    return row;
}

template <Shaped T> std::vector<Bound> bound_parts(const T& row) {
    std::vector<Bound> values;
    each_part<T>([&](const auto& part) { values.push_back(bound(row.*part.member)); });
    return values;
}

inline void execute_bound(db::Connection& store, const std::string& sql, const std::vector<Bound>& bound) {
    std::vector<db::Value> values;
    for (const Bound& one : bound) values.push_back(one.value());
    store.execute(sql, std::span<const db::Value>(values));
}

inline std::string insert_into(std::string_view table, const std::string& names, std::size_t count) {
    std::vector<std::string> places;
    for (std::size_t i = 1; i <= count; ++i) places.push_back("$" + std::to_string(i));
    return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + join(places, ", ") + ")";
}

// Of a ledger's row.
template <Shaped T> std::string digest_of_row(const T& row) {
    CanonicalText text;
    each_part<T>([&](const auto& part) {
        const Bound value = bound(row.*part.member);
        if (!part.is_later)
            text.add(value.canonical());
        else if (!value.canonical().empty())
            text.add(part.name).add(value.canonical());
    });
    return text.sha256();
}

template <Shaped T> std::optional<Instant> T::*moment_of() {
    std::optional<Instant> T::*found = nullptr;
    each_part<T>([&](const auto& part) {
        if constexpr (std::same_as<std::remove_cv_t<decltype(part.member)>, std::optional<Instant> T::*>)
            if (part.role == Role::moment) found = part.member;
    });
    return found;
}

template <Shaped T> const LedgerRules<T, Instant, std::string>& ledger_rules() {
    static const LedgerRules<T, Instant, std::string> rules{Shape<T>::table.data(), key_of<T>, moment_of<T>(),
                                                            digest_of_row<T>, Precedence::by_moment};
    return rules;
}

template <Shaped T> std::vector<Stored<T>> read_stored_rows(db::Connection& store) {
    static const std::string sql =
        "SELECT id, sha256, " + part_names<T>() + " FROM " + std::string(Shape<T>::table) + " ORDER BY id";
    std::vector<Stored<T>> stored;
    for (auto row : store.query(sql)) {
        FieldReader read(row);
        Stored<T> one{.id = read.integer(), .sha256 = read.text(), .item = {}};
        one.item = read_row<T>(read);
        stored.push_back(std::move(one));
    }
    return stored;
}

template <Shaped T> std::vector<T> read_rows(db::Connection& store) {
    if constexpr (is_ledger<T>()) {
        return read_ledger(ledger_rules<T>(), read_stored_rows<T>(store));
    } else {
        static const std::string sql = "SELECT " + part_names<T>() + " FROM " + std::string(Shape<T>::table);
        std::vector<T> rows;
        for (auto row : store.query(sql)) {
            FieldReader read(row);
            rows.push_back(read_row<T>(read));
        }
        return rows;
    }
}

template <Shaped T> void erase_row(db::Connection& store, const T& row) {
    std::vector<std::string> conditions;
    std::vector<Bound> keys;
    each_part<T>([&](const auto& part) {
        if (!part.is_key) return;
        keys.push_back(bound(row.*part.member));
        conditions.push_back(std::string(part.name) + " IS NOT DISTINCT FROM $" + std::to_string(keys.size()));
    });
    execute_bound(store, "DELETE FROM " + std::string(Shape<T>::table) + " WHERE " + join(conditions, " AND "), keys);
}

template <Shaped T>
ImportOutcome::Line bring_rows(db::Connection& store, const std::vector<T>& given_rows, Instant now) {
    constexpr const char* table = Shape<T>::table.data();
    if constexpr (is_ledger<T>()) {
        return bring_into_ledger(
            ledger_rules<T>(), read_stored_rows<T>(store), given_rows, now, [&](std::int64_t id, const T& row) {
                std::vector<Bound> values = bound_parts(row);
                values.push_back({db::Kind::integer, {}, id});
                values.push_back({db::Kind::text, digest_of_row(row), {}});
                execute_bound(store, insert_into(table, part_names<T>() + ", id, sha256", values.size()), values);
            });
    } else {
        return bring(
            table, read_rows<T>(store), given_rows, key_of<T>,
            [&](const T& row) {
                const std::vector<Bound> values = bound_parts(row);
                execute_bound(store, insert_into(table, part_names<T>(), values.size()), values);
            },
            [&](const T& row) { erase_row(store, row); });
    }
}

// As tables.cpp lists the columns of a table.
template <Shaped T> std::string listed_parts() {
    std::string words = is_ledger<T>() ? "id#" : "";
    each_part<T>([&](const auto& part) {
        using V = PlainOf<std::remove_cvref_t<decltype(std::declval<T>().*part.member)>>;
        words += (words.empty() ? "" : " ") + std::string(part.name) + (WrittenAsNumber<V> ? "#" : "") +
                 (part.is_later ? "+" : "");
    });
    return words + (is_ledger<T>() ? " sha256" : "");
}

} // namespace qd::inline store
