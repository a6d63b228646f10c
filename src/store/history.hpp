#pragma once

#include "domain/act.hpp"
#include "store/rows.hpp"

#include <string>
#include <vector>

namespace qd::inline store {

// Error(request) with the known names, if it is not a table of content.
const Table& table_to_look_up(const std::string& name);
// The values of a key given as texts. Error(request) if they are not as many as the columns, or of another kind.
std::vector<Bound> key_from(const Table& table, const std::vector<std::string>& texts);
// A value as people read it: decimals without their millionths, moments as such.
std::string readable(const Table& table, std::size_t column, const Bound& value);

// What happened to the row of that key after the act `base` and before `act`: who changed it, when, and what differs; none if
// nothing.
std::optional<std::string> changed_since(db::Connection& store, const Row& row, std::int64_t base, std::int64_t act);

// "returns ASC1 was changed by jsmith at 2013-02-17T12:00:00Z (act 3): WHAT."
std::string told_of_change(db::Connection& store, const std::string& name, std::int64_t act, const std::string& what);

// All versions of a row and of its parts, oldest first. Error(outage) if one of them is not what was written.
std::vector<RowVersion> read_history(db::Connection& store, const Table& table, const std::vector<Bound>& key);

} // namespace qd::inline store
