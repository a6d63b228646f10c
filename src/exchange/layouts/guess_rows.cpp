#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

// What the lines above a table, within it and below it are.
namespace qd::inline exchange {
namespace {

constexpr std::size_t most_asked_rows = 3; // each by itself; more are asked about together

bool says_which_measure(ColumnIs is) { return is == ColumnIs::measure || is == ColumnIs::measure_title; }

bool is_subtotal(const std::string& words) {
    return words.starts_with("sub-total") || words.starts_with("subtotal") || words.starts_with("sub total");
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(text);
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

// " (England)": the next text of a row whose name is a code.
std::string other_name_in(std::span<const GridCell> row, const GridCell& name) {
    for (const GridCell& cell : row)
        if (cell.column > name.column && cell.column <= name.column + 2 && !read_number(cell.text) &&
            cell.text.size() > 2)
            return " (" + shorten(std::string(trim(cell.text)), 40) + ")";
    return "";
}

} // namespace

// Lines above the headings that say a time ("Period: July - September 2025"): the nearest, or one further up that says more.
void SheetGuess::read_above() {
    const std::uint32_t first = row_number(heading_row) - static_cast<std::uint32_t>(heading_rows - 1);
    for (std::size_t i = heading_row; i > first_row_; --i) {
        if (row_number(i - 1) >= first) continue;
        for (const GridCell& cell : sheet_.row(i - 1))
            if (cell.text.size() <= 160) take_time_above(cell);
    }
}

bool SheetGuess::take_time_above(const GridCell& cell) {
    const HeadingShape shape = shape_of_heading(std::string(cell.text), times_);
    if (!shape.time.says_something()) return false;
    const bool better =
        above.empty() || (!said_above.period && !said_above.quarter && (shape.time.period || shape.time.quarter));
    if (!better) return false;
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
    above = {pattern};
    return true;
}

// Lines above the headings that name the measure or the area of a table which does not say it itself.
void SheetGuess::read_names_above() {
    const std::uint32_t first = row_number(heading_row) - static_cast<std::uint32_t>(heading_rows - 1);
    for (std::size_t i = heading_row; i > first_row_; --i) {
        if (row_number(i - 1) >= first) continue;
        const auto row = sheet_.row(i - 1);
        for (std::size_t j = 0; j < row.size(); ++j)
            if (row[j].text.size() <= 160 && take_name_above(row, j)) break;
    }
}

bool SheetGuess::take_name_above(std::span<const GridCell> row, std::size_t place) {
    const bool has_measure =
        has_measure_above || find(ColumnIs::measure) != nullptr || find(ColumnIs::measure_title) != nullptr ||
        std::ranges::any_of(columns, [](const GuessedColumn& column) { return column.has_line("measure"); });
    const bool has_area =
        find(ColumnIs::area) != nullptr || !areas.empty() ||
        std::ranges::any_of(columns, [](const GuessedColumn& column) { return column.pattern == "{area}"; });
    const std::string_view text = trim(row[place].text);
    const auto is_measure = [&](std::string_view words) {
        return !read_number(words) && names_.measure_title(words).has_value();
    };
    const auto is_area = [&](std::string_view words) {
        const auto code = names_.area(words);
        return code && !code->empty(); // the council's own name is in every title
    };
    const auto take = [&](const std::string& what, const std::string& place_name, const auto& is_known) {
        const std::string label = place > 0 ? same_words(row[place - 1].text) : "";
        if (is_known(text) && !label.empty()) {
            beside[label.ends_with(":") ? label.substr(0, label.size() - 1) : label] = what;
            return true;
        }
        const auto pattern = pattern_naming(text, place_name, is_known);
        if (!pattern) return false;
        add_once(above, *pattern);
        return true;
    };
    if (!has_measure) {
        const auto is_code = [&](std::string_view words) {
            return !read_number(words) && names_.measure(words).has_value();
        };
        if (take("measure", "measure", is_code) || take("measure", "measure_title", is_measure))
            return has_measure_above = true;
    }
    return !has_area && take("area", "area", is_area);
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
        if (used_headings.contains(words) && !used_headings.empty()) continue; // it would find the table above
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

// Where the table ends: after the last row with two cells.
void SheetGuess::find_end() {
    std::size_t last = heading_row;
    for (std::size_t i = heading_row + 1; i < end_; ++i)
        if (sheet_.row(i).size() > 1) last = i;
    if (last + 1 < end_) ends_at.push_back(beginning_of(sheet_.row(last + 1).front().text));
    end_ = last + 1;
}

// Where the table ends, which of its lines divide it, and which are sums of others.
void SheetGuess::look_at_rows() {
    const GuessedColumn* names = nullptr;
    for (const GuessedColumn& column : columns)
        if (says_which_measure(column.is) || column.is == ColumnIs::area)
            if (names == nullptr) names = &column;
    find_end();
    if (names == nullptr) return;
    std::vector<const GridCell*> lines; // with one cell
    for (std::size_t i = heading_row + 1; i < end_; ++i) {
        const auto row = sheet_.row(i);
        const bool divides = row.size() == 1 && row.front().column <= names->column && row.front().text.size() <= 80 &&
                             !read_number(row.front().text);
        const bool is_named = divides && row.front().column == names->column &&
                              (names->is == ColumnIs::area ? names_.area(row.front().text).has_value()
                                                           : names_.measure_title(row.front().text).has_value());
        if (divides && !is_named) {
            lines.push_back(&row.front());
            sums_.clear();
        } else {
            take_row(*names, i);
        }
    }
    settle_sections(*names, lines);
    if (unknown_rows_.size() <= most_asked_rows) {
        for (const std::string& text : unknown_rows_)
            ask("Which measure is “" + shorten(text, 60) + "”? " + names_.hint_of_measure(text), "",
                "measures.\"" + same_words(text) + "\" CODE", true);
    } else {
        std::vector<std::string> some;
        for (const std::string& text : unknown_rows_)
            if (some.size() < most_asked_rows)
                some.push_back("“" + shorten(text, 40) + "” " + names_.hint_of_measure(text));
        ask("Which measures are these " + std::to_string(unknown_rows_.size()) + ": " + join(some, ", ") + " …?",
            "none is known by its code or title", "measures.\"" + same_words(unknown_rows_.front()) + "\" CODE", true);
    }
}

// Whether the numbers of a row are the sums of those above it.
bool SheetGuess::is_sum(std::size_t number) const {
    std::size_t right = 0, all = 0;
    for (const GridCell& cell : sheet_.row(number)) {
        const auto sum = sums_.find(cell.column);
        const auto said = plain_number(cell);
        if (sum == sums_.end() || !said || sum->second.second < 2) continue;
        ++all;
        if ((sum->second.first - *said).abs() <= Decimal::from_millionths(60'000)) ++right;
    }
    return right >= 2 && right == all;
}

void SheetGuess::take_row(const GuessedColumn& names, std::size_t number) {
    const auto row = sheet_.row(number);
    const auto cell = std::ranges::find(row, names.column, &GridCell::column);
    const bool is_named = cell != row.end() && cell->text.size() <= 80;
    const bool is_known = is_named && (names.is == ColumnIs::area ? names_.area(cell->text).has_value()
                                                                  : names_.measure_title(cell->text).has_value());
    if (!is_named || is_known) {
        for (const GridCell& each : row)
            if (const auto value = plain_number(each); value && each.column != names.column) {
                auto& [sum, count] = sums_[each.column];
                sum = sum + *value, ++count;
            }
        return;
    }
    const std::string words = same_words(cell->text), place = name_of_cell(cell->row, cell->column),
                      own = known_.settings.area.text();
    const bool says_total = words.find("total") != std::string::npos;
    if (is_subtotal(words)) {
        add_once(skip, words.substr(0, words.find("total") + 5) + "*");
        sums_.clear();
    } else if (names.is == ColumnIs::area && says_total) {
        areas[words] = own;
        ask("Is “" + std::string(trim(cell->text)) + "” the figure of the council itself?", place,
            "areas.\"" + words + "\" " + own);
    } else if (says_total) {
        add_once(skip, words);
    } else if (is_sum(number)) {
        add_once(skip, words);
        sums_.clear();
        ask("Is “" + std::string(trim(cell->text)) + "” the sum of the rows above it? It is compared, not imported.",
            place);
    } else if (names.is == ColumnIs::area) {
        add_once(skip, words);
        ask("“" + std::string(trim(cell->text)) + "”" + other_name_in(row, *cell) +
                " is not a known area. Leave its rows out?",
            place);
    } else if (names.lines.empty() && !measures.contains(words)) {
        measures[words] = "";
        unknown_rows_.emplace_back(trim(cell->text));
    }
}

// Lines with one cell name what the rows below them are about, if all are known; else they only divide the table.
void SheetGuess::settle_sections(const GuessedColumn& names, const std::vector<const GridCell*>& lines) {
    if (lines.empty()) return;
    const auto all = [&](const auto& is_known) { return std::ranges::all_of(lines, is_known); };
    const bool of_areas = names.is == ColumnIs::area;
    if (of_areas && find(ColumnIs::measure) == nullptr && find(ColumnIs::measure_title) == nullptr &&
        all([&](const GridCell* cell) { return names_.measure_title(cell->text).has_value(); })) {
        sections = "measure";
        has_measure_above = true;
    } else if (!of_areas && find(ColumnIs::area) == nullptr &&
               all([&](const GridCell* cell) { return names_.area(cell->text).has_value(); })) {
        sections = "area";
    } else {
        sections = "leave";
    }
}

std::string SheetGuess::fingerprint() const {
    std::string all;
    for (const GuessedColumn& column : columns) all += column.shape.pattern + "\n";
    return all;
}

} // namespace qd::inline exchange
