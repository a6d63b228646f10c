#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::db {

using Blob = std::vector<std::byte>;
using BlobView = std::span<const std::byte>;

inline BlobView as_blob(std::string_view bytes) { return std::as_bytes(std::span(bytes.data(), bytes.size())); }
inline std::string_view as_text(BlobView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

enum class Kind : char { unknown = '?', integer = 'i', text = 't', blob = 'b' };

// One value on its way into a statement or out of a row. It does not own its text or bytes.
// An empty optional knows its kind, because PostgreSQL wants to know the type of a parameter even when it is NULL.
class Value {
public:
    Value(std::nullopt_t) {}
    template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>) Value(Number number)
        : kind_(Kind::integer), null_(false), integer_(static_cast<std::int64_t>(number)) {
        if (std::cmp_greater(number, std::numeric_limits<std::int64_t>::max()))
            throw std::out_of_range("A number above 2^63 - 1 was handed to the store.");
    }
    Value(std::same_as<bool> auto truth) : Value(truth ? 1 : 0) {}
    Value(std::string_view text) : Value(Kind::text, text) {}
    Value(BlobView bytes) : Value(Kind::blob, as_text(bytes)) {}
    template <class Inner> Value(const std::optional<Inner>& inner) : Value(inner ? Value(*inner) : Value(Inner{})) {
        null_ = !inner;
        if (null_) bytes_ = "";
    }

    Kind kind() const { return kind_; }
    bool is_null() const { return null_; }
    std::int64_t integer() const { return integer_; } // of Kind::integer
    std::string_view text() const { return bytes_; }  // of Kind::text
    BlobView blob() const { return as_blob(bytes_); } // of Kind::blob
    std::string_view bytes() const { return bytes_; } // of Kind::text or Kind::blob; data() is never null

private:
    // An empty view may point nowhere, which both libraries would take for NULL.
    Value(Kind kind, std::string_view bytes) : kind_(kind), null_(false), bytes_(bytes.data() ? bytes : "") {}

    Kind kind_ = Kind::unknown;
    bool null_ = true;
    std::int64_t integer_ = 0;
    std::string_view bytes_;
};

} // namespace qd::db
