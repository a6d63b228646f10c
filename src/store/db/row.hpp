#pragma once

#include "store/db/cursor.hpp"

#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace qd::db {

// A row of an answer, valid until the query moves on. Columns are counted from 0.
// T is std::int64_t (or another integer type), bool, std::string, Blob, an optional of these, or, valid as long as
// the row, std::string_view and BlobView. Asking for a type the column does not have is a fault of the program: std::logic_error.
class Row {
public:
    explicit Row(const Cursor& cursor) : cursor_(&cursor) {}

    template <class T> T get(int column) const;
    Value value(int column) const; // whatever it is, to be handed on; checks the column number
    template <class... T> std::tuple<T...> as() const { return as<T...>(std::index_sequence_for<T...>{}); }

private:
    template <class... T, std::size_t... Column> std::tuple<T...> as(std::index_sequence<Column...>) const {
        return {get<T>(static_cast<int>(Column))...};
    }
    Value filled(int column, Kind kind) const; // checks that it is of that kind and not NULL
    std::int64_t integer(int column, std::int64_t least, std::int64_t most) const;

    const Cursor* cursor_;
};

template <class T> struct OptionalOf : std::false_type {};
template <class T> struct OptionalOf<std::optional<T>> : std::true_type {};

template <class T> T Row::get(int column) const {
    if constexpr (OptionalOf<T>::value) {
        if (value(column).is_null()) return std::nullopt;
        return get<typename T::value_type>(column);
    } else if constexpr (std::is_same_v<T, bool>) {
        return integer(column, 0, 1) == 1;
    } else if constexpr (std::is_integral_v<T>) {
        using Limits = std::numeric_limits<T>;
        constexpr bool wide = std::cmp_greater(Limits::max(), std::numeric_limits<std::int64_t>::max());
        return static_cast<T>(
            integer(column, static_cast<std::int64_t>(Limits::min()),
                    wide ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(Limits::max())));
    } else if constexpr (std::is_same_v<T, BlobView>) {
        return filled(column, Kind::blob).blob();
    } else if constexpr (std::is_same_v<T, Blob>) {
        const BlobView bytes = filled(column, Kind::blob).blob();
        return Blob(bytes.begin(), bytes.end());
    } else {
        static_assert(std::is_same_v<T, std::string> || std::is_same_v<T, std::string_view>, "no column type");
        return T(filled(column, Kind::text).text());
    }
}

} // namespace qd::db
