#pragma once

#include "exchange/source.hpp"

#include <string_view>

namespace qd::inline exchange {

// Takes a workbook (.xlsx) apart: a sheet is a table of its name, the sheet `files` holds the files that are not tables.
// Other sheets are left alone, but for names that look like a misspelt table.
Source source_of_workbook(const SourceFile& workbook, ComplaintBook& complaints);

// A cell of a workbook holds so many characters; a longer file stands in several rows of `files`.
constexpr std::size_t most_cell_characters = 32'767;
constexpr std::string_view files_sheet = "files";

} // namespace qd::inline exchange
