#include "exchange/csv_for_people.hpp"

#include "exchange/csv.hpp"

namespace qd::inline exchange {
namespace {

// -1,234.5 and +3% are numbers to a spreadsheet too, and a lone sign is a text.
bool is_signed_number(std::string_view text) {
    text.remove_prefix(1);
    if (text.ends_with('%')) text.remove_suffix(1);
    return text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

// Also the signs as wide as a Chinese character, which some spreadsheet programs read as the others; blanks before a sign do not
// hide it from all of them.
bool begins_a_formula(std::string_view cell) {
    if (cell.find_first_of("\t\r") == 0) return true;
    const auto first = cell.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    const std::string_view text = cell.substr(first);
    if (text.front() == '+' || text.front() == '-') return !is_signed_number(text);
    for (const std::string_view sign : {"=", "@", "＝", "＋", "－", "＠"})
        if (text.starts_with(sign)) return true;
    return false;
}

} // namespace

std::string csv_for_people(std::string_view csv) {
    std::string out = "\xEF\xBB\xBF";
    ComplaintBook none; // what this program writes it can read
    read_csv(csv, "", none, [&out](std::size_t, std::span<const std::string_view> cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += ',';
            append_csv_cell(out, begins_a_formula(cells[i]) ? "'" + std::string(cells[i]) : std::string(cells[i]));
        }
        out += '\n';
    });
    return out;
}

} // namespace qd::inline exchange
