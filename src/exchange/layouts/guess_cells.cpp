#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/taking.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"
#include "exchange/vocabulary.hpp"

#include <algorithm>

// What the cells of columns show, once it is known what the columns are.
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

// What figures in a unit are multiplied by; "" = nothing.
std::string scale_of(const std::string& word) {
    for (const std::string_view thousands :
         {"£000", "000s", "£k", "£000s", "£'000", "£'000s", "'000", "thousands", "000"})
        if (word == thousands) return "1000";
    for (const std::string_view millions : {"£m", "millions", "£ million", "£millions", "£ millions"})
        if (word == millions) return "1000000";
    return "";
}

// What times in such a unit are counted in.
std::string time_of_unit(const std::string& word) {
    if (word == "h:mm" || word == "hh:mm" || word == "hours" || word == "hrs") return "hours";
    if (word == "m:ss" || word == "mm:ss" || word == "h:mm:ss" || word == "seconds" || word == "secs") return "seconds";
    return "";
}

// Whether a cell can only be read once the layout says what it means.
bool is_understood(std::string_view text) {
    if (text.size() < 16 && Decimal::parse(text)) return true;
    const auto figure = read_figure(text);
    return figure.has_value();
}

std::string cell_list(const std::vector<const GridCell*>& cells) {
    std::vector<std::string> names;
    for (const GridCell* cell : cells)
        if (names.size() < 3) names.push_back(name_of_cell(cell->row, cell->column));
    return plural(cells.size(), "cell", "cells") + ": " + join(names, ", ") + (cells.size() > 3 ? " …" : "");
}

// Markers that are understood, and still are asked about: they may mean something else.
bool is_asked_though_understood(std::string_view plain) {
    return plain == "[low]" || plain == "[k]" || plain == "[w]" || plain == "low" ||
           (plain.starts_with("<") && !usual_marker(plain).empty());
}

