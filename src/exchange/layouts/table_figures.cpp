#include "base/text.hpp"
#include "exchange/layouts/cell_figure.hpp"
#include "exchange/layouts/table_reading.hpp"
#include "exchange/layouts/words.hpp"
#include "exchange/vocabulary.hpp"

#include <algorithm>

// What the cells of a row become, except names.
namespace qd::inline exchange {
namespace {

std::optional<ColumnIs> role_of(const std::string& word) {
    for (const ColumnIs is :
         {ColumnIs::numerator, ColumnIs::denominator, ColumnIs::value, ColumnIs::target, ColumnIs::annual_target,
          ColumnIs::check, ColumnIs::leave, ColumnIs::note, ColumnIs::rag, ColumnIs::narrative})
        if (word == print(is)) return is;
    return std::nullopt;
}

const Problem no_period{
    "The layout does not say which period the figures in this column are for.",
    "Write a place such as {quarter} or {year} into its heading, into above, sheets or files.names, or set = { year = "
    "\"…\" }; or name the period with --period."};

} // namespace

std::optional<Period> TableReading::base_period() const { return period_of(time_, context_.times.calendar()); }

// The last period of which the table has a number in any row.
std::optional<Period> TableReading::newest_period() const {
    if (newest_) return *newest_;
    newest_ = std::optional<Period>();
    const Calendar& calendar = context_.times.calendar();
    for (const ColumnUse& column : table_.columns) {
        if (column.rule == nullptr || (column.rule->is != ColumnIs::value && column.rule->is != ColumnIs::by_role &&
                                       column.rule->is != ColumnIs::numerator))
            continue;
        if (column.rule->period == "newest") continue;
        const auto period = period_of(time_of(column, {}), calendar);
        if (!period || (*newest_ && calendar.last_day(*period) <= calendar.last_day(**newest_))) continue;
        for (std::size_t i = 0; i < sheet_.rows(); ++i) {
            const std::uint32_t row = sheet_.row(i).front().row;
            if (row <= table_.last_heading || row > table_.last_row) continue;
            const GridCell* cell = sheet_.find(row, column.column);
            if (cell == nullptr || !number_of_cell(cell->text, context_.layout, *column.rule)) continue;
            newest_ = period;
            break;
        }
    }
    return *newest_;
}

TimeParts TableReading::time_of(const ColumnUse& column, const RowSaid& said) const {
    const Calendar& calendar = context_.times.calendar();
    const LayoutColumn& rule = *column.rule;
    TimeParts own;
    if (rule.period == "newest") {
        own.period = newest_period();
        return own;
    }
    if (rule.period == "this" || rule.period == "previous") {
        const auto base = base_period();
        own.period = base && rule.period == "previous" ? calendar.previous(*base) : base;
        return own;
    }
    if (!rule.period.empty()) own.period = context_.times.period(rule.period);
    if (!rule.year.empty()) own.year = context_.times.year(rule.year);
    if (!rule.quarter.empty())
        own.quarter = context_.times.quarter(rule.quarter.size() == 1 ? "Q" + rule.quarter : rule.quarter);
    return completed(completed(completed(own, column.said.time, calendar), said.time, calendar), time_, calendar);
}

std::optional<std::string> TableReading::measure_of(const ColumnUse& column, const GridCell& cell,
                                                    const RowSaid& said) {
    const auto resolve = [&](const std::string& text, bool by_title) -> std::optional<std::string> {
        auto code = by_title ? context_.names.measure_title(text) : context_.names.measure(text);
        if (!code)
            complain_of_heading(column,
                                {"names the measure “" + text + "”, which is not known.",
                                 context_.names.hint_of_measure(text) + "Say which it is: quarterday layout set " +
                                     context_.layout.name + " measures.\"" + text + "\" CODE"});
        return code;
    };
    if (!column.rule->measure.empty()) return resolve(column.rule->measure, false);
    if (column.said.measure) return resolve(*column.said.measure, false);
    if (column.said.measure_title) return resolve(*column.said.measure_title, true);
    if (said.measure) return said.measure;
    if (section_measure_) return section_measure_;
    if (measure_) return measure_;
    complain(cell, column.heading,
             {"is a figure of a row that names no measure.",
              "Name it in the row; or say in the layout where it is: a column that is = \"measure\", set = { "
              "measure = \"CODE\" }, sections = \"measure\". If a line is not a row of figures, name it in skip or "
              "ends_at."});
    return std::nullopt;
}

std::optional<std::string> TableReading::area_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    if (!column.rule->area.empty() || column.said.area) {
        const std::string& text = column.rule->area.empty() ? *column.said.area : column.rule->area;
        auto code = context_.names.area(text);
        if (!code)
            complain(cell, column.heading,
                     {"is of the area “" + text + "”, which is not known.", "Add it to areas.csv."});
        return code;
    }
    if (said.area) return said.area;
    if (section_area_) return section_area_;
    return area_.value_or("");
}

