#pragma once

#include "documents/document.hpp"

#include <cstddef>
#include <vector>

namespace qd::inline documents {

// Where a cell of a row is.
struct PlacedCell {
    const TableCell* cell = nullptr;
    std::size_t column = 0; // its leftmost
    std::size_t row = 0;    // of its group, where it begins
};

// The cells of each row of a group that begin there, in their places. Error(request) names the table and the row where cells
// overlap, leave a column free or reach beyond the table.
std::vector<std::vector<PlacedCell>> place_cells(const Table& table, const RowGroup& group);

// The cell that covers each column of each row: one that covers several is there several times.
std::vector<std::vector<PlacedCell>> covering_cells(const Table& table, const RowGroup& group);

// Whether a cell covers more than its own place.
bool has_merged_cells(const Table& table);

// Error(request) where the column groups do not cover the columns, each once.
void require_column_groups(const Table& table);

// The share of the width of each column, adding up to 1: as given, and the rest by the longest words and the lengths.
std::vector<double> column_shares(const Table& table);

} // namespace qd::inline documents
