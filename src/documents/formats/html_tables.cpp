#include "charts/drawing.hpp"
#include "documents/formats/html_writer.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace qd::inline documents {
namespace {

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

// Cells that reach over others have no place in a list of short blocks.
bool stays_table(const Table& table) { return table.form == TableForm::plain || has_merged_cells(table); }

// The ARIA roles that a table loses when its parts become blocks on a narrow screen.
std::string role(const TableLayout& layout, std::string_view name) {
    return layout.stays ? "" : fmt::format(R"( role="{}")", name);
}

std::string css_of(const TableLayout& layout) {
    const Table& table = layout.table;
    std::string css = layout.stays ? "" : "stack";
    if (has_merged_cells(table)) css += css.empty() ? "merged" : " merged";
    if (table.form == TableForm::dense) css += css.empty() ? "dense" : " dense";
    if (is_small(table)) css += css.empty() ? "kept" : " kept";
    return css;
}

std::string reach_of(const TableCell& cell) {
    std::string out;
    if (cell.columns > 1) out += fmt::format(R"( colspan="{}")", cell.columns);
    if (cell.rows > 1) out += fmt::format(R"( rowspan="{}")", cell.rows);
    return out;
}

std::string column_heading(const TableLayout& layout, const Column& column, int rows) {
    return fmt::format(R"(<th scope="col"{}{}{}>{}</th>)", rows > 1 ? fmt::format(R"( rowspan="{}")", rows) : "",
                       role(layout, "columnheader"), column.align == Align::right ? " class=\"num\"" : "",
                       escape_markup(column.heading));
}

// One row, or two where columns have a heading in common; those that have none reach over both.
std::string heading_rows(const TableLayout& layout) {
    const Table& table = layout.table;
    const std::string open = "<tr" + role(layout, "row") + ">";
    std::string upper, lower;
    std::size_t column = 0;
    for (const ColumnGroup& group : table.column_groups) {
        const std::size_t end = column + static_cast<std::size_t>(std::max(1, group.columns));
        if (!group.heading.empty())
            upper += fmt::format(R"(<th scope="colgroup" class="over" colspan="{}">{}</th>)", end - column,
                                 escape_markup(group.heading));
        for (; column < end; ++column)
            (group.heading.empty() ? upper : lower) +=
                column_heading(layout, table.columns[column], group.heading.empty() ? 2 : 1);
    }
    for (; column < table.columns.size(); ++column) lower += column_heading(layout, table.columns[column], 1);
    return (upper.empty() ? "" : open + upper + "</tr>\n") + open + lower + "</tr>";
}

} // namespace

std::string HtmlWriter::write_cell(const TableCell& cell) {
    std::string out = write(cell.spans);
    if (!cell.blocks.empty()) out += "\n" + write(cell.blocks);
    return out;
}

std::string HtmlWriter::write_row(const TableLayout& layout, const TableRow& row,
                                  const std::vector<PlacedCell>& cells) {
    std::string out =
        "<tr" + role(layout, "row") + (row.id.empty() ? "" : " id=\"" + anchors_.unique(row.id) + "\"") + ">";
    for (const PlacedCell& placed : cells) {
        const std::string content = write_cell(*placed.cell);
        if (placed.column == 0) {
            out += fmt::format(R"(<th scope="row"{}{}>{}</th>)", reach_of(*placed.cell), role(layout, "rowheader"),
                               content);
            continue;
        }
        const Column& column = layout.table.columns[placed.column];
        const std::string_view css = column.align == Align::right ? " class=\"num\"" : "";
        const std::string label = layout.stays ? "" : fmt::format(R"( data-label="{}")", escape_markup(column.heading));
        out += fmt::format("<td{}{}{}{}>{}</td>", reach_of(*placed.cell), role(layout, "cell"), css, label, content);
    }
    return out + "</tr>\n";
}

std::string HtmlWriter::write_head(const TableLayout& layout) {
    const Table& table = layout.table;
    std::string out = "<colgroup>";
    if (medium_ == Medium::print)
        for (const double share : column_shares(table))
            out += fmt::format(R"(<col style="width: {:.1f}%">)", share * 100);
    else
        for (const Column& column : table.columns)
            out += column.share > 0 ? fmt::format(R"(<col class="w{}">)", column.share) : std::string("<col>");
    return out + "</colgroup>\n<thead" + role(layout, "rowgroup") + ">" + heading_rows(layout) + "</thead>\n";
}

std::string HtmlWriter::write_group(const TableLayout& layout, const RowGroup& group) {
    const Table& table = layout.table;
    std::string out = "<tbody" + role(layout, "rowgroup") + ">\n";
    if (!group.title.empty())
        out += fmt::format("<tr class=\"group\"{}><th scope=\"rowgroup\" colspan=\"{}\"{}>{}</th></tr>\n",
                           role(layout, "row"), table.columns.size(), role(layout, "rowheader"),
                           escape_markup(group.title));
    const std::vector<std::vector<PlacedCell>> placed = place_cells(table, group);
    for (std::size_t row = 0; row < group.rows.size(); ++row) out += write_row(layout, group.rows[row], placed[row]);
    return out + "</tbody>\n";
}

std::string HtmlWriter::write(const Table& table) {
    require_column_groups(table);
    const TableLayout layout{table, stays_table(table)};
    const std::string css = css_of(layout);
    std::string out = fmt::format("<table{}{}>\n", css.empty() ? "" : " class=\"" + css + "\"", role(layout, "table"));
    if (!table.caption.empty()) out += html_element("caption", "", escape_markup(table.caption)) + "\n";
    out += write_head(layout);
    for (const RowGroup& group : table.groups) out += write_group(layout, group);
    out += "</table>\n";
    for (const Spans& note : table.notes) out += html_element("p", "small quiet", write(note)) + "\n";
    return out;
}

} // namespace qd::inline documents
