#pragma once

#include "exchange/intake.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace qd::inline exchange {

// One row: the number by which people know it (the line on which it begins, or the row of the sheet) and its cells.
// The cells are views that last as long as the call.
using OnRow = std::function<void(std::size_t row, std::span<const std::string_view> cells)>;

// Why bytes are not UTF-8 text, or none: names UTF-16, Windows-1252 with the first such row and column, NUL bytes.
std::optional<Complaint> complain_of_encoding(std::string_view bytes, const std::string& file);

enum class Outcome { read, unreadable }; // unreadable: what comes after the mistake was not looked at

// Reads comma-separated values (RFC 4180) of bytes that are UTF-8, row by row, the heading first. Blank lines are left out, white
// space around an unquoted cell is dropped, rows may end in LF, CRLF or CR, there may be a BOM at the front. The first error of
// form is complained of and ends the reading: what follows cannot be interpreted. A part of a file begins on a later line than
// the first.
Outcome read_csv(std::string_view bytes, const std::string& file, ComplaintBook& complaints, const OnRow& on_row,
                 std::size_t first_line = 1);

// The first line of some bytes with its end, which is LF, CRLF or CR.
std::size_t csv_line_length(std::string_view bytes);
std::string_view without_byte_order_mark(std::string_view bytes);
std::string_view trim_blanks(std::string_view text); // spaces and tabs

// Appends one cell, quoted only if necessary. Canonical rows are separated by "," and end in LF.
void append_csv_cell(std::string& out, std::string_view text);

using CsvRows = std::vector<std::vector<std::string>>; // the heading first
std::string write_csv(const CsvRows& rows);

} // namespace qd::inline exchange
