#pragma once

#include "base/clock.hpp"
#include "domain/past.hpp"
#include "store/db/connection.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace qd::inline store {

// Reads the rows that acts replaced or withdrew.
class PastReader {
public:
    explicit PastReader(const Clock& clock) : clock_(clock) {}

    // Those up to this act, inside the caller's transaction: what ended after `before`, added to that. Only these tables are looked
    // into, where some are given. Error(outage) if one of the rows was changed after it was written.
    using Tables = std::optional<std::set<std::string>>;
    Past read(db::Connection& store, std::int64_t act, Past before = {}, const Tables& tables = {});

private:
    db::Connection& empty_store();

    const Clock& clock_;
    std::optional<db::Connection> memory_; // what is laid out there is read by the code that reads the rows in force
};

} // namespace qd::inline store
