#include "base/text.hpp"
#include "exchange/layouts/guess_file.hpp"
#include "exchange/layouts/layout_text.hpp"
#include "exchange/layouts/words.hpp"

#include <algorithm>

// The proposal as a layout, with its reasons and questions.
namespace qd::inline exchange {
namespace {

// Braces of the sheet's own are no places: anything may be there.
std::string without_braces(const std::string& text) {
    const std::size_t brace = text.find_first_of("{}");
    return brace == std::string::npos ? text : text.substr(0, brace) + "*";
}
std::vector<std::string> without_braces(std::vector<std::string> texts) {
    for (std::string& text : texts) text = without_braces(text);
    return texts;
}
std::string pattern_of(const GuessedColumn& column) {
    const std::string plain = without_braces(column.heading);
    return plain == column.heading ? column.pattern : plain;
}

} // namespace

std::string FileGuess::head() {
    std::string text = "title = " + in_toml(name_of_file()) + "\n";
    if (!named_.pattern.empty())
        text += "files.names = [" + in_toml(named_.pattern + "*") + "]  # its name gives a time\n";
    if (decimal_comma_) {
        text += "csv.decimal = \",\"  # asked\n";
        made_.questions.push_back(
            {"Are the commas in the figures decimal points: 12,5 is 12.5?", "no figure has a point", "", false});
    }
    std::map<std::string, std::string> markers, measures, areas, rag, fills;
    for (const Group& group : groups_) {
        markers.insert(group.guess->markers.begin(), group.guess->markers.end());
        measures.insert(group.guess->measures.begin(), group.guess->measures.end());
        areas.insert(group.guess->areas.begin(), group.guess->areas.end());
        rag.insert(group.guess->rag.begin(), group.guess->rag.end());
        fills.insert(group.guess->fills.begin(), group.guess->fills.end());
    }
    const auto section = [&](const std::string& name, const std::map<std::string, std::string>& words) {
        if (words.empty()) return;
        text += "[" + name + "]\n";
        for (const auto& [word, means] : words)
            text += (means.empty() ? "# ? " : "") + in_toml(word) + " = " + in_toml(means) +
                    (means.empty() ? "" : "  # asked") + "\n";
    };
    section("markers", markers);
    section("measures", measures);
    section("areas", areas);
    section("rag", rag);
    section("fills", fills);
    section("periods", period_words_);
    return text;
}

// A pattern for the names of the sheets in a group, if they say a time, or the measure or area that their table does not say.
NamePattern FileGuess::of_sheets(Group& group) {
    NamePattern all;
    for (const std::string& name : group.names) {
        NamePattern one = pattern_of_name(name, times_);
        if (one.pattern.empty() || (!all.pattern.empty() && all.pattern != one.pattern)) return of_sheet_names(group);
        all = std::move(one);
    }
    return all;
}

NamePattern FileGuess::of_sheet_names(Group& group) {
    if (group.names.front().empty()) return {};
    const auto all = [&](const auto& is_known) { return std::ranges::all_of(group.names, is_known); };
    SheetGuess& guess = *group.guess;
    if (!says_measure(guess) && all([&](const std::string& name) { return names_.measure_title(name).has_value(); })) {
        guess.has_measure_above = true;
        return {"{measure_title}", {}};
    }
    const bool has_area =
        guess.find(ColumnIs::area) != nullptr || !guess.areas.empty() ||
        std::ranges::any_of(guess.columns, [](const GuessedColumn& column) { return column.pattern == "{area}"; });
    if (!has_area && all([&](const std::string& name) { return names_.area(name).value_or("").size() > 0; }))
        return {"{area}", {}};
    return {};
}

bool FileGuess::says_measure(const SheetGuess& guess) {
    return guess.has_measure_above || std::ranges::any_of(guess.columns, [](const GuessedColumn& column) {
               return column.is == ColumnIs::measure || column.is == ColumnIs::measure_title ||
                      column.pattern.find("{measure") != std::string::npos || column.has_line("measure");
           });
}

// Whether a table of other sheets would be found by the same headings.
bool FileGuess::is_like_another(const Group& group) const {
    return std::ranges::any_of(groups_, [&](const Group& other) {
        if (&other == &group || other.names == group.names) return false;
        std::set<std::string> words;
        for (const GridCell& cell : other.sheet->row(other.guess->heading_row)) words.insert(same_words(cell.text));
        return std::ranges::all_of(group.guess->heading, [&](const std::string& word) { return words.contains(word); });
    });
}

std::string FileGuess::block_of(Group& group) {
    SheetGuess& guess = *group.guess;
    const NamePattern sheets = of_sheets(group);
    std::string text = "\n[[block]]\n";
    if (!sheets.pattern.empty())
        text += "sheets = " + in_toml(std::vector<std::string>{sheets.pattern}) + "  # their names give a time\n";
    if (sheets.pattern.empty() && is_like_another(group))
        text += "sheets = " + in_toml(without_braces(group.names)) + "\n";
    text += "heading = " + in_toml(guess.heading) + "\n";
    if (guess.heading_rows > 1) text += "heading_rows = " + std::to_string(guess.heading_rows) + "\n";
    if (guess.fill_right) text += "heading_fill = \"right\"\n";
    if (group.lie == Lie::turned) text += "turned = true  # periods are below one another, measures side by side\n";
    if (guess.apart) text += "apart = true  # another table is beside it\n";
    if (guess.marks_right)
        text += "marks = \"right\"  # cells without a heading, right of the figures, have their marks\n";
    if (guess.repeats) text += "repeats = true  # the same headings are there again further down\n";
    if (!guess.above.empty()) text += "above = " + in_toml(guess.above) + "\n";
    if (!guess.beside.empty()) {
        std::vector<std::string> labels;
        for (const auto& [label, what] : guess.beside) labels.push_back(in_toml(label) + " = " + in_toml(what));
        text += "beside = { " + join(labels, ", ") + " }\n";
    }
    if (!guess.ends_at.empty()) text += "ends_at = " + in_toml(without_braces(guess.ends_at)) + "\n";
    if (!guess.skip.empty()) text += "skip = " + in_toml(without_braces(guess.skip)) + "\n";
    if (!guess.sections.empty()) text += "sections = " + in_toml(guess.sections) + "\n";
    text += set_of(group, sheets.time);
    text += columns_of(group, sheets.time);
    for (LayoutQuestion& question : guess.questions) made_.questions.push_back(std::move(question));
    return text;
}

TimeParts FileGuess::base_of(const Group& group, const TimeParts& sheet) const {
    const Calendar& calendar = times_.calendar();
    return completed(completed(completed(group.guess->said_above, sheet, calendar), asked_, calendar), named_.time,
                     calendar);
}

// What all rows share without saying it: the year from another heading, the measure.
std::string FileGuess::set_of(Group& group, const TimeParts& sheet) {
    SheetGuess& guess = *group.guess;
    std::vector<std::string> set;
    const TimeParts base = base_of(group, sheet);
    const bool needs_year = std::ranges::any_of(guess.columns, [](const GuessedColumn& column) {
        const TimeParts& time = column.shape.time;
        return (time.quarter || time.month || column.is == ColumnIs::annual_target) && !time.year && !time.period;
    });
    if (needs_year && !year_of(base, times_.calendar())) set.push_back("year = " + in_toml(year_in(guess)));
    if (!says_measure(guess)) {
        const std::string code = measure_in_name();
        set.push_back("measure = " + in_toml(code));
        guess.questions.push_back({"Which measure are the figures for? The sheet does not say.",
                                   code.empty() ? "" : "the file or the title speaks of " + code,
                                   "set.measure " + (code.empty() ? "CODE" : code), code.empty()});
    }
    return set.empty() ? "" : "set = { " + join(set, ", ") + " }\n";
}

std::string FileGuess::year_in(SheetGuess& guess) {
    std::optional<Period> year;
    for (const GuessedColumn& column : guess.columns) {
        if (column.shape.time.year) year = Period::year(*column.shape.time.year);
        if (column.shape.time.period && column.shape.time.period->grain() != Grain::span)
            year = times_.calendar().year_of(*column.shape.time.period);
    }
    const std::string text = year ? times_.calendar().text(*year) : "";
    guess.questions.push_back({"Which year are the figures for? " + (text.empty() ? std::string("Nothing says so.")
                                                                                  : "Other headings say " + text + "."),
                               "", "set.year " + (text.empty() ? "YEAR" : text), text.empty()});
    return text;
}

std::string FileGuess::measure_in_name() {
    if (known_.measures.size() == 1) return known_.measures.front().code.text();
    for (const std::string& word : split(replace_all(same_words(name_of_file()), "_", " "), ' '))
        if (const auto code = names_.measure(word)) return *code;
    return "";
}

// The newest period among the columns with a figure.
std::optional<Period> FileGuess::newest(const SheetGuess& guess, const TimeParts& base) const {
    std::optional<Period> found;
    for (const GuessedColumn& column : guess.columns) {
        if (column.is != ColumnIs::value && column.is != ColumnIs::by_role) continue;
        const auto period = period_of(completed(column.shape.time, base, times_.calendar()), times_.calendar());
        if (!period || column.cells.empty() || period->grain() == Grain::span) continue;
        if (!found || times_.calendar().last_day(*period) >= times_.calendar().last_day(*found)) found = period;
    }
    return found;
}

std::string FileGuess::columns_of(Group& group, const TimeParts& sheet) {
    SheetGuess& guess = *group.guess;
    const TimeParts base = base_of(group, sheet);
    const auto base_period = period_of(base, times_.calendar());
    const bool base_is_whole = guess.find(ColumnIs::period) != nullptr || guess.find(ColumnIs::quarter) != nullptr ||
                               guess.find(ColumnIs::month) != nullptr ||
                               (base_period && base_period->grain() != Grain::year);
    std::map<std::string, std::vector<GuessedColumn*>> alike;
    for (GuessedColumn& column : guess.columns) alike[column.pattern].push_back(&column);
    std::string text;
    std::vector<std::string> done;
    std::vector<GuessedColumn*> ordered; // those with a flag in their heading first: the others would fit it, too
    for (GuessedColumn& column : guess.columns) ordered.push_back(&column);
    std::ranges::stable_partition(ordered, [](const GuessedColumn* column) { return column->has_line("flags"); });
    for (GuessedColumn* each : ordered) {
        GuessedColumn& column = *each;
        const bool differ = std::ranges::any_of(alike[column.pattern],
                                                [&](const GuessedColumn* other) { return other->is != column.is; });
        const std::string key = column.pattern + (differ ? letters_of_column(column.column) : "");
        if (std::ranges::find(done, key) != done.end()) continue;
        done.push_back(key);
        text += "[[block.column]]\nheading = " + in_toml(pattern_of(column)) + "\n";
        if (differ) text += "columns = " + in_toml(letters_of_column(column.column)) + "\n";
        text += "is = " + in_toml(print(column.is)) + (column.evidence.empty() ? "" : "  # " + column.evidence) + "\n";
        std::vector<std::string> lines;
        for (const GuessedColumn* other : alike[column.pattern])
            for (const std::string& line : other->lines)
                if (other->is == column.is && std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
        for (const std::string& line : lines) text += line + "\n";
        if (!base_is_whole) text += period_line(guess, column, base);
    }
    return text;
}

// For a note, a status or a comment next to several periods: the one it belongs to.
std::string FileGuess::period_line(SheetGuess& guess, const GuessedColumn& column, const TimeParts& base) {
    using enum ColumnIs;
    const bool is_beside =
        column.is == rag || column.is == narrative || column.is == note || column.is == target || column.is == value;
    if (!is_beside || column.shape.time.says_something() || column.pattern == "{area}") return "";
    if (column.has_line("period")) return "";
    const auto last = newest(guess, base);
    const std::string text = last ? times_.calendar().text(*last) : "";
    if (text.empty() && column.is == value) {
        guess.questions.push_back({"Which period are the figures in “" + column.heading + "” for?",
                                   "neither sheet nor file says it: --period", "", true});
        return "";
    }
    guess.questions.push_back({"Does “" + column.heading + "” belong to " + (text.empty() ? "…" : text) + "?",
                               "the newest period with figures", "", text.empty()});
    return text.empty() ? "" : "period = \"newest\"  # asked: " + text + "\n";
}

} // namespace qd::inline exchange
