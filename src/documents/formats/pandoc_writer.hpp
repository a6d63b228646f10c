#pragma once

#include "documents/anchors.hpp"
#include "documents/document.hpp"
#include "documents/formats/table_grid.hpp"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace qd::inline documents {

// Writes a document as Pandoc's own JSON (pandoc-types 1.22), which can express all that DOCX can contain: merged cells, header
// rows, styles by name, alternative texts, notes. One writer a document.
class PandocWriter {
public:
    std::string write(const Document& document);
    // The drawings of what was written (SVG), in order: it refers to the first as "chart-1.png", and so on.
    const std::vector<std::string>& charts() const { return charts_; }

private:
    using Json = nlohmann::json;

    Json inlines(const Spans& spans);
    void append(Json& out, const Span& span);
    Json blocks(const Blocks& blocks);
    void append(Json& out, const Blocks& blocks);
    void append(Json& out, const Heading& heading);
    void append(Json& out, const Paragraph& paragraph);
    void append(Json& out, const List& list);
    void append(Json& out, const Definitions& definitions);
    void append(Json& out, const ChartBlock& block);
    void append(Json& out, const Section& section);
    void append(Json& out, const PackPart& part);
    void append(Json& out, const Masthead& masthead);
    void append(Json& out, const Table& table); // pandoc_tables.cpp, with what belongs to it
    Json table_head(const Table& table);
    Json table_body(const Table& table, const RowGroup& group);
    Json table_cell(const Table& table, const PlacedCell& placed, const std::string& anchor);

    Anchors anchors_;
    std::vector<std::string> charts_;
    int deeper_ = -1; // "Heading 1" of Word is what stands below the title
};

} // namespace qd::inline documents
