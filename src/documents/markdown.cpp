#include "documents/markdown.hpp"

#include "base/costly_prose.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <climits>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <memory>

namespace qd::inline documents {
namespace {

using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Node parse(std::string_view text) {
    // Registering is not safe between threads; a static's first initialisation is.
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    static_cast<void>(registered);
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser{cmark_parser_new(CMARK_OPT_VALIDATE_UTF8),
                                                                             &cmark_parser_free};
    if (cmark_syntax_extension* table = cmark_find_syntax_extension("table"))
        cmark_parser_attach_syntax_extension(parser.get(), table);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return {cmark_parser_finish(parser.get()), &cmark_node_free};
}

std::string literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text ? text : "";
}

std::string_view kind(cmark_node* node) { return cmark_node_get_type_string(node); }

bool may_link(std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://") || url.starts_with('#');
}

// Words only, for link texts, headings, descriptions of images, and what is nested deeper than anybody would write.
// Walks without recursion, however deep the tree.
std::string plain_words(cmark_node* node) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter{cmark_iter_new(node), &cmark_iter_free};
    std::string out;
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
        if (event != CMARK_EVENT_ENTER) continue;
        cmark_node* at = cmark_iter_get_node(iter.get());
        const cmark_node_type type = cmark_node_get_type(at);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            out += ' ';
        else if (!cmark_node_first_child(at))
            out += literal(at);
    }
    return out;
}

constexpr int deepest = 20; // of lists, quotes and emphasis in each other

void append_spans(Spans& out, cmark_node* parent, Voice voice, int depth) {
    if (depth > deepest) {
        out.push_back(Text{plain_words(parent), voice});
        return;
    }
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
        case CMARK_NODE_HTML_INLINE: out.push_back(Text{literal(node), voice}); break;
        case CMARK_NODE_SOFTBREAK: out.push_back(Text{" ", voice}); break;
        case CMARK_NODE_LINEBREAK: out.push_back(LineBreak{}); break;
        case CMARK_NODE_CODE: out.push_back(Text{literal(node), Voice::code}); break;
        case CMARK_NODE_EMPH:
            append_spans(out, node, voice == Voice::strong ? Voice::strong : Voice::emphasis, depth + 1);
            break;
        case CMARK_NODE_STRONG: append_spans(out, node, Voice::strong, depth + 1); break;
        case CMARK_NODE_LINK: {
            const char* url = cmark_node_get_url(node);
            if (url && may_link(url))
                out.push_back(Link{plain_words(node), url});
            else
                append_spans(out, node, voice, depth + 1);
            break;
        }
        default: out.push_back(Text{plain_words(node), voice}); break;
        }
    }
}

Spans spans_of(cmark_node* node) {
    Spans out;
    append_spans(out, node, Voice::plain, 0);
    return out;
}

Blocks blocks_of(cmark_node* parent, int top_level, int depth);

List list_of(cmark_node* node, int top_level, int depth) {
    List list;
    list.kind = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? ListKind::numbered : ListKind::bulleted;
    for (cmark_node* item = cmark_node_first_child(node); item; item = cmark_node_next(item))
        list.items.push_back(blocks_of(item, top_level, depth + 1));
    return list;
}

Table table_of(cmark_node* node) {
    Table table;
    table.groups.emplace_back();
    const std::uint16_t count = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* align = cmark_gfm_extensions_get_table_alignments(node);
    for (cmark_node* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
        TableRow cells;
        for (cmark_node* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
            Spans spans = spans_of(cell);
            if (spans.empty()) spans.push_back(Text{"none", Voice::quiet});
            cells.cells.push_back({std::move(spans), {}});
        }
        if (kind(row) == "table_header") {
            int i = 0;
            for (cmark_node* cell = cmark_node_first_child(row); cell && i < count; cell = cmark_node_next(cell), ++i)
                table.columns.push_back({plain_words(cell), align[i] == 'r' ? Align::right : Align::left, 0});
        } else {
            cells.cells.resize(table.columns.size(), {{Text{"none", Voice::quiet}}, {}});
            table.groups.back().rows.push_back(std::move(cells));
        }
    }
    return table;
}

