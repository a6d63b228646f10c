#pragma once

#include "documents/document.hpp"

#include <string>

namespace qd::inline documents {

// The tables of the document and the figures of its charts as a workbook (sheets.hpp): a cover, the contents, notes, then
// one named table a sheet, figures as numbers. Equal documents give equal bytes. Error(request) where a table does not fit.
std::string to_xlsx(const Document& document);

} // namespace qd::inline documents
