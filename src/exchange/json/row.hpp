#pragma once

#include "domain/calendar.hpp"
#include "domain/risk_level.hpp"
#include "domain/shape.hpp"
#include "exchange/json/writer.hpp"

#include <initializer_list>

// A row of a register as fields of a JSON object: the columns of its table in a council folder, by the same names.
namespace qd::inline exchange {

inline void write_value(JsonWriter& json, std::string_view key, bool value, const Calendar&) { json.truth(key, value); }
inline void write_value(JsonWriter& json, std::string_view key, int value, const Calendar&) {
    json.number(key, Decimal(value));
}
inline void write_value(JsonWriter& json, std::string_view key, Decimal value, const Calendar&) {
    json.number(key, value);
}
template <class Of> void write_value(JsonWriter& json, std::string_view key, const Level<Of>& value, const Calendar&) {
    json.number(key, Decimal(value.number));
}
inline void write_value(JsonWriter& json, std::string_view key, Instant value, const Calendar&) {
    json.text(key, print(value));
}
inline void write_value(JsonWriter& json, std::string_view key, Period value, const Calendar& calendar) {
    json.text(key, calendar.text(value));
}
template <class V>
requires(!WrittenAsNumber<V>) void write_value(JsonWriter& json, std::string_view key, const V& value,
                                               const Calendar&) {
    json.text_or_null(key, Written<V>::text(value));
}
template <class V>
void write_value(JsonWriter& json, std::string_view key, const std::vector<V>& values, const Calendar& calendar) {
    json.open_array(key);
    for (const V& value : values) write_value(json, "", value, calendar);
    json.close_array();
}
template <class V>
void write_value(JsonWriter& json, std::string_view key, const std::optional<V>& value, const Calendar& calendar) {
    if (value)
        write_value(json, key, *value, calendar);
    else
        json.null(key);
}

// Columns by which a row belongs to another one are left out if it is nested there.
template <Shaped T>
void write_row(JsonWriter& json, const T& row, const Calendar& calendar,
               std::initializer_list<std::string_view> left_out = {}) {
    each_part<T>([&](const auto& part) {
        if (std::ranges::find(left_out, part.name) == left_out.end())
            write_value(json, part.name, row.*part.member, calendar);
    });
}

} // namespace qd::inline exchange