// A heading inside a list or a quotation is not part of the document's outline.
Block heading_of(cmark_node* node, int top_level, int depth) {
    if (depth > 0) return {Paragraph{{Text{plain_words(node), Voice::strong}}, ParagraphRole::body}};
    return {Heading{top_level + cmark_node_get_heading_level(node) - 1, plain_words(node), ""}};
}

Block words_of(cmark_node* node, Voice voice) {
    return {Paragraph{{Text{plain_words(node), voice}}, ParagraphRole::body}};
}

Block block_of(cmark_node* node, int top_level, int depth) {
    if (depth > deepest) return words_of(node, Voice::plain);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH: return {Paragraph{spans_of(node), ParagraphRole::body}};
    case CMARK_NODE_HEADING: return heading_of(node, top_level, depth);
    case CMARK_NODE_LIST: return {list_of(node, top_level, depth)};
    case CMARK_NODE_THEMATIC_BREAK: return {Rule{}};
    case CMARK_NODE_BLOCK_QUOTE: return {Section{SectionKind::plain, blocks_of(node, top_level, depth + 1)}};
    case CMARK_NODE_CODE_BLOCK: return words_of(node, Voice::code);
    case CMARK_NODE_HTML_BLOCK: return words_of(node, Voice::plain);
    default: break;
    }
    if (kind(node) == "table") return {table_of(node)};
    return words_of(node, Voice::plain);
}

Blocks blocks_of(cmark_node* parent, int top_level, int depth) {
    Blocks out;
    for (cmark_node* node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        out.push_back(block_of(node, top_level, depth));
    return out;
}

// Headings that start deeper than the first level are lifted, and none is more than one below the heading before it.
void settle_levels(Blocks& blocks, int top_level) {
    int least = INT_MAX, before = top_level - 1;
    for (const Block& block : blocks)
        if (const Heading* heading = std::get_if<Heading>(&block.content)) least = std::min(least, heading->level);
    for (Block& block : blocks)
        if (Heading* heading = std::get_if<Heading>(&block.content))
            before = heading->level = std::min({heading->level - least + top_level, before + 1, 6});
}

void flatten(Spans& out, const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (const auto* list = std::get_if<List>(&block.content)) {
            for (const Blocks& item : list->items) flatten(out, item);
            continue;
        }
        if (!out.empty()) out.push_back(LineBreak{});
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
            out.insert(out.end(), paragraph->spans.begin(), paragraph->spans.end());
        if (const auto* heading = std::get_if<Heading>(&block.content))
            out.push_back(Text{heading->words, Voice::strong});
        if (const auto* section = std::get_if<Section>(&block.content)) flatten(out, section->blocks);
    }
}

// An older store may contain what is no longer accepted: its words are shown, paragraph by paragraph.
Blocks as_plain_paragraphs(std::string_view text) {
    Blocks out;
    while (!text.empty()) {
        const std::string_view words = text.substr(0, text.find("\n\n"));
        text.remove_prefix(std::min(words.size() + 2, text.size()));
        if (!trim(words).empty())
            out.push_back({Paragraph{{Text{std::string(trim(words)), Voice::plain}}, ParagraphRole::body}});
    }
    return out;
}

} // namespace

Blocks from_markdown(std::string_view text, int top_level) {
    if (costly_prose(text)) return as_plain_paragraphs(text);
    const Node root = parse(text);
    Blocks out = blocks_of(root.get(), top_level, 0);
    settle_levels(out, top_level);
    return out;
}

Spans spans_from_markdown(std::string_view text) {
    Spans out;
    flatten(out, from_markdown(text, 2));
    return out;
}

} // namespace qd::inline documents
