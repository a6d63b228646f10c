#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

// What columns are by their headings, and by names and times in their cells.
namespace qd::inline exchange {
namespace {

constexpr std::size_t most_rows_sampled = 5'000; // of a long sheet: SheetGuess::collect_cells

std::string first_word(std::string_view text) { return std::string(text.substr(0, text.find_first_of(" \t\n"))); }

std::string bare_words(const std::string& remark) { return replace_all(replace_all(remark, "(", ""), ")", ""); }

std::string behind_slash(const std::string& heading) {
    const auto slash = heading.rfind(" / ");
    return slash == std::string::npos ? heading : heading.substr(slash + 3);
}

bool is_time(ColumnIs is) {
    return is == ColumnIs::period || is == ColumnIs::year || is == ColumnIs::quarter || is == ColumnIs::month;
}

// Whether a heading says that measures or areas are named below it.
bool names_things(const std::string& heading) {
    const auto usual = usual_heading(heading);
    return usual &&
           (usual->is == ColumnIs::measure || usual->is == ColumnIs::measure_title || usual->is == ColumnIs::area);
}

} // namespace

// Which column names the measures, or the areas of one: by its cells, or by its heading if these say nothing.
void SheetGuess::place_names() {
    const auto known_code = [&](std::string_view text) {
        return !read_number(text) && names_.measure(text).has_value();
    };
    const auto known_title = [&](std::string_view text) { return names_.measure_title(text).has_value(); };
    const auto known_first = [&](std::string_view text) {
        return text.find(' ') != std::string_view::npos && names_.measure(first_word(text)).has_value();
    };
    const auto known_area = [&](std::string_view text) { return names_.area(text).has_value(); };
    const auto best = [&](const std::function<bool(std::string_view)>& holds) -> GuessedColumn* {
        GuessedColumn* found = nullptr;
        double most = 0;
        for (GuessedColumn& column : columns)
            if (const double now = column.cells.size() * 5 < std::min(end_ - heading_row - 1, most_rows_sampled)
                                       ? 0
                                       : share(column, holds); // a few remarks
                !column.is_placed && now >= (names_things(column.heading) ? 0.25 : 0.4) && now > most) {
                found = &column;
                most = now;
            }
        return found;
    };
    // Areas with lines between them that name measures are a column of areas.
    const auto best_measure = [&](const std::function<bool(std::string_view)>& holds) {
        GuessedColumn* found = best(holds);
        return found != nullptr && share(*found, known_area) > share(*found, holds) ? nullptr : found;
    };
    GuessedColumn* measure = best_measure(known_code);
    if (measure != nullptr) {
        put(*measure, ColumnIs::measure, "cells are codes of measures");
    } else if ((measure = best_measure(known_title)) != nullptr) {
        put(*measure, ColumnIs::measure_title, "cells are titles of measures");
    } else if ((measure = best_measure(known_first)) != nullptr) {
        put(*measure, ColumnIs::measure, "cells begin with codes of measures");
        measure->lines.emplace_back("code_is = \"first word\"");
    }
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
    const auto blank = std::ranges::find(columns, blank_heading, &GuessedColumn::heading);
    if (blank == columns.end()) return;
    put(*blank, ColumnIs::measure_title, "it names the rows");
    ask("Which measures are these? None is known by its code or title.", samples(*blank), "", true);
}

void SheetGuess::place_by_heading(GuessedColumn& column) {
    const HeadingShape& shape = column.shape;
    const bool has_time = shape.time.says_something();
    const auto usual =
        usual_heading(shape.rest).has_value() ? usual_heading(shape.rest) : usual_heading(behind_slash(shape.rest));
    if (has_time && shape.rest.empty()) {
        column.pattern = shape.pattern;
        if (const auto open = column.heading.find(" (");
            open != std::string::npos && column.heading.find("prov", open) != std::string::npos) {
            column.shape = shape_of_heading(column.heading.substr(0, open), times_);
            column.shape.pattern += column.heading.substr(open); // the time alone is the place, and its flag a word
            return place_bracketed(column);
        }
        return put(column, ColumnIs::value, "its heading is a time");
    }
    if (has_time && usual) {
        column.pattern = shape.pattern;
        if (usual->is == ColumnIs::target && shape.has_year) {
            ask("Is “" + column.heading + "” the target of the whole year?", samples(column));
            return put(column, ColumnIs::annual_target, "its heading says target and a year");
        }
        const auto is_like = [&](const GuessedColumn& other) {
            return other.is_placed && other.shape.rest == shape.rest;
        };
        const bool is_first = std::ranges::none_of(columns, is_like);
        if (usual->is == ColumnIs::target && is_first)
            ask("Is “" + column.heading + "” the target of its own period, and not to date?", samples(column));
        if (usual->is == ColumnIs::check && is_first)
            ask("Is “" + column.heading + "” computed from the others? It is compared, not imported.", samples(column));
        return put(column, usual->is, "its heading");
    }
    if (has_time && names_.measure_title(shape.rest)) {
        column.pattern = replace_all(shape.pattern, shape.rest, "{measure_title}");
        return put(column, ColumnIs::value, "its heading is the title of a measure and a time");
    }
    if (has_time && is_bracketed(shape)) return place_bracketed(column);
    column.has_unknown_word = has_time;
    if (has_time || place_named_columns(column) || !usual) return;
    using enum ColumnIs;
    if (is_time(usual->is) && place_times(column, usual->is)) return;
    if (is_time(usual->is)) {
        column.is_left_asked = true;
        return put(column, leave, "its cells are no times");
    }
    const bool names = usual->is == measure || usual->is == measure_title || usual->is == area;
    const double numbers = share(column, [](std::string_view text) { return read_number(text).has_value(); });
    if (names && numbers > 0.5) return; // "Borough", with figures below it
    put(column, names ? leave : usual->is, names ? "another column names it" : "its heading");
    if (usual->is == narrative) read_first_statuses(column);
    if (usual->is == target)
        ask("Is “" + column.heading + "” the target of the period, and not of the year to date?", samples(column));
    if (usual->is == check)
        ask("Is “" + column.heading + "” computed from the others? It is compared, not imported.", samples(column));
    column.is_left_asked = usual->is == leave && usual->is_asked && !column.cells.empty();
    if (usual->previous) {
        column.lines.emplace_back("period = \"previous\"");
        ask("Take “" + column.heading + "” too? It may restate what was handed in before.", samples(column));
    }
}

// A time with a remark in brackets behind it: "2025/26 (provisional)", "Q1 (Apr-Jun)".
bool SheetGuess::is_bracketed(const HeadingShape& shape) {
    const auto open = shape.pattern.find_first_of("([");
    if (open == std::string::npos || open == 0 || shape.pattern.find('}') > open) return false;
    std::string before = shape.pattern.substr(0, open);
    for (const std::string_view place : {"{period}", "{year}", "{quarter}", "{month}", "{to_date}"})
        before = replace_all(before, place, "");
    return before.find_first_not_of(" /-:,") == std::string::npos;
}

void SheetGuess::place_bracketed(GuessedColumn& column) {
    const std::string remark = column.shape.pattern.substr(column.shape.pattern.find_first_of("(["));
    column.pattern = column.shape.pattern;
    if (remark.find("prov") != std::string::npos || remark.find("est") != std::string::npos) {
        const std::string flag = remark.find("prov") != std::string::npos ? "provisional" : "estimated";
        column.lines.push_back("flags = " + in_toml(flag));
        ask("Are all figures in “" + column.heading + "” " + flag + "?", samples(column));
    } else if (remark.find('{') != std::string::npos || times_.to_date(bare_words(remark))) {
        column.pattern = column.shape.pattern.substr(0, column.shape.pattern.find_first_of("([")) + "*";
    }
    put(column, ColumnIs::value, "its heading is a time");
}

// A column that says the time of its row, as far as its cells do: whole periods under "Quarter" are periods.
bool SheetGuess::place_times(GuessedColumn& column, ColumnIs is) {
    using enum ColumnIs;
    const auto holds = [&](const auto& reads) { return column.cells.empty() || share(column, reads) >= 0.4; };
    const auto finish = [&](ColumnIs what, const std::string& evidence, const auto& reads) {
        if (is == year && column.cells.size() * 2 < std::min(end_ - heading_row, most_rows_sampled))
            column.lines.emplace_back("fill_down = true");
        read_line_words(column, reads);
        put(column, what, evidence);
        return true;
    };
    const bool academic = says_academic();
    const auto is_period = [&](std::string_view text) {
        const auto read = times_.period(text);
        return read && (is == period || (read->grain() != Grain::year && read->grain() != Grain::academic_year));
    };
    if (academic && (is == period || is == year) &&
        holds([&](std::string_view text) { return times_.academic_year(text).has_value(); })) {
        column.lines.emplace_back("years = \"academic\"");
        put(column, is, "its heading, and another column says academic year");
        return true;
    }
    if (holds(is_period)) return finish(period, "its cells are periods", is_period);
    const auto is_part = [&](std::string_view text) {
        if (is == year) return times_.year(text).has_value();
        if (is == month) return times_.month(text).has_value();
        return times_.quarter(text.size() == 1 ? "Q" + std::string(text) : std::string(text)).has_value();
    };
    if (is == period || !holds(is_part)) return false;
    return finish(is, "its heading", is_part);
}

// Lines among those of periods that are something else: "Target", "Year to date", "unit".
void SheetGuess::read_line_words(GuessedColumn& column, const std::function<bool(std::string_view)>& reads) {
    std::map<std::string, std::string> means;
    for (const GridCell* cell : column.cells)
        if (!reads(trim(cell->text)) && cell->text.size() < 40) {
            const std::string word = same_words(cell->text);
            means[word] = usual_line(word) == "target" ? "annual_target" : "leave";
        }
    if (means.empty() || means.size() > 8) return;
    std::vector<std::string> said;
    for (const auto& [word, what] : means) said.push_back(in_toml(word) + " = " + in_toml(what));
    column.lines.push_back("words = { " + join(said, ", ") + " }");
    ask("In “" + column.heading + "”, do these lines mean this: " + join(said, ", ") + "?", "they are no periods");
}

// Measures of school years: then the years in headings are school years, too.
void SheetGuess::read_school_years() {
    const GuessedColumn* names =
        find(ColumnIs::measure) != nullptr ? find(ColumnIs::measure) : find(ColumnIs::measure_title);
    if (names == nullptr) return;
    std::size_t school = 0, known = 0;
    for (const GridCell* cell : names->cells) {
        const auto code = names_.measure_title(cell->text);
        const Measure* measure = code ? names_.find(*code) : nullptr;
        if (measure == nullptr) continue;
        ++known;
        school += measure->grain == Grain::academic_year ? 1 : 0;
    }
    if (known == 0 || school * 2 <= known) return;
    bool found = false;
    for (GuessedColumn& column : columns) {
        if (!column.shape.has_year || column.has_line("years")) continue;
        column.lines.emplace_back("years = \"academic\"");
        found = true;
    }
    if (found) ask("Are the years in the headings school years?", "the measures are of school years");
}

// A column of figures whose heading is a measure: of areas or periods below one another.
bool SheetGuess::place_named_columns(GuessedColumn& column) {
    if (find(ColumnIs::measure) != nullptr || find(ColumnIs::measure_title) != nullptr) return false;
    auto code = names_.measure_title(column.heading);
    if (!code) code = code_in_brackets(column.heading, names_);
    const double figures = share(column, [](std::string_view text) { return read_figure(text).has_value(); });
    if (!code || figures < 0.5) return false;
    column.lines.push_back("measure = " + in_toml(*code));
    put(column, ColumnIs::value, "its heading is the measure " + *code);
    return true;
}

// Whether a column of the sheet says that its years are school years.
bool SheetGuess::says_academic() const {
    return std::ranges::any_of(columns, [&](const GuessedColumn& column) {
        return share(column, [](std::string_view text) { return same_words(text) == "academic year"; }) > 0.5;
    });
}

// Headings that are areas, below one for all of them or by themselves. If there are two, other headings with figures below are asked
// about.
void SheetGuess::place_areas() {
    const auto known = std::ranges::count_if(columns, [&](const GuessedColumn& column) {
        return !column.is_placed && names_.area(behind_slash(column.heading));
    });
    if (known < 2) return;
    for (GuessedColumn& column : columns) {
        if (column.is_placed) continue;
        const std::string name = behind_slash(column.heading);
        const double figures = share(column, [](std::string_view text) { return read_figure(text).has_value(); });
        const bool is_area = names_.area(name).has_value();
        if (!is_area && figures < 0.6) continue;
        if (!is_area) {
            const std::string code = likely_area(name);
            areas[name] = code;
            ask("Is “" + name + "” the area " + (code.empty() ? "…" : code) + "?", samples(column),
                "areas.\"" + name + "\" " + (code.empty() ? "CODE" : code), code.empty());
        }
        column.pattern = column.heading.substr(0, column.heading.size() - name.size()) + "{area}";
        put(column, ColumnIs::value, "its heading is an area");
    }
}

// What a heading beside those of areas most probably is; "" = nobody can know.
std::string SheetGuess::likely_area(const std::string& name) const {
    const std::string own = known_.settings.area.text();
    for (const std::string_view kind : {" ward", " district", " parish"})
        if (name.ends_with(kind))
            if (const auto found = names_.area(name.substr(0, name.size() - kind.size())); found && !found->empty())
                return *found;
    for (const std::string_view whole :
         {"borough", "council", "district", "county", "total", "all", "all wards", "city", "whole council"})
        if (name == whole) return own;
    const auto found = names_.area(name.substr(0, name.find(" (")));
    return !found ? "" : found->empty() ? own : *found;
}

} // namespace qd::inline exchange
