#include "exchange/formulas.hpp"
#include "exchange/tables.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

// One row: a version of a definition. The first row of a measure carries the measure's own columns as well.
struct Version {
    Measure measure;
    Definition definition;
    std::optional<std::int64_t> per;
    bool first = true; // for writing
};

template <auto Member> constexpr Column<Version> own(std::string_view name) {
    Column<Version> column = column_of < [](auto& row) -> auto& { return row.measure.*Member; }
    , Version > (name, Need::optional);
    using V = typename MemberOf<decltype(Member)>::Value;
    column.write = [](const Version& row, YearStyle years) {
        return row.first ? Field<V>::write(row.measure.*Member, years) : "";
    };
    return column;
}

template <auto Member> constexpr Column<Version> defined(std::string_view name) {
    return column_of < [](auto& row) -> auto& { return row.definition.*Member; }
    , Version > (name, Need::optional);
}

// Known only once the table is read, as it may stand further below.
constexpr Column<Version> parent_column() {
    Column<Version> column = code_of < [](auto& row) -> auto& { return row.measure.parent; }
    , Version > ("parent", Need::optional);
    column.write = [](const Version& row, YearStyle) { return row.first ? row.measure.parent.text() : std::string(); };
    return column;
}

// The same.
constexpr Column<Version> overlap_column() {
    return code_of < [](auto& row) -> auto& { return row.definition.overlap; }
    , Version > ("definition_overlap", Need::optional);
}

constexpr Column<Version> columns[] = {code_of < [](auto& row) -> auto& {return row.measure.code;
} // namespace
, Version > ("code", Need::required), own<&Measure::title>("title"), own<&Measure::short_title>("short_title"),
    own<&Measure::theme>("theme"), own<&Measure::owner>("owner"), own<&Measure::polarity>("polarity"),
    own<&Measure::quantity>("unit"), column<&Version::per>("per"), own<&Measure::decimals>("decimals"),
    own<&Measure::grain>("grain"), own<&Measure::roll_up>("roll_up"), own<&Measure::area_roll_up>("area_roll_up"),
    own<&Measure::missing>("missing"), own<&Measure::target_roll_up>("target_roll_up"), own<&Measure::judged>("judged"),
    own<&Measure::seasonal>("seasonal"), own<&Measure::baseline>("baseline"), own<&Measure::tolerance>("tolerance"),
    own<&Measure::due_days>("due_days"), own<&Measure::least>("least"), own<&Measure::most>("most"),
    parent_column(), own<&Measure::formula>("formula"), own<&Measure::on_scorecard>("on_scorecard"),
    own<&Measure::active_from>("active_from"), own<&Measure::active_to>("active_to"),
    defined<&Definition::from>("definition_from"), defined<&Definition::text>("definition"),
    defined<&Definition::numerator_label>("numerator_label"),
    defined<&Definition::denominator_label>("denominator_label"), defined<&Definition::source>("source"),
    defined<&Definition::reason>("definition_reason"), defined<&Definition::link>("definition_link"), overlap_column(),
}; // namespace qd::inline exchange

std::bitset<64> own_columns() {
    std::bitset<64> own;
    for (std::size_t i = column_named<Version>(columns, "title"); i <= column_named<Version>(columns, "active_to"); ++i)
        own.set(i);
    return own;
}

