#include "store/db/row.hpp"

namespace qd::db {
namespace {

std::string name_of_kind(Kind kind) {
    switch (kind) {
    case Kind::integer: return "a whole number";
    case Kind::text: return "text";
    case Kind::blob: return "bytes";
    case Kind::unknown: break;
    }
    return "of unknown type";
}

[[noreturn]] void fail_column(const Cursor& cursor, int column, const std::string& what) {
    throw std::logic_error("Column " + std::to_string(column) + " (" + std::string(cursor.name(column)) + ") " + what +
                           ".");
}

} // namespace

Value Row::value(int column) const {
    if (column < 0 || column >= cursor_->columns())
        throw std::logic_error("Column " + std::to_string(column) + " of an answer with " +
                               std::to_string(cursor_->columns()) + " columns was asked for.");
    return cursor_->value(column);
}

Value Row::filled(int column, Kind kind) const {
    const Value found = value(column);
    if (found.is_null()) fail_column(*cursor_, column, "is NULL where " + name_of_kind(kind) + " was expected");
    if (found.kind() != kind)
        fail_column(*cursor_, column,
                    "is " + name_of_kind(found.kind()) + " where " + name_of_kind(kind) + " was expected");
    return found;
}

std::int64_t Row::integer(int column, std::int64_t least, std::int64_t most) const {
    const std::int64_t number = filled(column, Kind::integer).integer();
    if (number < least || number > most)
        fail_column(*cursor_, column, "holds " + std::to_string(number) + ", which does not fit");
    return number;
}

} // namespace qd::db
