#pragma once

#include "documents/anchors.hpp"
#include "documents/document.hpp"
#include "documents/formats/table_grid.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace qd::inline documents {

// screen: charts as drawings within the page, with a narrow one and their figures. print: for the program that paginates,
// which takes charts as pictures with an alternative text.
enum class Medium { screen, print };

// A table, and whether it stays one on a narrow screen: found once, since it takes a look at every cell.
struct TableLayout {
    const Table& table;
    bool stays = false;
};

// Writes blocks as HTML. One writer a document, since ids and notes are counted through it.
class HtmlWriter {
public:
    explicit HtmlWriter(Medium medium = Medium::screen) : medium_(medium) {}

    std::string write(const Blocks& blocks);
    std::string write(const Spans& spans);
    std::string write(const Definitions& definitions, std::string_view css_class);
    // The notes that were referred to so far, with their heading; nothing where there are none.
    std::string write_notes();

private:
    std::string write(const Span& span);
    std::string write(const Note& note);
    std::string write(const Heading& heading);
    std::string write(const Paragraph& paragraph);
    std::string write(const List& list);
    std::string write(const Table& table); // html_tables.cpp, with what belongs to it
    std::string write_head(const TableLayout& layout);
    std::string write_group(const TableLayout& layout, const RowGroup& group);
    std::string write_row(const TableLayout& layout, const TableRow& row, const std::vector<PlacedCell>& cells);
    std::string write_cell(const TableCell& cell);
    std::string write(const ChartBlock& block);
    std::string write(const Section& section);
    std::string write(const PackPart& part);

    Medium medium_;
    Anchors anchors_;
    std::vector<std::string> notes_;    // in the order of their first mark
    std::vector<std::string> note_ids_; // of those marks
    int deeper_ = 0;                    // how many levels headings are moved down, within parts
};

std::string html_element(std::string_view tag, std::string_view css_class, const std::string& content);

} // namespace qd::inline documents
