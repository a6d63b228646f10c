#pragma once

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/error.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"
#include "domain/status.hpp"
#include "store/db/connection.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace qd::inline store {

// How values become columns and back. Not given is NULL. What is read back and makes no sense is a damaged store: Error(outage).

inline std::optional<std::string_view> given(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}
template <class Tag> std::optional<std::string_view> given(const Code<Tag>& code) {
    return given(std::string_view(code.text()));
}
inline std::optional<std::int64_t> given(const std::optional<Decimal>& value) {
    return value ? std::optional(value->millionths()) : std::nullopt;
}
inline std::optional<std::string> given(const std::optional<Date>& date) {
    return date ? std::optional(print(*date)) : std::nullopt;
}

[[noreturn]] void damaged(std::string_view column, std::string_view value);
[[noreturn]] void damaged_column(std::string_view what);

template <class T> T known(std::optional<T> value, std::string_view column, std::string_view text) {
    if (!value) damaged(column, text);
    return *value;
}

// A status that somebody typed takes two columns: what it counts as, and the council's own name for it. "" for none.
std::string counted_status(const std::optional<StatusWord>& typed);
std::string own_status_name(const std::optional<StatusWord>& typed);
std::optional<StatusWord> typed_status(const std::string& counted, std::string own_name, std::string_view column);

// Reads the columns of one row from left to right.
class FieldReader {
public:
    explicit FieldReader(const db::Row& row) : row_(row) {}
    std::string text() { return next<std::optional<std::string>>().value_or(""); }
    std::int64_t integer() { return next<std::int64_t>(); }
    int small_integer() { return next<int>(); }
    bool truth() { return next<bool>(); }
    std::optional<std::int64_t> integer_if() { return next<std::optional<std::int64_t>>(); }
    std::optional<int> small_integer_if() { return next<std::optional<int>>(); }
    std::string bytes() { return std::string(db::as_text(next<db::BlobView>())); }
    std::string bytes_if() { // "" for none
        const auto there = next<std::optional<db::BlobView>>();
        return there ? std::string(db::as_text(*there)) : std::string();
    }
    std::optional<Decimal> decimal();
    std::optional<Date> date();
    Period period();
    template <class C> C code() { return C(text()); }
    // A column of words: word(parse_status) gives a Status.
    template <class T> T word(std::optional<T> (*parse)(std::string_view)) {
        const std::string written = text();
        return known(parse(written), "a word", written);
    }
    // The same of a column that came later: `usual` where there is nothing.
    template <class T> T word_or(std::optional<T> (*parse)(std::string_view), T usual) {
        const std::string written = text();
        return written.empty() ? usual : known(parse(written), "a word", written);
    }

private:
    // SQLite lets another hand put a text where a number belongs.
    template <class T> T next() {
        try {
            return row_.get<T>(at_++);
        } catch (const std::logic_error& error) {
            damaged_column(error.what());
        }
    }

    const db::Row& row_;
    int at_ = 0;
};

} // namespace qd::inline store
