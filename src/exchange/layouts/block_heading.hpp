#pragma once

#include "exchange/layouts/grid.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/names.hpp"
#include "exchange/layouts/time_words.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline exchange {

// What the captures of a pattern say about time, measure and area.
struct Captured {
    TimeParts time;
    std::optional<std::string> measure, measure_title, area; // as written
};

// Everything a layout is applied with: how times and names are read, and which period is being handed in.
struct SheetContext {
    const Layout& layout;
    const TimeReader& times;
    NameBook& names;
    TimeParts asked; // --period
    Captured file;   // from the name of the file

    bool fits(Pattern::Place place, std::string_view text) const;
    bool is_known(Pattern::Place place, std::string_view text) const; // and a measure must be one, too
};

enum class Years { reporting, school };
Captured read_captures(const Pattern::Captures& captures, const TimeReader& times, Years years = Years::reporting);

// What a layout calls the first column that has texts and no heading.
constexpr std::string_view blank_heading = "(blank)";

// One column of a table: what it is, and what its heading says.
struct ColumnUse {
    std::uint32_t column = 0;
    const LayoutColumn* rule = nullptr; // null = its heading fits none
    std::string heading;                // as people see it, joined from above with " / "
    Captured said;
};

// A table that was found in a sheet; rows by number in the sheet.
struct FoundTable {
    const LayoutBlock* block = nullptr;
    std::uint32_t first_heading = 0, last_heading = 0, last_row = 0;
    std::uint32_t left = 0, right = UINT32_MAX; // its columns, if another table is beside it
    std::vector<ColumnUse> columns;             // by column
    std::vector<std::string> missing{};         // headings by which it is to be found, and which its row has not
};

// The tables of a block in a sheet (turned already), from the top; last_row is that of the sheet.
std::vector<FoundTable> find_tables(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context);

// If there is none: the row that has most of the block's columns, although some headings by which it is to be found are missing.
std::optional<FoundTable> nearest_table(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context);

} // namespace qd::inline exchange
