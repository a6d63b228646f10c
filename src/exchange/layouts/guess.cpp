#include "exchange/layouts/guess.hpp"

#include "base/text.hpp"
#include "exchange/layouts/guess_sheet.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/toml_node.hpp"
#include "exchange/values.hpp"

#include <algorithm>
#include <deque>

// A proposal, made from what is detected in each sheet.
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

std::string list_of(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    for (const std::string& text : texts) all.push_back(in_toml(text));
    return "[" + join(all, ", ") + "]";
}

std::string without_places(const SheetFile& file) { return file.name.substr(0, file.name.rfind('.')); }

// A name with its times as places: "FOI Q2 2024-25.xlsx" → "foi {quarter} {year}.xlsx".
struct NamePattern {
    std::string pattern;
    TimeParts time;
};
NamePattern pattern_of_name(const std::string& name, const TimeReader& times) {
    HeadingShape shape = shape_of_heading(name, times);
    if (!shape.time.says_something()) return {};
    return {shape.pattern, shape.time};
}

constexpr std::size_t most_turned_rows = 2'000; // they become columns

class Guessing {
public:
    Guessing(const SheetFile& file, const Content& known, const std::optional<Period>& asked)
        : file_(file), known_(known), times_(known.settings.calendar, {}), names_(known, no_words_, no_words_) {
        if (asked) asked_.period = *asked;
        named_ = pattern_of_name(without_places(file), times_);
    }

    GuessedLayout make() {
        for (std::size_t i = 0; i < file_.sheets.size(); ++i) look_at(i);
        if (groups_.empty()) {
            made_.told.emplace_back("No sheet has a row that looks like headings over figures.");
            return std::move(made_);
        }
        std::string blocks;
        for (Group& group : groups_) blocks += block_of(group);
        made_.text = head() + blocks;
        return std::move(made_);
    }

private:
    struct Group {
        std::unique_ptr<SheetGuess> guess;
        const SheetGrid* sheet = nullptr;
        bool turned = false;
        std::vector<std::string> names;
    };

    void look_at(std::size_t number) {
        const SheetGrid& sheet = file_.sheets[number];
        if (sheet.hidden) {
            made_.told.push_back("The sheet " + sheet.name + " is hidden, and left out.");
            return;
        }
        auto upright = guess(sheet);
        const bool may_be_turned = sheet.rows() <= most_turned_rows && (!upright || !names_measures(*upright));
        const SheetGrid& turned = turned_.emplace_back(may_be_turned ? sheet.turned() : SheetGrid());
        auto sideways = may_be_turned ? guess(turned) : nullptr;
        const bool turn = sideways && is_turned(sheet, *sideways);
        auto found = turn ? std::move(sideways) : std::move(upright);
        if (!found) {
            if (!sheet.name.empty())
                made_.told.push_back("The sheet " + sheet.name + " has no table, and is left out.");
            return;
        }
        for (Group& group : groups_)
            if (group.turned == turn && group.guess->fingerprint() == found->fingerprint()) {
                group.names.push_back(sheet.name);
                merge(*group.guess, *found);
                return;
            }
        groups_.push_back({std::move(found), turn ? &turned : &sheet, turn, {sheet.name}});
    }

    static void merge(SheetGuess& into, const SheetGuess& other) {
        into.markers.insert(other.markers.begin(), other.markers.end());
        into.areas.insert(other.areas.begin(), other.areas.end());
        into.measures.insert(other.measures.begin(), other.measures.end());
        into.rag.insert(other.rag.begin(), other.rag.end());
        for (const std::string& text : other.ends_at)
            if (std::ranges::find(into.ends_at, text) == into.ends_at.end()) into.ends_at.push_back(text);
        for (const LayoutQuestion& question : other.questions)
            if (std::ranges::none_of(into.questions, [&](const auto& each) { return each.text == question.text; }))
                into.questions.push_back(question);
    }

    std::unique_ptr<SheetGuess> guess(const SheetGrid& sheet) {
        auto made = std::make_unique<SheetGuess>(sheet, known_, times_, names_);
        if (!made->find_headings()) return nullptr;
        made->place_columns();
        if (!made->has_figures()) return nullptr;
        made->look_at_rows();
        return made;
    }

