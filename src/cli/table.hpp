#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace qd::cli {

enum class Align { left, right };

// What a column does where the terminal is narrow.
enum class Yield {
    stays, // as wide as its cells
    wraps, // gives way first; its cells go on below, down to 20 characters a line, and at last to its longest word
    leaves // is left out where 20 are not narrow enough, the last of them first
};

struct Column {
    std::string heading;
    Align align = Align::left;
    Yield yield = Yield::stays;
};

// Lines of cells under headings, as wide as needed and at most `width` where columns may yield.
// Cells may hold colour codes, which take no room, and several lines. Rows of one cell are headings that stand across the table.
class TextTable {
public:
    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    std::string print(std::size_t width) const;
    std::vector<std::string> left_out(std::size_t width) const; // headings of the columns that print(width) leaves out

private:
    std::vector<std::size_t> natural_widths() const;
    std::vector<std::size_t> longest_words() const;
    void give(std::vector<std::size_t>& widths, std::size_t width, const std::vector<std::size_t>& least) const;
    std::vector<std::size_t> widths(std::size_t width) const; // 0 = left out
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

std::size_t width_of(const std::string& text); // characters on the terminal, colour codes left out

// Broken between words into lines of at most `width`, each after the first with `indent`; the line breaks of the text stay.
std::string wrap(const std::string& text, std::size_t width, const std::string& indent);

} // namespace qd::cli
