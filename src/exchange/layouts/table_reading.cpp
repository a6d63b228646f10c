#include "exchange/layouts/table_reading.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

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

// Whether the layout says of the words of a cell that its row is left out: "Old measure" = "leave".
bool is_left(const Layout& layout, const ColumnUse& column, const GridCell& cell) {
    const bool area = column.rule->is == ColumnIs::area;
    if (!area && column.rule->is != ColumnIs::measure && column.rule->is != ColumnIs::measure_title) return false;
    const auto& words = area ? layout.areas : layout.measures;
    const auto found = words.find(same_words(cell.text));
    return found != words.end() && found->second == "leave";
}

bool names_measure(ColumnIs is) { return is == ColumnIs::measure || is == ColumnIs::measure_title; }

} // namespace

TableReading::TableReading(const FoundTable& table, const SheetGrid& sheet, std::uint32_t number,
                           const TimeParts& sheet_time, SheetContext& context, SheetTaking& taking,
                           ComplaintBook& complaints)
    : table_(table), block_(*table.block), sheet_(sheet), number_(number), context_(context), taking_(taking),
      complaints_(complaints), time_(sheet_time), last_figure_(taking.figures.end()), down_(table.columns.size()),
      sums_(table.columns.size()), told_(table.columns.size()) {
    for (const CellRange& range : sheet.merged)
        if (range.bottom > range.top)
            for (const ColumnUse& column : table.columns)
                if (column.column >= range.left && column.column <= range.right)
                    merged_[column.column].push_back(range);
    for (auto& [column, ranges] : merged_) std::ranges::sort(ranges, {}, &CellRange::top);
}

void TableReading::read() {
    take_headings();
    read_around();
    bool ended = false;
    for (std::size_t i = 0; i < sheet_.rows(); ++i) {
        const auto row = sheet_.row(i);
        const std::uint32_t number = row.front().row;
        if (number < table_.first_heading) leave_row(row, WhyLeftOut::above);
        if (number <= table_.last_heading || number > table_.last_row) continue;
        ended = ended || ends(row);
        if (ended)
            leave_row(row, WhyLeftOut::below);
        else
            read_row(row);
    }
    complain_of_others();
}

// Rows of other councils are many in such a file; if no row is of a measure that is known, nobody has said yet which is which.
void TableReading::complain_of_others() {
    if (knows_a_measure_ || others_.empty()) return;
    complaints_.add({taking_.file.place(number_), table_.last_heading + std::size_t{1}, "", "",
                     "No row is of a known measure: they are of “" + join(others_, "”, “") + "” …",
                     "Say which it is: quarterday layout set " + context_.layout.name + " measures.\"" +
                         others_.front() + "\" CODE"});
}

void TableReading::take_headings() {
    for (std::uint32_t number = table_.first_heading; number <= table_.last_heading; ++number)
        for (const GridCell& cell : sheet_.cells_of(number)) {
            const ColumnUse* column = column_at(cell.column);
            if (column == nullptr || column->rule == nullptr) continue;
            if (column->rule->is == ColumnIs::leave)
                use(cell, Fate::left_out, WhyLeftOut::layout);
            else
                use(cell, Fate::named);
        }
}

// What the layout sets, then what is above and next to the table, then what the sheet, the call and the file say.
void TableReading::read_around() {
    TimeParts nearer;
    const auto say_word = [&](const std::string& what, const std::string& text) {
        if (what == "year") nearer.year = context_.times.year(text);
        if (what == "quarter") nearer.quarter = context_.times.quarter(text.size() == 1 ? "Q" + text : text);
        if (what == "period") nearer.period = context_.times.period(text);
        if (what == "measure") measure_ = context_.names.measure_title(text);
        if (what == "area") area_ = context_.names.area(text);
    };
    for (const auto& [what, text] : block_.set) say_word(what, text);
    const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) { return context_.fits(place, held); };
    for (std::size_t i = 0; i < sheet_.rows() && sheet_.row(i).front().row < table_.first_heading; ++i) {
        const auto row = sheet_.row(i);
        for (std::size_t j = 0; j < row.size(); ++j) {
            const std::string words = same_words(row[j].text);
            if (const auto captures = match_any(block_.above, words, fits)) {
                const Captured said = read_captures(*captures, context_.times);
                nearer = completed(nearer, said.time, context_.times.calendar());
                if (said.measure) measure_ = context_.names.measure(*said.measure);
                if (said.measure_title) measure_ = context_.names.measure_title(*said.measure_title);
                if (said.area) area_ = context_.names.area(*said.area);
                use(row[j], Fate::named);
            }
            const std::string label = words.ends_with(":") ? words.substr(0, words.size() - 1) : words;
            auto beside = block_.beside.find(words);
            if (beside == block_.beside.end()) beside = block_.beside.find(label);
            if (beside == block_.beside.end() || j + 1 >= row.size()) continue;
            say_word(beside->second, std::string(trim(row[j + 1].text)));
            use(row[j], Fate::named);
            use(row[j + 1], Fate::named);
        }
    }
    time_ = completed(nearer, time_, context_.times.calendar());
}

