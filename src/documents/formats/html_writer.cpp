#include "documents/formats/html_writer.hpp"

#include "base/base64.hpp"
#include "base/overloaded.hpp"
#include "charts/drawing.hpp"
#include "documents/words_of.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline documents {
namespace {

std::string severity_mark(Severity severity) {
    std::string_view shape = R"(<circle cx="8" cy="8" r="6.75" fill="none" stroke="#505a5f" stroke-width="1.5"/>)"
                             R"(<path d="M8 7v5M8 4v1.8" stroke="#505a5f" stroke-width="1.8"/>)";
    if (severity == Severity::error)
        shape = R"(<path d="M5 .5h6L15.5 5v6L11 15.5H5L.5 11V5z" fill="#c3261b"/>)"
                R"(<path d="M5 5l6 6M11 5l-6 6" stroke="#ffffff" stroke-width="1.8"/>)";
    if (severity == Severity::warning)
        shape = R"(<path d="M8 .8L15.6 15H.4z" fill="#c46a00"/>)"
                R"(<path d="M8 5.5v5M8 11.7v1.7" stroke="#ffffff" stroke-width="1.8"/>)";
    return fmt::format(
        R"(<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{}</svg>)", shape);
}

std::string tag(std::string_view css_class, const std::string& mark, std::string_view word) {
    return fmt::format(R"(<span class="tag {}">{}{}</span>)", css_class, mark, escape_markup(word));
}

std::string voiced(const std::string& markup, Voice voice) {
    switch (voice) {
    case Voice::plain: return markup;
    case Voice::strong: return html_element("strong", "", markup);
    case Voice::emphasis: return html_element("em", "", markup);
    case Voice::quiet: return html_element("span", "quiet", markup);
    case Voice::code: return html_element("code", "", markup);
    }
    return markup;
}

// As templates/documents/article.mustache writes that of the whole document.
std::string masthead_lines(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        out += out.empty() ? html_element("strong", "", escape_markup(line)) : "<br>" + escape_markup(line);
    return out;
}

std::string masthead_html(const Masthead& masthead) {
    if (masthead.left.empty() && masthead.right.empty()) return {};
    std::string out = "<div class=\"masthead\">\n";
    if (!masthead.left.empty()) out += html_element("p", "", masthead_lines(masthead.left)) + "\n";
    if (!masthead.right.empty()) out += html_element("p", "right", masthead_lines(masthead.right)) + "\n";
    return out + "</div>\n";
}

std::string link(std::string_view css_class, std::string_view href, std::string_view words) {
    return fmt::format(R"(<a{} href="{}">{}</a>)", css_class.empty() ? "" : fmt::format(R"( class="{}")", css_class),
                       escape_markup(href), escape_markup(words));
}

} // namespace

std::string html_element(std::string_view tag, std::string_view css_class, const std::string& content) {
    return fmt::format("<{0}{1}>{2}</{0}>", tag, css_class.empty() ? "" : fmt::format(R"( class="{}")", css_class),
                       content);
}

std::string HtmlWriter::write(const Span& span) {
    return std::visit(
        Overloaded{
            [](const Text& text) { return voiced(escape_markup(text.words), text.voice); },
            [](const Link& to) { return link("", to.href, to.words); },
            [](LineBreak) { return std::string("<br>"); },
            [](const StatusTag& t) { return tag("status", status_mark(t.look.value_or(look_of(t.status))), t.word); },
            [](const OutlookTag& t) { return tag("outlook", outlook_mark(t.outlook), t.word); },
            [](const CourseTag& t) { return tag("course", course_mark(t.course), t.words); },
            [](const SignalTag& t) { return tag("signal", tone_mark(t.tone), t.words); },
            [](const SeverityTag& t) { return tag("severity", severity_mark(t.severity), severity_word(t.severity)); },
            [](const BoundFigure& figure) {
                return figure.href.empty() ? voiced(escape_markup(figure.words), figure.voice)
                                           : voiced(link("bound", figure.href, figure.words), figure.voice);
            },
            [](const Missing& missing) {
                return html_element("span", "missing",
                                    escape_markup(missing.reason + (missing.reason.empty() ? "" : " ") + missing.mark));
            },
            [this](const Note& note) { return write(note); },
            [](const PageLink& to) { return link("page-link", to.href, to.words); },
        },
        span);
}

std::string HtmlWriter::write(const Spans& spans) {
    std::string out;
    for (const Span& span : spans) out += write(span);
    return out;
}

std::string HtmlWriter::write(const Note& note) {
    const auto found = std::ranges::find(notes_, note.words);
    const auto index = static_cast<std::size_t>(found - notes_.begin());
    const std::string number = std::to_string(index + 1);
    const std::string id = anchors_.unique("note-" + number + "-mark");
    if (found == notes_.end()) {
        notes_.push_back(note.words);
        note_ids_.push_back(id);
    }
    return fmt::format(R"( <a class="note-mark" id="{0}" href="#note-{1}">[note {1}]</a>)", id, number);
}

std::string HtmlWriter::write_notes() {
    if (notes_.empty()) return {};
    std::string items;
    for (std::size_t i = 0; i < notes_.size(); ++i)
        items += fmt::format("<li id=\"{}\">{} <a href=\"#{}\">Back to where note {} is used</a></li>\n",
                             anchors_.unique("note-" + std::to_string(i + 1)), escape_markup(notes_[i]), note_ids_[i],
                             i + 1);
    return write(Heading{2, "Notes", "notes"}) + "<ol class=\"notes\">\n" + items + "</ol>\n";
}

std::string HtmlWriter::write(const Heading& heading) {
    const int level = std::clamp(heading.level + deeper_, 2, 6);
    return fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level,
                       anchors_.unique(heading.id.empty() ? heading.words : heading.id), escape_markup(heading.words));
}

