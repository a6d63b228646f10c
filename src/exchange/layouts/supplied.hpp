#pragma once

#include "domain/content.hpp"
#include "domain/sheet_layout.hpp"
#include "exchange/folder.hpp"

#include <string_view>
#include <vector>

namespace qd::inline exchange {

// The layouts that come with the program, for files that many councils download.
const std::vector<SheetLayout>& supplied_layouts();

// The council's own layouts, then the supplied ones, but for those whose name one of its own has.
std::vector<SheetLayout> layouts_at_hand(const Content& known);
bool is_own(const Content& known, std::string_view layout);

// Whether a text begins with the headings of a supplied layout.
bool has_supplied_layout(const SourceFile& text, const Content& known);

} // namespace qd::inline exchange
