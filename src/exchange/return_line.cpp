#include "exchange/return_line.hpp"

#include "domain/shorthand.hpp"

#include <algorithm>
#include <array>

namespace qd::inline exchange {

// A number, or the reason why there is none, which people write into the number's own cell.
template <> struct Field<FigureCell> {
    static constexpr CellKind kind = CellKind::number;
    static Understood<FigureCell> read(std::string_view text, Intake&) { return read_figure(text); }
    static std::string write(const FigureCell& figure, YearStyle) { return figure.number ? print(*figure.number) : ""; }
};

template <> struct Field<FlaggedPeriod> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<FlaggedPeriod> read(std::string_view text, Intake& intake) {
        return read_flagged_period(text, intake.settings.calendar);
    }
    static std::string write(const FlaggedPeriod& period, YearStyle years) { return print(period.period, years); }
};

template <> struct Field<FlagSet> {
    static constexpr CellKind kind = CellKind::text;
    static Understood<FlagSet> read(std::string_view text, Intake&) {
        if (const auto flags = parse_flags(text)) return FlagSet{*flags};
        return tl::make_unexpected(
            Problem{"is not a list of flags.",
                    "Write any of provisional, estimated, revised, low_reliability, break_in_series, forecast."});
    }
    static std::string write(FlagSet set, YearStyle) { return qd::print(set.flags); }
};

template <class V> struct Field<OrNone<V>> {
    static constexpr CellKind kind = Field<V>::kind;
    static Understood<OrNone<V>> read(std::string_view text, Intake& intake) {
        if (text == none) return OrNone<V>{{}, true};
        return Field<V>::read(text, intake).map([](const V& value) { return OrNone<V>{value, false}; });
    }
    static std::string write(const OrNone<V>& cell, YearStyle years) {
        return cell.is_none ? std::string(none) : Field<V>::write(cell.value, years);
    }

private:
    static constexpr std::string_view none = "none";
};

