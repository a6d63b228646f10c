#include "engine/point_target.hpp"

#include "engine/goal.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

bool is_relative(TargetKind kind) {
    return kind == TargetKind::better_than_last_year || kind == TargetKind::peer_quartile;
}

// The year's target ÷ its periods; none where a profile says otherwise.
std::optional<Decimal> even_share(const Sheet& sheet, const AreaCode& area, Period own, const Yardstick& now) {
    const Calendar& calendar = sheet.calendar();
    const Yardstick annual = goal_at_year_end(sheet, area, own).now;
    if (!annual.goal.aim || is_relative(annual.goal.kind) || is_relative(now.goal.kind)) return {};
    const int periods = calendar.periods_a_year(own.grain());
    const Period year = calendar.year_of(own);
    for (const Period each : calendar.parts(year, own.grain())) {
        const Target* profile =
            target_in_force(sheet, area, sheet.stretch(each), TargetRole::profile, calendar.last_day(own));
        if (!profile) continue;
        const int position = calendar.position_in_year(each);
        if (!profile->value || Ratio(*profile->value) != Ratio(*annual.goal.aim).scaled(position, periods)) return {};
    }
    return Ratio(*annual.goal.aim).scaled(1, periods).rounded();
}

// What the figure of the last point was a year before.
std::optional<Decimal> a_year_before(const Sheet& sheet, const OwnFigures& own) {
    const Period then = sheet.calendar().year_before(own.figures.back().period);
    for (const OwnFigure& each : own.figures)
        if (each.period == then && each.amount.number) return each.amount.number->rounded();
    return {};
}

} // namespace

std::optional<Decimal> point_target(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                    const Yardstick& now, const OwnFigures& own) {
    const Measure& measure = sheet.measure();
    if (own.figures.empty() || measure.roll_up == RollUp::by_hand) return {};
    const bool adds_up = measure.roll_up == RollUp::sum && measure.grain != Grain::year;
    if (!measure.seasonal || measure.grain == Grain::span) {
        if (!adds_up) return now.goal.aim;
        if (!shown.own) return {};
        // A point is one of the measure's own periods, whatever longer one the scorecard is of.
        const Calendar& calendar = sheet.calendar();
        return even_share(sheet, area, calendar.containing(measure.grain, calendar.last_day(*shown.own)), now);
    }
    if (now.goal.kind == TargetKind::better_than_last_year && (now.lower || now.upper)) return Decimal();
    if (adds_up || !now.goal.aim || own.figures.back().period != shown.own.value_or(reporting)) return {};
    const auto before = a_year_before(sheet, own);
    return before ? std::optional(*now.goal.aim - *before) : std::nullopt;
}

} // namespace qd::inline engine
