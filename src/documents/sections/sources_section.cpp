#include "documents/sections/sources_section.hpp"

#include "documents/phrases.hpp"
#include "documents/sections/figure_reading.hpp"

#include <set>

namespace qd::inline documents {
namespace {

constexpr std::size_t digits_shown = 16; // of a SHA-256: enough to distinguish files

TableCell value_cell(const Content& content, const Measure& measure, const Figure& figure) {
    Spans spans = strong(show(measure, figure.actual.value()));
    if (const std::string parts = parts_words(figure); !parts.empty()) append(spans, plain(" = " + parts));
    append(spans, line_break());
    append(spans, quiet(content.settings.calendar.label(figure.described)));
    return cell(spans);
}

TableCell return_cell(const Lineage& lineage) {
    Spans spans = plain(print_long(lineage.known_at.date()));
    if (!lineage.handed_in_by.empty()) append(spans, plain(", by " + lineage.handed_in_by));
    if (!lineage.signed_off_by.empty()) append(spans, plain(", signed off by " + lineage.signed_off_by));
    return cell(spans);
}

TableCell source_cell(const Lineage& lineage) {
    Spans spans = given(lineage.source);
    if (!lineage.cell.empty()) append(spans, plain(", cell " + lineage.cell));
    if (lineage.source_sha256.empty()) return cell(spans);
    append(spans, line_break());
    spans.push_back(Text{"SHA-256 " + lineage.source_sha256.substr(0, digits_shown) + "…", Voice::code});
    return cell(spans);
}

// Each figure of a document, to be looked at or changed.
template <class Spans_, class Visit> void each_figure_in(Spans_& spans, const Visit& visit) {
    for (auto& span : spans)
        if (auto* figure = std::get_if<BoundFigure>(&span)) visit(*figure);
}

template <class Blocks_, class Visit> void each_figure(Blocks_& blocks, const Visit& visit) {
    for (auto& block : blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.content)) each_figure_in(paragraph->spans, visit);
        if (auto* list = std::get_if<List>(&block.content))
            for (auto& item : list->items) each_figure(item, visit);
        if (auto* definitions = std::get_if<Definitions>(&block.content))
            for (auto& entry : definitions->entries) each_figure_in(entry.description, visit);
        if (auto* section = std::get_if<Section>(&block.content)) each_figure(section->blocks, visit);
        if (auto* table = std::get_if<Table>(&block.content))
            for (auto& group : table->groups)
                for (auto& row : group.rows)
                    for (auto& one : row.cells) {
                        each_figure_in(one.spans, visit);
                        each_figure(one.blocks, visit);
                    }
    }
}

bool leads_to_source(const BoundFigure& figure) { return figure.href.starts_with("#source-"); }

// A figure whose measure has no row, such as one of the period before, leads nowhere.
void unlink_missing(Blocks& blocks, const std::set<std::string>& rows) {
    each_figure(blocks, [&](BoundFigure& figure) {
        if (leads_to_source(figure) && !rows.contains(figure.href.substr(1))) figure.href.clear();
    });
}

} // namespace

std::set<std::string> linked_sources(const Blocks& blocks) {
    std::set<std::string> ids;
    each_figure(blocks, [&](const BoundFigure& figure) {
        if (leads_to_source(figure)) ids.insert(figure.href.substr(1));
    });
    return ids;
}

void write_sources(Blocks& blocks, const Content& content, const std::vector<Figure>& figures) {
    Table table;
    table.columns = {{"Measure", Align::left, 24},
                     {"Figure", Align::left, 0},
                     {"Handed in", Align::left, 0},
                     {"Source", Align::left, 40}};
    table.groups.emplace_back();
    std::set<std::string> told;
    for (const Figure& figure : figures) {
        const Measure* measure = find_row(content.measures, figure.measure);
        if (!measure || !figure.lineage || !figure.actual.has_value() || !told.insert(source_id(figure.measure)).second)
            continue;
        Spans name = plain(short_name(*measure));
        append(name, quiet(" " + measure->code.text()));
        table.groups[0].rows.push_back({{cell(name), value_cell(content, *measure, figure),
                                         return_cell(*figure.lineage), source_cell(*figure.lineage)},
                                        source_id(measure->code)});
    }
    unlink_missing(blocks, told);
    if (table.groups[0].rows.empty()) return;
    blocks.push_back(heading(2, "Where the figures come from", "sources"));
    blocks.push_back({table});
}

std::vector<Figure> figures_of(const Partnership& partnership) {
    std::vector<Figure> figures;
    for (const GroupLines& group : partnership.groups)
        for (const PriorityLine& line : group.lines)
            figures.insert(figures.end(), line.figures.begin(), line.figures.end());
    return figures;
}

} // namespace qd::inline documents
