#include "engine/cell_target.hpp"

#include "engine/goal.hpp"

namespace qd::inline engine {
namespace {

// With the figure, or with an earlier one of the same cell where the later one said nothing of a target.
std::optional<Decimal> target_at(const Sheet& sheet, const CellPlace& place) {
    const auto columns_of = [&](std::uint32_t return_index) -> const ObservationColumns& {
        return sheet.known().content.returns[return_index].observations.columns();
    };
    const ObservationColumns& newest = columns_of(place.return_index);
    if (const auto target = newest.targets[place.row]) return target;
    if (denies(newest, place.row, Denial::target)) return {};
    const auto earlier = sheet.cells().before(place);
    for (auto word = earlier.rbegin(); word != earlier.rend(); ++word) {
        const ObservationColumns& columns = columns_of(word->return_index);
        if (const auto target = columns.targets[word->row]) return target;
        if (denies(columns, word->row, Denial::target)) return {};
    }
    return {};
}

// What is given for the place itself: a single number in targets.csv, or the cell's own.
std::optional<Decimal> own_target(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    const Target* profile = target_in_force(sheet, area, stretch, TargetRole::profile, stretch.last);
    if (profile && profile->kind == TargetKind::value && profile->state == TargetState::in_force) return profile->value;
    const CellPlace* place = sheet.cells().find(area, stretch);
    return place ? target_at(sheet, *place) : std::nullopt;
}

std::optional<Weighed> weigh(const Sheet& sheet, const AreaCode& area, const Stretch& stretch, const Amount& amount);

std::optional<Weighed> weigh_parts(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    for (const std::vector<AreaCode>& division : sheet.known().areas.divisions(area, stretch.last)) {
        Weighed sum;
        bool is_known = false;
        for (const AreaCode& part : division) {
            const auto amount = sheet.said(part, stretch);
            is_known = is_known || amount;
            if (!amount || !amount->number) continue;
            const auto weighed = weigh(sheet, part, stretch, *amount);
            if (!weighed) return {};
            sum.weight += weighed->weight;
            sum.denominator += weighed->denominator;
        }
        if (is_known) return sum.denominator == 0 ? std::nullopt : std::optional(sum);
    }
    return {};
}

std::optional<Weighed> weigh_below(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    return sheet.weighed_once(area, stretch, [&] { return weigh_parts(sheet, area, stretch); });
}

// `amount` is what is said of the area.
std::optional<Weighed> weigh(const Sheet& sheet, const AreaCode& area, const Stretch& stretch, const Amount& amount) {
    const auto target = own_target(sheet, area, stretch);
    if (!target) return sheet.cells().find(area, stretch) ? std::nullopt : weigh_below(sheet, area, stretch);
    if (!amount.denominator) return {};
    const Wide denominator = amount.denominator->millionths();
    return Weighed{target->millionths() * denominator, denominator};
}

bool rolls_targets_up(const Measure& measure) {
    return measure.target_roll_up == TargetRollUp::denominators && measure.area_roll_up == AreaRollUp::parts;
}

// As cell_target, with its weight among the other periods of its stretch.
std::optional<Weighed> weigh_period(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    if (sheet.cells().find(area, stretch)) {
        const auto target = cell_target(sheet, area, stretch);
        const auto amount = sheet.said(area, stretch);
        if (!target || !amount || !amount->denominator) return {};
        const Wide denominator = amount->denominator->millionths();
        return Weighed{Wide{target->rounded().millionths()} * denominator, denominator};
    }
    return rolls_targets_up(sheet.measure()) ? weigh_below(sheet, area, stretch) : std::nullopt;
}

// The periods that make a stretch up: those with a figure, or all that the measure can have where there is none yet.
std::vector<Stretch> periods_within(const Sheet& sheet, const AreaCode& area, Period described) {
    std::vector<Stretch> known, all;
    const Stretch whole = sheet.stretch(described);
    for (const Period part : sheet.calendar().parts(Period::span(whole.first, whole.last), sheet.measure().grain)) {
        const Stretch stretch = sheet.stretch(part);
        if (is_active(sheet.measure(), stretch)) all.push_back(stretch);
        const auto amount = sheet.said(area, stretch);
        if (amount && amount->number) known.push_back(stretch);
    }
    return known.empty() ? all : known;
}

std::optional<Ratio> weighed_target(const Sheet& sheet, const AreaCode& area, const std::vector<Stretch>& periods) {
    Weighed sum;
    for (const Stretch& period : periods) {
        const auto weighed = weigh_period(sheet, area, period);
        if (!weighed) return {};
        sum.weight += weighed->weight;
        sum.denominator += weighed->denominator;
    }
    if (sum.denominator == 0) return {};
    return Ratio::fraction(sum.weight, sum.denominator * Decimal::scale);
}

// Their sum; absent if one has none.
std::optional<Ratio> added_targets(const Sheet& sheet, const AreaCode& area, const std::vector<Stretch>& periods) {
    Ratio sum;
    for (const Stretch& period : periods) {
        const auto target = cell_target(sheet, area, period);
        if (!target) return {};
        sum = sum + *target;
    }
    return sum;
}

} // namespace

std::optional<Ratio> target_of_parts(const Sheet& sheet, const AreaCode& area, Period described) {
    const Measure& measure = sheet.measure();
    const bool has_parts = measure.roll_up != RollUp::last && measure.roll_up != RollUp::by_hand;
    if (!has_parts || measure.grain == Grain::span) return {};
    const std::vector<Stretch> periods = periods_within(sheet, area, described);
    if (periods.empty()) return {};
    if (measure.roll_up == RollUp::sum) return added_targets(sheet, area, periods);
    if (measure.roll_up != RollUp::mean)
        if (const auto weighed = weighed_target(sheet, area, periods)) return weighed;
    const auto sum = added_targets(sheet, area, periods);
    if (!sum) return {};
    const bool adds = measure.quantity == Quantity::count || measure.quantity == Quantity::money;
    if (measure.roll_up == RollUp::rolling && adds) return sum;
    return sum->scaled(1, static_cast<std::int64_t>(periods.size()));
}

std::optional<Ratio> cell_target(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    if (const CellPlace* place = sheet.cells().find(area, stretch)) {
        const auto target = target_at(sheet, *place);
        return target ? std::optional(Ratio(*target)) : std::nullopt;
    }
    if (!rolls_targets_up(sheet.measure())) return {};
    const auto weighed = weigh_below(sheet, area, stretch);
    if (!weighed) return {};
    return Ratio::fraction(weighed->weight, weighed->denominator * Decimal::scale);
}

} // namespace qd::inline engine
