#include "exchange/layouts/guess.hpp"

#include "base/text.hpp"
#include "exchange/layouts/cell_figure.hpp"
#include "exchange/layouts/guess_file.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

// Which tables are in the sheets of a file, and which of them are alike.
namespace qd::inline exchange {
namespace {

constexpr std::size_t most_tables = 40; // in one sheet

// Words for times in another language than English, as far as the first rows and the names have them.
std::map<std::string, std::string> period_words_in(const SheetFile& file) {
    constexpr std::size_t rows_looked_at = 60, most_bytes = 100;
    std::string text = lower(file.name);
    for (const SheetGrid& sheet : file.sheets) {
        text += " " + lower(sheet.name);
        for (std::size_t i = 0; i < std::min(sheet.rows(), rows_looked_at); ++i)
            for (const GridCell& cell : sheet.row(i))
                if (cell.text.size() < most_bytes) text += " " + lower(cell.text);
    }
    constexpr std::size_t shortest = 5; // shorter ones are parts of English words, and taken only beside others
    std::map<std::string, std::string> found;
    for (const auto& [word, means] : usual_period_words())
        if (word.size() >= shortest && text.find(word) != std::string::npos) found.emplace(word, means);
    if (found.empty()) return found;
    for (const auto& [word, means] : usual_period_words())
        if (word.size() < shortest && text.find(" " + word + " ") != std::string::npos) found.emplace(word, means);
    return found;
}

constexpr std::size_t most_turned_rows = 2'000; // they become columns

// Digits on both sides of the mark, and not three behind it as in "1,234".
bool has_decimal(std::string_view text, char mark) {
    text = trim(text);
    if (text.ends_with('%')) text = trim(text.substr(0, text.size() - 1));
    const auto at = text.rfind(mark);
    if (at == std::string_view::npos || at == 0 || at + 1 >= text.size()) return false;
    const std::string_view before = text.substr(0, at), behind = text.substr(at + 1);
    return before.find_first_not_of("-0123456789.,") == std::string_view::npos && behind.size() != 3 &&
           behind.size() <= 6 && behind.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_time(const SheetGuess& guess) {
    return std::ranges::any_of(guess.columns,
                               [](const GuessedColumn& column) {
                                   return column.is == ColumnIs::value && column.shape.time.says_something();
                               }) ||
           guess.find(ColumnIs::period) != nullptr;
}

} // namespace

NamePattern pattern_of_name(const std::string& name, const TimeReader& times) {
    HeadingShape shape = shape_of_heading(name, times);
    if (!shape.time.says_something()) return {};
    return {shape.pattern, shape.time};
}

FileGuess::FileGuess(const SheetFile& file, const Content& known, const std::optional<Period>& asked)
    : file_(&file), known_(known), period_words_(period_words_in(file)), times_(known.settings.calendar, period_words_),
      names_(known, no_words_, no_words_) {
    if (asked) asked_.period = *asked;
    named_ = pattern_of_name(name_of_file(), times_);
}

std::string FileGuess::name_of_file() const { return file_->name.substr(0, file_->name.rfind('.')); }

GuessedLayout FileGuess::make() {
    read_decimal_commas();
    for (std::size_t i = 0; i < file_->sheets.size(); ++i) look_at(i);
    if (groups_.empty()) {
        made_.told.emplace_back("No sheet has a row that looks like headings over figures.");
        return std::move(made_);
    }
    settle_part_sheets();
    std::string blocks;
    for (Group& group : groups_) blocks += block_of(group);
    made_.text = head() + blocks;
    return std::move(made_);
}

// A text in which figures have commas for points: "12,5" and nothing such as "12.5". It is looked at with points.
void FileGuess::read_decimal_commas() {
    if (file_->sheets.size() != 1 || !file_->sheets.front().name.empty()) return;
    std::size_t commas = 0, points = 0;
    for (const GridCell& cell : file_->sheets.front().cells) {
        commas += has_decimal(cell.text, ',') ? 1 : 0;
        points += has_decimal(cell.text, '.') ? 1 : 0;
    }
    if (commas < 2 || points > 0) return;
    pointed_file_ = *file_;
    file_ = &pointed_file_;
    for (GridCell& cell : pointed_file_.sheets.front().cells)
        if (has_decimal(cell.text, ',')) cell.text = pointed_.emplace_back(with_point(cell.text, ','));
    decimal_comma_ = true;
}

void FileGuess::look_at(std::size_t number) {
    const SheetGrid& sheet = file_->sheets[number];
    if (sheet.hidden) {
        made_.told.push_back("The sheet " + sheet.name + " is hidden, and left out.");
        return;
    }
    Tables upright = tables_beside(sheet), sideways;
    if (upright.empty()) {
        upright = tables_of(sheet);
        if (sheet.rows() <= most_turned_rows) sideways = tables_of(grids_.emplace_back(sheet.turned()));
    }
    const bool turn =
        !sideways.empty() && is_turned(sheet, *sideways.front()) && (upright.empty() || !names_rows(*upright.front()));
    auto found = turn ? std::move(sideways) : std::move(upright);
    if (found.empty() && !sheet.name.empty())
        made_.told.push_back("The sheet " + sheet.name + " has no table, and is left out.");
    for (auto& table : found) add_table(std::move(table), sheet, turn ? Lie::turned : Lie::upright);
}

void FileGuess::add_table(std::unique_ptr<SheetGuess> table, const SheetGrid& sheet, Lie lie) {
    const std::string part = part_of(sheet, *table);
    for (Group& group : groups_)
        if (group.lie == lie && group.part == part && group.guess->fingerprint() == table->fingerprint()) {
            if (group.names.back() == sheet.name) group.guess->repeats = true;
            if (group.names.back() != sheet.name) group.names.push_back(sheet.name);
            merge(*group.guess, *table);
            return;
        }
    const SheetGrid* grid = &table->sheet();
    groups_.push_back({std::move(table), grid, lie, {sheet.name}, part});
}

void FileGuess::merge(SheetGuess& into, const SheetGuess& other) {
    into.markers.insert(other.markers.begin(), other.markers.end());
    into.areas.insert(other.areas.begin(), other.areas.end());
    into.measures.insert(other.measures.begin(), other.measures.end());
    into.rag.insert(other.rag.begin(), other.rag.end());
    into.fills.insert(other.fills.begin(), other.fills.end());
    into.beside.insert(other.beside.begin(), other.beside.end());
    into.has_measure_above = into.has_measure_above || other.has_measure_above;
    if (into.sections.empty()) into.sections = other.sections;
    for (const std::string& text : other.above)
        if (std::ranges::find(into.above, text) == into.above.end()) into.above.push_back(text);
    for (const std::string& text : other.skip)
        if (std::ranges::find(into.skip, text) == into.skip.end()) into.skip.push_back(text);
    for (const std::string& text : other.ends_at)
        if (std::ranges::find(into.ends_at, text) == into.ends_at.end()) into.ends_at.push_back(text);
    for (const LayoutQuestion& question : other.questions)
        if (std::ranges::none_of(into.questions, [&](const auto& each) { return each.text == question.text; }))
            into.questions.push_back(question);
}

// The tables of a sheet, from the top.
FileGuess::Tables FileGuess::tables_of(const SheetGrid& sheet) {
    Tables tables;
    std::set<std::string> used; // words of headings of the tables above
    for (std::size_t from = 0; from < sheet.rows() && tables.size() < most_tables;) {
        auto made = std::make_unique<SheetGuess>(sheet, known_, times_, names_, from);
        if (!made->find_headings()) break;
        const auto next = made->next_headings();
        if (next) made->end_before(*next);
        made->used_headings = used;
        made->place_columns();
        for (const GridCell& cell : sheet.row(made->heading_row)) used.insert(same_words(cell.text));
        if (made->has_figures()) {
            made->look_at_rows();
            tables.push_back(std::move(made));
        }
        if (!next) break;
        for (from = *next; from > 1 && sheet.row(from - 1).size() == 1;) --from; // with the lines above it
    }
    return tables;
}

// Whether a table says in its rows what they are about: the measure, or the time of figures whose headings are measures.
bool FileGuess::names_rows(const SheetGuess& guess) {
    using enum ColumnIs;
    if (guess.find(measure) != nullptr || guess.find(measure_title) != nullptr) return true;
    const bool has_times = guess.find(period) != nullptr || guess.find(quarter) != nullptr ||
                           guess.find(month) != nullptr || guess.find(year) != nullptr;
    return has_times && says_measure(guess);
}

// Periods are in the first column, and measures in the first row.
bool FileGuess::is_turned(const SheetGrid& sheet, const SheetGuess& sideways) const {
    if (!has_time(sideways)) return false;
    std::size_t periods = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(sheet.rows(), 40); ++i)
        if (times_.period(sheet.row(i).front().text)) ++periods;
    return periods >= 2 && sideways.find(ColumnIs::measure) != nullptr;
}

GuessedLayout guess_layout(const SheetFile& file, const Content& known, const std::optional<Period>& asked) {
    return FileGuess(file, known, asked).make();
}

} // namespace qd::inline exchange
