#include "exchange/layouts/grid.hpp"

#include "base/text.hpp"
#include "exchange/workbook/convert_workbook.hpp"

#include <algorithm>
#include <tuple>

namespace qd::inline exchange {

void SheetGrid::index() {
    starts_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (i == 0 || cells[i].row != cells[i - 1].row) starts_.push_back(i);
    starts_.push_back(cells.size());
}

std::span<const GridCell> SheetGrid::row(std::size_t number) const {
    return std::span(cells).subspan(starts_[number], starts_[number + 1] - starts_[number]);
}

std::span<const GridCell> SheetGrid::cells_of(std::uint32_t row) const {
    const auto [first, last] = std::ranges::equal_range(cells, row, {}, &GridCell::row);
    return {first, last};
}

const GridCell* SheetGrid::find(std::uint32_t row, std::uint32_t column) const {
    const auto place = [](const GridCell& cell) { return std::tuple(cell.row, cell.column); };
    const auto found = std::ranges::lower_bound(cells, std::tuple(row, column), {}, place);
    return found != cells.end() && found->row == row && found->column == column ? &*found : nullptr;
}

const GridCell* SheetGrid::find_spread(std::uint32_t row, std::uint32_t column) const {
    if (const GridCell* own = find(row, column)) return own;
    for (const CellRange& range : merged)
        if (range.has(row, column)) return find(range.top, range.left);
    return nullptr;
}

bool SheetGrid::is_hidden(std::uint32_t row, std::uint32_t column) const {
    return std::ranges::any_of(hidden_parts, [&](const CellRange& range) { return range.has(row, column); });
}

std::optional<std::uint32_t> SheetGrid::fill_at(std::uint32_t row, std::uint32_t column) const {
    const auto place = [](const CellFill& fill) { return std::tuple(fill.row, fill.column); };
    const auto find = [&](std::uint32_t at_row, std::uint32_t at_column) -> std::optional<std::uint32_t> {
        const auto found = std::ranges::lower_bound(fills, std::tuple(at_row, at_column), {}, place);
        if (found == fills.end() || place(*found) != std::tuple(at_row, at_column)) return std::nullopt;
        return found->colour;
    };
    if (const auto own = find(row, column)) return own;
    for (const CellRange& range : merged)
        if (range.has(row, column)) return find(range.top, range.left);
    return std::nullopt;
}

SheetGrid SheetGrid::turned() const {
    SheetGrid other = *this;
    const auto turn = [](CellRange& range) {
        std::swap(range.top, range.left);
        std::swap(range.bottom, range.right);
    };
    for (GridCell& cell : other.cells) std::swap(cell.row, cell.column);
    std::ranges::for_each(other.merged, turn);
    std::ranges::for_each(other.hidden_parts, turn);
    std::ranges::sort(other.cells, {}, [](const GridCell& cell) { return std::tuple(cell.row, cell.column); });
    for (CellFill& fill : other.fills) std::swap(fill.row, fill.column);
    std::ranges::sort(other.fills, {}, [](const CellFill& fill) { return std::tuple(fill.row, fill.column); });
    other.index();
    return other;
}

std::string letters_of_column(std::uint32_t column) {
    std::string letters;
    for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string name_of_cell(std::uint32_t row, std::uint32_t column) {
    return letters_of_column(column) + std::to_string(row + 1);
}

std::string SheetFile::place(std::size_t sheet) const {
    return sheets[sheet].name.empty() ? name : name + " sheet " + sheets[sheet].name;
}

std::string SheetFile::place(std::size_t sheet, const GridCell& cell) const {
    const GridCell& here = sheets[sheet].cells[cell.at];
    const std::string at = name_of_cell(here.row, here.column);
    return sheets[sheet].name.empty() ? at : sheets[sheet].name + "!" + at;
}

SheetFile read_sheet_file(const SourceFile& file, const TextForm& form, ComplaintBook& complaints) {
    SheetFile sheets;
    sheets.name = file.path;
    if (is_convertible(file.path)) sheets.form = "converted by LibreOffice";
    if (file.text().starts_with(std::string_view("PK\x03\x04", 4)) || lower(file.path).ends_with(".xlsx"))
        sheets.sheets = read_workbook_grids(file, complaints);
    else
        sheets.sheets.push_back(read_text_grid(file, form, sheets.form, complaints));
    return sheets;
}

} // namespace qd::inline exchange
