#pragma once

#include "exchange/folder.hpp"
#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/source.hpp"

#include <filesystem>
#include <optional>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// Whether a file is a sheet of a council's own: neither a table nor a workbook of tables.
bool is_own_sheet(const SourceFile& file);

// The layout by which it is read: the one that is wished, or the one of those known whose headings it has. None, with a
// complaint, where there is none, or several.
std::optional<Layout> find_layout(const SourceFile& file, const Content& known, const SheetWish& wish,
                                  ComplaintBook& complaints);

// What a layout makes of the file, as the tables of a source. `intake` takes what is complained of; what is wrong with a row of
// these tables is complained of where the cell stands that it was made of.
std::shared_ptr<const SheetTaking> read_own_sheet(const SourceFile& file, const Layout& layout, const SheetWish& wish,
                                                  Content& into, Intake& intake);

// The same of a file that no layout is there for. The complaints where it cannot be read at all; Error(absent) where it is not
// there.
tl::expected<GuessedLayout, Complaints> guess_layout_of(const std::filesystem::path& path, const Content& known,
                                                        const SheetWish& wish);

} // namespace qd::inline exchange
