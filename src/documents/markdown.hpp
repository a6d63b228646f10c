#pragma once

#include "documents/document.hpp"

#include <string_view>

namespace qd::inline documents {

// What people wrote in Markdown (GitHub's, with tables), as blocks. Its headings start at `top_level`. HTML in it is shown
// as the text it is, links other than http, https and # lose their target, images become their description.
// What would take too long to read as Markdown (costly_prose) is shown as the words it is.
Blocks from_markdown(std::string_view text, int top_level);

// The same for a place that takes no blocks: its words, paragraphs separated by line breaks.
Spans spans_from_markdown(std::string_view text);

} // namespace qd::inline documents
