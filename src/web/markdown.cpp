#include "web/markdown.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace qd::web {
namespace {

constexpr int deepest_heading = 6;

void move_headings(cmark_node* document, int top) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator{cmark_iter_new(document), cmark_iter_free};
    int highest = deepest_heading;
    while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE)
        if (cmark_node* node = cmark_iter_get_node(iterator.get()); cmark_node_get_type(node) == CMARK_NODE_HEADING)
            highest = std::min(highest, cmark_node_get_heading_level(node));
    cmark_iter_reset(iterator.get(), document, CMARK_EVENT_ENTER);
    while (cmark_event_type event = cmark_iter_next(iterator.get())) {
        if (event == CMARK_EVENT_DONE) break;
        cmark_node* node = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER && cmark_node_get_type(node) == CMARK_NODE_HEADING)
            cmark_node_set_heading_level(node,
                                         std::min(deepest_heading, cmark_node_get_heading_level(node) - highest + top));
    }
}

} // namespace

std::string markdown_to_html(std::string_view text, int top) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser{cmark_parser_new(CMARK_OPT_DEFAULT),
                                                                             cmark_parser_free};
    cmark_syntax_extension* tables = cmark_find_syntax_extension("table");
    if (tables != nullptr) cmark_parser_attach_syntax_extension(parser.get(), tables);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document{cmark_parser_finish(parser.get()),
                                                                           cmark_node_free};
    move_headings(document.get(), top);
    const std::unique_ptr<char, decltype(&std::free)> html{
        cmark_render_html(document.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.get())),
        std::free};
    return html.get();
}

} // namespace qd::web
