#include "web/markdown.hpp"

#include "documents/formats/html_writer.hpp"
#include "documents/markdown.hpp"

namespace qd::web {

std::string markdown_to_html(std::string_view text, int top) { return HtmlWriter{}.write(from_markdown(text, top)); }

} // namespace qd::web
