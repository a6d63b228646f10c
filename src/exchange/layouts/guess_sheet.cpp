#include "exchange/layouts/guess_sheet.hpp"

#include "base/text.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

// What the columns of a sheet seem to be, and why.
namespace qd::inline exchange {
namespace {

constexpr std::size_t cells_looked_at = 5'000;

bool is_figure_column(ColumnIs is) {
    return is == ColumnIs::value || is == ColumnIs::numerator || is == ColumnIs::denominator || is == ColumnIs::by_role;
}

} // namespace

std::string quoted_cell(std::string_view text) {
    return "“" + shorten(replace_all(std::string(trim(text)), "\n", " "), 40) + "”";
}

std::optional<Decimal> plain_number(const GridCell& cell) {
    const auto number = read_number(trim(cell.text));
    return number ? std::optional(*number) : std::nullopt;
}

SheetGuess::SheetGuess(const SheetGrid& sheet, const Content& known, const TimeReader& times, NameBook& names,
                       std::size_t first_row)
    : sheet_(sheet), known_(known), times_(times), names_(names), first_row_(first_row), end_(sheet.rows()) {}

// Letters in a column without a heading, right of one of figures.
void SheetGuess::find_marks() {
    std::size_t marks = 0;
    std::string place;
    for (std::size_t i = heading_row + 1; i < end_; ++i)
        for (const GridCell& cell : sheet_.row(i)) {
            if (std::ranges::find(columns, cell.column, &GuessedColumn::column) != columns.end() || cell.column == 0)
                continue;
            const auto left = std::ranges::find(columns, cell.column - 1, &GuessedColumn::column);
            if (left == columns.end() || left->is != ColumnIs::value || cell.text.size() > 6 || read_number(cell.text))
                continue;
            ++marks;
            if (place.empty()) place = name_of_cell(cell.row, cell.column);
        }
    if (marks == 0) return;
    marks_right = true;
    ask("Are the letters right of the figures their marks, such as p for provisional?",
        plural(marks, "cell", "cells") + ": " + place + (marks > 1 ? " …" : ""));
}

void SheetGuess::end_before(std::size_t row) {
    end_ = std::min(end_, row);
    collect_cells();
}

const GuessedColumn* SheetGuess::find(ColumnIs is) const {
    const auto found = std::ranges::find(columns, is, &GuessedColumn::is);
    return found == columns.end() ? nullptr : &*found;
}

bool SheetGuess::has_figures() const {
    return std::ranges::any_of(columns, [](const GuessedColumn& column) { return is_figure_column(column.is); });
}

bool SheetGuess::find_headings() {
    const auto row = heading_row_of(sheet_, times_, names_, first_row_);
    if (!row) return false;
    heading_row = *row;
    while (
        heading_row + 1 < sheet_.rows() && row_number(heading_row + 1) == row_number(heading_row) + 1 &&
        sheet_.row(heading_row + 1).size() > 1 &&
        std::ranges::all_of(sheet_.row(heading_row + 1), [&](const GridCell& cell) { return is_usual_heading(cell); }))
        ++heading_row;
    join_headings();
    collect_cells();
    return columns.size() >= 2;
}

// Words that are usual in headings, or a time.
bool SheetGuess::is_usual_heading(const GridCell& cell) const {
    return cell.text.size() < 80 && (shape_of_heading(std::string(cell.text), times_).time.says_something() ||
                                     usual_heading(same_words(cell.text)).has_value());
}

// Rows above have headings too if they have merged cells, or words that several columns share.
void SheetGuess::join_headings() {
    constexpr int most_rows = 5;
    const std::uint32_t last = row_number(heading_row);
    std::uint32_t first = last;
    for (std::size_t i = heading_row; i > first_row_ && heading_rows < most_rows && row_number(i - 1) + 1 == first;
         --i) {
        const auto upper = sheet_.row(i - 1);
        const std::uint32_t number = first - 1;
        const bool merged = std::ranges::any_of(sheet_.merged, [&](const CellRange& range) {
            return range.top <= number && range.bottom >= number && range.right - range.left < 200;
        });
        const bool usual = std::ranges::all_of(upper, [&](const GridCell& cell) { return is_usual_heading(cell); });
        if (upper.size() < 2 || !(merged || usual)) break;
        first = number;
        ++heading_rows;
        fill_right = fill_right || !merged;
    }
    std::set<std::uint32_t> places;
    for (std::uint32_t row = first; row <= last; ++row)
        for (const GridCell& cell : sheet_.cells_of(row)) places.insert(cell.column);
    if (first < last)
        for (const CellRange& range : sheet_.merged)
            if (range.top <= last && range.bottom >= first)
                for (std::uint32_t i = range.left; i <= std::min(range.right, range.left + 200); ++i) places.insert(i);
    for (const std::uint32_t place : places) {
        std::vector<std::string> texts;
        const GridCell* before = nullptr;
        for (std::uint32_t row = first; row <= last; ++row) {
            const GridCell* cell = sheet_.find_spread(row, place);
            if (cell == nullptr && fill_right && row < last)
                for (std::uint32_t left = place; left > 0 && cell == nullptr; --left) cell = sheet_.find(row, left - 1);
            if (cell == nullptr || cell == before) continue;
            texts.push_back(same_words(cell->text));
            before = cell;
        }
        if (texts.empty()) continue;
        GuessedColumn column;
        column.column = place;
        column.heading = join(texts, " / ");
        column.shape = shape_of_heading(column.heading, times_);
        column.pattern = column.heading;
        columns.push_back(std::move(column));
    }
    if (!columns.empty()) find_blank_heading(columns.front().column, columns.back().column);
}

// Texts below no heading: the first such column may name the rows; letters right of figures are their marks.
void SheetGuess::find_blank_heading(std::uint32_t first_column, std::uint32_t last_column) {
    std::map<std::uint32_t, std::size_t> texts;
    for (std::size_t i = heading_row + 1; i < std::min(end_, heading_row + 200); ++i)
        for (const GridCell& cell : sheet_.row(i))
            if (cell.column + 1 >= first_column && cell.column <= last_column && !read_number(cell.text) &&
                cell.text.size() > 3 && sheet_.row(i).size() > 1)
                ++texts[cell.column];
    for (const auto& [column, count] : texts) {
        if (count < 2 || std::ranges::find(columns, column, &GuessedColumn::column) != columns.end()) continue;
        GuessedColumn blank;
        blank.column = column;
        blank.heading = blank.pattern = std::string(blank_heading);
        blank.shape.pattern = blank.shape.rest = blank.heading;
        columns.insert(std::ranges::lower_bound(columns, column, {}, &GuessedColumn::column), std::move(blank));
        return;
    }
}

void SheetGuess::collect_cells() {
    for (GuessedColumn& column : columns) column.cells.clear(), column.odd.clear();
    const std::size_t end = std::min(end_, sheet_.rows()), step = 1 + (end - heading_row) / cells_looked_at;
    for (std::size_t i = heading_row + 1; i < end; ++i)
        for (const GridCell& cell : sheet_.row(i)) {
            const auto found = std::ranges::lower_bound(columns, cell.column, {}, &GuessedColumn::column);
            if (found == columns.end() || found->column != cell.column) continue;
            if ((i - heading_row - 1) % step == 0) found->cells.push_back(&cell);
            if (cell.text.find_first_not_of("0123456789") != std::string_view::npos) found->odd.push_back(&cell);
        }
}

double SheetGuess::share(const GuessedColumn& column, const std::function<bool(std::string_view)>& holds) const {
    if (column.cells.empty()) return 0;
    const auto count =
        std::ranges::count_if(column.cells, [&](const GridCell* cell) { return holds(trim(cell->text)); });
    return static_cast<double>(count) / static_cast<double>(column.cells.size());
}

std::string SheetGuess::samples(const GuessedColumn& column) const {
    std::vector<std::string> texts;
    for (const GridCell* cell : column.cells)
        if (texts.size() < 3) texts.push_back(quoted_cell(cell->text));
    return join(texts, ", ");
}

void SheetGuess::put(GuessedColumn& column, ColumnIs is, std::string evidence) {
    column.is = is;
    column.evidence = std::move(evidence);
    column.is_placed = true;
}

void SheetGuess::ask(std::string text, std::string evidence, std::string set, bool is_open) {
    questions.push_back({std::move(text), std::move(evidence), std::move(set), is_open});
}

void SheetGuess::place_columns() {
    settle_stretches();
    place_names();
    for (GuessedColumn& column : columns)
        if (!column.is_placed) place_by_heading(column);
    place_areas();
    place_proved_parts();
    place_lines();
    place_parts();
    place_sums();
    place_unknown_times();
    read_colours();
    place_rest();
    read_markers();
    read_statuses();
    read_scales();
    read_times();
    read_written_units();
    read_bounds();
    read_fractions();
    read_signs();
    find_marks();
    read_school_years();
    ask_of_hidden();
    ask_of_blanks();
    ask_of_left();
    read_above();
    read_names_above();
    choose_heading();
}

// "Apr - Sep" is of the year to date, and so is "Apr - Jun" beside it.
void SheetGuess::settle_stretches() {
    const auto stretch = std::ranges::find_if(
        columns, [](const GuessedColumn& column) { return column.shape.time.to_month.has_value(); });
    if (stretch == columns.end()) return;
    for (GuessedColumn& column : columns) {
        const auto parts = column.shape.pattern == "{quarter}" ? times_.to_date(column.heading) : std::nullopt;
        if (!parts || !parts->to_month) continue;
        column.shape.time.quarter.reset();
        column.shape.time.to_month = parts->to_month;
        column.shape.pattern = "{to_date}";
    }
    ask("Are figures under headings such as “" + stretch->heading + "” of the year to date?", samples(*stretch));
}

} // namespace qd::inline exchange
