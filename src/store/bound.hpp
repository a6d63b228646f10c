#pragma once

#include "base/sha256.hpp"
#include "store/db/connection.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline store {

// A canonical text for a SHA-256: each field with its length, so that no two different rows have the same.
class CanonicalText {
public:
    CanonicalText& add(std::string_view field) {
        digest_.add(std::to_string(field.size()) + ":").add(field);
        return *this;
    }
    std::string sha256() { return digest_.finish(); } // once, at the end

private:
    Sha256 digest_;
};

// NULL, an empty text and the text of a number are three different things.
inline std::string canonical(const db::Value& value) {
    if (value.is_null()) return "";
    return value.kind() == db::Kind::integer ? "n" + std::to_string(value.integer()) : "t" + std::string(value.bytes());
}

// A value of a statement, with the text or the bytes that it needs.
struct Bound {
    db::Kind kind = db::Kind::text;
    std::optional<std::string> text; // or bytes
    std::optional<std::int64_t> number;

    Bound() = default;
    Bound(db::Kind given_kind, std::optional<std::string> given_text, std::optional<std::int64_t> given_number)
        : kind(given_kind), text(std::move(given_text)), number(given_number) {}
    explicit Bound(const db::Value& value) : kind(value.kind()) {
        if (value.is_null()) return;
        if (kind == db::Kind::integer)
            number = value.integer();
        else
            text = std::string(value.bytes());
    }

    bool is_null() const { return !text && !number; }
    db::Value value() const {
        if (kind == db::Kind::integer) return number;
        if (kind == db::Kind::blob) return text ? std::optional(db::as_blob(*text)) : std::optional<db::BlobView>();
        return text ? db::Value(std::optional(std::string_view(*text))) : db::Value(std::optional<std::string_view>());
    }
    friend bool operator==(const Bound&, const Bound&) = default;
};

inline std::vector<db::Value> values_of(const std::vector<Bound>& bound) {
    std::vector<db::Value> values;
    values.reserve(bound.size());
    for (const Bound& one : bound) values.push_back(one.value());
    return values;
}

// "INSERT INTO table (names) VALUES ($1, …)".
std::string insert_into(std::string_view table, const std::string& names, std::size_t count);

} // namespace qd::inline store
