#include "base/text.hpp"
#include "exchange/layouts/cell_figure.hpp"
#include "exchange/layouts/table_reading.hpp"

#include <algorithm>
#include <set>

// Compares the sums in a sheet with its figures.
namespace qd::inline exchange {
namespace {

// Whether a number equals the computed one, at the number of decimals it was written with.
bool agrees(Decimal said, Decimal made) {
    for (int places = 0; places <= 6; ++places)
        if (said == said.rounded(places)) {
            const std::int64_t unit[] = {1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};
            return (said - made).abs().millionths() * 2 <= unit[places] + 2;
        }
    return said == made;
}

constexpr std::size_t most_notes = 200;

void tell(SheetTaking& taking, std::string note) {
    if (taking.notes.size() < most_notes) taking.notes.push_back(std::move(note));
}

} // namespace

void TableReading::check_row(const RowSaid& said) {
    for (const RowCheck& check : row_checks_) {
        const auto number = number_of_cell(check.cell->text, context_.layout, *check.column->rule);
        const std::string place = name_of(*check.cell);
        if (!number) {
            tell(taking_, place + " (" + check.column->heading + "): “" + std::string(trim(check.cell->text)) +
                              "” is not a number to compare.");
            continue;
        }
        const auto time = time_of(*check.column, said);
        const auto period = period_of(time, context_.times.calendar());
        const bool of_period = check.column->said.time.says_something() && period &&
                               (period->grain() == Grain::month || period->grain() == Grain::quarter);
        if (of_period || block_.columns.end() != std::ranges::find(block_.columns, ColumnIs::role, &LayoutColumn::is)) {
            if (const auto key = key_of(*check.column, *check.cell, said))
                taking_.ratios.push_back({*key, *number, at(*check.cell)});
            continue;
        }
        const Calendar& calendar = context_.times.calendar();
        const auto year =
            check.column->said.time.year || !check.column->rule->year.empty() ? year_of(time, calendar) : std::nullopt;
        Decimal sum;
        std::set<Period> periods;
        for (const auto& [cell, value] : row_values_) {
            if (year && (value.first.grain() == Grain::span || calendar.year_of(value.first) != *year)) continue;
            sum = sum + value.second;
            periods.insert(value.first);
        }
        const auto measure = said.measure ? said.measure : section_measure_ ? section_measure_ : measure_;
        const Measure* known = measure ? context_.names.find(*measure) : nullptr;
        const std::string what =
            place + " (" + (measure ? *measure + " " : "") + check.column->heading + "): " + print(*number);
        const bool whole =
            !year || (!periods.empty() && calendar.parts(*year, periods.begin()->grain()).size() == periods.size());
        if (!periods.empty() && agrees(*number, sum))
            ++taking_.checks_that_agree;
        else if (periods.empty() || !whole || known == nullptr || known->roll_up != RollUp::sum)
            tell(taking_, what + " could not be compared: " +
                              (periods.empty() ? "the row has no figures."
                               : !whole        ? "the sheet has not all the periods that make it."
                                               : "it does not add up from periods."));
        else
            tell(taking_, what + ", and the figures of the row make " + print(sum) + ".");
    }
}

void TableReading::add_up(std::span<const GridCell> row) {
    for (const GridCell& cell : row) {
        const ColumnUse* column = column_at(cell.column);
        if (column == nullptr || column->rule == nullptr) continue;
        if (column->rule->is != ColumnIs::value && column->rule->is != ColumnIs::check) continue;
        const auto number = number_of_cell(cell.text, context_.layout, *column->rule);
        if (!number) continue;
        Sums& sums = sums_[static_cast<std::size_t>(column - table_.columns.data())];
        sums.since = sums.since + *number;
        sums.all = sums.all + *number;
        ++sums.count;
    }
}

// A row that is left out as a total must be the sum of the rows since the last one, or of all above it.
void TableReading::check_total(std::span<const GridCell> row) {
    for (const GridCell& cell : row) {
        const ColumnUse* column = column_at(cell.column);
        if (column == nullptr || column->rule == nullptr) continue;
        Sums& sums = sums_[static_cast<std::size_t>(column - table_.columns.data())];
        const auto number = number_of_cell(cell.text, context_.layout, *column->rule);
        if (number && sums.count > 0 && (column->rule->is == ColumnIs::value || column->rule->is == ColumnIs::check)) {
            if (agrees(*number, sums.since) || agrees(*number, sums.all))
                ++taking_.checks_that_agree;
            else
                tell(taking_, name_of(cell) + " (" + shorten(std::string(row.front().text), 40) + ", " +
                                  column->heading + "): " + print(*number) + ", and the rows above it make " +
                                  print(sums.since) + ".");
        }
        sums.since = Decimal();
    }
}

} // namespace qd::inline exchange
