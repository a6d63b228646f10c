#include "exchange/tables.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {
namespace {

constexpr std::array kinds{&areas_table,      &units_table,    &measures_table,  &rebases_table, &plans_table,
                           &priorities_table, &projects_table, &actions_table,   &targets_table, &returns_table,
                           &forecasts_table,  &updates_table,  &statements_table};

} // namespace

std::span<const TableKind* const> table_kinds() { return kinds; }

const TableKind* find_table_kind(std::string_view name) {
    const auto found = std::ranges::find(kinds, name, [](const TableKind* kind) { return kind->name; });
    return found == kinds.end() ? nullptr : *found;
}

} // namespace qd::inline exchange
