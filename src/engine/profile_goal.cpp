#include "engine/profile_goal.hpp"

#include "engine/bounds.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// Where the profile's position for a reporting period may stand, first the most exact: at the period itself, at what the
// figure describes, or at the last of the measure's own periods in it.
std::vector<Stretch> profile_places(const Sheet& sheet, Period reporting, const Shown& shown) {
    std::vector<Stretch> places{sheet.stretch(reporting), sheet.stretch(shown.described)};
    if (shown.own) places.push_back(sheet.stretch(*shown.own));
    const auto parts = sheet.calendar().parts(reporting, sheet.measure().grain);
    if (!parts.empty()) places.push_back(sheet.stretch(parts.back()));
    return places;
}

const Target* position(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown, Date on) {
    for (const Stretch& place : profile_places(sheet, reporting, shown))
        if (const Target* target = target_in_force(sheet, area, place, TargetRole::profile, on)) return target;
    return nullptr;
}

// The position at the end of another period of the same year.
const Target* position_at(const Sheet& sheet, const AreaCode& area, Period period, Date on) {
    return position(sheet, area, period, {sheet.calendar().year_to_date(period), {}, period, {}}, on);
}

bool is_plain(const Target* target) {
    return target && target->kind == TargetKind::value && target->value && target->state == TargetState::in_force;
}

// Whether the year's positions are what each period shall add: they add up to the year's target, and do not end at it. Then they
// can be nothing else, though a position is otherwise what shall be reached by then.
bool is_of_periods(const Sheet& sheet, const AreaCode& area, Period own, const Target* annual, Date on) {
    if (!is_plain(annual) || !adds_up(sheet.measure())) return false;
    const Calendar& calendar = sheet.calendar();
    const auto periods = calendar.parts(calendar.year_of(own), own.grain());
    if (periods.size() < 2) return false;
    Decimal sum;
    const Target* last = nullptr;
    for (const Period period : periods) {
        last = position_at(sheet, area, period, on);
        if (!is_plain(last)) return false;
        sum = sum + *last->value;
    }
    return sum == *annual->value && *last->value != *annual->value;
}

// With the positions of the year's periods before it.
std::optional<Yardstick> added_positions(const Sheet& sheet, const AreaCode& area, Period own, Yardstick whole,
                                         Date on) {
    const Calendar& calendar = sheet.calendar();
    for (int position = calendar.position_in_year(own); position > 1; --position) {
        own = *calendar.previous(own);
        shift(whole, Ratio(*position_at(sheet, area, own, on)->value));
    }
    return whole;
}

} // namespace

std::optional<Yardstick> profile_goal(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                      const StretchFigure& figure, const Target* annual) {
    const Calendar& calendar = sheet.calendar();
    const Date end = calendar.last_day(reporting);
    const Target* target = position(sheet, area, reporting, shown, end);
    if (!target) return {};
    Yardstick yardstick = brought_to_bounds(sheet, area, *target, shown, figure);
    if (!shown.own || !adds_up(sheet.measure()) || calendar.position_in_year(*shown.own) == 1) return yardstick;
    if (is_of_periods(sheet, area, *shown.own, annual, end))
        return figure.stretch == StretchKind::to_date ? added_positions(sheet, area, *shown.own, yardstick, end)
                                                      : yardstick;
    const bool is_relative =
        target->kind == TargetKind::better_than_last_year || target->kind == TargetKind::peer_quartile;
    if (figure.stretch != StretchKind::own || is_relative) return yardstick;
    const Target* before = position_at(sheet, area, *calendar.previous(*shown.own), end);
    if (!before || before->kind != target->kind || before->state != TargetState::in_force || !before->value) return {};
    shift(yardstick, -Ratio(*before->value));
    return yardstick;
}

} // namespace qd::inline engine
