#pragma once

#include "domain/content.hpp"
#include "exchange/changes.hpp"
#include "exchange/table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// One kind of table: how its rows are read into a content and written from one.
struct TableKind {
    std::string_view name; // "areas"; the file is areas.csv, the sheet areas
    void (*read)(const Table&, Content& into, Intake&);
    std::string (*write)(const Content&, YearStyle); // canonical CSV; "" without rows
    struct Heading {
        std::string_view name;
        CellKind kind;
        Need need = Need::optional;
    };
    std::vector<Heading> (*headings)();
    // What the given rows say differently from those in the store; null = compared elsewhere.
    std::vector<CellChange> (*changes)(const Content& stored, const Content& given, YearStyle) = nullptr;
    CodeSet& (*codes)(Intake&) = nullptr; // what other tables may refer to; null = nothing refers to it
    bool is_late = false;                 // it may refer to narratives, so it is read after them
};

template <auto Codes> CodeSet& codes_in(Intake& intake) { return intake.*Codes; }

// That of a noun with a shape, made by it (shaped.hpp). They are made in registers/, a file for some of them each, since all in one
// take a compiler half a minute; one that is made nowhere does not link.
enum class ReadWhen { early, late }; // late: after the narratives, to which it may refer
template <auto Member> const TableKind* shaped_table(ReadWhen when);

// Those that are read by hand.
extern const TableKind areas_table, measures_table, targets_table, returns_table, forecasts_table, updates_table;

// In the order in which they are read: what is referred to comes before what refers to it.
std::span<const TableKind* const> table_kinds();
const TableKind* find_table_kind(std::string_view name); // null = none of that name

template <auto& columns> std::vector<TableKind::Heading> headings_of() {
    std::vector<TableKind::Heading> headings;
    for (const auto& column : columns) headings.push_back({column.name, column.kind, column.need});
    return headings;
}

// An area that is the council's own is kept as "no area", as everywhere in the domain.
inline void drop_own_area(AreaCode& area, const Settings& settings) {
    if (area == settings.area) area = AreaCode();
}

} // namespace qd::inline exchange
