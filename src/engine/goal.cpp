#include "engine/goal.hpp"

#include "engine/bounds.hpp"
#include "engine/cell_target.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// The figure of the year before, built up as far.
std::optional<Ratio> figure_last_year(const Sheet& sheet, const AreaCode& area, const Shown& shown) {
    const Calendar& calendar = sheet.calendar();
    const Amount amount = shown.own ? sheet.rolled(area, calendar.year_before(*shown.own)).actual
                                    : sheet.amount(area, sheet.stretch(calendar.year_before(shown.described)));
    return amount.number;
}

std::vector<Ratio> figures_of_peers(const Sheet& sheet, const AreaCode& area, const Shown& shown) {
    std::vector<Ratio> figures;
    const Stretch described = sheet.stretch(shown.described);
    for (const AreaCode& peer : sheet.known().areas.peers(area, described.last)) {
        const Amount amount = shown.own ? sheet.rolled(peer, *shown.own).actual : sheet.amount(peer, described);
        if (amount.number) figures.push_back(*amount.number);
    }
    return figures;
}

Yardstick no_target() {
    Yardstick yardstick;
    yardstick.why_none = "no target";
    return yardstick;
}

Yardstick brought_to_bounds(const Sheet& sheet, const AreaCode& area, const Target& target, const Shown& shown) {
    return yardstick_of(
        sheet.measure(), target,
        {[&] { return figure_last_year(sheet, area, shown); }, [&] { return figures_of_peers(sheet, area, shown); }});
}

bool is_a_year(Period period) { return period.grain() == Grain::year || period.grain() == Grain::academic_year; }

// Where the profile's position for a reporting period may stand, first the most exact: at the period itself, at what the
// figure describes, or at the last of the measure's own periods in it.
std::vector<Stretch> profile_places(const Sheet& sheet, Period reporting, const Shown& shown) {
    std::vector<Stretch> places{sheet.stretch(reporting), sheet.stretch(shown.described)};
    if (shown.own) places.push_back(sheet.stretch(*shown.own));
    const auto parts = sheet.calendar().parts(reporting, sheet.measure().grain);
    if (!parts.empty()) places.push_back(sheet.stretch(parts.back()));
    return places;
}

const Target* first_in_force(const Sheet& sheet, const AreaCode& area, const std::vector<Stretch>& places,
                             TargetRole role, Date on) {
    for (const Stretch& place : places)
        if (const Target* target = target_in_force(sheet, area, place, role, on)) return target;
    return nullptr;
}

// The years whose target a year's own result is judged by: itself, and for a school year the reporting year in which it
// ends. Another year's target judges it only where it was handed in for that year.
const Target* target_of_result(const Sheet& sheet, const AreaCode& area, Period reporting, Period result) {
    const Calendar& calendar = sheet.calendar();
    const Stretch stretch = sheet.stretch(result);
    std::vector<Stretch> places{stretch};
    if (result.grain() == Grain::academic_year)
        places.push_back(sheet.stretch(calendar.containing(Grain::year, stretch.last)));
    if (const Target* target = first_in_force(sheet, area, places, TargetRole::annual, stretch.last)) return target;
    const auto reported = sheet.cells().reported_in(area, reporting);
    if (std::ranges::find(reported, stretch) == reported.end()) return nullptr;
    return target_in_force(sheet, area, sheet.stretch(calendar.year_of(reporting)), TargetRole::annual,
                           calendar.last_day(reporting));
}

// The share is taken only to judge a figure by; where there is none, the year's own target is what can be said.
bool takes_share(const Sheet& sheet, const Target& target, const Shown& shown) {
    return sheet.measure().roll_up == RollUp::sum && shown.own && shown.actual.number &&
           target.kind != TargetKind::better_than_last_year && target.kind != TargetKind::peer_quartile;
}

} // namespace

const Target* target_in_force(const Sheet& sheet, const AreaCode& area, const Stretch& place, TargetRole role,
                              Date on) {
    const Known& known = sheet.known();
    const Date by = std::min(on, known.as_at.date());
    const Target* in_force = nullptr;
    for (const Target* target : known.targets_of(sheet.measure().code)) {
        if (target->role != role || known.named(target->area) != area || sheet.stretch(target->period) != place)
            continue;
        if (!in_force || !target->set_on || *target->set_on <= by) in_force = target;
    }
    return in_force;
}

Yardstick goal_now(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    const Calendar& calendar = sheet.calendar();
    if (is_a_year(shown.described) && shown.described != reporting && shown.own == shown.described) {
        const Target* target = target_of_result(sheet, area, reporting, shown.described);
        return target ? brought_to_bounds(sheet, area, *target, shown) : no_target();
    }
    const Date end = calendar.last_day(reporting);
    if (!is_a_year(reporting))
        if (const Target* profile =
                first_in_force(sheet, area, profile_places(sheet, reporting, shown), TargetRole::profile, end))
            return brought_to_bounds(sheet, area, *profile, shown);
    const Period described = shown.own.value_or(shown.described);
    if (const auto target = cell_target(sheet, area, sheet.stretch(described)))
        return yardstick_at(sheet.measure(), described, *target);
    const Target* annual =
        target_in_force(sheet, area, sheet.stretch(calendar.year_of(reporting)), TargetRole::annual, end);
    if (!annual) return no_target();
    Yardstick yardstick = brought_to_bounds(sheet, area, *annual, shown);
    if (takes_share(sheet, *annual, shown) && !calendar.ends_year(*shown.own))
        take_share(yardstick, calendar.position_in_year(*shown.own), calendar.periods_a_year(shown.own->grain()));
    return yardstick;
}

Period year_at_issue(const Sheet& sheet, Period reporting) {
    const Calendar& calendar = sheet.calendar();
    const Period year = calendar.year_of(reporting);
    if (sheet.measure().grain != Grain::academic_year) return year;
    return calendar.containing(Grain::academic_year, calendar.first_day(year));
}

Yardstick goal_at_year_end(const Sheet& sheet, const AreaCode& area, Period reporting) {
    const Calendar& calendar = sheet.calendar();
    const Period year = year_at_issue(sheet, reporting);
    const std::vector<Stretch> places{sheet.stretch(year), sheet.stretch(calendar.year_of(reporting))};
    const Target* target = first_in_force(sheet, area, places, TargetRole::annual, calendar.last_day(reporting));
    if (!target) return no_target();
    return brought_to_bounds(sheet, area, *target, sheet.shown(area, year));
}

} // namespace qd::inline engine
