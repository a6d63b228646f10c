#include "documents/formats/pandoc_writer.hpp"

#include "base/overloaded.hpp"
#include "documents/formats/pandoc_nodes.hpp"
#include "documents/words_of.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

using pandoc::node;
using Json = nlohmann::json;

constexpr const char* page_break = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";

Json voiced(Json words, Voice voice) {
    switch (voice) {
    case Voice::plain: break;
    case Voice::strong: return Json::array({node("Strong", std::move(words))});
    case Voice::emphasis: return Json::array({node("Emph", std::move(words))});
    case Voice::quiet: return Json::array({pandoc::styled("Quiet", std::move(words))});
    case Voice::code: return Json::array({pandoc::styled("Verbatim Char", std::move(words))});
    }
    return words;
}

Json link(std::string_view href, std::string_view words) {
    return node("Link", Json::array({pandoc::attributes(), pandoc::plain_words(words),
                                     Json::array({std::string(href), std::string()})}));
}

// The style of a status: its colour goes with its word, never instead of it.
std::string style_of(const StatusTag& tag) {
    switch (tag.look.value_or(look_of(tag.status)).colour) {
    case StatusColour::red: return "Status Red";
    case StatusColour::amber: return "Status Amber";
    case StatusColour::green: return "Status Green";
    default: return "Status";
    }
}

void append_all(Json& out, Json more) {
    for (Json& item : more) out.push_back(std::move(item));
}

Json list_attributes(ListKind kind) {
    const char* style = kind == ListKind::roman ? "LowerRoman" : kind == ListKind::lettered ? "LowerAlpha" : "Decimal";
    return Json::array({1, node(style), node(kind == ListKind::numbered ? "Period" : "TwoParens")});
}

} // namespace

void PandocWriter::append(Json& out, const Span& span) {
    std::visit(
        Overloaded{
            [&](const Text& text) { append_all(out, voiced(pandoc::plain_words(text.words), text.voice)); },
            [&](const Link& to) { out.push_back(link(to.href, to.words)); },
            [&](LineBreak) { out.push_back(node("LineBreak")); },
            [&](const StatusTag& tag) { out.push_back(pandoc::styled(style_of(tag), pandoc::plain_words(tag.word))); },
            [&](const OutlookTag& tag) { append_all(out, pandoc::plain_words(tag.word)); },
            [&](const CourseTag& tag) { append_all(out, pandoc::plain_words(tag.words)); },
            [&](const SignalTag& tag) { append_all(out, pandoc::plain_words(tag.words)); },
            [&](const SeverityTag& tag) {
                out.push_back(pandoc::styled("Status", pandoc::plain_words(severity_word(tag.severity))));
                out.push_back(node("Space"));
            },
            [&](const BoundFigure& figure) {
                Json words = figure.href.empty() ? pandoc::plain_words(figure.words)
                                                 : Json::array({link(figure.href, figure.words)});
                append_all(out, voiced(std::move(words), figure.voice));
            },
            [&](const Missing& missing) {
                const std::string words = missing.reason + (missing.reason.empty() ? "" : " ") + missing.mark;
                out.push_back(pandoc::styled("Quiet", pandoc::plain_words(words)));
            },
            [&](const Note& note) {
                out.push_back(node("Note", Json::array({pandoc::paragraph(pandoc::plain_words(note.words))})));
            },
            [&](const PageLink& to) { out.push_back(link(to.href, to.words)); },
        },
        span);
}

Json PandocWriter::inlines(const Spans& spans) {
    Json out = Json::array();
    for (const Span& span : spans) append(out, span);
    return out;
}

void PandocWriter::append(Json& out, const Heading& heading) {
    const int level = std::clamp(heading.level + deeper_, 1, 6);
    const std::string id = anchors_.unique(heading.id.empty() ? heading.words : heading.id);
    out.push_back(node("Header", Json::array({level, pandoc::attributes(id), pandoc::plain_words(heading.words)})));
}

void PandocWriter::append(Json& out, const Paragraph& paragraph) {
    Json words = inlines(paragraph.spans);
    std::string style = paragraph.role == ParagraphRole::lede    ? "Lede"
                        : paragraph.role == ParagraphRole::small ? "Small"
                                                                 : "";
    if (!paragraph.number.empty()) {
        Json numbered = pandoc::plain_words(paragraph.number);
        numbered.push_back(pandoc::raw_inline("<w:r><w:tab/></w:r>"));
        append_all(numbered, std::move(words));
        words = std::move(numbered);
        style = "Numbered Paragraph";
    }
    Json block = pandoc::paragraph(std::move(words));
    out.push_back(style.empty() ? std::move(block) : pandoc::styled_block(style, Json::array({std::move(block)})));
}

