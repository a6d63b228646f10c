#pragma once

#include "domain/shape.hpp"

#include <string>

namespace qd {

// How a council's own spreadsheet is read: layouts/NAME.toml, word for word. What it says, exchange understands
// (exchange/layouts/layout.hpp).
struct SheetLayout {
    std::string name; // "corporate"
    std::string text; // TOML

    friend bool operator==(const SheetLayout&, const SheetLayout&) = default;
};

template <> struct Shape<SheetLayout> : Rows<Readable::council> {
    static constexpr std::string_view table = "layouts", one = "a layout", folder = "layouts/";
    static constexpr auto parts =
        made_of(key<council>("name", &SheetLayout::name), need<council>("text", &SheetLayout::text));
};

} // namespace qd
