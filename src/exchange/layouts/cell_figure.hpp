#pragma once

#include "exchange/layouts/layout.hpp"
#include "exchange/values.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// What a cell of figures says, as the cells of the table of returns would say it.
struct CellFigure {
    bool leave = false; // the layout says that it is nothing
    std::optional<std::string> value, numerator, denominator;
    std::optional<GapReason> gap;
    Flags flags = 0;
    std::string note;
};

// `scale` is what the row's unit multiplies by, beside the column's own.
CellFigure read_cell_figure(std::string_view text, const Layout& layout, const LayoutColumn& column, Decimal scale);

// The number of a cell that is compared; none where it holds none.
std::optional<Decimal> number_of_cell(std::string_view text, const Layout& layout, const LayoutColumn& column);

// A number as the layout's decimal mark makes it plain: "1.234,5" → "1234.5".
std::string with_point(std::string_view text, char decimal);

} // namespace qd::inline exchange
