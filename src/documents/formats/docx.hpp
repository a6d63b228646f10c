#pragma once

#include "documents/document.hpp"

#include <string>

namespace qd::inline documents {

// The document for Word and its like: real heading styles, header rows that repeat, merged cells, alternative texts, the
// language, editable. It looks like `reference`, the bytes of a .docx with the council's own styles, or like ours if that is
// empty. Equal documents give equal bytes. Error(outage) if Pandoc or rsvg-convert is absent or fails, Error(request) if the
// reference is not a .docx.
std::string to_docx(const Document& document, const std::string& reference = {});

// The styles of documents without one of the council's own: something to begin one from.
std::string reference_docx();

} // namespace qd::inline documents
