#pragma once

#include "documents/document.hpp"

#include <string>

namespace qd::inline documents {

// The document on A4 as a tagged PDF (PDF/UA-1): bookmarks, running heads, page numbers, charts as vectors with alternative
// text. Equal documents give equal bytes. Error(outage) where WeasyPrint is absent or fails.
std::string to_pdf(const Document& document);

} // namespace qd::inline documents
