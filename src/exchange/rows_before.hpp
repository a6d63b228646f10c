#pragma once

#include "domain/registers.hpp"
#include "exchange/tables.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <type_traits>
#include <vector>

// Rows read in addition to those in the store: which of them a row refers to.
namespace qd::inline exchange {

// From when a row of a ledger applies, as a number that grows with time; none = it does not say, or its table is not a ledger.
template <class T> std::optional<std::int64_t> holds_from(const T& row) {
    if constexpr (std::same_as<T, Target>)
        return row.set_on ? std::optional<std::int64_t>(row.set_on->days_since_1970()) : std::nullopt;
    else if constexpr (requires { row.known_at; })
        return row.known_at ? std::optional<std::int64_t>(row.known_at->seconds()) : std::nullopt;
    else
        return std::nullopt;
}
template <class T> constexpr bool holds_versions() {
    return std::same_as<T, Target> || requires(const T& row) { row.known_at; };
}

// What identifies a row: the cells of its keys.
template <class T> std::string keys_of(std::span<const Column<T>> columns, const T& row) {
    std::string keys;
    for (const Column<T>& column : columns)
        if (is_key(column.need)) keys += column.write(row, YearStyle::split) + '\x1f';
    return keys;
}
// The same for people: without those that are empty.
template <class T> std::string shown_keys(std::span<const Column<T>> columns, const T& row, YearStyle years) {
    std::string keys;
    for (const Column<T>& column : columns) {
        if (!is_key(column.need)) continue;
        const std::string cell = column.write(row, years);
        if (!cell.empty()) keys += (keys.empty() ? "" : " ") + cell;
    }
    return keys;
}

// Rows by their keys. Of the versions of a ledger the one that is in force at a time: known last, of two the later.
template <class T> class RowsByKeys {
public:
    explicit RowsByKeys(std::span<const Column<T>> columns) : columns_(columns) {}
    void add(const T& row) { versions_[keys_of(columns_, row)].push_back(&row); }
    const T* find(const std::string& keys, std::optional<std::int64_t> at) const {
        const auto found = versions_.find(keys);
        if (found == versions_.end()) return nullptr;
        const T* last = nullptr;
        for (const T* row : found->second)
            if (!(at && holds_from(*row) > at) && (last == nullptr || holds_from(*last) <= holds_from(*row)))
                last = row;
        return last;
    }

private:
    std::span<const Column<T>> columns_;
    std::map<std::string, std::vector<const T*>> versions_;
};

// Of the rows of a table that the store has and, in a ledger, of those that were read before in the same table.
template <class T> class RowsBefore : public Before<T> {
public:
    RowsBefore(const std::vector<T>& stored, std::span<const Column<T>> columns, const Settings& settings)
        : stored_(stored), columns_(columns), settings_(settings), rows_(columns) {}

    bool is_empty() const override { return stored_.empty(); }
    const T* find(const Row<T>& given) override {
        if (!indexed_)
            for (const T& row : stored_) rows_.add(row);
        indexed_ = true;
        T row = given.value;
        if constexpr (requires { row.area; })
            if constexpr (std::same_as<decltype(row.area), AreaCode>) drop_own_area(row.area, settings_);
        return rows_.find(keys_of(columns_, row), holds_from(row));
    }
    // A sound row; it counts as a version from then on.
    void add(const T& row) {
        if constexpr (holds_versions<T>())
            if (indexed_) rows_.add(read_.emplace_back(row));
    }

private:
    const std::vector<T>& stored_;
    std::span<const Column<T>> columns_;
    const Settings& settings_;
    RowsByKeys<T> rows_;
    std::deque<T> read_;
    bool indexed_ = false;
};

// A version's own column is reported if it says something.
template <class T>
void add_changes(std::vector<CellChange>& changes, std::span<const Column<T>> columns, const T& before, const T& after,
                 YearStyle years) {
    for (const Column<T>& column : columns) {
        std::string was = column.write(before, years), is = column.write(after, years);
        if (was == is || (column.need == Need::version && is.empty())) continue;
        changes.push_back(
            {"", shown_keys(columns, after, years), std::string(column.name), std::move(was), std::move(is)});
    }
}

template <class T>
std::vector<CellChange> changes_of(std::span<const Column<T>> columns, const std::vector<T>& stored,
                                   const std::vector<T>& given, YearStyle years) {
    std::vector<CellChange> changes;
    if (stored.empty() || given.empty()) return changes;
    RowsByKeys<T> rows(columns);
    for (const T& row : stored) rows.add(row);
    for (const T& row : given) {
        const T* before = rows.find(keys_of(columns, row), holds_from(row));
        if (before != nullptr && !(*before == row)) add_changes(changes, columns, *before, row, years);
        if constexpr (holds_versions<T>()) rows.add(row);
    }
    return changes;
}
template <auto Member, auto& columns>
std::vector<CellChange> changes_in(const Content& stored, const Content& given, YearStyle years) {
    return changes_of<RowOf<Member>>(columns, stored.*Member, given.*Member, years);
}

} // namespace qd::inline exchange
