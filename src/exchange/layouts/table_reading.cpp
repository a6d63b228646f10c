#include "exchange/layouts/table_reading.hpp"

#include "base/text.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/values.hpp"

#include <algorithm>

namespace qd::inline exchange {

TableReading::TableReading(const FoundTable& table, const SheetGrid& sheet, std::uint32_t number,
                           const Captured& around, SheetContext& context, SheetTaking& taking,
                           ComplaintBook& complaints)
    : table_(table), block_(*table.block), sheet_(sheet), number_(number), context_(context), taking_(taking),
      complaints_(complaints), time_(around.time), last_figure_(taking.figures.end()), down_(table.columns.size()),
      sums_(table.columns.size()), has_figure_(table.columns.size()), told_(table.columns.size()) {
    for (const CellRange& range : sheet.merged)
        if (range.bottom > range.top)
            for (const ColumnUse& column : table.columns)
                if (column.column >= range.left && column.column <= range.right)
                    merged_[column.column].push_back(range);
    for (auto& [column, ranges] : merged_) std::ranges::sort(ranges, {}, &CellRange::top);
    say_measure_around(around);
    if (around.area) area_ = context.names.area(*around.area);
}

void TableReading::read() {
    take_headings();
    read_around();
    bool ended = false;
    std::uint32_t before = table_.last_heading;
    for (std::size_t i = 0; i < sheet_.rows(); ++i) {
        const auto whole = sheet_.row(i);
        const std::uint32_t number = whole.front().row;
        if (number < table_.first_heading) leave_row(whole, WhyLeftOut::above);
        if (number <= table_.last_heading || number > table_.last_row) continue;
        const auto row = of_table(whole);
        if (row.empty()) continue;
        if (number > before + 1) stop_filling();
        before = number;
        ended = ended || ends(row);
        if (ended)
            leave_row(row, WhyLeftOut::below);
        else
            read_row(row);
    }
    complain_of_others();
}

// The cells of a row that are of this table, if another one is beside it.
std::span<const GridCell> TableReading::of_table(std::span<const GridCell> row) const {
    const auto from = std::ranges::lower_bound(row, table_.left, {}, &GridCell::column);
    const auto to = std::ranges::upper_bound(row, table_.right, {}, &GridCell::column);
    return {from, to};
}

// A blank row or a line that divides the table: nothing is filled down over it.
void TableReading::stop_filling() {
    for (Down& down : down_) down.cell = nullptr;
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

void TableReading::say_measure_around(const Captured& said) {
    if (said.measure) measure_ = context_.names.measure_title(*said.measure);
    if (said.measure_title) measure_ = context_.names.measure_title(*said.measure_title);
}

// What the layout sets, then what is above and next to the table, then what the sheet, the call and the file say.
void TableReading::read_around() {
    TimeParts nearer;
    for (const auto& [what, text] : block_.set) say_word(what, text, nearer);
    const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) {
        return context_.is_known(place, held);
    };
    bool measure_said = false, area_said = false; // by a line that is nearer
    for (std::size_t i = sheet_.rows(); i-- > 0;) {
        const auto row = sheet_.row(i);
        if (row.front().row >= table_.first_heading) continue;
        for (std::size_t j = 0; j < row.size(); ++j) {
            const std::string words = same_words(row[j].text);
            if (const auto captures = match_any(block_.above, words, fits)) {
                const Captured said = read_captures(*captures, context_.times);
                nearer = completed(nearer, said.time, context_.times.calendar());
                if (!measure_said) say_measure_around(said);
                if (!area_said && said.area) area_ = context_.names.area(*said.area);
                measure_said = measure_said || said.measure.has_value() || said.measure_title.has_value();
                area_said = area_said || said.area.has_value();
                use(row[j], Fate::named);
            }
            const std::string label = words.ends_with(":") ? words.substr(0, words.size() - 1) : words;
            auto beside = block_.beside.find(words);
            if (beside == block_.beside.end()) beside = block_.beside.find(label);
            if (beside == block_.beside.end() || j + 1 >= row.size()) continue;
            bool& done = beside->second == "measure" ? measure_said : area_said;
            const bool names = beside->second == "measure" || beside->second == "area";
            if (!names || !done) say_word(beside->second, std::string(trim(row[j + 1].text)), nearer);
            done = done || names;
            use(row[j], Fate::named);
            use(row[j + 1], Fate::named);
        }
    }
    time_ = completed(nearer, time_, context_.times.calendar());
}

void TableReading::say_word(const std::string& what, const std::string& text, TimeParts& time) {
    const auto part = [&](auto& place, const auto& read) {
        if (!place) place = read;
    };
    if (what == "year") part(time.year, context_.times.year(text));
    if (what == "quarter") part(time.quarter, context_.times.quarter(text.size() == 1 ? "Q" + text : text));
    if (what == "period") part(time.period, context_.times.period(text));
    if (what == "measure") measure_ = context_.names.measure_title(text);
    if (what == "area") area_ = context_.names.area(text);
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
        else if (column == nullptr && block_.marks_right && is_mark(cell))
            use(cell, Fate::noted);
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
    take_colours(row, *said);
    fill_blanks(row, *said);
    check_row(*said);
    add_up(row);
}

bool TableReading::ends(std::span<const GridCell> row) const {
    if (block_.ends_at.empty() && !block_.repeats) return false;
    const std::string words = same_words(row.front().text);
    if (!block_.ends_at.empty() && fits_any(block_.ends_at, words)) return true;
    if (!block_.repeats) return false; // a line of the table that comes next
    const Pattern::Fits fits = [&](Pattern::Place place, std::string_view held) {
        return context_.is_known(place, held);
    };
    const std::string label = words.ends_with(":") ? words.substr(0, words.size() - 1) : words;
    return match_any(block_.above, words, fits).has_value() || block_.beside.contains(label);
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
    stop_filling();
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

// A cell without a heading, right of one of figures.
bool TableReading::is_mark(const GridCell& cell) const {
    const ColumnUse* left = cell.column == 0 ? nullptr : column_at(cell.column - 1);
    return left != nullptr && left->rule != nullptr && left->rule->is == ColumnIs::value && cell.text.size() <= 12;
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
