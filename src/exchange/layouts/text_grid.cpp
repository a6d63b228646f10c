#include "base/text.hpp"
#include "exchange/characters.hpp"
#include "exchange/csv.hpp"
#include "exchange/layouts/grid.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>

namespace qd::inline exchange {
namespace {

constexpr std::array<char, 4> separators{',', ';', '\t', '|'};
constexpr std::size_t most_columns = 1'000, most_cell_bytes = std::size_t{1} << 20, sampled_rows = 200;

std::string name_of(char separator) {
    switch (separator) {
    case '\t': return "tabs";
    case ';': return "semicolons";
    case '|': return "bars";
    default: return "commas";
    }
}

std::string from_utf16(std::string_view bytes, bool little) {
    std::string out;
    char32_t high = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
        const auto unit = static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            out += utf8(high == 0 ? U'\uFFFD' : 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            high = 0;
        } else {
            out += utf8(unit);
        }
    }
    return out;
}

// The text of the bytes, and their encoding; none if it cannot be detected.
struct Decoded {
    std::string text, encoding;
};
std::optional<Decoded> decode(std::string_view bytes, const std::string& said) {
    if (bytes.starts_with("\xFF\xFE")) return Decoded{from_utf16(bytes.substr(2), true), "UTF-16"};
    if (bytes.starts_with("\xFE\xFF")) return Decoded{from_utf16(bytes.substr(2), false), "UTF-16"};
    if (said == "utf-16") return Decoded{from_utf16(bytes, true), "UTF-16"};
    bytes = without_byte_order_mark(bytes);
    if (said != "windows-1252" && is_utf8(bytes)) return Decoded{std::string(bytes), "UTF-8"};
    if (const auto text = from_windows_1252(bytes); text && said != "utf-8") return Decoded{*text, "Windows-1252"};
    return std::nullopt;
}

// Cuts a text into rows and cells; quoted cells may contain separators and line ends. Passes on the number of the line on which
// a row begins. False if a quotation mark is not closed, or a row is too large.
template <class OnCell, class OnRowEnd>
bool cut(std::string_view text, char separator, const OnCell& on_cell, const OnRowEnd& on_row_end) {
    std::size_t line = 0, row_line = 0;
    std::uint32_t column = 0;
    for (std::size_t at = 0; at <= text.size();) {
        std::string cell;
        if (at < text.size() && text[at] == '"') {
            for (++at;; ++at) {
                if (at >= text.size()) return false;
                if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')) break;
                if (text[at] == '"') ++at;
                if (text[at] == '\n') ++line;
                cell += text[at];
                if (cell.size() > most_cell_bytes) return false;
            }
            ++at;
        }
        const std::size_t end = std::min(text.find_first_of(std::string{separator, '\n', '\r'}, at), text.size());
        cell += text.substr(at, end - at);
        if (cell.size() > most_cell_bytes || column >= most_columns) return false;
        on_cell(row_line, column, cell);
        ++column;
        at = end;
        if (at >= text.size()) break;
        if (text[at] == separator) {
            ++at;
            continue;
        }
        at += text.substr(at).starts_with("\r\n") ? 2 : 1;
        if (!on_row_end(column)) return true;
        column = 0;
        row_line = ++line;
        if (at == text.size()) return true;
    }
    on_row_end(column);
    return true;
}

// The one that gives the most rows of the same length.
char find_separator(std::string_view text) {
    char best = ',';
    std::size_t best_score = 0;
    for (const char separator : separators) {
        std::map<std::uint32_t, std::size_t> lengths;
        std::size_t rows = 0;
        const bool whole = cut(
            text, separator, [](std::size_t, std::uint32_t, const std::string&) {},
            [&](std::uint32_t columns) {
                if (columns > 1) ++lengths[columns];
                return ++rows < sampled_rows;
            });
        std::size_t score = 0;
        for (const auto& [length, count] : lengths) score = std::max(score, count * 100 + std::min(length, 99U));
        if (whole && score > best_score) best = separator, best_score = score;
    }
    return best;
}

// "sep=;" in the first line, as spreadsheets write and read it.
std::optional<char> take_said_separator(std::string_view& text) {
    if (!lower(text.substr(0, 4)).starts_with("sep=") || text.size() < 5) return std::nullopt;
    const char said = text[4];
    text.remove_prefix(csv_line_length(text));
    return said;
}

} // namespace

SheetGrid read_text_grid(const SourceFile& file, const TextForm& form, std::string& told, ComplaintBook& complaints) {
    SheetGrid grid;
    const auto decoded = decode(file.text(), form.encoding);
    if (!decoded) {
        complaints.add({file.path, 0, "", "", "The file is not text in a known encoding.",
                        "Save it as “CSV UTF-8”, or as a workbook (.xlsx)."});
        return grid;
    }
    std::string_view text = decoded->text;
    const auto said = take_said_separator(text);
    const char separator = form.separator != 0 ? form.separator : said ? *said : find_separator(text);
    const auto texts = std::make_shared<std::deque<std::string>>();
    bool too_many = false;
    const bool whole = cut(
        text, separator,
        [&](std::size_t line, std::uint32_t column, const std::string& cell) {
            if (trim(cell).empty() || too_many) return;
            too_many = grid.cells.size() >= most_sheet_cells;
            grid.cells.push_back({static_cast<std::uint32_t>(line + (said ? 1 : 0)), column,
                                  texts->emplace_back(trim(cell)), static_cast<std::uint32_t>(grid.cells.size())});
        },
        [&](std::uint32_t) { return !too_many; });
    if (!whole || too_many)
        complaints.add({file.path, 0, "", "",
                        too_many ? "The file has more cells than a layout can read."
                                 : "A quotation mark is not closed, or a row is longer than a row in a sheet can be.",
                        "Open it in a spreadsheet program and save it as a workbook (.xlsx)."});
    told = name_of(separator) + " between the cells, " + decoded->encoding;
    grid.keeps = texts;
    grid.index();
    return grid;
}

} // namespace qd::inline exchange
