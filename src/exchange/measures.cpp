#include "exchange/formulas.hpp"
#include "exchange/rows_before.hpp"

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

// Known only once the table is read, because it may be further down.
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
, Version > ("code", Need::key), own<&Measure::title>("title"), own<&Measure::short_title>("short_title"),
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
    if (measure.title.empty()) cell("title", {"The cell is empty.", "Give the measure its title."});
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
        cell("judged", {"A measure with this roll-up has no year to date.",
                        "Leave the cell empty, or choose the roll_up sum, mean, ratio or by_hand."});
    const bool percent = measure.quantity == Quantity::percent;
    if (row.value.per && (*row.value.per < 1 || *row.value.per > 1'000'000'000))
        cell("per", {"The number is out of range.", "Write a whole number of at least 1, such as 1000."});
    else if (row.value.per && percent && *row.value.per != 100)
        cell("per", {"A percentage is per 100.", "Leave the cell empty, or choose the unit rate."});
    else
        measure.per = row.value.per.value_or(percent ? 100 : 1);
}

void check_first_version(const Row<Version>& row, const Complaining& complain) {
    const auto cell = [&](std::string_view column, const Problem& problem) {
        complain(row.number, column, "", problem);
    };
    if (row.value.definition.link || !row.value.definition.overlap.empty())
        cell(row.value.definition.link ? "definition_link" : "definition_overlap",
             {"The first version of a definition has no earlier one to link to.",
              "Leave the cell empty, or give the earlier version first."});
}

void check_version(const MeasureCode& code, const Row<Version>& row, const Complaining& complain) {
    const Definition& definition = row.value.definition;
    if (definition.link && *definition.link <= Decimal())
        complain(row.number, "definition_link", print(*definition.link),
                 {"A link is what earlier figures are multiplied by.", "Write a number above 0, such as 1.08."});
    if (definition.link && !definition.overlap.empty())
        complain(row.number, "definition_overlap", definition.overlap.text(),
                 {"A link is given as well, which makes two.", "Leave one of the two cells empty."});
    if (definition.overlap == code)
        complain(row.number, "definition_overlap", code.text(),
                 {"is the measure itself.",
                  "Name the measure that has figures by the earlier definition, for the periods measured both ways."});
}

// The versions of one measure's definition as its rows are read: those of the store, which stay, with what the rows say.
class Versions {
public:
    explicit Versions(const Measure* stored) {
        if (stored != nullptr) versions_ = stored->definitions;
    }

    // By a row that gives the measure's own columns as well: it may give its version another day.
    void begin(const Row<Version>& row, std::size_t place, const Complaining& complain) {
        if (versions_.empty()) versions_.emplace_back();
        versions_[place] = row.value.definition;
        last_ = row.value.definition.from;
        if (place == 0) check_first_version(row, complain);
        const auto not_before = [](const Definition& a, const Definition& b) { return !(a.from < b.from); };
        if (std::ranges::adjacent_find(versions_, not_before) != versions_.end())
            complain(row.number, "definition_from", last_ ? print(*last_) : "",
                     {"The store has a later version of the definition, in force from that day or earlier.",
                      "Write a day before it."});
    }

    void add(const MeasureCode& code, const Row<Version>& row, const Complaining& complain) {
        const auto later = row.value.definition.from;
        if (!later || (last_ && *later <= *last_))
            complain(row.number, "definition_from", later ? print(*later) : "",
                     {"A later version needs a later day.",
                      "Write the day from which this definition is in force; versions must be in order."});
        check_version(code, row, complain);
        last_ = later;
        const auto at = std::ranges::lower_bound(versions_, later, {}, &Definition::from);
        if (at != versions_.end() && at->from == later)
            *at = row.value.definition;
        else
            versions_.insert(at, row.value.definition);
    }

    const std::vector<Definition>& all() const { return versions_; }

private:
    std::vector<Definition> versions_;
    std::optional<Date> last_; // of the row before
};

constexpr std::size_t from_column = column_named<Version>(columns, "definition_from");

bool fills_own_columns(const Row<Version>& row) { return (row.filled & own_columns()).any(); }

bool gives_definition(const std::bitset<64>& there) {
    return (there >> from_column).any(); // the columns of a definition come last
}

// What the store has of a measure and of the version of its definition that a row speaks of.
class MeasuresBefore : public Before<Version> {
public:
    explicit MeasuresBefore(const Intake& intake) {
        for (const Measure& measure : intake.known.measures) stored_[measure.code.text()] = &measure;
    }
    bool is_empty() const override { return stored_.empty(); }
    const Measure* stored(const std::string& code) const {
        const auto found = stored_.find(code);
        return found == stored_.end() ? nullptr : found->second;
    }
    const Version* find(const Row<Version>& row) override {
        const Measure* measure = stored(row.value.measure.code.text());
        if (measure == nullptr) return nullptr;
        found_ = {.measure = *measure, .definition = {}, .per = measure->per};
        if (row.there[column_named<Version>(columns, "unit")] && row.value.measure.quantity != measure->quantity)
            found_.per.reset();
        if (measure->definitions.empty()) return &found_;
        const auto at = version_of(row, *measure);
        found_.definition = measure->definitions[at.value_or(measure->definitions.size() - 1)];
        if (!at) { // a new version is said of in the words of the last one, but came about in its own way
            found_.definition.reason.clear();
            found_.definition.link.reset();
            found_.definition.overlap = MeasureCode();
        }
        return &found_;
    }
    // Its place among the versions that are stored; none = it is a new one.
    static std::optional<std::size_t> version_of(const Row<Version>& row, const Measure& stored) {
        const auto from = row.value.definition.from;
        if (!row.there[from_column]) return 0;
        const auto same = std::ranges::find(stored.definitions, from, &Definition::from);
        if (same != stored.definitions.end()) return static_cast<std::size_t>(same - stored.definitions.begin());
        if (fills_own_columns(row) || !from) return 0;
        return std::nullopt;
    }

private:
    std::unordered_map<std::string, const Measure*> stored_;
    Version found_;
};

// A measure that an overlap is with, and the row that says so.
struct OverlapLine {
    MeasureCode overlap;
    std::size_t row = 0;
};

// Known only once the table is read, because it may be further down.
void check_overlaps(const std::vector<OverlapLine>& lines, Intake& intake, const Complaining& complain) {
    for (const OverlapLine& line : lines)
        if (const std::string& code = line.overlap.text(); !intake.measures.has(code))
            complain(line.row, "definition_overlap", code,
                     unknown_code("a measure", code, intake.measures, "measures"));
}

// Reads the rows of one table of measures.
class MeasuresReader {
public:
    MeasuresReader(const Table& table, Content& into, Intake& intake)
        : table_(table), into_(into), intake_(intake), complain_(table, intake), before_(intake) {}

    void read() {
        const Outcome outcome =
            read_table<Version>(table_, columns, intake_, &before_, [&](Row<Version> row) { take(std::move(row)); });
        for (std::size_t i = 0; i < versions_.size(); ++i) into_.measures[i].definitions = versions_[i].all();
        if (outcome == Outcome::unreadable) intake_.measures.leave_open();
        intake_.add_measures(into_.measures);
        for (const Measure& measure : intake_.known.measures)
            links_.push_back({measure.code.text(), measure.parent.text()});
        check_tree(links_, {"a measure", "measures"}, intake_.measures, complain_);
        check_formulas(formulas_, intake_, complain_);
        check_overlaps(overlaps_, intake_, complain_);
    }

private:
    void take(Row<Version> row) {
        const std::string code = row.value.measure.code.text();
        if (code.empty()) return;
        if (!row.value.definition.overlap.empty()) overlaps_.push_back({row.value.definition.overlap, row.number});
        const auto [place, fresh] = places_.try_emplace(code, into_.measures.size());
        if (!fresh) return take_later_version(row, place->second);
        const Measure* stored = before_.stored(code);
        versions_.emplace_back(stored);
        intake_.measures.add(code);
        if (stored != nullptr && row.filled[from_column] && !fills_own_columns(row)) {
            into_.measures.push_back(*stored);
            return versions_.back().add(stored->code, row, complain_);
        }
        begin(row, stored);
    }

    void begin(Row<Version>& row, const Measure* stored) {
        check_first(row, complain_);
        Measure& measure = row.value.measure;

        if (stored != nullptr && stored->definitions.size() > 1 && gives_definition(row.there) &&
            !row.there[from_column])
            complain_(row.number, "definition_from", "",
                      {measure.code.text() + " has " + std::to_string(stored->definitions.size()) +
                           " versions of its definition.",
                       "Add the column definition_from, and write the day of the one that the row gives."});
        const auto at = stored ? MeasuresBefore::version_of(row, *stored) : std::nullopt;
        versions_.back().begin(row, at.value_or(0), complain_);
        links_.push_back({measure.code.text(), measure.parent.text(), row.number});
        if (!measure.formula.empty()) formulas_.push_back({measure.code, row.number});
        into_.measures.push_back(std::move(measure));
    }

    void take_later_version(const Row<Version>& row, std::size_t place) {
        const MeasureCode& code = into_.measures[place].code;
        if (fills_own_columns(row))
            complain_(
                row.number, "", code.text(),
                {"A later version of the definition fills the measure's own columns.",
                 "Leave them empty: the first row of the measure gives them. Or do two measures share the code?"});
        versions_[place].add(code, row, complain_);
    }

    const Table& table_;
    Content& into_;
    Intake& intake_;
    Complaining complain_;
    MeasuresBefore before_;
    std::unordered_map<std::string, std::size_t> places_; // in into_.measures and versions_
    std::vector<Versions> versions_;
    std::vector<Link> links_;
    std::vector<FormulaLine> formulas_;
    std::vector<OverlapLine> overlaps_;
};

void read_measure_rows(const Table& table, Content& into, Intake& intake) {
    MeasuresReader(table, into, intake).read();
}

// By measure and version; what a new version says is reported as well.
std::vector<CellChange> changes(const Content& stored, const Content& given, YearStyle years) {
    std::vector<CellChange> changes;
    std::unordered_map<std::string, const Measure*> there;
    for (const Measure& measure : stored.measures) there[measure.code.text()] = &measure;
    for (const Measure& measure : given.measures) {
        const auto before = there.find(measure.code.text());
        if (before == there.end() || *before->second == measure) continue;
        const Measure& was = *before->second;
        bool first = true;
        for (const Definition& definition : measure.definitions) {
            const auto same = std::ranges::find(was.definitions, definition.from, &Definition::from);
            const Definition old = first && !was.definitions.empty() ? was.definitions.front()
                                   : same == was.definitions.end()   ? Definition()
                                                                     : *same;
            const std::size_t from = changes.size();
            add_changes<Version>(changes, columns, {was, old, was.per, first},
                                 {measure, definition, measure.per, first}, years);
            if (!first && definition.from)
                for (std::size_t i = from; i < changes.size(); ++i) changes[i].row += " " + print(*definition.from);
            first = false;
        }
    }
    return changes;
}

// The measures keep their order, which is that of the scorecard.
std::string write_measure_rows(const Content& content, YearStyle years) {
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

const TableKind measures_table{"measures",           read_measure_rows, write_measure_rows,
                               headings_of<columns>, changes,           codes_in<&Intake::measures>};

} // namespace qd::inline exchange
