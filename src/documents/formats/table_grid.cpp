#include "documents/formats/table_grid.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "documents/words_of.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace qd::inline documents {
namespace {

[[noreturn]] void refuse(const Table& table, const std::string& what) {
    throw Error(
        Fault::request,
        "The table “" +
            shorten(table.caption.empty() ? table.columns.empty() ? "" : table.columns[0].heading : table.caption, 60) +
            "” cannot be laid out: " + what + ".");
}

std::size_t covered(const TableCell& cell, int TableCell::*count) {
    return static_cast<std::size_t>(std::max(1, cell.*count));
}

void place_row(const Table& table, const RowGroup& group, std::size_t row,
               std::vector<std::vector<PlacedCell>>& covering) {
    std::size_t column = 0;
    std::vector<PlacedCell>& places = covering[row];
    for (const TableCell& cell : group.rows[row].cells) {
        while (column < places.size() && places[column].cell) ++column;
        const std::size_t columns = covered(cell, &TableCell::columns), rows = covered(cell, &TableCell::rows);
        const std::string where = "row " + std::to_string(row + 1);
        if (column + columns > places.size()) refuse(table, where + " has more cells than the table has columns");
        if (row + rows > group.rows.size()) refuse(table, where + " has a cell that reaches beyond the last row");
        for (std::size_t below = row; below < row + rows; ++below)
            for (std::size_t beside = column; beside < column + columns; ++beside) {
                if (covering[below][beside].cell) refuse(table, "cells of " + where + " overlap");
                covering[below][beside] = {&cell, column, row};
            }
        column += columns;
    }
    for (const PlacedCell& place : places)
        if (!place.cell)
            refuse(table, "row " + std::to_string(row + 1) + " has fewer cells than the table has columns");
}

// The longest word, which cannot be split, and the length of the whole.
struct Extent {
    std::size_t word = 0, length = 0;
};

constexpr std::size_t mark_width = 4; // of the shape next to the word of a tag, in letters

Extent extent_of(std::string_view words) {
    Extent extent{0, display_width(words)};
    std::size_t start = 0;
    while (start <= words.size()) {
        const std::size_t end = std::min(words.find_first_of(" \n", start), words.size());
        extent.word = std::max(extent.word, display_width(words.substr(start, end - start)));
        start = end + 1;
    }
    return extent;
}

// Tags are not split: they count as one word.
Extent extent_of(const TableCell& cell) {
    Extent extent = extent_of(words_of(cell));
    for (const Span& span : cell.spans) {
        const auto* status = std::get_if<StatusTag>(&span);
        const auto* outlook = std::get_if<OutlookTag>(&span);
        if (status) extent.word = std::max(extent.word, display_width(status->word) + mark_width);
        if (outlook) extent.word = std::max(extent.word, display_width(outlook->word) + mark_width);
    }
    return extent;
}

} // namespace

std::vector<std::vector<PlacedCell>> covering_cells(const Table& table, const RowGroup& group) {
    std::vector<std::vector<PlacedCell>> covering(group.rows.size(), std::vector<PlacedCell>(table.columns.size()));
    for (std::size_t row = 0; row < group.rows.size(); ++row) place_row(table, group, row, covering);
    return covering;
}

std::vector<std::vector<PlacedCell>> place_cells(const Table& table, const RowGroup& group) {
    std::vector<std::vector<PlacedCell>> placed = covering_cells(table, group);
    for (std::size_t row = 0; row < placed.size(); ++row) {
        std::vector<PlacedCell>& places = placed[row];
        const std::size_t columns = places.size();
        std::vector<PlacedCell> begun;
        for (std::size_t column = 0; column < columns; ++column)
            if (places[column].row == row && places[column].column == column) begun.push_back(places[column]);
        places = std::move(begun);
    }
    return placed;
}

bool has_merged_cells(const Table& table) {
    if (!table.column_groups.empty()) return true;
    for (const RowGroup& group : table.groups)
        for (const TableRow& row : group.rows)
            for (const TableCell& cell : row.cells)
                if (cell.columns > 1 || cell.rows > 1) return true;
    return false;
}

void require_column_groups(const Table& table) {
    if (table.column_groups.empty()) return;
    std::size_t columns = 0;
    for (const ColumnGroup& group : table.column_groups)
        columns += static_cast<std::size_t>(std::max(1, group.columns));
    if (columns != table.columns.size()) refuse(table, "its groups of columns do not cover the columns");
}

std::vector<double> column_shares(const Table& table) {
    const std::size_t count = table.columns.size();
    std::vector<double> shares(count, 0), needs(count, 0);
    double given = 0, needed = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Extent most = extent_of(table.columns[i].heading);
        most.length = most.word;
        for (const RowGroup& group : table.groups)
            for (const TableRow& row : group.rows) {
                if (i >= row.cells.size() || row.cells.size() != count)
                    continue; // merged rows say nothing of one column
                const Extent extent = extent_of(row.cells[i]);
                most = {std::max(most.word, extent.word), std::max(most.length, extent.length)};
            }
        // Long texts wrap: they need more, but not in proportion.
        needs[i] = static_cast<double>(most.word) + 2 + 2 * std::sqrt(static_cast<double>(most.length));
        if (table.columns[i].share > 0)
            given += shares[i] = table.columns[i].share / 100.0;
        else
            needed += needs[i];
    }
    const double left = needed > 0 ? std::max(1 - given, 0.1) : 0;
    for (std::size_t i = 0; i < count; ++i)
        if (table.columns[i].share <= 0) shares[i] = left * needs[i] / needed;
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= all;
    return shares;
}

} // namespace qd::inline documents
