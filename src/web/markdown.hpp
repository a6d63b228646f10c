#pragma once

#include <string>
#include <string_view>

namespace qd::web {

// Markdown that somebody wrote, as the HTML that reports have: its headings start at <hN> with N = `top`, HTML in it is
// shown as text.
std::string markdown_to_html(std::string_view text, int top);

} // namespace qd::web
