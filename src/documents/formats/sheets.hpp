#pragma once

#include "documents/document.hpp"

#include <optional>
#include <string>
#include <vector>

// What a document says in tables, as sheets of a workbook: one table a sheet, one row of headings, no merged cells, no cell
// empty. By the guidance of the Government Analysis Function on spreadsheets that everyone can read.
namespace qd::inline documents {

struct SheetCell {
    std::string words; // as text; where there is a number, what it is shown as
    std::optional<CellNumber> number = std::nullopt;
    std::string link = {}; // to a sheet of the workbook: its name
};
struct DocumentSheet {
    std::string name;  // "Table_1": unique, without a space, so that formulas and links need no quotation marks
    std::string title; // in full
    std::vector<std::string> lines;    // between title and table: source and the like
    std::vector<std::string> headings; // unique, none empty
    std::vector<double> shares;        // of the width, adding up to 1
    std::vector<std::vector<SheetCell>> rows;
};

// The tables and charts of the document in order, after a sheet "Contents" and, if a cell has a note
// or a shorthand, a sheet "Notes" that explains them.
std::vector<DocumentSheet> sheets_of(const Document& document);

} // namespace qd::inline documents
