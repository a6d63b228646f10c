#pragma once

#include "exchange/folder.hpp"
#include "exchange/intake.hpp"

#include <filesystem>

namespace qd::inline exchange {

// Whether it is a workbook of a kind that LibreOffice reads for us, by its ending: .ods or .xls.
bool is_convertible(const std::filesystem::path& path);

// The same file as an Excel workbook (.xlsx), with its name and without a formula being computed anew. LibreOffice runs in a
// profile of its own, without a network, macros and links, for at most two minutes. Problem where it is not installed, where the
// file is not what its name says, and where it cannot be converted.
Understood<SourceFile> converted_workbook(const SourceFile& file);

} // namespace qd::inline exchange
