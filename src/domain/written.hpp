#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "domain/period.hpp"
#include "domain/status.hpp"
#include "domain/subject.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace qd {

// An enumeration whose words are printed as a view: its enumerators count from 0, and what is none of them prints as nothing.
template <class E>
concept WordedEnum = std::is_enum_v<E> && requires(E value) {
    { print(value) } -> std::same_as<std::string_view>;
};

// How a value is written in a column that is just a text, or a whole number. Text: "" is "not given".
template <class V> struct Written;

template <> struct Written<std::string> {
    static std::string text(const std::string& value) { return value; }
    static std::optional<std::string> parse(std::string_view text) { return std::string(text); }
};
template <class Tag> struct Written<Code<Tag>> {
    static std::string text(const Code<Tag>& value) { return value.text(); }
    static std::optional<Code<Tag>> parse(std::string_view text) { return Code<Tag>(std::string(text)); }
};
template <> struct Written<Date> {
    static std::string text(Date value) { return print(value); }
    static std::optional<Date> parse(std::string_view text) { return Date::parse(text); }
};
template <> struct Written<Period> {
    static std::string text(Period value) { return print(value); }
    static std::optional<Period> parse(std::string_view text) { return Period::parse(text); }
};
template <> struct Written<Subject> {
    static std::string text(const Subject& value) { return print(value); }
    static std::optional<Subject> parse(std::string_view text) { return parse_subject(text); }
};
// What it counts as, with the council's own name where it has one: "not_rated: blue".
template <> struct Written<StatusWord> {
    static std::string text(const StatusWord& value) {
        return std::string(print(value.status)) + (value.name.empty() ? "" : ": " + value.name);
    }
    static std::optional<StatusWord> parse(std::string_view text) {
        const std::size_t end = text.find(": ");
        const auto status = parse_status(text.substr(0, end));
        if (!status) return std::nullopt;
        return StatusWord(*status, end == std::string_view::npos ? std::string() : std::string(text.substr(end + 2)));
    }
};
template <WordedEnum E> struct Written<E> {
    static std::string text(E value) { return std::string(print(value)); }
    static std::optional<E> parse(std::string_view text) {
        for (int i = 0;; ++i) {
            const std::string_view word = print(static_cast<E>(i));
            if (word.empty()) return std::nullopt;
            if (word == text) return static_cast<E>(i);
        }
    }
};

template <std::integral N> struct Written<N> {
    static std::int64_t number(N value) { return static_cast<std::int64_t>(value); }
    static N from(std::int64_t number) { return static_cast<N>(number); }
};
template <> struct Written<Decimal> { // in millionths
    static std::int64_t number(Decimal value) { return value.millionths(); }
    static Decimal from(std::int64_t number) { return Decimal::from_millionths(number); }
};
template <> struct Written<Instant> { // in seconds since 1970
    static std::int64_t number(Instant value) { return value.seconds(); }
    static Instant from(std::int64_t number) { return Instant(number); }
};

template <class V>
concept WrittenAsNumber = requires(const V& value) {
    Written<V>::number(value);
};

// A list, separated by "; ": of values without semicolons, so not of free texts.
template <class V>
requires(!std::same_as<V, std::string>) struct Written<std::vector<V>> {
    static std::string text(const std::vector<V>& values) {
        std::vector<std::string> parts;
        for (const V& value : values) {
            if constexpr (std::same_as<V, Decimal>)
                parts.push_back(print(value));
            else
                parts.push_back(Written<V>::text(value));
        }
        return join(parts, "; ");
    }
    static std::optional<std::vector<V>> parse(std::string_view text) {
        std::vector<V> values;
        for (const std::string& part : split(text, ';')) {
            std::optional<V> value;
            if constexpr (std::same_as<V, Decimal>)
                value = Decimal::parse(trim(part));
            else
                value = Written<V>::parse(trim(part));
            if (!value) return std::nullopt;
            values.push_back(*std::move(value));
        }
        return values;
    }
};

} // namespace qd