std::string HtmlWriter::write(const Paragraph& paragraph) {
    std::string css = paragraph.role == ParagraphRole::lede    ? "lede"
                      : paragraph.role == ParagraphRole::small ? "small"
                                                               : "";
    if (paragraph.number.empty()) return html_element("p", css, write(paragraph.spans)) + "\n";
    css += css.empty() ? "numbered" : " numbered";
    return html_element("p", css,
                        html_element("span", "number", escape_markup(paragraph.number)) + " " +
                            write(paragraph.spans)) +
           "\n";
}

std::string HtmlWriter::write(const List& list) {
    std::string items;
    for (const Blocks& item : list.items) {
        // A list item of one paragraph needs no <p>.
        const Paragraph* only = item.size() == 1 ? std::get_if<Paragraph>(&item.front().content) : nullptr;
        items += "<li>" + (only ? write(only->spans) : write(item)) + "</li>\n";
    }
    switch (list.kind) {
    case ListKind::bulleted: return "<ul>\n" + items + "</ul>\n";
    case ListKind::plain: return "<ul class=\"plain\">\n" + items + "</ul>\n";
    case ListKind::numbered: return "<ol>\n" + items + "</ol>\n";
    case ListKind::roman: return "<ol class=\"roman\">\n" + items + "</ol>\n";
    case ListKind::lettered: return "<ol class=\"lettered\">\n" + items + "</ol>\n";
    }
    return items;
}

std::string HtmlWriter::write(const Definitions& definitions, std::string_view css_class) {
    if (definitions.entries.empty()) return {};
    std::string out = fmt::format("<dl class=\"{}\">\n", css_class);
    for (const Definitions::Entry& entry : definitions.entries)
        out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_markup(entry.term), write(entry.description));
    return out + "</dl>\n";
}

std::string HtmlWriter::write(const ChartBlock& block) {
    const Chart& chart = block.chart;
    const std::string number = block.number.empty() ? "" : escape_markup(block.number) + ". ";
    if (medium_ == Medium::print)
        return fmt::format("<figure>\n<figcaption><strong>{}{}.</strong> {}</figcaption>\n"
                           "<img alt=\"{}\" src=\"data:image/svg+xml;base64,{}\">\n"
                           "<p class=\"small quiet\">{}</p>\n</figure>\n",
                           number, escape_markup(chart.title), escape_markup(chart.subject),
                           escape_markup(chart.title + ". " + chart.summary), base64(chart.svg),
                           escape_markup(chart.summary));
    Table figures;
    figures.form = TableForm::plain;
    for (const std::string& heading : chart.table.headings)
        figures.columns.push_back({heading, figures.columns.empty() ? Align::left : Align::right, 0});
    figures.groups.emplace_back();
    for (const std::vector<std::string>& cells : chart.table.rows) {
        TableRow row;
        for (const std::string& cell : cells) row.cells.push_back({{Text{cell, Voice::plain}}, {}});
        figures.groups.back().rows.push_back(std::move(row));
    }
    return fmt::format("<figure>\n<figcaption><strong>{}{}.</strong> {}</figcaption>\n"
                       "<div class=\"wide\">\n{}</div>\n<div class=\"narrow\">\n{}</div>\n"
                       "<p class=\"small quiet\">{}</p>\n"
                       "<details><summary>The figures in this chart</summary>\n{}</details>\n</figure>\n",
                       number, escape_markup(chart.title), escape_markup(chart.subject), chart.svg, chart.svg_narrow,
                       escape_markup(chart.summary), write(figures));
}

std::string HtmlWriter::write(const Section& section) {
    const std::string content = write(section.blocks);
    switch (section.kind) {
    case SectionKind::plain: return "<section>\n" + content + "</section>\n";
    case SectionKind::exception: return "<section class=\"exception\">\n" + content + "</section>\n";
    case SectionKind::kept: return "<div class=\"kept\">\n" + content + "</div>\n";
    case SectionKind::ask: return "<div class=\"ask\">\n" + content + "</div>\n";
    }
    return content;
}

std::string HtmlWriter::write(const PackPart& part) {
    std::string out = "<section class=\"part\">\n" + masthead_html(part.masthead) +
                      write(Heading{2, part.title, part.id}) + write(part.facts, "facts");
    ++deeper_;
    out += write(part.blocks);
    --deeper_;
    if (!part.foot.empty()) out += html_element("p", "foot", escape_markup(part.foot)) + "\n";
    return out + "</section>\n";
}

std::string HtmlWriter::write(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks)
        out += std::visit(Overloaded{[&](const Definitions& definitions) { return write(definitions, "pairs"); },
                                     [&](Rule) { return std::string("<hr>\n"); },
                                     [&](PageBreak) { return std::string("<div class=\"page-break\"></div>\n"); },
                                     [&](const auto& other) { return write(other); }},
                          block.content);
    return out;
}

} // namespace qd::inline documents
