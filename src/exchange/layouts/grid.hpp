#pragma once

#include "exchange/folder.hpp"
#include "exchange/intake.hpp"
#include "exchange/workbook/sheet.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline exchange {

// One sheet, or a text that is a table: its filled cells, row by row.
struct SheetGrid {
    std::string name; // "" for a text
    bool hidden = false;
    std::vector<GridCell> cells;
    std::vector<CellRange> merged;
    std::vector<CellRange> hidden_parts; // rows and columns
    std::vector<CellFill> fills{};       // by row and column
    bool has_too_many_fills = false;     // and so none are there
    Complaints complaints{};             // of cells that could not be read
    std::shared_ptr<const void> keeps{}; // owner of the texts

    std::size_t rows() const { return starts_.empty() ? 0 : starts_.size() - 1; } // those with a filled cell
    std::span<const GridCell> row(std::size_t number) const;
    const GridCell* find(std::uint32_t row, std::uint32_t column) const;        // null = blank
    const GridCell* find_spread(std::uint32_t row, std::uint32_t column) const; // a merged cell counts for all it spans
    std::span<const GridCell> cells_of(std::uint32_t row) const;                // by its number in the sheet
    bool is_hidden(std::uint32_t row, std::uint32_t column) const;
    std::optional<std::uint32_t> fill_at(std::uint32_t row,
                                         std::uint32_t column) const; // a merged cell's is that of all it spans
    void index();                                                     // once the cells are there
    SheetGrid turned() const;                                         // rows are columns

private:
    std::vector<std::size_t> starts_;
};

std::string letters_of_column(std::uint32_t column);               // 0 → "A"
std::string name_of_cell(std::uint32_t row, std::uint32_t column); // "F7"

// A council's own file, before anything in it is understood.
struct SheetFile {
    std::string name; // "Corporate KPIs 2025-26.xlsx"
    std::vector<SheetGrid> sheets;
    std::string form; // what was detected about a text: "tabs between the cells, Windows-1252"

    std::string place(std::size_t sheet) const;                       // as complaints name it
    std::string place(std::size_t sheet, const GridCell& cell) const; // "KPIs!F7"; "row 7, column F" of a text
};

// How a text is cut into cells, if it cannot be detected; 0 and "" = detect it.
struct TextForm {
    char separator = 0;
    std::string encoding; // utf-8, utf-16, windows-1252
};

// A workbook (.xlsx) or a text of cells. The bytes may go away afterwards.
SheetFile read_sheet_file(const SourceFile& file, const TextForm& form, ComplaintBook& complaints);
// Its two halves.
std::vector<SheetGrid> read_workbook_grids(const SourceFile& workbook, ComplaintBook& complaints);
SheetGrid read_text_grid(const SourceFile& file, const TextForm& form, std::string& told, ComplaintBook& complaints);

// More cells than this are refused: a layout is for what people fill in. A file of 50 MB has some eight million.
constexpr std::size_t most_sheet_cells = 10'000'000;

} // namespace qd::inline exchange
