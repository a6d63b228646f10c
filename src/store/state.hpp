#pragma once

#include "store/db/connection.hpp"
#include "store/store.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace qd::inline store {

// Everything, or everything except the returns, in canonical order. Error(outage) for a row that was changed after it was
// written. Inside the caller's transaction, like all of these.
enum class Returns { with, without };
Content read_content(db::Connection& store, Returns returns);

// How the rows of a table are read into a content; without the returns and the settings.
struct Noun {
    std::string_view table;
    std::function<void(db::Connection& store, Content& into)> read;
};
const std::vector<Noun>& nouns();

StoreState read_state(db::Connection& store);
// See Store::state(before).
StoreState read_state(db::Connection& store, StoreState before);

} // namespace qd::inline store