std::optional<FigureKey> TableReading::key_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    const auto measure = measure_of(column, cell, said);
    const auto area = area_of(column, cell, said);
    const auto period = period_of(time_of(column, said), context_.times.calendar());
    if (!period) complain_of_heading(column, no_period);
    if (!measure || !area || !period) {
        use(cell, Fate::complained);
        return std::nullopt;
    }
    return FigureKey{*measure, *area, *period};
}

void TableReading::read_cell(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    using enum ColumnIs;
    ColumnIs is = column.rule->is;
    if (is == leave) return use(cell, Fate::left_out, WhyLeftOut::layout);
    if (said.failed) return use(cell, Fate::complained);
    if (is == by_role || (is == value && !said.role.empty())) {
        const auto role = role_of(said.role);
        if (!role)
            return complain(cell, column.heading,
                            {"is a figure of a line of no known kind.",
                             "Let a column of the layout say what each line is: is = \"role\", with its words."});
        is = *role;
    }
    switch (is) {
    case leave: return use(cell, Fate::left_out, WhyLeftOut::layout);
    case value:
    case numerator:
    case denominator: return take_figure(column, cell, said, is);
    case target: return take_target(column, cell, said);
    case annual_target: return take_annual(column, cell, said);
    case rag: return take_status(column, cell, said);
    case narrative: return take_narrative(column, cell, said);
    case check:
        use(cell, Fate::checked);
        row_checks_.push_back({&cell, &column});
        return;
    default: break;
    }
    const RowField field = is == note     ? RowField::note
                           : is == flags  ? RowField::flags
                           : is == source ? RowField::source
                           : is == reason ? RowField::reason
                                          : RowField::known_at;
    if (const auto key = key_of(column, cell, said)) {
        use(cell, Fate::noted);
        put(*key, field, std::string(trim(cell.text)), cell);
    }
}

// Whether a column has a figure in any row: if not, its period is not handed in yet.
bool TableReading::has_figure(const ColumnUse& column) const {
    std::optional<bool>& known = has_figure_[static_cast<std::size_t>(&column - table_.columns.data())];
    if (known) return *known;
    known = false;
    for (std::size_t i = 0; i < sheet_.rows() && !*known; ++i) {
        const std::uint32_t row = sheet_.row(i).front().row;
        if (row <= table_.last_heading || row > table_.last_row) continue;
        const GridCell* cell = sheet_.find(row, column.column);
        known = cell != nullptr && number_of_cell(cell->text, context_.layout, *column.rule).has_value();
    }
    return *known;
}

// What the layout says of blank cells, in the columns of figures that have any.
void TableReading::fill_blanks(std::span<const GridCell> row, const RowSaid& said) {
    if (!context_.layout.blank || said.failed) return;
    const bool has_measure = said.measure || section_measure_ || measure_;
    for (const ColumnUse& column : table_.columns) {
        if (column.rule == nullptr || column.rule->is != ColumnIs::value || !has_measure || !has_figure(column))
            continue;
        if (std::ranges::find(row, column.column, &GridCell::column) != row.end()) continue;
        const auto key = key_of(column, row.front(), said);
        if (key && !taking_.figures.contains(*key))
            put(*key, RowField::gap, std::string(print(*context_.layout.blank)), row.front());
    }
}

TakenFigure& TableReading::figure_at(const FigureKey& key) {
    if (last_figure_ == taking_.figures.end() || last_figure_->first != key) {
        // Most sheets are in order: then it is after the one before, or after all of them.
        const auto hint = last_figure_ == taking_.figures.end() ? last_figure_ : std::next(last_figure_);
        last_figure_ = taking_.figures.try_emplace(hint, key);
    }
    return last_figure_->second;
}

void TableReading::put(const FigureKey& key, RowField field, const std::string& text, const GridCell& cell) {
    TakenFigure& figure = figure_at(key);
    FilledField* place = figure.find(field);
    if (place == nullptr) {
        figure.put(field, {text, at(cell)});
    } else if (field == RowField::note) {
        if (place->text != text) place->text += "; " + text;
    } else if (place->text == text) {
        if (place->from != at(cell)) use(cell, Fate::checked);
    } else {
        const std::string first = taking_.place(place->from);
        complain(cell, std::string(print(field)),
                 {"is not the same figure as “" + place->text + "” in " + first + ", and both are of " + key.measure +
                      " " + context_.times.calendar().text(key.period) +
                      (key.area.empty() ? "." : " in " + key.area + "."),
                  "Leave one of them out, or say in the layout what distinguishes them."});
    }
}