    static bool has_time(const SheetGuess& guess) {
        return std::ranges::any_of(guess.columns,
                                   [](const GuessedColumn& column) {
                                       return column.is == ColumnIs::value && column.shape.time.says_something();
                                   }) ||
               guess.find(ColumnIs::period) != nullptr;
    }

    static bool names_measures(const SheetGuess& guess) {
        return guess.find(ColumnIs::measure) != nullptr || guess.find(ColumnIs::measure_title) != nullptr;
    }

    // Periods are in the first column, and measures in the first row.
    bool is_turned(const SheetGrid& sheet, const SheetGuess& sideways) const {
        if (!has_time(sideways)) return false;
        std::size_t periods = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(sheet.rows(), 40); ++i)
            if (times_.period(sheet.row(i).front().text)) ++periods;
        return periods >= 2 && sideways.find(ColumnIs::measure) != nullptr;
    }

    std::string head() {
        std::string text = "title = " + in_toml(without_places(file_)) + "\n";
        if (!named_.pattern.empty())
            text += "files.names = [" + in_toml(named_.pattern + "*") + "]  # its name gives a time\n";
        std::map<std::string, std::string> markers, measures, areas, rag;
        for (const Group& group : groups_) {
            markers.insert(group.guess->markers.begin(), group.guess->markers.end());
            measures.insert(group.guess->measures.begin(), group.guess->measures.end());
            areas.insert(group.guess->areas.begin(), group.guess->areas.end());
            rag.insert(group.guess->rag.begin(), group.guess->rag.end());
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
        return text;
    }

    // A pattern for the names of the sheets in a group, if they include a time.
    NamePattern of_sheets(const Group& group) const {
        NamePattern all;
        for (const std::string& name : group.names) {
            NamePattern one = pattern_of_name(name, times_);
            if (one.pattern.empty() || (!all.pattern.empty() && all.pattern != one.pattern)) return {};
            all = std::move(one);
        }
        return all;
    }

    std::string block_of(Group& group) {
        SheetGuess& guess = *group.guess;
        const NamePattern sheets = of_sheets(group);
        std::string text = "\n[[block]]\n";
        if (!sheets.pattern.empty()) text += "sheets = " + list_of({sheets.pattern}) + "  # their names give a time\n";
        text += "heading = " + list_of(guess.heading) + "\n";
        if (guess.heading_rows > 1) text += "heading_rows = " + std::to_string(guess.heading_rows) + "\n";
        if (guess.fill_right) text += "heading_fill = \"right\"\n";
        if (group.turned) text += "turned = true  # periods are below one another, measures side by side\n";
        if (!guess.above.empty()) text += "above = " + list_of({guess.above}) + "\n";
        if (!guess.ends_at.empty()) text += "ends_at = " + list_of(without_braces(guess.ends_at)) + "\n";
        if (!guess.skip.empty()) text += "skip = " + list_of(without_braces(guess.skip)) + "\n";
        if (guess.sections) text += "sections = \"leave\"\n";
        text += set_of(group, sheets.time);
        text += columns_of(group, sheets.time);
        for (LayoutQuestion& question : guess.questions) made_.questions.push_back(std::move(question));
        return text;
    }

    TimeParts base_of(const Group& group, const TimeParts& sheet) const {
        const Calendar& calendar = times_.calendar();
        return completed(completed(completed(group.guess->said_above, sheet, calendar), asked_, calendar), named_.time,
                         calendar);
    }

    // What all rows share without saying it: the year from another heading, the measure.
    std::string set_of(Group& group, const TimeParts& sheet) {
        SheetGuess& guess = *group.guess;
        std::vector<std::string> set;
        const TimeParts base = base_of(group, sheet);
        const bool needs_year = std::ranges::any_of(guess.columns, [](const GuessedColumn& column) {
            const TimeParts& time = column.shape.time;
            return (time.quarter || time.month || column.is == ColumnIs::annual_target) && !time.year && !time.period;
        });
        if (needs_year && !year_of(base, times_.calendar())) set.push_back("year = " + in_toml(year_in(guess)));
        const bool has_measure = std::ranges::any_of(guess.columns, [](const GuessedColumn& column) {
            return column.is == ColumnIs::measure || column.is == ColumnIs::measure_title ||
                   column.pattern.find("{measure") != std::string::npos || !column.lines.empty();
        });
        if (!has_measure) {
            const std::string code = measure_in_name();
            set.push_back("measure = " + in_toml(code));
            guess.questions.push_back({"Which measure are the figures for? The sheet does not say.",
                                       code.empty() ? "" : "the file or the title speaks of " + code, "",
                                       code.empty()});
        }
        return set.empty() ? "" : "set = { " + join(set, ", ") + " }\n";
    }

    std::string year_in(SheetGuess& guess) {
        std::optional<Period> year;
        for (const GuessedColumn& column : guess.columns) {
            if (column.shape.time.year) year = Period::year(*column.shape.time.year);
            if (column.shape.time.period && column.shape.time.period->grain() != Grain::span)
                year = times_.calendar().year_of(*column.shape.time.period);
        }
        const std::string text = year ? times_.calendar().text(*year) : "";
        guess.questions.push_back(
            {"Which year are the figures for? " +
                 (text.empty() ? std::string("Nothing says so.") : "Other headings say " + text + "."),
             "", "", text.empty()});
        return text;
    }

    std::string measure_in_name() {
        if (known_.measures.size() == 1) return known_.measures.front().code.text();
        for (const std::string& word : split(replace_all(same_words(without_places(file_)), "_", " "), ' '))
            if (const auto code = names_.measure(word)) return *code;
        return "";
    }

    // The newest period among the columns with a figure.
    std::optional<Period> newest(const SheetGuess& guess, const TimeParts& base) const {
        std::optional<Period> found;
        for (const GuessedColumn& column : guess.columns) {
            if (column.is != ColumnIs::value && column.is != ColumnIs::by_role) continue;
            const auto period = period_of(completed(column.shape.time, base, times_.calendar()), times_.calendar());
            if (!period || column.cells.empty() || period->grain() == Grain::span) continue;
            if (!found || times_.calendar().last_day(*period) >= times_.calendar().last_day(*found)) found = period;
        }
        return found;
    }

    std::string columns_of(Group& group, const TimeParts& sheet) {
        SheetGuess& guess = *group.guess;
        const TimeParts base = base_of(group, sheet);
        const auto base_period = period_of(base, times_.calendar());
        const bool base_is_whole =
            guess.find(ColumnIs::period) != nullptr || (base_period && base_period->grain() != Grain::year);
        std::map<std::string, std::vector<GuessedColumn*>> alike;
        for (GuessedColumn& column : guess.columns) alike[column.pattern].push_back(&column);
        std::string text;
        std::vector<std::string> done;
        for (GuessedColumn& column : guess.columns) {
            const bool differ = std::ranges::any_of(alike[column.pattern],
                                                    [&](const GuessedColumn* other) { return other->is != column.is; });
            const std::string key = column.pattern + (differ ? letters_of_column(column.column) : "");
            if (std::ranges::find(done, key) != done.end()) continue;
            done.push_back(key);
            text += "[[block.column]]\nheading = " + in_toml(pattern_of(column)) + "\n";
            if (differ) text += "columns = " + in_toml(letters_of_column(column.column)) + "\n";
            text +=
                "is = " + in_toml(print(column.is)) + (column.evidence.empty() ? "" : "  # " + column.evidence) + "\n";
            for (const std::string& line : column.lines) text += line + "\n";
            text += period_line(guess, column, base, base_is_whole);
        }
        return text;
    }

    // For a note, a status or a comment next to several periods: the one it belongs to.
    std::string period_line(SheetGuess& guess, const GuessedColumn& column, const TimeParts& base, bool base_is_whole) {
        using enum ColumnIs;
        const bool is_beside = column.is == rag || column.is == narrative || column.is == note ||
                               (column.is == target && !base_is_whole) || (column.is == value && !base_is_whole);
        if (!is_beside || column.shape.time.says_something() || base_is_whole || column.pattern == "{area}") return "";
        if (!column.lines.empty() && column.lines.front().starts_with("period")) return "";
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

    const SheetFile& file_;
    const Content& known_;
    TimeReader times_;
    const std::map<std::string, std::string> no_words_{}; // of a layout that is not there yet
    NameBook names_;
    TimeParts asked_;
    NamePattern named_;
    std::deque<SheetGrid> turned_;
    std::vector<Group> groups_;
    GuessedLayout made_;
};

} // namespace

GuessedLayout guess_layout(const SheetFile& file, const Content& known, const std::optional<Period>& asked) {
    return Guessing(file, known, asked).make();
}

} // namespace qd::inline exchange
