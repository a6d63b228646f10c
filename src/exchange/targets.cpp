#include "exchange/rows_before.hpp"

namespace qd::inline exchange {
namespace {

constexpr Column<Target> columns[] = {
    column<&Target::measure>("measure", Need::key),
    column<&Target::area>("area", Need::key_if),
    column<&Target::period>("period", Need::key),
    column<&Target::role>("role", Need::key_if),
    column<&Target::kind>("kind"),
    column<&Target::value>("value"),
    column<&Target::lower>("lower"),
    column<&Target::upper>("upper"),
    column<&Target::baseline>("baseline"),
    column<&Target::baseline_period>("baseline_period"),
    column<&Target::peers>("peers"),
    column<&Target::strict>("strict"),
    column<&Target::words>("words"),
    column<&Target::state>("state"),
    column<&Target::set_on>("set_on", Need::version),
    column<&Target::from>("in_force_from", Need::version),
    column<&Target::reason>("reason", Need::version),
};

// Which of its numbers a kind of target is made of.
struct Shape {
    bool value = false, bounds = false;
};
Shape shape_of(TargetKind kind) {
    switch (kind) {
    case TargetKind::value:
    case TargetKind::floor:
    case TargetKind::ceiling:
    case TargetKind::peer_quartile: return {.value = true};
    case TargetKind::range: return {.bounds = true};
    case TargetKind::change:
    case TargetKind::change_percent: return {.value = true};
    case TargetKind::better_than_last_year:
    case TargetKind::words:
    case TargetKind::none_yet: break;
    }
    return {};
}

void check_numbers(const Row<Target>& row, const Complaining& complain) {
    const Target& target = row.value;
    const Shape shape = shape_of(target.kind);
    const std::string kind(print(target.kind));
    const auto need = [&](std::string_view column, bool there) {
        if (!there)
            complain(row.number, column, "",
                     {"A target of the kind " + kind + " needs this number.", "Fill it in, or choose another kind."});
    };
    const auto refuse = [&](std::string_view column, const std::optional<Decimal>& number) {
        if (number)
            complain(row.number, column, print(*number),
                     {"A target of the kind " + kind + " has no such number.",
                      "Leave the cell empty, or choose another kind."});
    };
    const bool must = target.state == TargetState::in_force;
    if (!shape.value)
        refuse("value", target.value);
    else if (must)
        need("value", target.value.has_value());
    if (!shape.bounds) {
        refuse("lower", target.lower);
        refuse("upper", target.upper);
    } else if (must) {
        need("lower", target.lower.has_value());
        need("upper", target.upper.has_value());
    }
    if (target.lower && target.upper && *target.lower > *target.upper)
        complain(row.number, "upper", print(*target.upper), {"is below lower.", "Put the greater number here."});
}

void check(const Row<Target>& row, const Intake& intake, const Complaining& complain) {
    const Target& target = row.value;
    check_numbers(row, complain);
    if (target.kind == TargetKind::peer_quartile && target.value &&
        (*target.value < Decimal(1) || *target.value > Decimal(4) || !(target.value->rounded(0) == *target.value)))
        complain(row.number, "value", print(*target.value), {"is not a quartile.", "Write 1 (the best), 2, 3 or 4."});
    if (!target.peers.empty() && target.kind != TargetKind::peer_quartile)
        complain(
            row.number, "peers", target.peers,
            {"applies only to a target set against peers.", "Leave the cell empty, or write the kind peer_quartile."});
    const bool is_change = target.kind == TargetKind::change || target.kind == TargetKind::change_percent;
    if (target.baseline_period && !is_change)
        complain(row.number, "baseline_period", print(*target.baseline_period, intake.years()),
                 {"applies only to a target that is a change.",
                  "Leave the cell empty, or write the kind change or change_percent."});
    if (target.kind == TargetKind::words && target.words.empty() && target.state == TargetState::in_force)
        complain(row.number, "words", "", {"A target in words needs words.", "Write them as they were agreed."});
    const Grain grain = target.period.grain();
    if (target.role == TargetRole::annual && (grain == Grain::quarter || grain == Grain::half || grain == Grain::month))
        complain(row.number, "period", print(target.period, intake.years()),
                 {"is not a year, but an annual target is for a year.", "Write the year, or the role profile."});
    const Measure* measure = intake.measure(target.measure.text());
    if (row.percent[column_named<Target>(columns, "value")] && measure != nullptr &&
        measure->quantity != Quantity::percent && target.kind != TargetKind::change_percent)
        complain(row.number, "value", print(*target.value) + "%",
                 {"is a percentage, but " + target.measure.text() + " is not counted in per cent.",
                  "Write the number itself, or choose the kind change_percent."});
}

// The numbers and words of a target belong to its kind: one of another kind does not take them over. One that was withdrawn
// is in force again when it is handed in again.
class TargetsBefore : public RowsBefore<Target> {
public:
    using RowsBefore::RowsBefore;
    const Target* find(const Row<Target>& row) override {
        const Target* found = RowsBefore::find(row);
        if (found == nullptr) return nullptr;
        found_ = *found;
        if (row.there[column_named<Target>(columns, "kind")] && row.value.kind != found->kind) {
            found_.value = found_.lower = found_.upper = found_.baseline = std::nullopt;
            found_.words.clear();
        }
        if (found_.state == TargetState::withdrawn) found_.state = TargetState::in_force;
        return &found_;
    }

private:
    Target found_;
};

void read_target_rows(const Table& table, Content& into, Intake& intake) {
    const Complaining complain(table, intake);
    Keys keys("period", complain);
    TargetsBefore before(intake.known.targets, columns, intake.settings);
    read_table<Target>(table, columns, intake, &before, [&](Row<Target> row) {
        if (!row.sound) return;
        drop_own_area(row.value.area, intake.settings);
        check(row, intake, complain);
        const std::string shown = row.value.measure.text() + " " + print(row.value.period, intake.years()) + " " +
                                  std::string(print(row.value.role));
        // With a day it is a version, even if two have the same one: a corrected mistake, the later is used.
        const bool is_version = row.value.set_on || row.value.from;
        if (!is_version && !keys.take(keys_of<Target>(columns, row.value), shown, row.number)) return;
        before.add(row.value);
        into.targets.push_back(std::move(row.value));
    });
}

std::string write_target_rows(const Content& content, YearStyle years) {
    return write_table<Target>(columns, content.targets, years);
}

} // namespace

const TableKind targets_table{"targets", read_target_rows, write_target_rows, headings_of<columns>,
                              changes_in<&Content::targets, columns>};

} // namespace qd::inline exchange
