#pragma once

#include "documents/document.hpp"

#include <string>

namespace qd::inline documents {

// The document on A4 as a tagged PDF (PDF/UA-1): bookmarks, running heads, page numbers, charts as vectors with alternative
// text. Equal documents give equal bytes. Error(outage) where WeasyPrint is absent or fails.
std::string to_pdf(const Document& document);

// What one of our scripts for WeasyPrint's Python (templates/documents/) writes about a page of HTML. Errors as of to_pdf.
struct Paginated {
    std::string output;
    std::string places; // of paginate.py: which sheet each id is on, as pages.py writes it
};
Paginated run_paginator(const std::string& script, const std::string& html);

} // namespace qd::inline documents