namespace {

template <auto Member> constexpr Column<ReturnLine> head(std::string_view name, Need need = Need::optional) {
    return column_of < [](auto& row) -> auto& { return row.head.*Member; }
    , ReturnLine > (name, need);
}

constexpr Column<ReturnLine> columns[] = {
    head<&ReturnHead::measure>("measure", Need::key),
    column<&ReturnLine::area>("area"),
    column<&ReturnLine::period>("period", Need::key),
    column<&ReturnLine::reported_in>("reported_in"),
    column<&ReturnLine::numerator>("numerator"),
    column<&ReturnLine::denominator>("denominator"),
    column<&ReturnLine::value>("value"),
    column<&ReturnLine::target>("target"),
    column<&ReturnLine::gap>("gap"),
    column<&ReturnLine::flags>("flags"),
    column<&ReturnLine::published>("published"),
    column<&ReturnLine::note>("note"),
    head<&ReturnHead::known_at>("known_at"),
    head<&ReturnHead::state>("state"),
    head<&ReturnHead::handed_in_by>("handed_in_by"),
    head<&ReturnHead::signed_off_by>("signed_off_by"),
    head<&ReturnHead::source>("source"),
    head<&ReturnHead::source_sha256>("source_sha256"),
    column<&ReturnLine::cell>("cell"),
    head<&ReturnHead::reason>("reason"),
    head<&ReturnHead::hand_in>("hand_in"),
};
constexpr std::span<const Column<ReturnLine>> all_columns(columns);
constexpr std::size_t numerator_column = column_named(all_columns, "numerator"),
                      denominator_column = column_named(all_columns, "denominator"),
                      value_column = column_named(all_columns, "value");

// Whether a mark in a number's cell says nothing against the reason in the column: [x] beside "overdue".
bool goes_with(GapReason of_cell, GapReason of_column) {
    const bool is_general = of_cell == GapReason::not_available || of_cell == GapReason::not_applicable;
    return of_cell == of_column || (is_general && shorthand(of_cell) == shorthand(of_column));
}

// The one gap reason of a row, from its own column or a number's cell.
std::optional<GapReason> gap_of(const Row<ReturnLine>& row, const Complaining& complain) {
    const ReturnLine& line = row.value;
    std::optional<GapReason> gap = line.gap;
    for (const FigureCell* cell : std::array{&line.numerator, &line.denominator, &line.value}) {
        if (!cell->gap) continue;
        if (line.gap && goes_with(*cell->gap, *line.gap)) continue;
        if (gap && *gap != *cell->gap)
            complain(row.number, "gap", print(*cell->gap),
                     {"is not the same reason as " + std::string(print(*gap)) + ".",
                      "Give one reason why there is no number."});
        gap = cell->gap;
    }
    return gap;
}

std::optional<Problem> problem_of_parts(const ReturnLine& line, const Measure* measure) {
    if (!line.denominator.number) return std::nullopt;
    const Decimal denominator = *line.denominator.number;
    if (denominator < Decimal())
        return Problem{"is less than 0.", "Write how many there are in all, as a positive number."};
    if (!line.numerator.number) return std::nullopt;
    const Decimal numerator = *line.numerator.number;
    if (denominator.is_zero() && (!numerator.is_zero() || line.value.number))
        return Problem{"leaves nothing to divide by.",
                       "Write how many there are in all; if there were no cases, write 0 of 0 and no value."};
    const bool over_all = measure != nullptr && measure->quantity == Quantity::percent &&
                          !(measure->most && *measure->most > Decimal(100));
    if (over_all && numerator > denominator)
        return Problem{
            "is less than the numerator, which makes more than all.",
            "Are the two the wrong way round? If more than 100 % is possible, say so in the measure's column most."};
    return std::nullopt;
}

std::optional<std::pair<std::size_t, Problem>> problem_of_signs(const Row<ReturnLine>& row, const Measure* measure) {
    for (const std::size_t part : {numerator_column, denominator_column})
        if (row.percent[part])
            return {
                {part,
                 {"is a percentage, but the parts are counts.", "Write the count; the percentage goes into value."}}};
    if (row.percent[value_column] && measure != nullptr && measure->quantity != Quantity::percent)
        return {{value_column,
                 {"is a percentage, but " + measure->code.text() + " is not counted in per cent.",
                  "Write the number itself, or give the measure the unit percent."}}};
    return std::nullopt;
}

// A figure belongs to an area that was there on one of its days; that there is none may be said of any.
std::optional<Problem> problem_of_area(const Observation& cell, const Intake& intake) {
    const auto found = intake.dated_areas.find(cell.area.text());
    if (found == intake.dated_areas.end() || cell.gap) return std::nullopt;
    const Area& area = found->second;
    const Calendar& calendar = intake.settings.calendar;
    const Date first = calendar.first_day(cell.period), last = calendar.last_day(cell.period);
    if (was_there(area, first, last)) return std::nullopt;
    const bool is_before = area.valid_from && last < *area.valid_from;
    const std::string what = calendar.label(cell.period);
    return Problem{is_before ? "begins on " + print_long(*area.valid_from) + ", after " + what + " has ended."
                             : "ended on " + print_long(*area.valid_to) + ", before " + what + " begins.",
                   "Hand the figure in for the area that was there then, or leave the row out. If " + cell.area.text() +
                       " was there, correct " + (is_before ? "valid_from" : "valid_to") + " in areas.csv."};
}

bool is_sha256(const std::string& text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

std::span<const Column<ReturnLine>> return_columns() { return columns; }

namespace {

// A figure may be of a period that has not begun where it is flagged as a forecast; a gap where nothing is due of it yet.
bool may_be_to_come(const Observation& cell) {
    return has(cell.flags, Flag::forecast) || cell.gap == GapReason::not_due || cell.gap == GapReason::not_applicable;
}

std::optional<Problem> problem_of_periods(const Observation& cell, const Intake& intake) {
    if (may_be_to_come(cell)) return std::nullopt;
    auto problem = problem_of_future("period", cell.period, intake);
    if (!problem) problem = problem_of_future("reported_in", cell.reported_in, intake);
    if (problem) problem->remedy = "Write the period of the figure; one that is expected gets the flag forecast.";
    return problem;
}

} // namespace

namespace {

std::string_view words_of(Quantity quantity) {
    return quantity == Quantity::percent ? "a percentage" : "a number of days";
}

// "14 days" of a measure that counts something else.
std::optional<std::pair<std::size_t, Problem>> problem_of_unit(const ReturnLine& line, const Measure* measure) {
    const std::pair<const FigureCell*, std::size_t> cells[] = {
        {&line.numerator, numerator_column}, {&line.denominator, denominator_column}, {&line.value, value_column}};
    for (const auto& [cell, column] : cells) {
        if (cell->parts && column != value_column)
            return {{column, {"has two numbers.", "Write one here; both parts may go into value, as 19 of 20."}}};
        if (!cell->said || measure == nullptr || *cell->said == measure->quantity) continue;
        return {{column,
                 {"is " + std::string(words_of(*cell->said)) + ", but " + measure->code.text() +
                      " is counted in a different unit (" + std::string(print(measure->quantity)) + ").",
                  "Write the number in the measure's unit, or correct the unit in measures.csv."}}};
    }
    return std::nullopt;
}

// "19 of 20" in the column value: the parts of the row.
std::optional<Problem> take_parts(ReturnLine& line) {
    if (!line.value.parts) return std::nullopt;
    const FigureCell::Parts parts = *line.value.parts;
    if ((line.numerator.number && *line.numerator.number != parts.numerator) ||
        (line.denominator.number && *line.denominator.number != parts.denominator))
        return Problem{"has different parts from the columns numerator and denominator.", "Write the parts once."};
    line.numerator.number = parts.numerator;
    line.denominator.number = parts.denominator;
    return std::nullopt;
}

// What the cells say besides their numbers goes after the row's own note.
std::string note_of(const ReturnLine& line) {
    std::string note = line.note.value;
    for (const FigureCell* cell : {&line.numerator, &line.denominator, &line.value})
        if (!cell->note.empty() && note.find(cell->note) == std::string::npos)
            note += (note.empty() ? "" : "; ") + cell->note;
    return note;
}

Denials denied_by(const ReturnLine& line) {
    const std::pair<bool, Denial> said[] = {{line.target.is_none, Denial::target},
                                            {line.note.is_none, Denial::note},
                                            {line.flags.is_none, Denial::flags},
                                            {line.published.is_none, Denial::published}};
    Denials denied = 0;
    for (const auto& [is_none, what] : said)
        if (is_none) denied = static_cast<Denials>(denied | static_cast<Denials>(what));
    return denied;
}

} // namespace

std::optional<Observation> observation_of(const Row<ReturnLine>& row, const Intake& intake,
                                          const Complaining& complain) {
    const ReturnLine& given = row.value;
    const Measure* measure = intake.measure(given.head.measure.text());
    const auto shown = [](const FigureCell& cell) { return cell.number ? print(*cell.number) : std::string(); };
    if (!given.head.source_sha256.empty() && !is_sha256(given.head.source_sha256))
        return complain(row.number, "source_sha256", given.head.source_sha256,
                        {"is not a SHA-256.", "Write its 64 lower-case hexadecimal digits, or leave the cell empty."}),
               std::nullopt;
    if (const auto sign = problem_of_signs(row, measure))
        return complain(row.number, columns[sign->first].name, "", sign->second), std::nullopt;

    if (const auto unit = problem_of_unit(given, measure))
        return complain(row.number, columns[unit->first].name, "", unit->second), std::nullopt;
    ReturnLine line = row.value;
    if (const auto problem = take_parts(line)) return complain(row.number, "value", "", *problem), std::nullopt;

    Observation cell{.area = line.area,
                     .period = line.period.period,
                     .reported_in = line.reported_in,
                     .numerator = line.numerator.number,
                     .denominator = line.denominator.number,
                     .value = line.value.number,
                     .target = line.target.value,
                     .gap = gap_of(row, complain),
                     .flags = static_cast<Flags>(line.flags.value.flags | line.numerator.flags |
                                                 line.denominator.flags | line.value.flags | line.period.flags),
                     .published = line.published.value,
                     .note = note_of(line),
                     .denied = denied_by(line),
                     .cell = line.cell};
    const bool has_number = cell.numerator || cell.denominator || cell.value;
    if (has_number && cell.gap)
        return complain(row.number, "gap", print(*cell.gap),
                        {"The row has both a number and a reason why there is none.", "Keep one of the two."}),
               std::nullopt;
    if (!has_number && !cell.gap)
        return complain(row.number, "", "",
                        {"The row has neither a number nor a gap reason.",
                         "Write numerator and denominator, or value, or say in gap why there is none."}),
               std::nullopt;
    if (cell.numerator.has_value() != cell.denominator.has_value() && !cell.value)
        return complain(row.number, cell.numerator ? "denominator" : "numerator", "",
                        {"The cell is empty.",
                         "Give both parts of the ratio; a count that is not part of a whole goes into value."}),
               std::nullopt;
    if (const auto problem = problem_of_area(cell, intake))
        return complain(row.number, "area", cell.area.text(), *problem), std::nullopt;
    if (const auto problem = problem_of_periods(cell, intake))
        return complain(row.number, "period", print(cell.period, intake.years()), *problem), std::nullopt;
    if (const auto problem = problem_of_parts(line, measure))
        return complain(row.number, "denominator", shown(line.denominator), *problem), std::nullopt;
    if (cell.denominator && cell.denominator->is_zero() && cell.numerator) {
        cell.numerator.reset();
        cell.denominator.reset();
        cell.gap = GapReason::nothing_to_divide_by;
    }
    return cell;
}

} // namespace qd::inline exchange
