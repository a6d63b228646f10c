#pragma once

#include "documents/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline documents {

// The files a document can become.
enum class DocumentFormat { html, pdf, docx, xlsx };
const std::vector<DocumentFormat>& document_formats();                      // all, in this order
std::string_view print(DocumentFormat format);                              // "html", as options and file names have it
std::optional<DocumentFormat> parse_document_format(std::string_view text); // "pdf"
std::string_view label(DocumentFormat format);                              // "Word document", for people
std::string_view media_type(DocumentFormat format);                         // "application/pdf"
inline bool is_binary(DocumentFormat format) { return format != DocumentFormat::html; }

// How a document should look, apart from what it says.
struct Looks {
    std::string reference; // the bytes of a .docx with a council's own styles; empty = ours
};

// The bytes of the file; errors as of to_pdf, to_docx and to_xlsx. Equal documents give equal bytes.
std::string write_document(const Document& document, DocumentFormat format, const Looks& looks = {});

} // namespace qd::inline documents
