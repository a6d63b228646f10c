#include "base/text.hpp"
#include "exchange/layouts/guess_file.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>
#include <set>

// Tables that stand side by side on one sheet, and sheets that have the parts of one figure.
namespace qd::inline exchange {
namespace {

struct Band {
    std::uint32_t left = 0, right = 0;
};

// Runs of columns that are used, with a blank column between them. Lines with a single cell are titles, and count for none.
std::vector<Band> bands_of(const SheetGrid& sheet) {
    std::set<std::uint32_t> used;
    for (std::size_t i = 0; i < sheet.rows(); ++i)
        if (const auto row = sheet.row(i); row.size() > 1)
            for (const GridCell& cell : row)
                if (!sheet.is_hidden(cell.row, cell.column)) used.insert(cell.column);
    std::vector<Band> bands;
    for (const std::uint32_t column : used) {
        if (bands.empty() || bands.back().right + 1 < column) bands.push_back({column, column});
        bands.back().right = column;
    }
    return bands;
}

// The cells of a band, and the titles above all of them.
SheetGrid part_of_sheet(const SheetGrid& sheet, const Band& band) {
    SheetGrid part = sheet;
    std::uint32_t first_row = 0;
    for (std::size_t i = 0; i < sheet.rows(); ++i)
        if (sheet.row(i).size() > 1) {
            first_row = sheet.row(i).front().row;
            break;
        }
    std::erase_if(part.cells, [&](const GridCell& cell) {
        return cell.row >= first_row && (cell.column < band.left || cell.column > band.right);
    });
    part.index();
    return part;
}

bool names_its_rows(const SheetGuess& table) {
    return table.find(ColumnIs::measure) != nullptr || table.find(ColumnIs::measure_title) != nullptr ||
           table.find(ColumnIs::area) != nullptr;
}

// "Num", "Denominators": which part of their figures a sheet has.
std::string part_in(const std::string& words) {
    for (const std::string_view part : {"numerator", "denominator"})
        if (words.starts_with(part)) return std::string(part);
    if (words == "num" || words == "nums") return "numerator";
    return words == "den" || words == "denom" || words == "denoms" ? "denominator" : "";
}

} // namespace

// None if there is only one, or if one of them does not name what its rows are about: then it belongs to its neighbour.
FileGuess::Tables FileGuess::tables_beside(const SheetGrid& sheet) {
    constexpr std::size_t most_rows = 2'000, most_bands = 12;
    if (sheet.rows() > most_rows) return {};
    const std::vector<Band> bands = bands_of(sheet);
    if (bands.size() < 2 || bands.size() > most_bands) return {};
    Tables all;
    std::size_t with_tables = 0;
    for (const Band& band : bands) {
        Tables tables = tables_of(grids_.emplace_back(part_of_sheet(sheet, band)));
        if (std::ranges::none_of(tables, [](const auto& table) { return names_its_rows(*table); })) return {};
        ++with_tables;
        for (auto& table : tables) {
            table->apart = true;
            all.push_back(std::move(table));
        }
    }
    return with_tables > 1 ? std::move(all) : Tables();
}

std::string FileGuess::part_of(const SheetGrid& sheet, const SheetGuess& table) const {
    if (const std::string part = part_in(same_words(sheet.name)); !part.empty()) return part;
    for (std::size_t i = 0; i < std::min<std::size_t>(table.heading_row, 4); ++i)
        if (const std::string part = part_in(same_words(table.sheet().row(i).front().text)); !part.empty()) return part;
    return "";
}

// Sheets of numerators and sheets of denominators: their columns are these, and percentages on others are what they make.
void FileGuess::settle_part_sheets() {
    const auto has = [&](const std::string& part) {
        return std::ranges::find(groups_, part, &Group::part) != groups_.end();
    };
    if (!has("numerator") || !has("denominator")) return;
    std::vector<std::string> made;
    for (Group& group : groups_) {
        for (GuessedColumn& column : group.guess->columns) {
            if (column.is != ColumnIs::value || !column.shape.time.says_something()) continue;
            column.is = group.part == "numerator"     ? ColumnIs::numerator
                        : group.part == "denominator" ? ColumnIs::denominator
                                                      : ColumnIs::check;
            column.evidence =
                group.part.empty() ? "made by the sheets of parts" : "its sheet has the " + group.part + "s";
        }
        if (group.part.empty()) made.push_back(join(group.names, ", "));
    }
    groups_.front().guess->questions.push_back(
        {"Do the sheets of numerators and of denominators belong together, as the parts of the same figures?" +
             (made.empty() ? "" : " Then " + join(made, ", ") + " is compared with what they make, not imported."),
         "by their names", "", false});
}

} // namespace qd::inline exchange
