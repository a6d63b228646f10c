#pragma once

#include "exchange/sheet.hpp"
#include "exchange/source.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace qd {

// The sheets of an .xlsx workbook as text: formulas by the results that were saved with them, dates as 2012-12-31,
// percentages as 5%. Complains of what cannot be read; `file` is how the person knows it.
std::vector<std::shared_ptr<Sheet>> read_sheets(std::string_view bytes, const std::string& file,
                                                ComplaintBook& complaints);

// Takes a workbook apart: a sheet is a table of its name, the sheet `files` holds the files that are not tables.
Source source_of_workbook(const SourceFile& workbook, ComplaintBook& complaints);

// A cell of a workbook holds so many characters; a longer file stands in several rows of `files`.
constexpr std::size_t most_cell_characters = 32'767;
constexpr std::string_view files_sheet = "files";

} // namespace qd
