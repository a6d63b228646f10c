#include "exchange/sheet_import.hpp"

#include "base/date.hpp"

namespace qd {
namespace {

std::uint64_t place_of(std::uint32_t row, std::uint32_t column) { return std::uint64_t{row} << 32 | column; }

bool is_place(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column) {
    return row >= 0 && row < (1 << 20) && column >= 0 && column < (1 << 14);
}

} // namespace

std::size_t StringsImport::append(std::string_view text) {
    strings_.emplace_back(text);
    return strings_.size() - 1;
}

std::size_t StringsImport::commit_segments() {
    strings_.push_back(std::move(segments_));
    segments_.clear();
    return strings_.size() - 1;
}

void FormulaImport::set_position(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column) {
    row_ = row;
    column_ = column;
    result_ = NoResult();
}

void FormulaImport::commit() {
    sheet_.put(row_, column_, std::move(result_));
    result_ = NoResult();
}

void ArrayFormulaImport::set_result_string(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column,
                                           std::string_view text) {
    sheet_.put(row, column, std::string(text));
}
void ArrayFormulaImport::set_result_value(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column,
                                          double value) {
    sheet_.put(row, column, value);
}
void ArrayFormulaImport::set_result_bool(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, bool value) {
    sheet_.put(row, column, value);
}

void SheetImport::put(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, CellContent content) {
    if (!is_place(row, column)) return;
    if (cells_left_ == 0) throw TooManyCells();
    --cells_left_;
    cells_.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), std::move(content)});
}

void SheetImport::set_date_time(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, int year, int month,
                                int day, int hour, int minute, double second) {
    const auto date = Date::from_ymd(year, month, day);
    if (!date) return put(row, column, std::to_string(year) + "-" + std::to_string(month) + "-" + std::to_string(day));
    const std::int64_t of_day = hour * 3'600 + minute * 60 + static_cast<std::int64_t>(second);
    put(row, column, of_day == 0 ? print(*date) : print(Instant(Instant::start_of(*date).seconds() + of_day)));
}

void SheetImport::set_format(orcus::spreadsheet::row_t row, orcus::spreadsheet::col_t column, std::size_t format) {
    if (!is_place(row, column) || format == 0) return;
    if (cells_left_ == 0) throw TooManyCells();
    --cells_left_;
    formats_[place_of(static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column))] = format;
}

std::size_t SheetImport::format_of(const Put& cell) const {
    const auto found = formats_.find(place_of(cell.row, cell.column));
    return found == formats_.end() ? 0 : found->second;
}

} // namespace qd