void PandocWriter::append(Json& out, const List& list) {
    Json items = Json::array();
    for (const Blocks& item : list.items) items.push_back(blocks(item));
    switch (list.kind) {
    case ListKind::bulleted: out.push_back(node("BulletList", std::move(items))); return;
    case ListKind::plain:
        for (Json& item : items) append_all(out, std::move(item));
        return;
    case ListKind::numbered:
    case ListKind::roman:
    case ListKind::lettered: break;
    }
    out.push_back(node("OrderedList", Json::array({list_attributes(list.kind), std::move(items)})));
}

void PandocWriter::append(Json& out, const Definitions& definitions) {
    for (const Definitions::Entry& entry : definitions.entries) {
        Json words = Json::array({pandoc::styled("Quiet", pandoc::plain_words(entry.term))});
        words.push_back(pandoc::raw_inline("<w:r><w:tab/></w:r>"));
        append_all(words, inlines(entry.description));
        out.push_back(pandoc::styled_block("Fact", Json::array({pandoc::paragraph(std::move(words))})));
    }
}

void PandocWriter::append(Json& out, const ChartBlock& block) {
    const Chart& chart = block.chart;
    const std::string number = block.number.empty() ? "" : block.number + ". ";
    Json caption = Json::array({node("Strong", pandoc::plain_words(number + chart.title + "."))});
    caption.push_back(node("Space"));
    append_all(caption, pandoc::plain_words(chart.subject));
    out.push_back(pandoc::styled_block("Figure Caption", Json::array({pandoc::paragraph(std::move(caption))})));
    Json attributes = pandoc::attributes();
    attributes[2].push_back(Json::array({"width", "100%"}));
    charts_.push_back(chart.svg);
    const std::string picture = "chart-" + std::to_string(charts_.size()) + ".png";
    Json picture_inline =
        node("Image", Json::array({attributes, pandoc::plain_words(chart.title + ". " + chart.summary),
                                   Json::array({picture, std::string()})}));
    out.push_back(
        pandoc::styled_block("Figure", Json::array({node("Plain", Json::array({std::move(picture_inline)}))})));
    out.push_back(pandoc::styled_block("Small", Json::array({pandoc::paragraph(pandoc::plain_words(chart.summary))})));
}

void PandocWriter::append(Json& out, const Section& section) {
    if (section.kind == SectionKind::ask)
        out.push_back(pandoc::styled_block("Ask", blocks(section.blocks)));
    else
        append(out, section.blocks);
}

void PandocWriter::append(Json& out, const Masthead& masthead) {
    for (const auto* side : {&masthead.left, &masthead.right}) {
        if (side->empty()) continue;
        Json words = Json::array();
        for (std::size_t i = 0; i < side->size(); ++i) {
            if (i > 0) words.push_back(node("LineBreak"));
            Json line = pandoc::plain_words((*side)[i]);
            append_all(words, i == 0 ? Json::array({node("Strong", std::move(line))}) : std::move(line));
        }
        out.push_back(pandoc::styled_block("Masthead", Json::array({pandoc::paragraph(std::move(words))})));
    }
}

void PandocWriter::append(Json& out, const PackPart& part) {
    const Json new_page = pandoc::raw_block(page_break);
    if (out.empty() || out.back() != new_page) out.push_back(new_page);
    append(out, part.masthead);
    append(out, Heading{2, part.title, part.id});
    append(out, part.facts);
    ++deeper_;
    append(out, part.blocks);
    --deeper_;
    if (!part.foot.empty())
        out.push_back(pandoc::styled_block("Foot", Json::array({pandoc::paragraph(pandoc::plain_words(part.foot))})));
}

void PandocWriter::append(Json& out, const Blocks& blocks) {
    for (const Block& block : blocks)
        std::visit(Overloaded{
                       [&](Rule) { out.push_back(node("HorizontalRule")); },
                       [&](PageBreak) { out.push_back(pandoc::raw_block(page_break)); },
                       [&](const auto& other) { append(out, other); },
                   },
                   block.content);
}

Json PandocWriter::blocks(const Blocks& blocks) {
    Json out = Json::array();
    append(out, blocks);
    return out;
}

std::string PandocWriter::write(const Document& document) {
    Json out = Json::array();
    append(out, document.masthead);
    append(out, document.facts);
    append(out, document.blocks);
    if (!document.foot.empty())
        out.push_back(
            pandoc::styled_block("Foot", Json::array({pandoc::paragraph(pandoc::plain_words(document.foot))})));
    Json meta = Json::object();
    meta["title"] = node("MetaInlines", pandoc::plain_words(document.title));
    meta["lang"] = node("MetaInlines", pandoc::plain_words(document.language));
    Json whole = {{"pandoc-api-version", Json::array({1, 22, 2, 1})}, {"meta", std::move(meta)}, {"blocks", out}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace qd::inline documents
