#pragma once

#include "exchange/csv.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace qd::inline exchange {

// What a number format makes of a number: 41274 as a day, 0.05 as 5 %, 0.25 as 06:00:00.
enum class NumberFormat { plain, date, time, percent };
NumberFormat number_format_of(std::size_t builtin);   // Excel's numbers below 164
NumberFormat number_format_of(std::string_view code); // "dd/mm/yyyy", "0.0%"

// A spreadsheet's number as a person would write it. Fifteen digits are what it holds of a decimal figure; days are counted
// from `serial_of_1900`: 0, or 1462 where the workbook counts from 1904.
std::string number_text(double value, NumberFormat format = NumberFormat::plain, int serial_of_1900 = 0);

// One sheet as text: cells in any order, then rows in theirs.
class Sheet {
public:
    explicit Sheet(std::string name) : name_(std::move(name)) {}
    const std::string& name() const { return name_; }
    void put(std::uint32_t row, std::uint32_t column, std::string text) {
        cells_.push_back({row, column, std::move(text)});
    } // from 0
    std::size_t size() const { return cells_.size(); }
    void sort();                                 // before the rows are asked for
    Outcome each_row(const OnRow& on_row) const; // numbered from 1, as the spreadsheet does

private:
    struct Place {
        std::uint32_t row, column;
        std::string text;
    };
    std::string name_;
    std::vector<Place> cells_;
};

} // namespace qd::inline exchange
