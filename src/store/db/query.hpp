#pragma once

#include "store/db/row.hpp"

#include <iterator>
#include <memory>

namespace qd::db {

// A statement that was prepared, bound and started. Its rows are walked once:
//     for (auto row : connection.query("SELECT code FROM measure WHERE area = $1", area)) use(row.get<std::string>(0));
// It must not outlive its connection.
class Query {
public:
    class Iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = Row;

        explicit Iterator(Cursor& cursor) : cursor_(&cursor), more_(cursor.step()) {}
        Row operator*() const { return Row(*cursor_); }
        Iterator& operator++() {
            more_ = cursor_->step();
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(const Iterator& at, std::default_sentinel_t) { return !at.more_; }

    private:
        Cursor* cursor_;
        bool more_;
    };

    explicit Query(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}

    Iterator begin() { return Iterator(*cursor_); }
    std::default_sentinel_t end() const { return {}; }

    // The next row, if there is one; another way to walk, for answers of one row.
    std::optional<Row> next() { return cursor_->step() ? std::optional(Row(*cursor_)) : std::nullopt; }

private:
    std::unique_ptr<Cursor> cursor_;
};

} // namespace qd::db
