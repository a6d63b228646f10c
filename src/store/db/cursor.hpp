#pragma once

#include "store/db/value.hpp"

#include <string_view>

namespace qd::db {

// The answer of a database to one statement, row by row. Implemented once for each database.
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual bool step() = 0; // to the next row; false after the last
    virtual int columns() const = 0;
    virtual std::string_view name(int column) const = 0;
    virtual Value value(int column) const = 0; // valid until the next step
};

} // namespace qd::db
