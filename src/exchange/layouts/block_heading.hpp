#pragma once

#include "exchange/layouts/grid.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/names.hpp"
#include "exchange/layouts/time_words.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Everything a layout is applied with: how times and names are read, and which period is being handed in.
struct SheetContext {
    const Layout& layout;
    const TimeReader& times;
    NameBook& names;
    TimeParts asked; // --period
    TimeParts file;  // from the name of the file
    std::string file_area;

    bool fits(Pattern::Place place, std::string_view text) const;
};

// What the captures of a pattern say about time, measure and area.
struct Captured {
    TimeParts time;
    std::optional<std::string> measure, measure_title, area; // as written
};
enum class Years { reporting, school };
Captured read_captures(const Pattern::Captures& captures, const TimeReader& times, Years years = Years::reporting);

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
    std::vector<ColumnUse> columns; // by column
};

// The tables of a block in a sheet (turned already), from the top; last_row is that of the sheet.
std::vector<FoundTable> find_tables(const LayoutBlock& block, const SheetGrid& sheet, const SheetContext& context);

} // namespace qd::inline exchange
