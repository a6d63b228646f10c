#pragma once

#include "exchange/csv.hpp"

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace qd::inline exchange {

// A rectangle of cells, both corners within it; rows and columns from 0.
struct CellRange {
    std::uint32_t top = 0, left = 0, bottom = 0, right = 0;
    bool has(std::uint32_t row, std::uint32_t column) const {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
};

// What a number format makes of a number: 41274 as a day, 0.05 as 5 %, 0.25 as 06:00:00.
enum class NumberFormat { plain, date, time, percent };
NumberFormat number_format_of(std::size_t builtin);   // Excel's numbers below 164
NumberFormat number_format_of(std::string_view code); // "dd/mm/yyyy", "0.0%"

// A spreadsheet's number as a person would write it. It represents fifteen digits of a decimal figure; days are
// counted from `serial_of_1900`: 0, or 1462 if the workbook counts from 1904.
std::string number_text(double value, NumberFormat format = NumberFormat::plain, int serial_of_1900 = 0);

// The texts that the cells of a workbook share, in order.
class SharedTexts {
public:
    void begin() { ends_.push_back(all_.size()); }
    std::string& last() { return last_; } // is put in its place by end()
    void end(std::string_view text) {
        all_ += text;
        ends_.back() = all_.size();
        last_.clear();
    }
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t i) const {
        const std::size_t from = i == 0 ? 0 : ends_[i - 1];
        return std::string_view(all_).substr(from, ends_[i] - from);
    }

private:
    std::string all_, last_;
    std::vector<std::size_t> ends_;
};

// The colour of a cell, which may be blank.
struct CellFill {
    std::uint32_t row = 0, column = 0, colour = 0;
};

// What of a sheet is not in its cells: ranges that are shown as one cell, rows and columns that are not shown, and colours. From 0.
struct SheetLook {
    std::vector<CellRange> merged, hidden;
    std::vector<CellFill> fills;
    static constexpr std::size_t most_fills = 500'000; // whoever colours more says nothing by it; then there are none
    bool has_too_many_fills = false;
};

// A filled cell; rows and columns from 0. `at` is its place among the cells of its sheet, also if the sheet was turned.
struct GridCell {
    std::uint32_t row = 0, column = 0;
    std::string_view text;
    std::uint32_t at = 0;
};

// One sheet as text: cells in any order, then rows in theirs. What many cells share is kept once.
class Sheet {
public:
    Sheet(std::string name, std::shared_ptr<const SharedTexts> shared)
        : name_(std::move(name)), shared_(std::move(shared)),
          own_(std::make_shared<std::pmr::monotonic_buffer_resource>()) {}
    const std::string& name() const { return name_; }
    // Rows and columns from 0.
    void put_shared(std::uint32_t row, std::uint32_t column, std::size_t text) {
        cells_.push_back({row, column, shared_->at(text), 0});
    }
    void put(std::uint32_t row, std::uint32_t column, std::string_view text);
    std::size_t size() const { return cells_.size(); }
    SheetLook& look() { return look_; }
    const SheetLook& look() const { return look_; }
    void sort();                                 // before the rows are asked for
    Outcome each_row(const OnRow& on_row) const; // numbered from 1, as the spreadsheet does
    // How many rows are above the table of a sheet that says below its title, in column A, that it contains one table: its
    // headings are the first row with two cells. 0 for any other sheet.
    std::uint32_t rows_above_table() const;
    void reserve(std::size_t cells) { cells_.reserve(cells); }
    // Its filled cells, in order; of two in one place the later. The sheet has none any more.
    std::vector<GridCell> take_cells();
    // Keeps the texts of its cells, when the sheet itself is gone.
    std::shared_ptr<const void> texts() const {
        return std::make_shared<const std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>>(shared_,
                                                                                                           own_);
    }

private:
    std::string name_;
    std::shared_ptr<const SharedTexts> shared_;
    std::shared_ptr<std::pmr::monotonic_buffer_resource> own_;
    std::vector<GridCell> cells_;
    SheetLook look_;
};

} // namespace qd::inline exchange
