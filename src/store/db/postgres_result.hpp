#pragma once

#include "store/db/cursor.hpp"

#include <memory>

#include <libpq-fe.h>

namespace qd::db {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

// A whole answer of PostgreSQL, in its binary format.
class PostgresCursor final : public Cursor {
public:
    explicit PostgresCursor(PostgresResult result) : result_(std::move(result)), rows_(PQntuples(result_.get())) {}

    bool step() override { return row_ < rows_ && ++row_ < rows_; }
    int columns() const override { return PQnfields(result_.get()); }
    std::string_view name(int column) const override { return PQfname(result_.get(), column); }
    Value value(int column) const override;

private:
    PostgresResult result_;
    int rows_;
    int row_ = -1;
};

} // namespace qd::db
