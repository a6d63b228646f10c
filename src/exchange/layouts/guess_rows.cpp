#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"
#include "exchange/vocabulary.hpp"

#include <algorithm>

// What the cells and rows of a sheet show, once it is known what its columns are.
namespace qd::inline exchange {
namespace {

bool holds_figures(ColumnIs is) {
    using enum ColumnIs;
    return is == value || is == numerator || is == denominator || is == by_role || is == target || is == annual_target;
}

// "11,004e" → "e"; "" if no number comes before it.
std::string behind_number(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && !(text[at - 1] >= '0' && text[at - 1] <= '9') && text[at - 1] != '%') --at;
    if (at == 0 || at == text.size() || !read_number(trim(text.substr(0, at)))) return "";
    return plain_cell(trim(text.substr(at)));
}

std::string flag_of(std::string_view mark) {
    if (mark == "(p)" || mark == "p") return "flag provisional";
    if (mark == "(r)" || mark == "r") return "flag revised";
    if (mark == "(e)" || mark == "e" || mark == "est" || mark == "est.") return "flag estimated";
    return "";
}

// Whether a cell can only be read once the layout says what it means.
bool is_understood(std::string_view text) {
    if (text.size() < 16 && text.find_first_not_of("0123456789") == std::string_view::npos) return true;
    const auto figure = read_figure(text);
    return figure.has_value();
}

std::string cell_list(const std::vector<const GridCell*>& cells) {
    std::vector<std::string> names;
    for (const GridCell* cell : cells)
        if (names.size() < 3) names.push_back(name_of_cell(cell->row, cell->column));
    return plural(cells.size(), "cell", "cells") + ": " + join(names, ", ") + (cells.size() > 3 ? " …" : "");
}

// What a row below the table begins with, as a pattern: "Source*", "1. *", "* At the end*".
std::string beginning_of(std::string_view text) {
    const std::string plain = replace_all(std::string(trim(text)), "{", "");
    std::size_t end = 0;
    for (int words = plain.starts_with("*") ? 4 : 1; words > 0 && end != std::string::npos; --words)
        end = plain.find(' ', end == 0 ? 0 : end + 1);
    std::string first = plain.substr(0, end);
    while (!first.empty() && (first.back() == ':' || first.back() == ',')) first.pop_back();
    return first + "*";
}

} // namespace

void SheetGuess::read_markers() {
    std::map<std::string, std::vector<const GridCell*>> found;
    for (const GuessedColumn& column : columns) {
        if (!holds_figures(column.is)) continue;
        for (const GridCell* cell : column.all) {
            if (cell->text.size() > 60 || is_understood(cell->text)) continue;
            const std::string flag = behind_number(trim(cell->text));
            if (!flag_of(flag).empty())
                found[flag].push_back(cell);
            else if (!usual_marker(plain_cell(cell->text)).empty())
                found[plain_cell(cell->text)].push_back(cell);
        }
    }
    for (const auto& [text, cells] : found) {
        const std::string flag = flag_of(text),
                          means = flag.empty() || usual_marker(text) == "" ? flag : usual_marker(text);
        const std::string answer = means.empty() ? usual_marker(text) : means;
        markers[text] = answer;
        ask("Does “" + text + "” mean " + replace_all(answer, "_", " ") + "?", cell_list(cells),
            "markers.\"" + text + "\" " + answer);
    }
}

void SheetGuess::read_statuses() {
    for (const GuessedColumn& column : columns) {
        if (column.is != ColumnIs::rag) continue;
        std::map<std::string, const GridCell*> words;
        AnswersGiven<std::string> plain;
        for (const GridCell* cell : column.all)
            if (cell->text.size() < 40)
                words.try_emplace(plain.of(cell->text, [&] { return same_words(cell->text); }), cell);
        for (const auto& [word, cell] : words) {
            if (read_word<Status>(word) || rag.contains(word)) continue;
            const std::string means = usual_status(word);
            rag[word] = means;
            ask("Which status is “" + std::string(trim(cell->text)) + "”?", name_of_cell(cell->row, cell->column),
                "rag.\"" + word + "\" " + (means.empty() ? "STATUS" : means), means.empty());
        }
    }
}

void SheetGuess::read_units() {
    for (GuessedColumn& column : columns) {
        if (column.is == ColumnIs::unit) {
            std::vector<std::string> scaled;
            AnswersGiven<bool> seen;
            for (const GridCell* cell : column.all) {
                bool is_new = false;
                seen.of(cell->text, [&] { return is_new = true; });
                if (!is_new) continue;
                const std::string word = same_words(cell->text);
                const std::string scale = word == "£000" || word == "000s" || word == "£k" || word == "£000s" ? "1000"
                                          : word == "£m" || word == "millions" ? "1000000"
                                                                               : "";
                const std::string entry = "\"" + word + "\" = " + scale;
                if (scale.empty() || std::ranges::find(scaled, entry) != scaled.end()) continue;
                scaled.push_back(entry);
                ask("Are figures in “" + word + "” to be multiplied by " + scale + "?",
                    name_of_cell(cell->row, cell->column));
            }
            if (!scaled.empty()) column.lines.push_back("words = { " + join(scaled, ", ") + " }");
        }
        if (column.is != ColumnIs::value) continue;
        const auto times = static_cast<std::size_t>(std::ranges::count_if(column.all, [](const GridCell* cell) {
            if (cell->text.find(':') == std::string_view::npos) return false;
            const std::vector<std::string> parts = split(std::string(trim(cell->text)), ':');
            return parts.size() == 3 && parts[0].size() == 2 && parts[2].size() == 2;
        }));
        if (times == 0) continue;
        column.lines.emplace_back("time = \"seconds\"");
        ask("Is a time such as 00:01:35 a number of seconds?", samples(column));
    }
}

