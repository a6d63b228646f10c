#pragma once

#include <string>
#include <string_view>

namespace qd::web {

// Markdown that somebody wrote, as HTML: raw HTML in it is left out, and so are links to anything but pages, mail and
// anchors. Its highest heading becomes <hN> with N = `top`.
std::string markdown_to_html(std::string_view text, int top);

} // namespace qd::web