// A cell with its marks beside it. A fraction is one only of measures in per cent: other rows of its column stay as they are.
CellFigure TableReading::read_figure_of(const ColumnUse& column, const GridCell& cell, const RowSaid& said,
                                        const std::string& measure) {
    std::string text(trim(cell.text));
    if (block_.marks_right && column_at(cell.column + 1) == nullptr)
        if (const GridCell* mark = sheet_.find(cell.row, cell.column + 1); mark != nullptr && is_mark(*mark)) {
            const std::string plain(trim(mark->text));
            text += plain.starts_with('[') ? " " + plain : " [" + plain + "]";
        }
    const bool is_of_row = said.time_unit != TimeUnit::none && text.find(':') != std::string::npos;
    if (!column.rule->fraction && !is_of_row) return read_cell_figure(text, context_.layout, *column.rule, said.scale);
    const Measure* known = context_.names.find(measure);
    LayoutColumn own = *column.rule;
    if (is_of_row) own.time = said.time_unit;
    own.fraction = own.fraction && (known == nullptr || known->quantity == Quantity::percent);
    return read_cell_figure(text, context_.layout, own, said.scale);
}

void TableReading::take_figure(const ColumnUse& column, const GridCell& cell, const RowSaid& said, ColumnIs is) {
    const auto key = key_of(column, cell, said);
    if (!key) return;
    const CellFigure figure = read_figure_of(column, cell, said, key->measure);
    if (figure.leave) return use(cell, Fate::left_out, WhyLeftOut::layout);
    use(cell, Fate::figure);
    const RowField own = is == ColumnIs::numerator     ? RowField::numerator
                         : is == ColumnIs::denominator ? RowField::denominator
                                                       : RowField::value;
    if (figure.value) put(*key, own, *figure.value, cell);
    if (figure.numerator) put(*key, RowField::numerator, *figure.numerator, cell);
    if (figure.denominator) put(*key, RowField::denominator, *figure.denominator, cell);
    if (figure.gap) put(*key, RowField::gap, std::string(print(*figure.gap)), cell);
    const auto flags = static_cast<Flags>(figure.flags | (figure.value || figure.numerator ? column.rule->flags : 0));
    if (flags != 0) put(*key, RowField::flags, qd::print(flags), cell);
    if (!figure.note.empty()) put(*key, RowField::note, figure.note, cell);
    if (is != ColumnIs::value) return;
    if (const auto number = number_of_cell(cell.text, context_.layout, *column.rule))
        row_values_.push_back({&cell, {key->period, *number}});
}

namespace {

// Whether a cell in a column of targets says that there is none: "n/a", "-", "data only".
bool says_none(const TargetWords& words) {
    if (words.kind == "range") return false;
    if (read_number(words.value)) return false;
    const auto figure = read_figure(words.value);
    const std::string plain = same_words(words.value);
    return (figure && figure->gap) || plain == "-" || plain == "data only" || plain == "none" || plain == "tbc" ||
           plain == "no target";
}

} // namespace

void TableReading::take_target(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    const CellFigure figure = read_figure_of(column, cell, said, said.measure.value_or(""));
    if (figure.leave) return use(cell, Fate::left_out, WhyLeftOut::layout);
    TargetWords words = target_words(std::string(trim(cell.text)));
    if (words.kind.empty()) words.value = figure.value.value_or("");
    if (figure.gap || says_none(words)) return use(cell, Fate::left_out, WhyLeftOut::no_target);
    const auto key = key_of(column, cell, said);
    if (!key) return;
    use(cell, Fate::target);
    put(*key, RowField::target, words.kind == "range" ? words.upper : words.value, cell);
    if (!words.kind.empty()) taking_.bounds.insert_or_assign(*key, words);
}

void TableReading::take_annual(const ColumnUse& column, const GridCell& cell, const RowSaid& said) {
    const CellFigure figure = read_figure_of(column, cell, said, said.measure.value_or(""));
    if (figure.leave) return use(cell, Fate::left_out, WhyLeftOut::layout);
    TargetWords words = target_words(std::string(trim(cell.text)));
    if (words.kind.empty()) words.value = figure.value.value_or("");
    if (figure.gap || says_none(words)) return use(cell, Fate::left_out, WhyLeftOut::no_target);
    const auto measure = measure_of(column, cell, said);
    const auto area = area_of(column, cell, said);
    const auto year = year_of(time_of(column, said), context_.times.calendar());
    if (!year) complain_of_heading(column, no_period);
    if (!measure || !area || !year) return use(cell, Fate::complained);
    const FigureKey key{*measure, *area, *year};
    const auto [there, fresh] =
        taking_.targets.try_emplace({key, std::string(print(TargetRole::annual))}, TakenTarget{words, at(cell)});
    if (fresh) return use(cell, Fate::target);
    if (there->second.words == words) return use(cell, Fate::checked);
    complain(
        cell, column.heading,
        {"is not the same target for " + *measure + " for the year as in " + taking_.place(there->second.from) + ".",
         "Leave one of them out."});
}

} // namespace qd::inline exchange
