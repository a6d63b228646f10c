#pragma once

#include "domain/registers.hpp"
#include "store/fields.hpp"
#include "store/ledger.hpp"
#include "store/registers.hpp"

#include <string>
#include <vector>

// The table of a noun in the store, made by its shape. Statements are built from names here and in tables.cpp, rows.cpp and
// ledger.hpp; all of these names are in shapes or in tables.cpp, and their tables in sql/. Values are always bound.
namespace qd::inline store {

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
    each_column<T>([&](const auto& part) { names.emplace_back(part.column()); });
    return join(names, ", ");
}

template <Shaped T> T read_row(FieldReader& read) {
    T row;
    each_column<T>([&](const auto& part) {
        using V = std::remove_cvref_t<decltype(row.*part.member)>;
        row.*part.member = read_value<V>(read, part.column());
    });
    return row;
}

template <Shaped T> std::vector<Bound> bound_parts(const T& row) {
    std::vector<Bound> values;
    each_column<T>([&](const auto& part) { values.push_back(bound(row.*part.member)); });
    return values;
}

// Of a ledger's row.
template <Shaped T> std::string digest_of_row(const T& row) {
    CanonicalText text;
    each_column<T>([&](const auto& part) {
        const std::string value = canonical(bound(row.*part.member).value());
        if (!part.is_later)
            text.add(value);
        else if (!value.empty())
            text.add(part.column()).add(value);
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

// The row of a noun; with its number and hash that of a ledger.
template <Shaped T> Row row_of(std::int64_t id, const T& item, const std::string& sha256) {
    std::vector<Bound> values = bound_parts(item);
    if constexpr (is_ledger<T>()) {
        values.insert(values.begin(), {db::Kind::integer, {}, id});
        values.push_back({db::Kind::text, sha256, {}});
    }
    return Row::checked(table_named(Shape<T>::table), std::move(values));
}

template <Shaped T> const LedgerRules<T, Instant, std::string>& ledger_rules() {
    static const LedgerRules<T, Instant, std::string> rules{
        Shape<T>::table.data(), key_of<T>,       moment_of<T>(), digest_of_row<T>,
        Precedence::by_moment,  part_names<T>(), read_row<T>,    row_of<T>};
    return rules;
}

template <Shaped T> std::vector<T> read_rows(db::Connection& store) {
    if constexpr (is_ledger<T>()) {
        return read_ledger(store, ledger_rules<T>());
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

template <Shaped T> ImportOutcome::Line bring_rows(Writer& writer, const std::vector<T>& given_rows) {
    if constexpr (is_ledger<T>())
        return bring_into_ledger(writer, ledger_rules<T>(), given_rows, writer.now());
    else
        return bring(writer, Shape<T>::table.data(), given_rows,
                     [](const T& row) { return Item{row_of<T>(0, row, "")}; });
}

template <auto Member> RegisterRows register_rows() {
    using T = RowOf<Member>;
    RegisterRows made{Shape<T>::table, [](db::Connection& store, Content& into) { into.*Member = read_rows<T>(store); },
                      [](Writer& writer, const Content& given) { return bring_rows(writer, given.*Member); },
                      std::nullopt};
    if constexpr (is_ledger<T>())
        made.check = {Shape<T>::table,
                      [](db::Connection& store, From from) { return verify_ledger(store, ledger_rules<T>(), from); }};
    return made;
}

// As tables.cpp lists the columns of a table.
template <Shaped T> std::string listed_parts() {
    std::string words = is_ledger<T>() ? "id#" : "";
    each_column<T>([&](const auto& part) {
        using V = PlainOf<std::remove_cvref_t<decltype(std::declval<T>().*part.member)>>;
        words += (words.empty() ? "" : " ") + std::string(part.column()) +
                 (std::same_as<V, Decimal> ? "~"
                  : WrittenAsNumber<V>     ? "#"
                                           : "") +
                 (part.is_later ? "+" : "") + (part.is_key ? "*" : "");
    });
    return words + (is_ledger<T>() ? " sha256" : "");
}

} // namespace qd::inline store