// "20 days" → "days"; "" for anything that is not a number and letters.
std::string unit_behind(std::string_view given) {
    const std::string text = plain_cell(trim(given));
    const auto letters = text.find_first_of("abcdefghijklmnopqrstuvwxyz");
    if (letters == 0 || letters == std::string::npos || text.size() - letters > 20) return "";
    std::string unit = text.substr(letters);
    const bool plain = std::ranges::all_of(unit, [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
    const std::string number(trim(std::string_view(text).substr(0, letters)));
    if (!plain || !read_number(number) || !flag_of(unit).empty()) return "";
    return unit;
}

} // namespace

void SheetGuess::read_markers() {
    std::map<std::string, std::vector<const GridCell*>> found;
    std::map<std::string, const GridCell*> unknown;
    for (const GuessedColumn& column : columns) {
        if (!holds_figures(column.is)) continue;
        for (const GridCell* cell : column.odd) {
            if (cell->text.size() > 60) continue;
            const std::string plain = plain_cell(cell->text);
            if (is_asked_though_understood(plain)) {
                found[plain].push_back(cell);
                continue;
            }
            if (is_understood(cell->text)) continue;
            const std::string flag = behind_number(trim(cell->text));
            if (!flag_of(flag).empty())
                found[flag].push_back(cell);
            else if (!usual_marker(plain).empty())
                found[plain].push_back(cell);
            else if (column.is == ColumnIs::value && !flag.empty() && flag.size() <= 5 &&
                     unit_behind(cell->text).empty())
                unknown.emplace(flag, cell);
            else if (column.is == ColumnIs::value && plain.find_first_of("0123456789") == std::string::npos)
                unknown.emplace(plain, cell);
        }
    }
    ask_of_unknown(unknown);
    for (const auto& [text, cells] : found) {
        const std::string flag = flag_of(text), usual = usual_marker(text);
        const std::string means = flag.empty() || !usual.empty() ? usual : flag;
        markers[text] = means;
        ask("Does “" + text + "” mean " + replace_all(means, "_", " ") + "?", cell_list(cells),
            "markers.\"" + text + "\" " + means);
    }
}

// Words in place of figures that nobody can know: one question for all of them.
void SheetGuess::ask_of_unknown(const std::map<std::string, const GridCell*>& unknown) {
    if (unknown.empty()) return;
    std::vector<std::string> texts;
    for (const auto& [text, cell] : unknown)
        if (texts.size() < 4)
            texts.push_back("“" + shorten(text, 40) + "” (" + name_of_cell(cell->row, cell->column) + ")");
    ask("What does " + join(texts, ", ") + (unknown.size() > texts.size() ? " …" : "") + " mean?", "not a figure",
        "markers.\"" + unknown.begin()->first + "\" not_due", true);
}

// All words of a council's own for statuses in one question, but for those that nobody can know.
void SheetGuess::read_statuses() {
    std::vector<std::string> meanings;
    std::string place;
    for (const GuessedColumn& column : columns) {
        if (column.is != ColumnIs::rag) continue;
        std::map<std::string, const GridCell*> words;
        AnswersGiven<std::string> plain;
        for (const auto* cells : {&column.cells, &column.odd})
            for (const GridCell* cell : *cells)
                if (cell->text.size() < 40)
                    words.try_emplace(plain.of(cell->text, [&] { return same_words(cell->text); }), cell);
        for (const auto& [word, cell] : words) {
            if (read_word<Status>(word) || rag.contains(word)) continue;
            const std::string means = usual_status(word);
            rag[word] = means;
            if (place.empty()) place = name_of_cell(cell->row, cell->column);
            if (!means.empty())
                meanings.push_back("“" + std::string(trim(cell->text)) + "” = " + replace_all(means, "_", " "));
            else
                ask("Which status is “" + std::string(trim(cell->text)) + "”?", name_of_cell(cell->row, cell->column),
                    "rag.\"" + word + "\" STATUS", true);
        }
    }
    if (!meanings.empty()) ask("Do these mean these statuses: " + join(meanings, ", ") + "?", "from " + place);
}

// A column of units: "£000" multiplies its row.
void SheetGuess::read_scales() {
    for (GuessedColumn& column : columns) {
        if (column.is != ColumnIs::unit) continue;
        std::vector<std::string> scaled;
        for (const GridCell* cell : column.cells) {
            const std::string word = same_words(cell->text);
            const std::string scale = scale_of(word), time = time_of_unit(word);
            const std::string entry = in_toml(word) + " = " + (time.empty() ? scale : in_toml(time));
            if (!time.empty() && std::ranges::find(scaled, entry) == scaled.end()) {
                scaled.push_back(entry);
                ask("Are times in “" + word + "” counted in " + time + "?", name_of_cell(cell->row, cell->column));
            }
            if (scale.empty() || std::ranges::find(scaled, entry) != scaled.end()) continue;
            scaled.push_back(entry);
            ask("Are figures in “" + word + "” to be multiplied by " + scale + "?",
                name_of_cell(cell->row, cell->column));
        }
        if (!scaled.empty()) column.lines.push_back("words = { " + join(scaled, ", ") + " }");
    }
}

void SheetGuess::read_times() {
    const GuessedColumn* unit = find(ColumnIs::unit); // says it by rows
    if (unit != nullptr && unit->has_line("words")) return;
    bool is_asked = false;
    for (GuessedColumn& column : columns) {
        if (column.is != ColumnIs::value) continue;
        const auto times = std::ranges::count_if(column.odd, [](const GridCell* cell) {
            const std::vector<std::string> parts = split(std::string(trim(cell->text)), ':');
            return parts.size() == 3 && parts[0].size() == 2 && parts[2].size() == 2;
        });
        if (times == 0) continue;
        column.lines.emplace_back("time = \"seconds\"");
        if (!is_asked) ask("Is a time such as 00:01:35 a number of seconds?", samples(column));
        is_asked = true;
    }
}

// Units written behind the numbers: "20 days".
void SheetGuess::read_written_units() {
    std::vector<std::string> units;
    for (const GuessedColumn& column : columns) {
        if (!holds_figures(column.is)) continue;
        for (const GridCell* cell : column.odd) {
            const std::string unit = unit_behind(cell->text);
            if (!unit.empty() && std::ranges::find(units, unit) == units.end()) units.push_back(unit);
        }
    }
    if (units.empty() || units.size() > 8) return;
    std::vector<std::string> asked;
    for (const std::string& unit : units)
        if (unit != "days" && unit != "day") asked.push_back(unit);
    for (GuessedColumn& column : columns)
        if (holds_figures(column.is)) column.lines.push_back("units = " + in_toml(units));
    if (!asked.empty())
        ask("Is “" + join(asked, "”, “") + "” only the unit of the numbers before it?",
            "the numbers are taken as they are");
}

// Targets in words: "Below 80" is not met by 80 itself.
void SheetGuess::read_bounds() {
    for (const GuessedColumn& column : columns) {
        if (column.is != ColumnIs::target && column.is != ColumnIs::annual_target) continue;
        for (const GridCell* cell : column.odd) {
            const TargetWords words = target_words(std::string(trim(cell->text)));
            if (words.kind.empty()) continue;
            ask("Is “" + std::string(trim(cell->text)) + "” a " +
                    (words.kind == "range"
                         ? "range from " + words.lower + " to " + words.upper
                         : words.kind + " of " + words.value +
                               (words.strict ? " that " + words.value + " itself does not meet" : "")) +
                    "?",
                name_of_cell(cell->row, cell->column));
            break;
        }
    }
}

// Fractions without a sign under measures in per cent: 0.91 for 91 %.
void SheetGuess::read_fractions() {
    const GuessedColumn* names =
        find(ColumnIs::measure) != nullptr ? find(ColumnIs::measure) : find(ColumnIs::measure_title);
    std::vector<std::string> said;
    for (GuessedColumn& column : columns) {
        if (column.is != ColumnIs::value && column.is != ColumnIs::target && column.is != ColumnIs::annual_target)
            continue;
        std::size_t fractions = 0, numbers = 0;
        for (const GridCell* cell : column.cells) {
            std::optional<std::string> code;
            if (names != nullptr)
                if (const GridCell* named = sheet_.find_spread(cell->row, names->column))
                    code = names_.measure_title(named->text);
            const Measure* measure = code ? names_.find(*code) : nullptr;
            const auto number = plain_number(*cell);
            if (measure == nullptr || measure->quantity != Quantity::percent || !number ||
                trim(cell->text).ends_with("%"))
                continue;
            ++numbers;
            if (number->abs() <= Decimal(1)) ++fractions;
        }
        if (numbers == 0 || fractions != numbers) continue;
        column.lines.emplace_back("percent = \"fraction\"");
        said.push_back("“" + column.heading + "”");
    }
    if (!said.empty())
        ask("Are the percentages in " + join(said, ", ") + " fractions, so that 0.91 is 91 %?", "none is above 1");
    else if (names != nullptr)
        ask_of_small_percentages(*names);
}

// A measure in per cent whose figures are all below 1 and have no sign: 0.041 for 4.1 %?
void SheetGuess::ask_of_small_percentages(const GuessedColumn& names) {
    std::map<std::string, std::pair<std::size_t, const GridCell*>> small; // by measure
    std::set<std::string> large;
    for (const GuessedColumn& column : columns) {
        if (column.is != ColumnIs::value) continue;
        for (const GridCell* cell : column.cells) {
            const GridCell* named = sheet_.find_spread(cell->row, names.column);
            const auto code = named != nullptr ? names_.measure_title(named->text) : std::nullopt;
            const Measure* measure = code ? names_.find(*code) : nullptr;
            const auto number = plain_number(*cell);
            if (measure == nullptr || measure->quantity != Quantity::percent || !number) continue;
            if (trim(cell->text).ends_with("%") || number->abs() >= Decimal(1))
                large.insert(*code);
            else if (!number->is_zero())
                ++small[*code].first, small[*code].second = cell;
        }
    }
    for (const auto& [code, found] : small)
        if (found.first >= 2 && !large.contains(code))
            ask("All figures of " + code + " are below 1 %. Is " + std::string(trim(found.second->text)) +
                    " a fraction, and not per cent? Then correct the cells.",
                name_of_cell(found.second->row, found.second->column));
}

// "(3)": a loss in accounts, three in a list.
void SheetGuess::read_signs() {
    for (const GuessedColumn& column : columns) {
        if (!holds_figures(column.is)) continue;
        for (const GridCell* cell : column.odd) {
            const std::string_view text = trim(cell->text);
            if (!text.starts_with('(') || !text.ends_with(')') || !read_number(text)) continue;
            ask("Is " + std::string(text) +
                    " less than nothing? It is taken as minus. If not, write brackets = \"no sign\".",
                name_of_cell(cell->row, cell->column));
            return;
        }
    }
}

} // namespace qd::inline exchange
