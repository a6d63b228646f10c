#pragma once

#include "exchange/layouts/block_heading.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace qd::inline exchange {

// Something a proposal is not sure about. It has an answer filled in, or the person must give one.
struct LayoutQuestion {
    std::string text;     // "Is TBC not due?"
    std::string evidence; // "3 cells: G8, G9, H9"
    std::string set;      // the answer: "markers.TBC not_due"; "" = a line of the layout must be changed
    bool is_open = false; // without an answer the file cannot be read
};

struct GuessedLayout {
    std::string text; // the layout, with its evidence and questions as comments; "" = no table was found
    std::vector<LayoutQuestion> questions;
    std::vector<std::string> told; // sheets without a table, and why nothing is proposed
};

// Proposes how a file is read, from its headings and cells and from what the store knows; it never adds a measure or area by
// itself. A proposal always has figures, measures and periods.
GuessedLayout guess_layout(const SheetFile& file, const Content& known, const std::optional<Period>& asked);

// The row of a sheet that looks like its headings; none if there is no table. Rows as SheetGrid::row counts them.
std::optional<std::size_t> heading_row_of(const SheetGrid& sheet, const TimeReader& times, NameBook& names,
                                          std::size_t first_row = 0);

// A line that names something, as a pattern: "Indicator CS01: Calls answered" → "indicator {measure}*". None if no words are known.
std::optional<std::string> pattern_naming(std::string_view text, std::string_view place,
                                          const std::function<bool(std::string_view)>& is_known);

// A heading taken apart: where its times are, and what is left of it.
struct HeadingShape {
    std::string pattern;   // "target {year}"
    std::string rest;      // "target"
    TimeParts time;        // what its places say
    bool has_year = false; // {year} alone, without a quarter or month
};
HeadingShape shape_of_heading(const std::string& heading, const TimeReader& times);
std::optional<std::string> code_in_brackets(const std::string& heading, NameBook& names); // "Potholes mended (RD-POT)"

} // namespace qd::inline exchange
