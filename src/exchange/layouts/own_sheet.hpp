#pragma once

#include "exchange/folder.hpp"
#include "exchange/layouts/guess.hpp"
#include "exchange/layouts/layout.hpp"
#include "exchange/source.hpp"

#include <filesystem>
#include <optional>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// Whether a file is a council's own sheet: neither a table nor a workbook of tables.
bool is_own_sheet(const SourceFile& file);

struct FoundLayout {
    Layout layout;
    std::optional<SheetFile> sheets{}; // of the file, where they had to be read to find it
};

// The layout for reading it: the one asked for, or the known one whose headings it has. None, with
// a complaint, if there is none, or several.
std::optional<FoundLayout> find_layout(const SourceFile& file, const Content& known, const SheetWish& wish,
                                       ComplaintBook& complaints);

// What the layout makes of the file, as the tables of a source. `intake` collects the complaints; a complaint about a row
// of these tables names the cell that it was made from.
std::shared_ptr<const SheetTaking> read_own_sheet(const SourceFile& file, FoundLayout found, const SheetWish& wish,
                                                  Content& into, Intake& intake);

// What was taken, as the tables of a source.
void read_tables_of(const SheetTaking& taking, Content& into, Intake& intake);

// The same for a file without a layout. The complaints if it cannot be read at all; Error(absent) if it does
// not exist.
tl::expected<GuessedLayout, Complaints> guess_layout_of(const std::filesystem::path& path, const Content& known,
                                                        const SheetWish& wish);

} // namespace qd::inline exchange
