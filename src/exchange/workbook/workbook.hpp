#pragma once

#include "exchange/source.hpp"

#include <string_view>

namespace qd::inline exchange {

// Splits a workbook (.xlsx): a sheet is the table with its name, the sheet `files` contains the files that are
// not tables. Other sheets are ignored, except for names that look like a misspelt table.
Source source_of_workbook(const SourceFile& workbook, ComplaintBook& complaints);

// The most characters in a cell of a workbook; a longer file takes several rows of `files`.
constexpr std::size_t most_cell_characters = 32'767;
constexpr std::string_view files_sheet = "files";

} // namespace qd::inline exchange
