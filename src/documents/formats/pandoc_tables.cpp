#include "documents/formats/pandoc_nodes.hpp"
#include "documents/formats/pandoc_writer.hpp"

namespace qd::inline documents {
namespace {

using pandoc::node;
using Json = nlohmann::json;

Json alignment(const Column& column) { return node(column.align == Align::right ? "AlignRight" : "AlignLeft"); }

Json cell_node(const Json& align, int rows, int columns, Json blocks) {
    return Json::array({pandoc::attributes(), align, rows, columns, std::move(blocks)});
}

Json row_node(Json cells) { return Json::array({pandoc::attributes(), std::move(cells)}); }

Json heading_cell(const Json& align, int rows, int columns, const std::string& words) {
    return cell_node(align, rows, columns,
                     Json::array({node("Plain", Json::array({node("Strong", pandoc::plain_words(words))}))}));
}

} // namespace

Json PandocWriter::table_head(const Table& table) {
    Json upper = Json::array(), lower = Json::array(), rows = Json::array();
    std::size_t column = 0;
    for (const ColumnGroup& group : table.column_groups) {
        const std::size_t end = column + static_cast<std::size_t>(std::max(1, group.columns));
        const bool has_heading = !group.heading.empty();
        if (has_heading)
            upper.push_back(heading_cell(node("AlignLeft"), 1, static_cast<int>(end - column), group.heading));
        for (; column < end; ++column)
            (has_heading ? lower : upper)
                .push_back(heading_cell(alignment(table.columns[column]), has_heading ? 1 : 2, 1,
                                        table.columns[column].heading));
    }
    for (; column < table.columns.size(); ++column)
        lower.push_back(heading_cell(alignment(table.columns[column]), 1, 1, table.columns[column].heading));
    if (!upper.empty()) rows.push_back(row_node(std::move(upper)));
    rows.push_back(row_node(std::move(lower)));
    return Json::array({pandoc::attributes(), std::move(rows)});
}

Json PandocWriter::table_cell(const Table& table, const PlacedCell& placed, const std::string& anchor) {
    const TableCell& cell = *placed.cell;
    Json content = Json::array();
    Json words = inlines(cell.spans);
    if (!anchor.empty())
        words = Json::array({node("Span", Json::array({pandoc::attributes(anchor), std::move(words)}))});
    if (!words.empty()) content.push_back(node("Plain", std::move(words)));
    append(content, cell.blocks);
    return cell_node(alignment(table.columns[placed.column]), std::max(1, cell.rows), std::max(1, cell.columns),
                     std::move(content));
}

Json PandocWriter::table_body(const Table& table, const RowGroup& group) {
    Json rows = Json::array(), headings = Json::array();
    if (!group.title.empty())
        headings.push_back(row_node(
            Json::array({heading_cell(node("AlignLeft"), 1, static_cast<int>(table.columns.size()), group.title)})));
    const std::vector<std::vector<PlacedCell>> placed = place_cells(table, group);
    for (std::size_t row = 0; row < placed.size(); ++row) {
        const std::string& id = group.rows[row].id;
        std::string anchor = id.empty() ? "" : anchors_.unique(id);
        Json cells = Json::array();
        for (const PlacedCell& cell : placed[row]) cells.push_back(table_cell(table, cell, std::exchange(anchor, "")));
        rows.push_back(row_node(std::move(cells)));
    }
    return Json::array({pandoc::attributes(), 1, std::move(headings), std::move(rows)});
}

void PandocWriter::append(Json& out, const Table& table) {
    require_column_groups(table);
    Json columns = Json::array(), bodies = Json::array(), caption = Json::array();
    const std::vector<double> shares = column_shares(table);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        columns.push_back(Json::array({alignment(table.columns[i]), node("ColWidth", shares[i])}));
    if (!table.caption.empty()) caption.push_back(node("Plain", pandoc::plain_words(table.caption)));
    for (const RowGroup& group : table.groups) bodies.push_back(table_body(table, group));
    out.push_back(node("Table", Json::array({pandoc::attributes(), Json::array({nullptr, std::move(caption)}),
                                             std::move(columns), table_head(table), std::move(bodies),
                                             Json::array({pandoc::attributes(), Json::array()})})));
    for (const Spans& note : table.notes)
        out.push_back(pandoc::styled_block("Small", Json::array({pandoc::paragraph(inlines(note))})));
}

} // namespace qd::inline documents
