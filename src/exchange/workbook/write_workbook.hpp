#pragma once

#include "exchange/folder.hpp"

#include <filesystem>
#include <vector>

namespace qd::inline exchange {

// Whom a workbook of tables is for. Either way it can be imported again as it was, and follows the rules for spreadsheets that
// everyone can read (docs/workbooks.md).
enum class WorkbookFor {
    working,   // every column is there to be filled in; headings stay in sight, and rows can be filtered
    publishing // no column without a word in it; a missing figure has its shorthand
};
void write_workbook(const std::vector<SourceFile>& files, const std::filesystem::path& file, WorkbookFor whom);

} // namespace qd::inline exchange