// Lines that say a time above the headings: "Period: July - September 2025".
void SheetGuess::read_above() {
    const std::uint32_t first = row_number(heading_row) - static_cast<std::uint32_t>(heading_rows - 1);
    for (std::size_t i = heading_row; i > 0; --i) {
        if (row_number(i - 1) >= first) continue;
        for (const GridCell& cell : sheet_.row(i - 1)) {
            if (cell.text.size() > 160) continue;
            HeadingShape shape = shape_of_heading(std::string(cell.text), times_);
            if (!shape.time.says_something()) continue;
            const bool better = above.empty() || (!said_above.period && !said_above.quarter &&
                                                  (shape.time.period || shape.time.quarter));
            if (!better) continue;
            said_above = shape.time;
            std::string pattern;
            for (std::size_t at = 0; at < shape.pattern.size();) { // all may change except the places
                const auto open = shape.pattern.find('{', at);
                if (open == std::string::npos) {
                    pattern += "*";
                    break;
                }
                const auto close = shape.pattern.find('}', open);
                pattern += open > at || at == 0 ? "*" : "";
                pattern += shape.pattern.substr(open, close + 1 - open);
                at = close + 1;
                if (at == shape.pattern.size()) pattern += "*";
            }
            above = pattern;
        }
    }
}

// Two headings that will not change: words in the last row of the headings that are not a time, an area or a measure.
void SheetGuess::choose_heading() {
    const std::uint32_t last = row_number(heading_row);
    std::vector<std::string> best, other;
    for (const GuessedColumn& column : columns) {
        const GridCell* cell = sheet_.find(last, column.column);
        if (cell == nullptr || cell->text.size() > 60) continue;
        const std::string words = same_words(cell->text);
        if (shape_of_heading(words, times_).time.says_something() || names_.area(words) || names_.measure_title(words))
            continue;
        if (words.find_first_of("{}*") != std::string::npos || areas.contains(words)) continue;
        const bool names = column.is == ColumnIs::measure || column.is == ColumnIs::measure_title ||
                           column.is == ColumnIs::area || column.is == ColumnIs::role;
        auto& list = names || usual_heading(words) ? best : other;
        if (std::ranges::find(list, words) == list.end()) list.push_back(words);
    }
    heading = best;
    for (const std::string& words : other)
        if (heading.size() < 2) heading.push_back(words);
    if (heading.size() > 2) heading.resize(2);
    if (heading.size() < 2)
        for (const GuessedColumn& column : columns)
            if (heading.size() < 2 && column.is == ColumnIs::value && heading_rows == 1)
                heading.push_back(column.pattern);
    for (const GuessedColumn& column : columns) // nothing but times and names: then any of these
        if (heading.empty() && !column.pattern.empty() && column.heading.find_first_of("{}") == std::string::npos)
            heading.push_back(column.pattern);
}

// Where the table ends, which of its lines divide it, and which are sums of others.
void SheetGuess::look_at_rows() {
    const GuessedColumn* names = nullptr;
    for (const GuessedColumn& column : columns)
        if (column.is == ColumnIs::measure || column.is == ColumnIs::measure_title || column.is == ColumnIs::area)
            if (names == nullptr) names = &column;
    if (names == nullptr) return;
    std::size_t last = heading_row;
    for (std::size_t i = heading_row + 1; i < sheet_.rows(); ++i)
        if (sheet_.row(i).size() > 1) last = i;
    if (last + 1 < sheet_.rows()) ends_at.push_back(beginning_of(sheet_.row(last + 1).front().text));
    const auto add = [](std::vector<std::string>& list, const std::string& text) {
        if (std::ranges::find(list, text) == list.end()) list.push_back(text);
    };
    for (std::size_t i = heading_row + 1; i <= last; ++i) {
        const auto row = sheet_.row(i);
        const auto cell = std::ranges::find(row, names->column, &GridCell::column);
        if (row.size() == 1 && cell != row.end() && !names_.measure_title(cell->text) && !names_.area(cell->text)) {
            sections = true;
            continue;
        }
        if (cell == row.end() || cell->text.size() > 80) continue;
        const std::string words = same_words(cell->text);
        const bool is_known =
            names->is == ColumnIs::area ? names_.area(words).has_value() : names_.measure_title(cell->text).has_value();
        if (is_known) continue;
        const std::string place = name_of_cell(cell->row, cell->column);
        if (words.starts_with("sub-total") || words.starts_with("subtotal") || words.starts_with("sub total")) {
            add(skip, words.substr(0, words.find("total") + 5) + "*");
        } else if (names->is == ColumnIs::area && words.find("total") != std::string::npos) {
            areas[words] = known_.settings.area.text();
            ask("Is “" + std::string(trim(cell->text)) + "” the figure of the council itself?", place,
                "areas.\"" + words + "\" " + known_.settings.area.text());
        } else if (words.find("total") != std::string::npos) {
            add(skip, words);
        } else if (names->is == ColumnIs::area) {
            add(skip, words);
            ask("“" + std::string(trim(cell->text)) + "” is not a known area. Leave its rows out?", place);
        } else if (names->lines.empty()) {
            measures[words] = "";
            ask("Which measure is “" + shorten(std::string(trim(cell->text)), 60) + "”? " +
                    names_.hint_of_measure(words),
                place, "measures.\"" + words + "\" CODE", true);
        }
    }
}

std::string SheetGuess::fingerprint() const {
    std::string all;
    for (const GuessedColumn& column : columns) all += column.shape.pattern + "\n";
    return all;
}

} // namespace qd::inline exchange