void TableReading::read_row(std::span<const GridCell> row) {
    if (!block_.with_hidden && sheet_.is_hidden(row.front().row, row.front().column) &&
        std::ranges::all_of(row, [&](const GridCell& cell) { return sheet_.is_hidden(cell.row, cell.column); }))
        return leave_row(row, WhyLeftOut::hidden);
    if (is_skipped(row)) {
        const bool total = std::ranges::any_of(
            row, [](const GridCell& cell) { return same_words(cell.text).find("total") != std::string::npos; });
        if (total) check_total(row);
        return leave_row(row, total ? WhyLeftOut::total : WhyLeftOut::layout);
    }
    if (take_section(row)) return;
    const auto said = read_context(row);
    if (!said) return leave_row(row, WhyLeftOut::filter);
    row_values_.clear();
    row_checks_.clear();
    for (const GridCell& cell : row) {
        const ColumnUse* column = column_at(cell.column);
        if (!block_.with_hidden && sheet_.is_hidden(cell.row, cell.column))
            use(cell, Fate::left_out, WhyLeftOut::hidden);
        else if (column == nullptr)
            complain(cell, letters_of_column(cell.column),
                     {"is in a column without a heading.",
                      "Give the column a heading, or end the table before it: ends_at = [\"" +
                          shorten(std::string(row.front().text), 30) + "\"]"});
        else if (column->rule == nullptr)
            use(cell, Fate::complained);
        else if (!is_context(column->rule->is))
            read_cell(*column, cell, *said);
    }
    check_row(*said);
    add_up(row);
}

bool TableReading::ends(std::span<const GridCell> row) const {
    return !block_.ends_at.empty() && fits_any(block_.ends_at, same_words(row.front().text));
}

bool TableReading::is_skipped(std::span<const GridCell> row) const {
    return !block_.skip.empty() && std::ranges::any_of(row, [&](const GridCell& cell) {
        return cell.text.size() <= 300 && !read_number(cell.text) && fits_any(block_.skip, same_words(cell.text));
    });
}

bool TableReading::take_section(std::span<const GridCell> row) {
    if (block_.sections == LayoutBlock::Sections::none || row.size() != 1) return false;
    const GridCell& cell = row.front();
    for (Sums& sums : sums_) sums.since = Decimal();
    if (block_.sections == LayoutBlock::Sections::leave) {
        use(cell, Fate::left_out, WhyLeftOut::section);
        return true;
    }
    const bool of_measures = block_.sections == LayoutBlock::Sections::measure;
    auto& said = of_measures ? section_measure_ : section_area_;
    said = of_measures ? context_.names.measure_title(cell.text) : context_.names.area(cell.text);
    if (said)
        use(cell, Fate::named);
    else
        complain(cell, "",
                 {of_measures ? "divides the table, but is not a known measure."
                              : "divides the table, but is not a known area.",
                  "Say which it is: quarterday layout set " + context_.layout.name +
                      (of_measures ? " measures.\"" : " areas.\"") + shorten(std::string(cell.text), 60) + "\" CODE"});
    return true;
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
    switch (column.rule->is) {
    case measure:
    case measure_title: say_measure(column, cell, said); break;
    case area: say_area(cell, said); break;
    case period:
        if (column.rule->statistical) {
            said.time.period = context_.times.statistical_period(text);
            need(said.time.period, "period");
        } else if (column.rule->academic) {
            said.time.year = context_.times.academic_year(text);
            said.time.is_academic = true;
            need(said.time.year, "school year");
        } else {
            said.time.period = context_.times.period(text);
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
        if (column.rule->is == role) said.role = word->second;
        if (const auto number = Decimal::parse(word->second); number && column.rule->is == unit) said.scale = *number;
        break;
    }
    default: break;
    }
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

void TableReading::use(const GridCell& cell, Fate fate, WhyLeftOut why) {
    CellUse& place = taking_.uses[number_][cell.at];
    if (place.fate > fate) return;
    place = {fate, why};
}

void TableReading::leave_row(std::span<const GridCell> row, WhyLeftOut why) {
    for (const GridCell& cell : row)
        if (taking_.uses[number_][cell.at].fate == Fate::open) use(cell, Fate::left_out, why);
}

void TableReading::complain(const GridCell& cell, const std::string& column, const Problem& problem) {
    if (taking_.uses[number_][cell.at].fate == Fate::complained) return; // a merged cell only once
    use(cell, Fate::complained);
    const GridCell& here = taking_.file.sheets[number_].cells[cell.at];
    complaints_.add({taking_.file.place(number_), here.row + std::size_t{1},
                     column.empty() ? letters_of_column(here.column) : column, std::string(trim(cell.text)),
                     problem.message, problem.remedy});
}

void TableReading::complain_of_heading(const ColumnUse& column, const Problem& problem) {
    const auto place = static_cast<std::size_t>(&column - table_.columns.data());
    if (told_[place]) return;
    told_[place] = true;
    complaints_.add({taking_.file.place(number_), table_.last_heading + std::size_t{1}, column.heading, "",
                     problem.message, problem.remedy});
}

const ColumnUse* TableReading::column_at(std::uint32_t column) const {
    const auto found = std::ranges::lower_bound(table_.columns, column, {}, &ColumnUse::column);
    return found != table_.columns.end() && found->column == column ? &*found : nullptr;
}

} // namespace qd::inline exchange
