#include "cli/table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace qd::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 12;

std::size_t width_of(const std::string& cell) {
    std::size_t width = display_width(cell);
    for (auto at = cell.find("\033["); at != std::string::npos; at = cell.find("\033[", at + 1))
        width -= cell.find('m', at) - at + 1;
    return width;
}

} // namespace

std::vector<std::size_t> TextTable::widths(std::size_t width) const {
    std::vector<std::size_t> out;
    for (const Column& column : columns_) out.push_back(display_width(column.heading));
    for (const auto& row : rows_)
        if (row.size() > 1)
            for (std::size_t i = 0; i < row.size(); ++i) out[i] = std::max(out[i], width_of(row[i]));
    std::size_t needed = std::accumulate(out.begin(), out.end(), gap * (out.size() - 1));
    for (std::size_t i = 0; i < out.size() && needed > width; ++i) {
        if (!columns_[i].shrinks) continue;
        const std::size_t least = std::min(out[i], narrowest);
        const std::size_t shrunk = needed - width >= out[i] - least ? least : out[i] - (needed - width);
        needed -= out[i] - shrunk;
        out[i] = shrunk;
    }
    return out;
}

std::string TextTable::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    if (cells.size() == 1) return cells.front() + "\n";
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string cell = width_of(cells[i]) > widths[i] ? shorten(cells[i], widths[i]) : cells[i];
        const std::string space(widths[i] - std::min(widths[i], width_of(cell)), ' ');
        out += i > 0 ? std::string(gap, ' ') : "";
        out += columns_[i].align == Align::right ? space + cell : cell + space;
    }
    out.erase(out.find_last_not_of(' ') + 1);
    return out + "\n";
}

std::string TextTable::print(std::size_t width) const {
    const std::vector<std::size_t> at = widths(width);
    std::vector<std::string> headings;
    for (const Column& column : columns_) headings.push_back(column.heading);
    std::string out = line(headings, at);
    out += std::string(std::accumulate(at.begin(), at.end(), gap * (at.size() - 1)), '-') + "\n";
    for (const auto& row : rows_) out += line(row, at);
    return out;
}

std::string wrap(const std::string& text, std::size_t width, const std::string& indent) {
    std::string out, current;
    for (const std::string& word : split(text, ' ')) {
        if (!current.empty() && display_width(current) + 1 + display_width(word) > width) {
            out += current + "\n";
            current = indent + word;
        } else {
            current += (current.empty() ? "" : " ") + word;
        }
    }
    return out + current;
}

} // namespace qd::cli
