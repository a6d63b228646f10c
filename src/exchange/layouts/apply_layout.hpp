#pragma once

#include "domain/content.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/layouts/taking.hpp"

#include <optional>
#include <string>

namespace qd::inline exchange {

// What a layout makes of a file. `known` is what the store has. All complaints at once, by sheet, row and column;
// then nothing in it may be imported.
SheetTaking apply_layout(const Layout& layout, SheetFile file, const Content& known, const std::optional<Period>& asked,
                         ComplaintBook& complaints);

// How well a layout's headings fit a file.
struct LayoutFit {
    std::size_t tables = 0;  // that it finds in visible sheets
    std::size_t near = 0;    // the same, by most of their headings
    std::size_t unknown = 0; // headings of these that it does not know
    bool named = false;      // the file has a name that the layout gives
};
LayoutFit fit_of(const Layout& layout, const SheetFile& file, const Content& known);

} // namespace qd::inline exchange
