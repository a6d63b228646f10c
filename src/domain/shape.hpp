#pragma once

#include "domain/reader.hpp"
#include "domain/written.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The shape of a noun: its columns, said once. From it exchange makes the noun's table in a council folder, and store its
// table in SQL (whose text is written by hand in sql/, with the same names). A noun with a shape is a struct of values with
//     template <> struct Shape<Risk> : Rows<Readable::open> {
//         static constexpr std::string_view table = "risks", one = "a risk";
//         static constexpr auto parts = made_of(code<open>("code", &Risk::code), part<council>("cause", &Risk::cause), …);
//     };
// Who may read its rows and each of its parts (reader.hpp) has to be said, or it does not compile; what is by_rule needs its rule
// in engine/public_rules.hpp.
// and a line in registers.hpp; its code is `using RiskCode = Code<struct Risk>`. It may also have
//     static std::vector<RowProblem> problems(const Risk&);    what cannot be true of one row by itself
//     static constexpr std::string_view folder = "minutes/";   each is a Markdown file there, not a row of a table
// A noun whose shape has a `moment` is a ledger: a changed row is another row, and nothing is ever taken away. In the others
// the row with the same keys is overwritten.
namespace qd {

enum class Role { optional, required, code, above, moment };

template <class T, class V> struct Part {
    std::string_view name;
    V T::*member;
    Readable readable;
    Role role = Role::optional;
    bool is_key = false;
    bool is_later = false;
    std::string_view stored_name{}; // in SQL; empty = the name

    constexpr std::string_view column() const { return stored_name.empty() ? name : stored_name; }
};
// A list whose entries are rows of a table of their own in SQL, which the store reads and writes by hand.
template <class T, class V> struct Listed : Part<T, V> {};
template <class P> constexpr bool is_listed = false;
template <class T, class V> constexpr bool is_listed<Listed<T, V>> = true;

template <Readable who, class T, class V> constexpr Part<T, V> part(std::string_view name, V T::*member) {
    return {name, member, who};
}
template <Readable who, class T, class V> constexpr Part<T, V> need(std::string_view name, V T::*member) {
    return {name, member, who, Role::required};
}
// What identifies rows; with key_if one that may be empty.
template <Readable who, class T, class V> constexpr Part<T, V> key(std::string_view name, V T::*member) {
    return {name, member, who, Role::required, true};
}
template <Readable who, class T, class V> constexpr Part<T, V> key_if(std::string_view name, V T::*member) {
    return {name, member, who, Role::optional, true};
}
// The row's own code, by which other tables refer to it.
template <Readable who, class T, class V> constexpr Part<T, V> code(std::string_view name, V T::*member) {
    return {name, member, who, Role::code, true};
}
// The code of a row of the same table that is above this one, or came before it: it never leads back to the row itself.
template <Readable who, class T, class V> constexpr Part<T, V> above(std::string_view name, V T::*member) {
    return {name, member, who, Role::above};
}
// When it became known; none = the moment of import.
template <Readable who, class T> constexpr Part<T, std::optional<Instant>> moment(std::optional<Instant> T::*member) {
    return {"known_at", member, who, Role::moment};
}
// A column that a later step of sql/ added: NULL there is what it was before.
template <class T, class V> constexpr Part<T, V> later(Part<T, V> given) {
    given.is_later = true;
    return given;
}

// A column whose name SQL keeps for itself, or that had another one there before.
template <class T, class V> constexpr Part<T, V> stored_as(std::string_view column, Part<T, V> given) {
    given.stored_name = column;
    return given;
}
template <class T, class V> constexpr Listed<T, V> in_rows(Part<T, V> given) { return {given}; }

// The parts of a noun, which hand themselves to whoever asks. Not a std::tuple: those of all nouns took every file that sees
// Content a second and a half to compile.
template <class... Parts> constexpr auto made_of(Parts... parts) {
    return [=](auto visit) { return visit(parts...); };
}

template <class T> struct Shape;
template <class T>
concept Shaped = requires {
    Shape<T>::parts;
};

// Kept as text files of its own in a council folder; which exchange reads and writes by hand, after the tables.
template <class T>
concept Narrated = Shaped<T> && requires {
    Shape<T>::folder;
};

// Known by a code of its own.
template <class T>
concept KnownByCode = Shaped<T> && requires(const T& row) {
    row.code.text();
};
// Known by a code that only a register makes; those that were there before it have tags of their own (base/id.hpp).
template <class T>
concept HasCode = Shaped<T> && std::same_as<decltype(T::code), Code<T>>;

// What is wrong with one row, by itself.
struct RowProblem {
    std::string_view column;
    std::string message; // "is before window_from."
    std::string remedy;  // "Put the later day here."
};
template <Shaped T> std::vector<RowProblem> problems_of(const T& row) {
    if constexpr (requires { Shape<T>::problems(row); })
        return Shape<T>::problems(row);
    else
        return {};
}

template <Shaped T, class Visit> constexpr void each_part(Visit visit) {
    Shape<T>::parts([&](const auto&... parts) { (visit(parts), ...); });
}

// Those that are a column of its table in SQL.
template <Shaped T, class Visit> constexpr void each_column(Visit visit) {
    each_part<T>([&](const auto& part) {
        if constexpr (!is_listed<std::remove_cvref_t<decltype(part)>>) visit(part);
    });
}

// Whether a rule decides on one of its parts.
template <Shaped T> consteval bool has_parts_by_rule() {
    bool found = false;
    each_part<T>([&](const auto& part) { found = found || part.readable == Readable::by_rule; });
    return found;
}

template <Shaped T> consteval bool is_ledger() {
    bool found = false;
    each_part<T>([&](const auto& part) { found = found || part.role == Role::moment; });
    return found;
}

template <class V> std::string key_text_of(const V& value) {
    if constexpr (WrittenAsNumber<V>)
        return std::to_string(Written<V>::number(value));
    else
        return Written<V>::text(value);
}
template <class V> std::string key_text_of(const std::optional<V>& value) { return value ? key_text_of(*value) : ""; }

// What identifies a row, as one text; rows that differ in a key differ in it.
template <Shaped T> std::string key_of(const T& row) {
    std::string text;
    each_column<T>([&](const auto& part) {
        if (part.is_key) text += key_text_of(row.*part.member) + '\x1f';
    });
    return text;
}

// The canonical order: by the keys, in the order of the parts.
template <Shaped T> bool comes_before(const T& a, const T& b) {
    int order = 0;
    each_part<T>([&](const auto& part) {
        if (!part.is_key || order != 0) return;
        if constexpr (std::totally_ordered<std::remove_cvref_t<decltype(a.*part.member)>>) // as every key is
            order = a.*part.member < b.*part.member ? -1 : b.*part.member < a.*part.member ? 1 : 0;
    });
    return order < 0;
}

template <Shaped T> std::optional<Instant> known_at(const T& row) {
    std::optional<Instant> moment;
    each_part<T>([&](const auto& part) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(row.*part.member)>, std::optional<Instant>>)
            if (part.role == Role::moment) moment = row.*part.member;
    });
    return moment;
}

// For a ledger, what is in force as at a time: of the rows with the same keys the one known last, of two the later.
// In the order in which the keys first appear in the ledger.
template <Shaped T> std::vector<const T*> in_force(const std::vector<T>& rows, Instant as_at) {
    std::vector<const T*> found;
    std::map<std::string, std::size_t> places;
    for (const T& row : rows) {
        if (known_at(row) && *known_at(row) > as_at) continue;
        const auto [place, fresh] = places.try_emplace(key_of(row), found.size());
        if (fresh)
            found.push_back(&row);
        else if (known_at(*found[place->second]) <= known_at(row))
            found[place->second] = &row;
    }
    return found;
}

} // namespace qd
