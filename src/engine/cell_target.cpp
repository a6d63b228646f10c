#include "engine/cell_target.hpp"

#include "engine/goal.hpp"

namespace qd::inline engine {
namespace {

// Σ target × denominator and Σ denominator, both in millionths of millionths and of ones.
struct Weighed {
    Wide weight = 0, denominator = 0;
};

// What stands at the place itself: a single number in targets.csv, or the cell's own.
std::optional<Decimal> own_target(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    const Target* profile = target_in_force(sheet, area, stretch, TargetRole::profile, stretch.last);
    if (profile && profile->kind == TargetKind::value && profile->state == TargetState::in_force) return profile->value;
    const CellPlace* place = sheet.cells().find(area, stretch);
    if (!place) return {};
    return sheet.known().content.returns[place->return_index].observations.columns().targets[place->row];
}

std::optional<Weighed> weigh(const Sheet& sheet, const AreaCode& area, const Stretch& stretch);

std::optional<Weighed> weigh_below(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    for (const std::vector<AreaCode>& division : sheet.known().areas.divisions(area, stretch.last)) {
        Weighed sum;
        bool is_known = false;
        for (const AreaCode& part : division) {
            const auto amount = sheet.said(part, stretch);
            is_known = is_known || amount;
            if (!amount || !amount->number) continue;
            const auto weighed = weigh(sheet, part, stretch);
            if (!weighed) return {};
            sum.weight += weighed->weight;
            sum.denominator += weighed->denominator;
        }
        if (is_known) return sum.denominator == 0 ? std::nullopt : std::optional(sum);
    }
    return {};
}

std::optional<Weighed> weigh(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    const auto target = own_target(sheet, area, stretch);
    if (!target) return sheet.cells().find(area, stretch) ? std::nullopt : weigh_below(sheet, area, stretch);
    const auto amount = sheet.said(area, stretch);
    if (!amount || !amount->denominator) return {};
    const Wide denominator = amount->denominator->millionths();
    return Weighed{target->millionths() * denominator, denominator};
}

} // namespace

std::optional<Ratio> cell_target(const Sheet& sheet, const AreaCode& area, const Stretch& stretch) {
    if (const CellPlace* place = sheet.cells().find(area, stretch)) {
        const auto target =
            sheet.known().content.returns[place->return_index].observations.columns().targets[place->row];
        return target ? std::optional(Ratio(*target)) : std::nullopt;
    }
    const Measure& measure = sheet.measure();
    if (measure.target_roll_up == TargetRollUp::none || measure.area_roll_up == AreaRollUp::by_hand) return {};
    const auto weighed = weigh_below(sheet, area, stretch);
    if (!weighed) return {};
    return Ratio::fraction(weighed->weight, weighed->denominator * Decimal::scale);
}

} // namespace qd::inline engine
