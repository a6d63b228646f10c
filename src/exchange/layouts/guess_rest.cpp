#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/persons.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/workbook/fills.hpp"

#include <algorithm>

// What columns are whose headings and cells say nothing for certain.
namespace qd::inline exchange {

void SheetGuess::place_rest() {
    std::vector<const GuessedColumn*> unknown;
    for (GuessedColumn& column : columns) {
        if (column.is_placed) continue;
        const auto holds_period = [&](std::string_view text) {
            return times_.period(text).has_value() || times_.academic_year(text).has_value();
        };
        std::vector<std::string_view> cells;
        for (const GridCell* cell : column.cells) cells.push_back(cell->text);
        if (names_in(cells) != Names::neither) {
            put(column, ColumnIs::leave, names_in(cells) == Names::posts ? "posts" : "names of persons");
            column.is_left_asked = true;
            continue;
        }
        if (find(ColumnIs::period) == nullptr && share(column, holds_period) >= 0.6) {
            put(column, ColumnIs::period, "cells are periods");
            continue;
        }
        if (is_title(column)) {
            put(column, ColumnIs::leave, "what the codes beside it stand for");
            continue;
        }
        const double length = share(column, [](std::string_view text) { return text.size() > 25; });
        if (length > 0.5 && !column.cells.empty()) {
            put(column, ColumnIs::narrative, "long text");
            ask("Are the words of “" + column.heading + "” comments on the measure?", samples(column));
            continue;
        }
        const double of_level =
            share(column, [](std::string_view text) { return same_words(text) == "local authority"; });
        if (of_level > 0.2 && of_level < 1) {
            column.lines.emplace_back("keep = [\"Local authority\"]");
            put(column, ColumnIs::filter, "levels of areas");
            ask("Take the rows of “" + column.heading + "” that say Local authority, and leave the others out?",
                samples(column));
            continue;
        }
        const double total = share(
            column, [](std::string_view text) { return same_words(text) == "total" || same_words(text) == "all"; });
        if (total > 0.2 && total < 1) {
            column.lines.emplace_back("keep = [\"Total\", \"All\"]");
            put(column, ColumnIs::filter, "a few words, one of which is Total");
            ask("Take the rows of “" + column.heading + "” that say Total, and leave the others out?", samples(column));
            continue;
        }
        put(column, ColumnIs::leave, column.cells.empty() ? "it is empty" : "not known");
        if (!column.cells.empty() && !column.has_unknown_word) unknown.push_back(&column);
    }
    ask_of_unknown_columns(unknown);
}

// Each by itself; more than three in one question.
void SheetGuess::ask_of_unknown_columns(const std::vector<const GuessedColumn*>& unknown) {
    constexpr std::size_t most_by_itself = 3;
    std::vector<std::string> all;
    for (const GuessedColumn* column : unknown) {
        all.push_back("“" + column->heading + "” (" + samples(*column) + ")");
        if (unknown.size() <= most_by_itself)
            ask("What is “" + column->heading + "”? It is left out.", samples(*column),
                "columns.\"" + column->heading + "\" leave");
    }
    if (all.size() > most_by_itself)
        ask("What are these: " + join(all, ", ") + "? They are left out.", "columns.\"HEADING\" says what one is");
}

// A text in every row, right of the codes, is what they stand for.
bool SheetGuess::is_title(const GuessedColumn& column) const {
    const auto own = static_cast<std::size_t>(&column - columns.data());
    if (own == 0 || columns[own - 1].is != ColumnIs::measure || !columns[own - 1].is_placed) return false;
    std::set<std::string_view> distinct;
    std::size_t bytes = 0;
    for (const GridCell* cell : column.cells) distinct.insert(cell->text), bytes += cell->text.size();
    return column.cells.size() * 10 >= columns[own - 1].cells.size() * 9 && distinct.size() == column.cells.size() &&
           bytes < column.cells.size() * 90;
}

// Columns that usually say nothing of a figure, all in one question. Posts are named as such, persons are asked for by themselves.
void SheetGuess::ask_of_left() {
    std::vector<std::string> left;
    for (const GuessedColumn& column : columns) {
        if (!column.is_left_asked) continue;
        std::vector<std::string_view> cells;
        for (const GridCell* cell : column.cells) cells.push_back(cell->text);
        switch (names_in(cells)) {
        case Names::persons:
            ask("“" + column.heading + "” looks like names of persons. They are not kept, and left out. Is that right?",
                samples(column), "columns.\"" + column.heading + "\" leave");
            break;
        case Names::posts: left.push_back("“" + column.heading + "” (posts)"); break;
        case Names::neither: left.push_back("“" + column.heading + "” (" + samples(column) + ")"); break;
        }
    }
    if (!left.empty()) ask("Left out: " + join(left, ", ") + ". Is that right?", "");
}

// A column of figures without any, beside others that have some: its period is not handed in yet.
void SheetGuess::ask_of_blanks() {
    std::vector<std::string> blank;
    bool has_figures = false;
    for (const GuessedColumn& column : columns) {
        if (column.is != ColumnIs::value && column.is != ColumnIs::by_role) continue;
        if (column.cells.empty()) blank.push_back("“" + column.heading + "”");
        has_figures = has_figures || !column.cells.empty();
    }
    if (!has_figures || blank.empty()) return;
    const std::size_t count = blank.size();
    if (count > 4) blank = {blank.front(), "…", blank.back()};
    ask(join(blank, ", ") + (count == 1 ? " is" : " are") + " empty. Nothing is said of " +
            (count == 1 ? "it" : "them") + ": not handed in yet. Is that right?",
        "no cell has a figure");
}

// Columns of figures that are not shown: they are not read.
void SheetGuess::ask_of_hidden() {
    std::vector<std::string> hidden;
    for (const GuessedColumn& column : columns)
        if (sheet_.is_hidden(row_number(heading_row), column.column) && !column.cells.empty())
            hidden.push_back("“" + column.heading + "”");
    if (hidden.empty()) return;
    const std::size_t count = hidden.size();
    if (count > 4) hidden = {hidden.front(), "…", hidden.back()};
    ask(join(hidden, ", ") + (count == 1 ? " is hidden, and is left out" : " are hidden, and are left out") +
            ". Is that right? If not, write hidden = true.",
        plural(count, "column", "columns"));
}

// A comment whose cells begin with a status: "Amber – demand up".
void SheetGuess::read_first_statuses(GuessedColumn& column) {
    const double begins = share(column, [](std::string_view text) {
        const std::string words = same_words(text);
        const std::string first = words.substr(0, words.find_first_of(" -:,;."));
        return !usual_status(first).empty() && first.size() > 2;
    });
    if (begins < 0.5) return;
    column.lines.emplace_back("status_is = \"first word\"");
    ask("Cells of “" + column.heading +
            "” begin with a status, such as amber or red. Is it to be split off and compared? The words are kept "
            "whole.",
        samples(column));
}

namespace {

// The status that a colour usually says; "" for white, grey, blue.
std::string status_of_colour(std::uint32_t colour) {
    const double red = (colour >> 16 & 255) / 255.0, green = (colour >> 8 & 255) / 255.0, blue = (colour & 255) / 255.0;
    const double most = std::max({red, green, blue}), least = std::min({red, green, blue}), range = most - least;
    if (range < 0.15) return "";
    double hue = most == red     ? (green - blue) / range
                 : most == green ? 2 + (blue - red) / range
                                 : 4 + (red - green) / range;
    hue = hue * 60 < 0 ? hue * 60 + 360 : hue * 60;
    if (hue < 18 || hue > 340) return "red";
    if (hue < 68) return "amber";
    return hue < 170 ? "green" : "";
}

} // namespace

// Columns whose cells are green, amber and red: two of them at least. The same colour all over is only an ornament.
void SheetGuess::read_colours() {
    if (sheet_.fills.empty()) return;
    std::vector<std::string> coloured;
    for (GuessedColumn& column : columns) {
        const bool may_be = column.is == ColumnIs::rag || column.is == ColumnIs::value || !column.is_placed;
        if (!may_be) continue;
        std::map<std::uint32_t, std::string> found;
        std::set<std::string> statuses;
        for (std::size_t i = heading_row + 1; i < std::min(end_, heading_row + 1 + 1'000); ++i) {
            const auto colour = sheet_.fill_at(row_number(i), column.column);
            if (!colour) continue;
            const std::string status = status_of_colour(*colour);
            if (status.empty()) continue;
            found.emplace(*colour, status);
            statuses.insert(status);
        }
        const bool has_words = column.is == ColumnIs::rag && !column.cells.empty();
        if (has_words || statuses.empty() || (statuses.size() < 2 && column.is != ColumnIs::rag)) continue;
        if (!column.is_placed) {
            const bool is_blank = column.cells.empty();
            if (!is_blank) continue;
            put(column, ColumnIs::rag, "its cells are coloured");
        }
        column.lines.emplace_back("fill_is = \"rag\"");
        for (const auto& [colour, status] : found) fills.emplace(print_colour(colour), status);
        coloured.push_back("“" + column.heading + "”");
    }
    if (coloured.empty()) return;
    std::vector<std::string> meanings;
    for (const auto& [colour, status] : fills) meanings.push_back(colour + " = " + status);
    ask("Are the colours in " + join(coloured, ", ") + " a status: " + join(meanings, ", ") + "?", "they are compared");
}

} // namespace qd::inline exchange
