#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace qd::cli {

enum class Align { left, right };

struct Column {
    std::string heading;
    Align align = Align::left;
    bool shrinks = false; // gives way where the terminal is narrow; its cells are cut with "…"
};

// Lines of cells under headings, as wide as needed and at most `width` where a column may shrink.
// Cells may hold colour codes, which take no room. Rows of one cell are headings that stand across the table.
class TextTable {
public:
    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    std::string print(std::size_t width) const;

private:
    std::vector<std::size_t> widths(std::size_t width) const;
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

// Broken between words into lines of at most `width`, each after the first with `indent`.
std::string wrap(const std::string& text, std::size_t width, const std::string& indent);

} // namespace qd::cli
