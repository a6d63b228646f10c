#pragma once

#include "documents/document.hpp"

#include <map>
#include <string>

namespace qd::inline documents {

// Writes blocks as HTML. One writer a document, since ids are unique in it.
class HtmlWriter {
public:
    std::string write(const Blocks& blocks);
    std::string write(const Spans& spans) const;
    std::string write(const Definitions& definitions, std::string_view css_class) const;

private:
    std::string write(const Heading& heading);
    std::string write(const Paragraph& paragraph) const;
    std::string write(const List& list);
    std::string write(const Table& table);
    std::string write_row(const Table& table, const TableRow& row);
    std::string write_cell(const TableCell& cell);
    std::string write(const ChartBlock& block);
    std::string write(const Section& section);
    std::string unique_id(const std::string& wanted);

    std::map<std::string, int> ids_;
};

} // namespace qd::inline documents
