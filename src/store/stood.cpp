#include "store/stood.hpp"

#include "base/text.hpp"
#include "store/migrations.hpp"
#include "store/rows.hpp"

namespace qd::inline store {
namespace {

// "r.code, r.name …"
std::string columns_of_r(const Table& table) {
    std::vector<std::string> names;
    for (const auto& [name, kind] : table.columns) names.push_back("r." + name);
    return "SELECT " + join(names, ", ");
}

} // namespace

db::Connection stood_at(db::Connection& store, std::int64_t act, const Clock& clock) {
    return make_store_in_memory(clock, [&](db::Connection& then) {
        for (const Table& table : tables()) {
            if (!holds_content(table)) continue;
            const std::string in_force = columns_of_r(table) + " FROM " + table.name + " r WHERE r.act <= $1";
            copy_rows(store.query(in_force, act), then, table);
            if (!has_past(table)) continue;
            const std::string past =
                columns_of_r(table) + " FROM " + past_of(table).name + " r WHERE r.act <= $1 AND r.ended_by > $1";
            copy_rows(store.query(past, act), then, table);
        }
    });
}

} // namespace qd::inline store
