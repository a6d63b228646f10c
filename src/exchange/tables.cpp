#include "exchange/tables.hpp"

#include "domain/registers.hpp"

#include <algorithm>
#include <vector>

namespace qd::inline exchange {
namespace {

template <auto Member> void add_register(std::vector<const TableKind*>& kinds) {
    if constexpr (!Narrated<RowOf<Member>>) kinds.push_back(register_table<Member>());
}

std::vector<const TableKind*> all_kinds() {
    std::vector<const TableKind*> kinds{&areas_table, &units_table,      &measures_table,
                                        &plans_table, &priorities_table, &projects_table};
    [&]<std::size_t... I>(std::index_sequence<I...>) { (add_register<std::get<I>(registers)>(kinds), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(registers)>>());
    for (const TableKind* kind :
         {&actions_table, &targets_table, &returns_table, &forecasts_table, &updates_table, &statements_table})
        kinds.push_back(kind);
    return kinds;
}

} // namespace

std::span<const TableKind* const> table_kinds() {
    static const std::vector<const TableKind*> kinds = all_kinds();
    return kinds;
}

const TableKind* find_table_kind(std::string_view name) {
    const auto kinds = table_kinds();
    const auto found = std::ranges::find(kinds, name, [](const TableKind* kind) { return kind->name; });
    return found == kinds.end() ? nullptr : *found;
}

} // namespace qd::inline exchange
