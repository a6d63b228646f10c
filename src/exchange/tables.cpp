#include "exchange/tables.hpp"

#include "domain/registers.hpp"

#include <algorithm>
#include <vector>

namespace qd::inline exchange {
namespace {

template <auto Member> void add_register(std::vector<const TableKind*>& kinds) {
    if constexpr (!Narrated<RowOf<Member>>) kinds.push_back(shaped_table<Member>(ReadWhen::late));
}

std::vector<const TableKind*> all_kinds() {
    using enum ReadWhen;
    std::vector<const TableKind*> kinds{&areas_table,
                                        shaped_table<&Content::units>(early),
                                        &measures_table,
                                        shaped_table<&Content::plans>(early),
                                        shaped_table<&Content::priorities>(early),
                                        shaped_table<&Content::projects>(early)};
    [&]<std::size_t... I>(std::index_sequence<I...>) { (add_register<std::get<I>(registers)>(kinds), ...); }
    (std::make_index_sequence<std::tuple_size_v<decltype(registers)>>());
    for (const TableKind* kind : {shaped_table<&Content::actions>(late), &targets_table, &returns_table,
                                  &forecasts_table, &updates_table, shaped_table<&Content::statements>(late)})
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
