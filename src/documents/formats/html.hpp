#pragma once

#include "documents/document.hpp"
#include "documents/formats/html_writer.hpp"

#include <string>

namespace qd::inline documents {

// The whole document as one HTML file: its style sheet inside, no script, nothing fetched. Reads well at 390 px, at
// 1280 px and on A4.
std::string to_html(const Document& document);

// The same, with the style sheet linked instead: for a page under a Content-Security-Policy that allows no inline style.
std::string to_html(const Document& document, const std::string& stylesheet_href);

// The style sheet of documents.
std::string_view document_stylesheet();

// For the program that makes pages of it: with running heads and page numbers.
std::string to_paged_html(const Document& document);

// Only the article, for a page that brings its own frame.
std::string article_html(const Document& document, Medium medium = Medium::screen);

} // namespace qd::inline documents