void check_first(Row<Version>& row, const Complaining& complain) {
    Measure& measure = row.value.measure;
    const auto cell = [&](std::string_view column, const Problem& problem) {
        complain(row.number, column, "", problem);
    };
    if (!row.filled[column_named<Version>(columns, "title")])
        cell("title", {"The cell is empty.", "Give the measure its title."});
    if (measure.decimals < 0 || measure.decimals > 6)
        cell("decimals", {"Decimals are out of range.", "Write a number from 0 to 6."});
    if (measure.baseline && (*measure.baseline < static_cast<int>(usable_points) || *measure.baseline > 1'000))
        cell("baseline", {"The baseline is out of range.", "Write a number of figures from 12 to 1000."});
    if (measure.due_days && (*measure.due_days < 0 || *measure.due_days > 3'660))
        cell("due_days", {"The days are out of range.", "Write a number from 0 to 3660."});
    if (measure.least && measure.most && *measure.least > *measure.most)
        cell("most", {"The greatest plausible value is below the least.", "Put the greater one here."});
    if (measure.active_from && measure.active_to && *measure.active_from > *measure.active_to)
        cell("active_to", {"The day is before active_from.", "Put the later day here."});
    if (!is_built_up(measure) && measure.judged == Judged::to_date)
        cell("judged", {"A measure of this roll-up has no year to date.",
                        "Leave the cell empty, or choose the roll_up sum, mean, ratio or by_hand."});
    const bool percent = measure.quantity == Quantity::percent;
    if (row.value.per && (*row.value.per < 1 || *row.value.per > 1'000'000'000))
        cell("per", {"The number is out of range.", "Write a whole number of at least 1, such as 1000."});
    else if (row.value.per && percent && *row.value.per != 100)
        cell("per", {"A percentage is per 100.", "Leave the cell empty, or choose the unit rate."});
    else
        measure.per = row.value.per.value_or(percent ? 100 : 1);
    if (row.value.definition.link || !row.value.definition.overlap.empty())
        cell(row.value.definition.link ? "definition_link" : "definition_overlap",
             {"The first version of a definition has none before it to be linked to.",
              "Leave the cell empty, or give the earlier version first."});
    measure.definitions = {std::move(row.value.definition)};
}

void add_version(Measure& measure, const Row<Version>& row, const Complaining& complain) {
    const auto later = row.value.definition.from;
    if ((row.filled & own_columns()).any())
        complain(row.number, "", measure.code.text(),
                 {"A later version of the definition fills the measure's own columns.",
                  "Leave them empty: the first row of the measure gives them. Or is the code given to two measures?"});
    if (!later || (measure.definitions.back().from && *later <= *measure.definitions.back().from))
        complain(row.number, "definition_from", later ? print(*later) : "",
                 {"A later version needs a later day.",
                  "Write the day from which this definition holds; versions stand in their order."});
    if (row.value.definition.link && *row.value.definition.link <= Decimal())
        complain(row.number, "definition_link", print(*row.value.definition.link),
                 {"A link is what earlier figures are multiplied by.", "Write a number above 0, such as 1.08."});
    if (row.value.definition.link && !row.value.definition.overlap.empty())
        complain(row.number, "definition_overlap", row.value.definition.overlap.text(),
                 {"A link is given beside it, so that there are two.", "Leave one of the two cells empty."});
    if (row.value.definition.overlap == measure.code)
        complain(row.number, "definition_overlap", measure.code.text(),
                 {"is the measure itself.",
                  "Name the measure that holds figures by the definition before, of the periods with both."});
    measure.definitions.push_back(row.value.definition);
}

// A measure that an overlap is with, and the row that says so.
struct OverlapLine {
    MeasureCode overlap;
    std::size_t row = 0;
};

// Known only once the table is read, as it may stand further below.
void check_overlaps(const std::vector<OverlapLine>& lines, Intake& intake, const Complaining& complain) {
    for (const OverlapLine& line : lines)
        if (const std::string& code = line.overlap.text(); !intake.measures.has(code)) {
            const std::string near = intake.measures.nearest(code);
            complain(line.row, "definition_overlap", code,
                     {"There is no measure of that code.",
                      near.empty() ? "Give it a row of measures.csv." : "Did you mean " + near + "?"});
        }
}

void read(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    std::unordered_map<std::string, std::size_t> places; // in into.measures
    std::vector<Link> links;
    std::vector<FormulaLine> formulas;
    std::vector<OverlapLine> overlaps;
    const Outcome outcome = read_table<Version>(table, columns, intake, [&](Row<Version> row) {
        const std::string code = row.value.measure.code.text();
        if (code.empty()) return;
        if (!row.value.definition.overlap.empty()) overlaps.push_back({row.value.definition.overlap, row.number});
        const auto [place, fresh] = places.try_emplace(code, into.measures.size());
        if (!fresh) return add_version(into.measures[place->second], row, complain);
        check_first(row, complain);
        intake.measures.add(code);
        links.push_back({code, row.value.measure.parent.text(), row.number});
        if (!row.value.measure.formula.empty()) formulas.push_back({row.value.measure.code, row.number});
        into.measures.push_back(std::move(row.value.measure));
    });
    if (outcome == Outcome::unreadable) intake.measures.leave_open();
    intake.add_measures(into.measures);
    for (const Measure& measure : intake.known.measures) links.push_back({measure.code.text(), measure.parent.text()});
    check_tree(links, {"a measure", "measures"}, intake.measures, complain);
    check_formulas(formulas, intake, complain);
    check_overlaps(overlaps, intake, complain);
}

// The measures keep their order, which is that of the scorecard.
std::string write(const Content& content, YearStyle years) {
    std::vector<Version> rows;
    for (const Measure& measure : content.measures) {
        for (const Definition& definition : measure.definitions) {
            rows.push_back({measure, definition, measure.per, &definition == &measure.definitions.front()});
            if (!rows.back().first) rows.back().per.reset();
        }
    }
    return write_table<Version>(columns, rows, years);
}

} // namespace

const TableKind measures_table{"measures", read, write, headings_of<columns>, codes_in<&Intake::measures>};

} // namespace qd::inline exchange
