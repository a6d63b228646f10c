#include "base/text.hpp"
#include "exchange/layouts/table_reading.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

// What a row is about: its measure, area and time, and what kind of line it is.
namespace qd::inline exchange {
namespace {

std::optional<Period> period_in(std::string_view text, const LayoutColumn& rule, const TimeReader& times) {
    return rule.statistical ? times.statistical_period(text) : times.period(text);
}

// Whether the layout says of the words of a cell that its row is left out: "Old measure" = "leave".
bool is_left(const Layout& layout, const ColumnUse& column, const GridCell& cell) {
    const bool area = column.rule->is == ColumnIs::area;
    if (!area && column.rule->is != ColumnIs::measure && column.rule->is != ColumnIs::measure_title) return false;
    const auto& words = area ? layout.areas : layout.measures;
    const auto found = words.find(same_words(cell.text));
    return found != words.end() && found->second == "leave";
}

// What a line among those of times is, if it is none: "Target" = "annual_target".
std::string word_among_times(const LayoutColumn& column, const std::string& text) {
    using enum ColumnIs;
    if (column.is != period && column.is != year && column.is != quarter && column.is != month) return "";
    const auto word = column.words.find(same_words(text));
    return word == column.words.end() ? "" : word->second;
}

TimeUnit time_unit_of(const std::string& word) {
    if (word == "seconds") return TimeUnit::seconds;
    if (word == "minutes") return TimeUnit::minutes;
    if (word == "hours") return TimeUnit::hours;
    return word == "days" ? TimeUnit::days : TimeUnit::none;
}

bool names_measure(ColumnIs is) { return is == ColumnIs::measure || is == ColumnIs::measure_title; }

} // namespace

bool is_context(ColumnIs is) {
    using enum ColumnIs;
    switch (is) {
    case measure:
    case measure_title:
    case area:
    case period:
    case year:
    case quarter:
    case month:
    case role:
    case filter:
    case unit: return true;
    default: return false;
    }
}

const GridCell* TableReading::merged_above(std::uint32_t row, std::uint32_t column) const {
    const auto found = merged_.find(column);
    if (found == merged_.end()) return nullptr;
    auto after = std::ranges::upper_bound(found->second, row, {}, &CellRange::top);
    if (after == found->second.begin()) return nullptr;
    const CellRange& range = *--after;
    return range.has(row, column) ? sheet_.find(range.top, range.left) : nullptr;
}

// The cell itself, the merged one that spans it, or the one above it that fills it.
const GridCell* TableReading::context_cell(const ColumnUse& column, std::span<const GridCell> row,
                                           std::uint32_t number) {
    Down& down = down_[static_cast<std::size_t>(&column - table_.columns.data())];
    const auto own = std::ranges::find(row, column.column, &GridCell::column);
    if (own != row.end()) {
        down.cell = &*own;
        if (names_measure(column.rule->is)) // a new measure: nothing else is filled down from before it
            for (std::size_t i = 0; i < down_.size(); ++i)
                if (table_.columns[i].rule != nullptr && !names_measure(table_.columns[i].rule->is) &&
                    table_.columns[i].column > column.column)
                    down_[i].cell = nullptr;
        return &*own;
    }
    if (const GridCell* merged = merged_above(number, column.column)) return merged;
    return column.rule->fill_down ? down.cell : nullptr;
}

// Whether the row is of a measure or an area that is not the council's.
bool TableReading::is_other(const ColumnUse& column, const GridCell* cell) {
    if (cell == nullptr) return true;
    if (column.rule->is == ColumnIs::area) return !context_.names.area(cell->text);
    if (context_.names.measure(cell->text) || context_.names.measure_title(cell->text)) {
        knows_a_measure_ = true;
        return false;
    }
    const std::string text = shorten(std::string(trim(cell->text)), 60);
    if (others_.size() < 3 && std::ranges::find(others_, text) == others_.end()) others_.push_back(text);
    return true;
}

// Rows of others are many in such a file; if no row is of a measure that is known, nobody has said yet which is which.
void TableReading::complain_of_others() {
    if (knows_a_measure_ || others_.empty()) return;
    complaints_.add({taking_.file.place(number_), table_.last_heading + std::size_t{1}, "", "",
                     "No row is of a known measure: they are of “" + join(others_, "”, “") + "” …",
                     "Say which it is: quarterday layout set " + context_.layout.name + " measures.\"" +
                         others_.front() + "\" CODE"});
}

bool TableReading::is_kept(const ColumnUse& column, const GridCell* cell) const {
    if (cell == nullptr && column.rule->keep_blank) return true;
    return fits_any(column.rule->keep, cell == nullptr ? "" : same_words(cell->text));
}

std::optional<TableReading::RowSaid> TableReading::read_context(std::span<const GridCell> row) {
    RowSaid said;
    for (const ColumnUse& column : table_.columns) {
        if (column.rule == nullptr || !is_context(column.rule->is)) continue;
        const GridCell* cell = context_cell(column, row, row.front().row);
        if (column.rule->is == ColumnIs::filter && !is_kept(column, cell)) return std::nullopt;
        if (column.rule->leave_others && is_other(column, cell)) return std::nullopt;
        if (cell == nullptr || !is_left(context_.layout, column, *cell)) continue;
        leave_row(row, WhyLeftOut::layout);
        return std::nullopt;
    }
    for (const ColumnUse& column : table_.columns) {
        if (column.rule == nullptr || !is_context(column.rule->is)) continue;
        const GridCell* cell = context_cell(column, row, row.front().row);
        if (cell == nullptr) continue;
        use(*cell, Fate::named);
        say(column, *cell, said);
    }
    return said;
}

void TableReading::say(const ColumnUse& column, const GridCell& cell, RowSaid& said) {
    using enum ColumnIs;
    const std::string text(trim(cell.text));
    const auto need = [&](const auto& read, std::string_view what) {
        if (read) return;
        said.failed = true;
        const auto problem = read_period(text, context_.times.calendar());
        complain(cell, column.heading,
                 problem ? Problem{"is not a readable " + std::string(what) + ".", "Correct the cell, or the layout."}
                         : problem.error());
    };
    if (const std::string word = word_among_times(*column.rule, text); !word.empty()) {
        said.role = word;
        return;
    }
    switch (column.rule->is) {
    case measure:
    case measure_title: say_measure(column, cell, said); break;
    case area: say_area(cell, said); break;
    case period:
        if (column.rule->academic) {
            said.time.year = context_.times.academic_year(text);
            said.time.is_academic = true;
            need(said.time.year, "school year");
        } else {
            said.time.period = period_in(text, *column.rule, context_.times);
            need(said.time.period, "period");
        }
        break;
    case year:
        said.time.is_academic = column.rule->academic;
        said.time.year = column.rule->academic ? context_.times.academic_year(text) : context_.times.year(text);
        need(said.time.year, "year");
        break;
    case quarter:
        said.time.quarter = context_.times.quarter(text.size() == 1 ? "Q" + text : text);
        need(said.time.quarter, "quarter");
        break;
    case month:
        said.time.month = context_.times.month(text);
        need(said.time.month, "month");
        break;
    case unit:
    case role: {
        const auto word = column.rule->words.find(same_words(text));
        if (column.rule->is == role && word == column.rule->words.end())
            complain(cell, column.heading,
                     {"is a kind of line that the layout does not know.",
                      "Add it to the words of this column: \"" + shorten(text, 60) +
                          "\" = \"numerator\", denominator, value, target, check or leave."});
        if (word == column.rule->words.end()) break;
        if (column.rule->is == role) say_role(word->second, said);
        if (column.rule->is == unit) said.time_unit = time_unit_of(word->second);
        if (const auto number = Decimal::parse(word->second); number && column.rule->is == unit) said.scale = *number;
        break;
    }
    default: break;
    }
}

// "numerator"; or "area SCT": the figure of that area.
void TableReading::say_role(const std::string& word, RowSaid& said) {
    if (!word.starts_with("area ")) {
        said.role = word;
        return;
    }
    said.role = print(ColumnIs::value);
    said.area = context_.names.area(word.substr(5));
    said.failed = said.failed || !said.area;
}

void TableReading::say_measure(const ColumnUse& column, const GridCell& cell, RowSaid& said) {
    std::string text(trim(cell.text));
    if (column.rule->first_word) text = text.substr(0, text.find_first_of(" \t\n"));
    said.measure =
        column.rule->is == ColumnIs::measure_title ? context_.names.measure_title(text) : context_.names.measure(text);
    if (!said.measure) said.measure = context_.names.measure_title(text);
    if (said.measure) return;
    said.failed = true;
    complain(cell, column.heading,
             {"is not a known measure.",
              context_.names.hint_of_measure(text) + "Say which it is: quarterday layout set " + context_.layout.name +
                  " measures.\"" + shorten(text, 60) +
                  "\" CODE, or leave; or add it to measures.csv. If a line is not a row of figures, "
                  "name it in sections, skip or ends_at."});
}

void TableReading::say_area(const GridCell& cell, RowSaid& said) {
    said.area = context_.names.area(cell.text);
    if (said.area) return;
    said.failed = true;
    const std::string text = shorten(std::string(trim(cell.text)), 60);
    complain(cell, "",
             {"is not a known area.", context_.names.hint_of_area(text) + "Say which it is: quarterday layout set " +
                                          context_.layout.name + " areas.\"" + text +
                                          "\" CODE, or leave; or add it to areas.csv."});
}

} // namespace qd::inline exchange
