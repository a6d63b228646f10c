#include "cli/table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace qd::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 20; // of a column that wraps

std::size_t total(const std::vector<std::size_t>& widths) {
    const auto columns =
        static_cast<std::size_t>(std::ranges::count_if(widths, [](std::size_t width) { return width > 0; }));
    return std::accumulate(widths.begin(), widths.end(), columns > 0 ? gap * (columns - 1) : 0);
}

} // namespace

std::size_t width_of(const std::string& text) {
    std::size_t width = display_width(text);
    for (auto at = text.find("\033["); at != std::string::npos; at = text.find("\033[", at + 1))
        width -= text.find('m', at) - at + 1;
    return width;
}

std::vector<std::size_t> TextTable::natural_widths() const {
    std::vector<std::size_t> out;
    for (const Column& column : columns_) out.push_back(display_width(column.heading));
    for (const auto& row : rows_)
        if (row.size() > 1)
            for (std::size_t i = 0; i < row.size(); ++i)
                for (const std::string& line : split(row[i], '\n')) out[i] = std::max(out[i], width_of(line));
    return out;
}

// Of each column, over its heading and its cells; no more than the columns that wrap are left with at first.
std::vector<std::size_t> TextTable::longest_words() const {
    std::vector<std::size_t> out(columns_.size(), 1);
    const auto look_at = [&](std::size_t column, const std::string& cell) {
        for (const std::string& word : split(replace_all(cell, "\n", " "), ' '))
            out[column] = std::min(std::max(out[column], width_of(word)), narrowest);
    };
    for (std::size_t i = 0; i < columns_.size(); ++i) look_at(i, columns_[i].heading);
    for (const auto& row : rows_)
        if (row.size() > 1)
            for (std::size_t i = 0; i < row.size(); ++i) look_at(i, row[i]);
    return out;
}

// The widest of the columns that wrap shrinks first, so that they end up the same, down to the minimum for each.
void TextTable::give(std::vector<std::size_t>& widths, std::size_t width, const std::vector<std::size_t>& least) const {
    while (total(widths) > width) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (columns_[i].yield == Yield::wraps && widths[i] > least[i] &&
                (widest == widths.size() || widths[i] > widths[widest]))
                widest = i;
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
    std::vector<std::size_t> out = natural_widths();
    std::size_t spare = 0; // what the wrapping columns can give
    for (std::size_t i = 0; i < out.size(); ++i)
        if (columns_[i].yield == Yield::wraps) spare += out[i] - std::min(out[i], narrowest);
    for (std::size_t i = out.size(); i-- > 0 && total(out) > width + spare;)
        if (columns_[i].yield == Yield::leaves) out[i] = 0;
    give(out, width, std::vector(out.size(), narrowest));
    give(out, width, longest_words());
    return out;
}

std::vector<std::string> TextTable::left_out(std::size_t width) const {
    const std::vector<std::size_t> at = widths(width);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < at.size(); ++i)
        if (at[i] == 0) out.push_back(columns_[i].heading);
    return out;
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::vector<std::vector<std::string>> parts; // by column, then by line
    std::size_t lines = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        parts.push_back(split(columns_[i].yield == Yield::wraps ? wrap(cells[i], widths[i], "") : cells[i], '\n'));
        if (parts.back().empty()) parts.back().emplace_back();
        lines = std::max(lines, parts.back().size());
    }
    std::string out;
    for (std::size_t n = 0; n < lines; ++n) {
        std::string one;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (widths[i] == 0) continue;
            const std::string part = n < parts[i].size() ? parts[i][n] : std::string();
            const std::string space(widths[i] - std::min(widths[i], width_of(part)), ' ');
            if (i > 0) one += std::string(gap, ' ');
            one += columns_[i].align == Align::right ? space + part : part + space;
        }
        one.erase(one.find_last_not_of(' ') + 1);
        out += one + "\n";
    }
    return out;
}

std::string TextTable::print(std::size_t width) const {
    const std::vector<std::size_t> at = widths(width);
    std::vector<std::string> headings;
    for (const Column& column : columns_) headings.push_back(column.heading);
    std::string out = line(headings, at);
    out += std::string(total(at), '-') + "\n";
    for (const auto& row : rows_) out += row.size() == 1 ? wrap(row.front(), width, "  ") + "\n" : line(row, at);
    return out;
}

std::string wrap(const std::string& text, std::size_t width, const std::string& indent) {
    std::string out, current;
    for (const std::string& paragraph : split(text, '\n')) {
        if (!current.empty() || !out.empty()) out += current + "\n", current = paragraph.empty() ? "" : indent;
        bool starts = true;
        for (const std::string& word : split(paragraph, ' ')) {
            if (!starts && width_of(current) + 1 + width_of(word) > width) {
                out += current + "\n";
                current = indent + word;
            } else {
                current += (starts ? "" : " ") + word;
            }
            starts = false;
        }
    }
    return out + current;
}

} // namespace qd::cli
