#include "exchange/layouts/guess_sheet.hpp"

#include "base/text.hpp"
#include "exchange/layouts/cell_figure.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/toml_node.hpp"
#include "exchange/vocabulary.hpp"

#include <algorithm>

// What the columns of a sheet seem to be, and why.
namespace qd::inline exchange {
namespace {

constexpr std::size_t cells_looked_at = 5'000;

std::string quoted_cell(std::string_view text) {
    return "“" + shorten(replace_all(std::string(trim(text)), "\n", " "), 40) + "”";
}

std::string first_word(std::string_view text) { return std::string(text.substr(0, text.find_first_of(" \t\n"))); }

std::string last_part(const std::string& heading) {
    const auto slash = heading.rfind(" / ");
    return slash == std::string::npos ? heading : heading.substr(slash + 3);
}

// Whether a heading says that measures or areas are named below it.
bool names_things(const std::string& heading) {
    const auto usual = usual_heading(heading);
    return usual &&
           (usual->is == ColumnIs::measure || usual->is == ColumnIs::measure_title || usual->is == ColumnIs::area);
}

bool is_figure_column(ColumnIs is) {
    return is == ColumnIs::value || is == ColumnIs::numerator || is == ColumnIs::denominator || is == ColumnIs::by_role;
}

} // namespace

std::string in_toml(std::string_view text) {
    const std::string line = toml_line("x", text);
    return line.size() < 6 ? "\"\"" : line.substr(4, line.size() - 5);
}

SheetGuess::SheetGuess(const SheetGrid& sheet, const Content& known, const TimeReader& times, NameBook& names)
    : sheet_(sheet), known_(known), times_(times), names_(names) {}

const GuessedColumn* SheetGuess::find(ColumnIs is) const {
    const auto found = std::ranges::find(columns, is, &GuessedColumn::is);
    return found == columns.end() ? nullptr : &*found;
}

bool SheetGuess::has_figures() const {
    return std::ranges::any_of(columns, [](const GuessedColumn& column) { return is_figure_column(column.is); });
}

bool SheetGuess::find_headings() {
    const auto row = heading_row_of(sheet_, times_, names_);
    if (!row) return false;
    heading_row = *row;
    join_headings();
    collect_cells();
    return columns.size() >= 2;
}

// The row above has headings too if it has merged cells, or words that several columns share.
void SheetGuess::join_headings() {
    const std::uint32_t last = row_number(heading_row);
    std::uint32_t first = last;
    if (heading_row > 0 && row_number(heading_row - 1) + 1 == last) {
        const auto upper = sheet_.row(heading_row - 1);
        const bool merged = std::ranges::any_of(sheet_.merged, [&](const CellRange& range) {
            return range.bottom + 1 >= last && range.top <= last - 1 && range.bottom >= last - 1 &&
                   range.right - range.left < 200;
        });
        const bool times = upper.size() >= 2 && std::ranges::all_of(upper, [&](const GridCell& cell) {
                               return cell.text.size() < 80 &&
                                      (shape_of_heading(std::string(cell.text), times_).time.says_something() ||
                                       usual_heading(same_words(cell.text)));
                           });
        if (upper.size() >= 2 && (merged || times)) {
            first = last - 1;
            heading_rows = 2;
            fill_right = !merged;
        }
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
}

void SheetGuess::collect_cells() {
    for (std::size_t i = heading_row + 1; i < sheet_.rows(); ++i)
        for (const GridCell& cell : sheet_.row(i)) {
            const auto found = std::ranges::lower_bound(columns, cell.column, {}, &GuessedColumn::column);
            if (found != columns.end() && found->column == cell.column) found->all.push_back(&cell);
        }
    for (GuessedColumn& column : columns) {
        const std::size_t step = 1 + column.all.size() / cells_looked_at;
        for (std::size_t i = 0; i < column.all.size(); i += step) column.cells.push_back(column.all[i]);
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
    place_names();
    for (GuessedColumn& column : columns)
        if (!column.is_placed) place_by_heading(column);
    place_areas();
    place_lines();
    place_parts();
    place_rest();
    read_markers();
    read_statuses();
    read_units();
    read_above();
    choose_heading();
}

// Which column names the measures, or the areas of one: by its cells, or by its heading if these say nothing.
void SheetGuess::place_names() {
    const auto known_code = [&](std::string_view text) {
        return !read_number(text) && names_.measure(text).has_value();
    };
    const auto known_title = [&](std::string_view text) { return names_.measure_title(text).has_value(); };
    const auto known_first = [&](std::string_view text) {
        return text.find(' ') != std::string_view::npos && names_.measure(first_word(text)).has_value();
    };
    const auto best = [&](const std::function<bool(std::string_view)>& holds) -> GuessedColumn* {
        GuessedColumn* found = nullptr;
        double most = 0;
        for (GuessedColumn& column : columns)
            if (const double now = share(column, holds);
                !column.is_placed && now >= (names_things(column.heading) ? 0.25 : 0.4) && now > most) {
                found = &column;
                most = now;
            }
        return found;
    };
    GuessedColumn* measure = best(known_code);
    if (measure != nullptr) {
        put(*measure, ColumnIs::measure, "cells are codes of measures");
    } else if ((measure = best(known_title)) != nullptr) {
        put(*measure, ColumnIs::measure_title, "cells are titles of measures");
    } else if ((measure = best(known_first)) != nullptr) {
        put(*measure, ColumnIs::measure, "cells begin with codes of measures");
        measure->lines.emplace_back("code_is = \"first word\"");
    }
    const auto known_area = [&](std::string_view text) { return names_.area(text).has_value(); };
    GuessedColumn* area = best(known_area);
    if (area != nullptr) put(*area, ColumnIs::area, "cells are areas");
    if (measure != nullptr || area != nullptr) return;
    for (GuessedColumn& column : columns) {
        const auto usual = usual_heading(column.heading);
        if (!usual || (usual->is != ColumnIs::measure && usual->is != ColumnIs::measure_title)) continue;
        put(column, usual->is, "its heading");
        ask("Which measures are these? None is known by its code or title.", samples(column), "", true);
        return;
    }
}

void SheetGuess::place_by_heading(GuessedColumn& column) {
    const HeadingShape& shape = column.shape;
    const bool has_time = shape.time.says_something();
    const auto usual =
        usual_heading(shape.rest).has_value() ? usual_heading(shape.rest) : usual_heading(last_part(shape.rest));
    if (has_time && shape.rest.empty()) {
        column.pattern = shape.pattern;
        return put(column, ColumnIs::value, "its heading is a time");
    }
    if (has_time && usual) {
        column.pattern = shape.pattern;
        if (usual->is == ColumnIs::target && shape.has_year) {
            ask("Is “" + column.heading + "” the target of the whole year?", samples(column));
            return put(column, ColumnIs::annual_target, "its heading says target and a year");
        }
        return put(column, usual->is, "its heading");
    }
    if (has_time && names_.measure_title(shape.rest)) {
        column.pattern = replace_all(shape.pattern, shape.rest, "{measure_title}");
        return put(column, ColumnIs::value, "its heading is the title of a measure and a time");
    }
    if (has_time) {
        ask("What is “" + column.heading + "”? Its heading has a time and a word that is not known.", samples(column),
            "", true);
        return;
    }
    if (!usual) return;
    using enum ColumnIs;
    const bool names = usual->is == measure || usual->is == measure_title || usual->is == area;
    const double numbers = share(column, [](std::string_view text) { return read_number(text).has_value(); });
    if (names && numbers > 0.5) return; // "Borough", with figures below it
    put(column, names ? leave : usual->is, names ? "another column names it" : "its heading");
    if (usual->is == target)
        ask("Is “" + column.heading + "” the target of the period, and not of the year to date?", samples(column));
    if (usual->is == check)
        ask("Is “" + column.heading + "” computed from the others? It is compared, not imported.", samples(column));
    if (usual->is == leave && usual->is_asked)
        ask("“" + column.heading + "” is left out. Is that right?", samples(column));
    if (usual->is == period && says_academic()) column.lines.emplace_back("years = \"academic\"");
    if (usual->previous) {
        column.lines.emplace_back("period = \"previous\"");
        ask("Take “" + column.heading + "” too? It may restate what was handed in before.", samples(column));
    }
}

// Whether a column of the sheet says that its years are school years.
bool SheetGuess::says_academic() const {
    return std::ranges::any_of(columns, [&](const GuessedColumn& column) {
        return share(column, [](std::string_view text) { return same_words(text) == "academic year"; }) > 0.5;
    });
}

// Headings that are areas. If there are two, other headings with figures below are asked about.
void SheetGuess::place_areas() {
    std::size_t known = 0;
    for (GuessedColumn& column : columns)
        if (!column.is_placed && names_.area(column.heading)) ++known;
    if (known < 2) return;
    for (GuessedColumn& column : columns) {
        if (column.is_placed && column.is != ColumnIs::area) continue;
        if (column.is_placed) continue;
        const double figures = share(column, [](std::string_view text) { return read_figure(text).has_value(); });
        if (!names_.area(column.heading) && figures < 0.6) continue;
        if (!names_.area(column.heading)) {
            std::string code;
            for (const std::string_view kind : {" ward", " district", " parish"})
                if (column.heading.ends_with(kind))
                    if (const auto found = names_.area(column.heading.substr(0, column.heading.size() - kind.size())))
                        code = *found;
            for (const std::string_view whole :
                 {"borough", "council", "district", "county", "total", "all", "all wards", "city"})
                if (column.heading == whole) code = known_.settings.area.text();
            areas[column.heading] = code;
            ask("Is “" + column.heading + "” the area " + (code.empty() ? "…" : code) + "?", samples(column),
                "areas.\"" + column.heading + "\" " + (code.empty() ? "CODE" : code), code.empty());
        }
        column.pattern = "{area}";
        put(column, ColumnIs::value, "its heading is an area");
    }
}

// A column of a few words that repeat: what each line is.
void SheetGuess::place_lines() {
    for (GuessedColumn& column : columns) {
        if (column.is_placed && column.is != ColumnIs::role) continue;
        std::vector<std::string> words;
        for (const GridCell* cell : column.cells) {
            const std::string word = same_words(cell->text);
            if (std::ranges::find(words, word) == words.end()) words.push_back(word);
            if (words.size() > 8) break;
        }
        const bool percent = std::ranges::any_of(words, [](const std::string& word) {
            return usual_line(word) == "check" || usual_line(word) == "target" || usual_line(word) == "value";
        });
        if (words.size() < 2 || words.size() > 8 || column.cells.size() < words.size() || !percent) {
            if (column.is == ColumnIs::role) column.is_placed = false;
            column.is = ColumnIs::leave;
            continue;
        }
        std::vector<std::string> said;
        bool numerator = false;
        for (const std::string& word : words) {
            std::string means = usual_line(word);
            if (means.empty()) {
                means = numerator ? "denominator" : "numerator";
                numerator = true;
            }
            said.push_back(in_toml(word) + " = \"" + means + "\"");
        }
        column.lines.push_back("words = { " + join(said, ", ") + " }");
        put(column, ColumnIs::role, "a few words that repeat");
        ask("Do the lines mean this: " + join(said, ", ") + "?", "in order");
        for (GuessedColumn& other : columns) {
            if (other.is == ColumnIs::value) other.is = ColumnIs::by_role;
            if (other.is == ColumnIs::measure || other.is == ColumnIs::measure_title)
                other.lines.emplace_back("fill_down = true");
        }
        return;
    }
}

// Columns of figures that each name a measure: "neet_rate". If two of them give a third, they are its parts.
void SheetGuess::place_parts() {
    if (find(ColumnIs::measure) != nullptr || find(ColumnIs::measure_title) != nullptr) return;
    const auto numbers = [&](const GuessedColumn& column) {
        std::map<std::uint32_t, Decimal> all;
        for (const GridCell* cell : column.cells)
            if (const auto number = Decimal::parse(trim(cell->text))) all.emplace(cell->row, *number);
        return all;
    };
    const auto makes = [&](const GuessedColumn& a, const GuessedColumn& b, const GuessedColumn& c) {
        const auto upper = numbers(a), lower_part = numbers(b), share_of = numbers(c);
        std::size_t right = 0;
        for (const auto& [row, value] : share_of) {
            if (!upper.contains(row) || !lower_part.contains(row)) continue;
            const auto made = Decimal::ratio_if(upper.at(row), lower_part.at(row), 100);
            if (made && (*made - value).abs() <= Decimal::from_millionths(60'000)) ++right;
        }
        return right >= 2 && right * 10 >= share_of.size() * 9;
    };
    std::vector<GuessedColumn*> open;
    for (GuessedColumn& column : columns)
        if (!column.is_placed &&
            share(column, [](std::string_view text) { return Decimal::parse(text).has_value(); }) > 0.4)
            open.push_back(&column);
    const auto measure_in = [&](const std::string& words) -> std::string {
        for (const std::string& word : split(replace_all(words, "_", " "), ' '))
            if (const auto code = names_.measure(word)) return *code;
        return "";
    };
    for (GuessedColumn* value : open) {
        const std::string code = measure_in(value->heading);
        if (code.empty()) continue;
        for (GuessedColumn* a : open)
            for (GuessedColumn* b : open) {
                if (a == b || a == value || b == value || a->is_placed || b->is_placed || !makes(*a, *b, *value))
                    continue;
                a->lines.push_back("measure = \"" + code + "\"");
                b->lines.push_back("measure = \"" + code + "\"");
                put(*a, ColumnIs::numerator, "with " + b->heading + " it makes " + value->heading + " in 9 of 10 rows");
                put(*b, ColumnIs::denominator,
                    "with " + a->heading + " it makes " + value->heading + " in 9 of 10 rows");
            }
    }
    for (GuessedColumn* value : open) {
        const std::string code = measure_in(value->heading);
        if (value->is_placed || code.empty()) continue;
        value->lines.push_back("measure = \"" + code + "\"");
        put(*value, ColumnIs::value, "its heading names " + code);
        ask("Is “" + value->heading + "” a figure of " + code + "?", samples(*value));
    }
}

void SheetGuess::place_rest() {
    for (GuessedColumn& column : columns) {
        if (column.is_placed) continue;
        const auto holds_period = [&](std::string_view text) {
            return times_.period(text).has_value() || times_.academic_year(text).has_value();
        };
        if (find(ColumnIs::period) == nullptr && share(column, holds_period) >= 0.6) {
            put(column, ColumnIs::period, "cells are periods");
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
        if (!column.cells.empty()) ask("What is “" + column.heading + "”? It is left out.", samples(column));
    }
}

} // namespace qd::inline exchange
