#include "engine/grid/make_block.hpp"

#include "engine/grid/rule.hpp"
#include "engine/sheet.hpp"

#include <algorithm>
#include <numeric>

namespace qd::inline engine {
namespace {

bool is_by_calendar(Grain grain) { return grain != Grain::span && grain != Grain::academic_year; }

CellState state_of(GapReason gap) {
    if (gap == GapReason::nothing_to_divide_by) return cell_state::handed_in | cell_state::nothing_to_divide_by;
    return cell_state::handed_in | (gap == GapReason::not_applicable ? cell_state::no_part : cell_state::missing);
}

// What the cells of a measure need from their block.
struct Needs {
    int first = INT32_MAX, last = INT32_MIN;                          // ordinals
    std::int64_t unit = Decimal::scale, target_unit = Decimal::scale; // the finest steps
    double numerators = 0, denominators = 0, target = 0;              // Σ |…| in millionths; the largest target
    std::size_t rows = 0;
};

// How much the numbers of a column come to, whatever their signs, and how large the largest is; in millionths.
struct Extent {
    double sum = 0, largest = 0;
};

template <class Int> Extent extent_of(std::span<const Int> numbers, Int absent) {
    std::int64_t largest = 0;
    double sum = 0;
    for (const Int number : numbers) {
        const std::int64_t size = number == absent ? 0 : std::abs(static_cast<std::int64_t>(number));
        largest = std::max(largest, size);
        sum += static_cast<double>(size);
    }
    return {sum, static_cast<double>(largest)};
}

Extent extent_of(const NumberColumn& column) {
    if (!column.wide().empty()) return extent_of(column.wide(), NumberColumn::absent);
    const Extent steps = extent_of(column.narrow(), NumberColumn::narrow_absent);
    return {steps.sum * static_cast<double>(column.step()), steps.largest * static_cast<double>(column.step())};
}

std::int64_t step_of(const NumberColumn& column) { return column.is_empty() ? Decimal::scale : column.step(); }

bool has_break_or_forecast(const ObservationColumns& columns) {
    return std::ranges::any_of(columns.flags.rows(), [](Flags flags) {
        return has(flags, Flag::break_in_series) || has(flags, Flag::forecast);
    });
}

// False if the return has a cell that is not plain.
bool take_needs(Needs& needs, const Observations& observations, Grain grain, const GridAreas& areas) {
    const ObservationColumns& columns = observations.columns();
    if (!columns.reported_in.empty() || !columns.values.is_empty() || has_break_or_forecast(columns)) return false;
    if (!columns.denied.empty()) return false;
    for (const AreaCode& area : columns.area_codes)
        if (!areas.number(area)) return false;
    for (const Period period : columns.period_list) {
        if (period.grain() != grain) return false;
        needs.first = std::min(needs.first, ordinal_of(period));
        needs.last = std::max(needs.last, ordinal_of(period));
    }
    needs.unit = std::min({needs.unit, step_of(columns.numerators), step_of(columns.denominators)});
    needs.target_unit = std::min(needs.target_unit, step_of(columns.targets));
    needs.numerators += extent_of(columns.numerators).sum;
    needs.denominators += extent_of(columns.denominators).sum;
    needs.target = std::max(needs.target, extent_of(columns.targets).largest);
    needs.rows += observations.size();
    return true;
}

// Whether every sum and product of the cells stays within 32 and 64 bits.
bool is_narrow(const Needs& needs, const GridRule& rule) {
    const double numerators = needs.numerators / static_cast<double>(needs.unit),
                 denominators = needs.denominators / static_cast<double>(needs.unit),
                 target = needs.target / static_cast<double>(needs.target_unit),
                 scale = static_cast<double>(rule.per) * static_cast<double>(Decimal::scale / needs.target_unit);
    constexpr double most = 1e9, widest = 2e18; // half of what there is: returns that come later find room
    const double margin = static_cast<double>(rule.margin_parts + rule.margin_of);
    return numerators < most && denominators < most && target < most && numerators * scale * margin < widest &&
           std::max(target, scale) * denominators * margin < widest;
}

bool is_countable(const Needs& needs) {
    constexpr double most = 2e18;
    return needs.numerators / static_cast<double>(needs.unit) < most &&
           needs.denominators / static_cast<double>(needs.unit) < most;
}

template <class Parts> Parts laid_out(const GridBlock& block, std::size_t wholes) {
    const std::size_t cells = block.areas * block.periods.size();
    using Column = GridColumn<typename Parts::Int>;
    Parts parts{
        Column(cells), Column(cells), Column(cells), Column(cells),
        Column(cells), Column(cells), Column(cells), GridColumn<typename Parts::Wide>(wholes * block.periods.size())};
    std::fill_n(parts.targets.data(), cells, Parts::no_target);
    return parts;
}

std::size_t number_wholes(GridBlock& block, const GridAreas& areas) {
    block.whole_slots.assign(areas.size(), GridBlock::no_slot);
    std::uint32_t wholes = 0;
    if (block.rule.rolls_targets_up && block.rule.rolls_up)
        for (const Division& division : areas.divisions())
            if (block.whole_slots[division.whole] == GridBlock::no_slot) block.whole_slots[division.whole] = wholes++;
    return wholes;
}

std::vector<GridPeriod> periods_of(const Measure& measure, const Calendar& calendar, const Needs& needs) {
    std::vector<GridPeriod> periods;
    for (int ordinal = needs.first; ordinal <= needs.last; ++ordinal) {
        const Period period = period_at(measure.grain, ordinal);
        const Stretch stretch = stretch_of(calendar, period);
        periods.push_back(
            {stretch.first, stretch.last, calendar.position_in_year(period) == 1, is_active(measure, stretch)});
    }
    return periods;
}

// The last days of the periods between the start of the first year and the first period that could have had figures.
std::vector<Date> missing_start(const Measure& measure, const Calendar& calendar, int first) {
    std::vector<Date> days;
    for (Period period = period_at(measure.grain, first); calendar.position_in_year(period) > 1;) {
        period = *calendar.previous(period);
        const Stretch stretch = stretch_of(calendar, period);
        if (is_active(measure, stretch)) days.push_back(stretch.last);
    }
    return days;
}

// The numbers of one column at the cells of a block, in the block's steps.
template <class Int>
void write_column(const NumberColumn& column, const std::vector<std::uint32_t>& cells, std::int64_t unit, Int* into) {
    if (const auto numbers = column.narrow(); !numbers.empty()) {
        const auto times = static_cast<Int>(column.step() / unit);
        for (std::size_t row = 0; row < numbers.size(); ++row)
            if (numbers[row] != NumberColumn::narrow_absent) into[cells[row]] = numbers[row] * times;
    }
    if (const auto numbers = column.wide(); !numbers.empty())
        for (std::size_t row = 0; row < numbers.size(); ++row)
            if (numbers[row] != NumberColumn::absent) into[cells[row]] = static_cast<Int>(numbers[row] / unit);
}

std::vector<std::uint32_t> cells_of(const GridBlock& block, const ObservationColumns& columns, const GridAreas& areas) {
    std::vector<std::uint32_t> starts, offsets, cells(columns.areas.size());
    for (const AreaCode& area : columns.area_codes)
        starts.push_back(static_cast<std::uint32_t>(block.cell(*areas.number(area), 0)));
    for (const Period period : columns.period_list)
        offsets.push_back(static_cast<std::uint32_t>(ordinal_of(period) - block.first));
    columns.areas.visit([&](auto rows) {
        for (std::size_t row = 0; row < rows.size(); ++row) cells[row] = starts[rows[row]];
    });
    columns.periods.visit([&](auto rows) {
        for (std::size_t row = 0; row < rows.size(); ++row) cells[row] += offsets[rows[row]];
    });
    return cells;
}

// Lays a return over what was handed in before it. False if a row has neither both parts nor a gap.
template <class Parts>
bool write_return(GridBlock& block, Parts& parts, const Observations& observations, const GridAreas& areas) {
    const ObservationColumns& columns = observations.columns();
    const std::vector<std::uint32_t> cells = cells_of(block, columns, areas);
    for (const std::uint32_t cell : cells) {
        block.states[cell] = cell_state::handed_in | cell_state::number;
        parts.numerators[cell] = parts.denominators[cell] = 0; // a target that is not said again stays
    }
    for (std::size_t row = 0; row < columns.gaps.rows().size(); ++row)
        if (const std::uint8_t gap = columns.gaps.rows()[row]; gap != 0)
            block.states[cells[row]] = state_of(static_cast<GapReason>(gap - 1));
    write_column(columns.numerators, cells, block.unit, parts.numerators.data());
    write_column(columns.denominators, cells, block.unit, parts.denominators.data());
    write_column(columns.targets, cells, block.target_unit, parts.targets.data());
    return std::ranges::all_of(cells, [&](std::uint32_t cell) {
        return cell_state::kind_of(block.states[cell]) != cell_state::number || parts.denominators[cell] > 0;
    });
}

bool write_returns(GridBlock& block, const MeasuredContent& content, std::span<const std::size_t> returns,
                   const GridAreas& areas) {
    return std::visit(
        [&](auto& parts) {
            return std::ranges::all_of(returns, [&](std::size_t i) {
                return write_return(block, parts, content.returns[i].observations, areas);
            });
        },
        block.parts);
}

void lay_out(GridBlock& block, const Needs& needs, const GridAreas& areas) {
    const std::size_t cells = block.areas * block.periods.size(), wholes = number_wholes(block, areas);
    block.states = GridColumn<CellState>(cells);
    std::fill_n(block.states.data(), cells, cell_state::missing);
    if (is_narrow(needs, block.rule))
        block.parts = laid_out<NarrowParts>(block, wholes);
    else
        block.parts = laid_out<WideParts>(block, wholes);
    block.rates = GridColumn<double>(cells);
    block.ratings = GridColumn<Rating>(cells);
    block.ranks = GridColumn<std::uint16_t>(cells);
    block.quarters = GridColumn<std::uint8_t>(cells);
}

// Whether the numbers of one more return stay within what the block was laid out for; it left half of it free.
bool fits(const Needs& needs, const GridBlock& block) {
    const bool is_in_time =
        needs.first >= block.first && needs.last < block.first + static_cast<int>(block.periods.size());
    return is_in_time && needs.unit >= block.unit && needs.target_unit >= block.target_unit &&
           needs.numerators <= block.room && needs.denominators <= block.room && needs.target <= block.target_room;
}

} // namespace

std::optional<GridBlock> make_block(const MeasuredContent& content, const Ledger& ledger, const GridAreas& areas,
                                    const Measure& measure) {
    const auto returns = ledger.returns_of(measure.code);
    if (returns.empty() || !is_by_calendar(measure.grain) || areas.size() > UINT16_MAX) return {};
    Needs needs;
    for (const std::size_t i : returns)
        if (!take_needs(needs, content.returns[i].observations, measure.grain, areas)) return {};
    const auto rule =
        plain_rule(content, measure, period_at(measure.grain, needs.first), period_at(measure.grain, needs.last));
    if (!rule || needs.rows == 0 || !is_countable(needs)) return {};
    GridBlock block;
    block.measure = measure.code;
    block.rule = *rule;
    block.grain = measure.grain;
    block.first = needs.first;
    block.periods = periods_of(measure, content.settings.calendar, needs);
    block.missing_start = missing_start(measure, content.settings.calendar, needs.first);
    block.areas = areas.size();
    block.unit = needs.unit;
    block.target_unit = needs.target_unit;
    block.room = std::max(needs.numerators, needs.denominators);
    block.target_room = needs.target;
    lay_out(block, needs, areas);
    if (!write_returns(block, content, returns, areas)) return {};
    compute(block, areas);
    return block;
}

std::optional<GridBlock> with_return(const GridBlock& block, const Return& handed_in, const GridAreas& areas) {
    Needs needs;
    if (!take_needs(needs, handed_in.observations, block.grain, areas) || !fits(needs, block)) return {};
    GridBlock next = block;
    next.room -= std::max(needs.numerators, needs.denominators); // what it replaces is still counted
    const bool is_plain =
        std::visit([&](auto& parts) { return write_return(next, parts, handed_in.observations, areas); }, next.parts);
    if (!is_plain) return {};
    compute(next, areas);
    return next;
}

} // namespace qd::inline engine
