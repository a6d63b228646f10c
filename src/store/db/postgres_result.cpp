#include "store/db/postgres_result.hpp"

#include "store/db/postgres_types.hpp"

#include <string>

namespace qd::db {
namespace {

// A number of PostgreSQL's binary format: two's complement, highest byte first.
std::int64_t read_big_endian(std::string_view bytes) {
    std::uint64_t number = !bytes.empty() && (bytes[0] & 0x80) ? ~std::uint64_t{0} : 0;
    for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

// `numeric` is what sum() makes of whole numbers: count of digits, weight of the first, sign, scale, then the digits,
// each of base 10,000 and two bytes wide.
std::int64_t read_numeric(std::string_view bytes, std::string_view column) {
    const auto field = [&](std::size_t at) { return read_big_endian(bytes.substr(2 * at, 2)); };
    const std::int64_t digits = field(0), weight = field(1), sign = field(2) & 0xffff;
    bool fits = sign == 0 || sign == 0x4000;
    std::int64_t number = 0;
    for (std::int64_t at = 0; at < std::max(digits, weight + 1) && fits; ++at) {
        const std::int64_t digit = at < digits ? field(static_cast<std::size_t>(4 + at)) : 0;
        if (at > weight) {
            fits = digit == 0;
        } else {
            fits = !__builtin_mul_overflow(number, std::int64_t{10'000}, &number) &&
                   !__builtin_add_overflow(number, sign ? -digit : digit, &number);
        }
    }
    if (!fits)
        throw std::logic_error("The column " + std::string(column) +
                               " has a number that is not whole or does not fit in 64 bits.");
    return number;
}

} // namespace

Value PostgresCursor::value(int column) const {
    if (PQgetisnull(result_.get(), row_, column)) return std::nullopt;
    const std::string_view bytes(PQgetvalue(result_.get(), row_, column),
                                 static_cast<std::size_t>(PQgetlength(result_.get(), row_, column)));
    switch (PQftype(result_.get(), column)) {
    case postgres::boolean:
    case postgres::int2:
    case postgres::int4:
    case postgres::int8: return read_big_endian(bytes);
    case postgres::numeric: return read_numeric(bytes, name(column));
    case postgres::text:
    case postgres::varchar:
    case postgres::name:
    case postgres::unknown: return bytes;
    case postgres::bytea: return as_blob(bytes);
    default: throw std::logic_error("The column " + std::string(name(column)) + " is of a type that is not used here.");
    }
}

} // namespace qd::db
