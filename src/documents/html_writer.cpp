#include "documents/html_writer.hpp"

#include "base/text.hpp"
#include "charts/drawing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline documents {
namespace {

template <class... Ts> struct Overloaded : Ts... { using Ts::operator()...; };

std::string element(std::string_view tag, std::string_view css_class, const std::string& content) {
    return fmt::format("<{0}{1}>{2}</{0}>", tag, css_class.empty() ? "" : fmt::format(R"( class="{}")", css_class),
                       content);
}

std::string write_text(const Text& text) {
    const std::string words = escape_markup(text.words);
    switch (text.voice) {
    case Voice::plain: return words;
    case Voice::strong: return element("strong", "", words);
    case Voice::emphasis: return element("em", "", words);
    case Voice::quiet: return element("span", "quiet", words);
    case Voice::code: return element("code", "", words);
    }
    return words;
}

std::string_view severity_word(Severity severity) {
    return severity == Severity::error ? "Error" : severity == Severity::warning ? "Warning" : "Note";
}

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

// Small enough to be kept on one page without leaving half of the page before it empty.
bool is_small(const Table& table) {
    std::size_t rows = 0, letters = 0;
    for (const RowGroup& group : table.groups)
        for (const TableRow& row : group.rows) {
            ++rows;
            for (const TableCell& cell : row.cells) {
                if (!cell.blocks.empty()) return false;
                for (const Span& span : cell.spans)
                    if (const Text* text = std::get_if<Text>(&span)) letters += text->words.size();
            }
        }
    return rows <= 6 && letters <= 500;
}

// The ARIA roles that a table loses when its parts become blocks on a narrow screen.
std::string role(const Table& table, std::string_view name) {
    return table.form == TableForm::plain ? "" : fmt::format(R"( role="{}")", name);
}

} // namespace

std::string HtmlWriter::write(const Spans& spans) const {
    std::string out;
    for (const Span& span : spans)
        out += std::visit(Overloaded{
                              [](const Text& text) { return write_text(text); },
                              [](const Link& link) {
                                  return fmt::format(R"(<a href="{}">{}</a>)", escape_markup(link.href),
                                                     escape_markup(link.words));
                              },
                              [](LineBreak) { return std::string("<br>"); },
                              [](const StatusTag& t) { return tag("status", status_mark(t.status), t.word); },
                              [](const OutlookTag& t) { return tag("outlook", outlook_mark(t.outlook), t.word); },
                              [](const CourseTag& t) { return tag("course", course_mark(t.course), t.words); },
                              [](const SignalTag& t) { return tag("signal", tone_mark(t.tone), t.words); },
                              [](const SeverityTag& t) {
                                  return tag("severity", severity_mark(t.severity), severity_word(t.severity));
                              },
                          },
                          span);
    return out;
}

std::string HtmlWriter::unique_id(const std::string& wanted) {
    std::string id;
    for (const char c : lower(wanted)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        if (kept)
            id += c;
        else if (!id.empty() && id.back() != '-')
            id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    if (id.empty()) id = "part";
    const int count = ++ids_[id];
    return count == 1 ? id : unique_id(id + "-" + std::to_string(count));
}

std::string HtmlWriter::write(const Heading& heading) {
    const int level = std::clamp(heading.level, 2, 6);
    return fmt::format("<h{0} id=\"{1}\">{2}</h{0}>\n", level,
                       unique_id(heading.id.empty() ? heading.words : heading.id), escape_markup(heading.words));
}

std::string HtmlWriter::write(const Paragraph& paragraph) const {
    const std::string_view css = paragraph.role == ParagraphRole::lede    ? "lede"
                                 : paragraph.role == ParagraphRole::small ? "small"
                                                                          : "";
    return element("p", css, write(paragraph.spans)) + "\n";
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

std::string HtmlWriter::write(const Definitions& definitions, std::string_view css_class) const {
    if (definitions.entries.empty()) return {};
    std::string out = fmt::format("<dl class=\"{}\">\n", css_class);
    for (const Definitions::Entry& entry : definitions.entries)
        out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escape_markup(entry.term), write(entry.description));
    return out + "</dl>\n";
}

std::string HtmlWriter::write_cell(const TableCell& cell) {
    std::string out = write(cell.spans);
    if (!cell.blocks.empty()) out += "\n" + write(cell.blocks);
    return out;
}

std::string HtmlWriter::write_row(const Table& table, const TableRow& row) {
    std::string out = "<tr" + role(table, "row") + (row.id.empty() ? "" : " id=\"" + unique_id(row.id) + "\"") + ">";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string content = write_cell(row.cells[i]);
        if (i == 0) {
            out += fmt::format(R"(<th scope="row"{}>{}</th>)", role(table, "rowheader"), content);
            continue;
        }
        const Column& column = table.columns[i];
        const std::string_view css = column.align == Align::right ? " class=\"num\"" : "";
        const std::string label =
            table.form == TableForm::plain ? "" : fmt::format(R"( data-label="{}")", escape_markup(column.heading));
        out += fmt::format("<td{}{}{}>{}</td>", role(table, "cell"), css, label, content);
    }
    return out + "</tr>\n";
}

std::string HtmlWriter::write(const Table& table) {
    std::string css = table.form == TableForm::plain ? "" : table.form == TableForm::stacked ? "stack" : "stack dense";
    if (is_small(table)) css += css.empty() ? "kept" : " kept";
    std::string out = fmt::format("<table{}{}>\n", css.empty() ? "" : " class=\"" + css + "\"", role(table, "table"));
    if (!table.caption.empty()) out += element("caption", "", escape_markup(table.caption)) + "\n";
    out += "<colgroup>";
    for (const Column& column : table.columns)
        out += column.share > 0 ? fmt::format(R"(<col class="w{}">)", column.share) : std::string("<col>");
    out += "</colgroup>\n<thead" + role(table, "rowgroup") + "><tr" + role(table, "row") + ">";
    for (const Column& column : table.columns)
        out += fmt::format(R"(<th scope="col"{}{}>{}</th>)", role(table, "columnheader"),
                           column.align == Align::right ? " class=\"num\"" : "", escape_markup(column.heading));
    out += "</tr></thead>\n";
    for (const RowGroup& group : table.groups) {
        out += "<tbody" + role(table, "rowgroup") + ">\n";
        if (!group.title.empty())
            out += fmt::format("<tr class=\"group\"{}><th scope=\"rowgroup\" colspan=\"{}\"{}>{}</th></tr>\n",
                               role(table, "row"), table.columns.size(), role(table, "rowheader"),
                               escape_markup(group.title));
        for (const TableRow& row : group.rows) out += write_row(table, row);
        out += "</tbody>\n";
    }
    return out + "</table>\n";
}

std::string HtmlWriter::write(const ChartBlock& block) {
    const Chart& chart = block.chart;
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
    const std::string number = block.number.empty() ? "" : escape_markup(block.number) + ". ";
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

std::string HtmlWriter::write(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks)
        out += std::visit(Overloaded{[&](const Definitions& definitions) { return write(definitions, "pairs"); },
                                     [&](Rule) { return std::string("<hr>\n"); },
                                     [&](const auto& other) { return write(other); }},
                          block.content);
    return out;
}

} // namespace qd::inline documents
