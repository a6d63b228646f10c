#include "engine/goal.hpp"

#include "engine/bounds.hpp"
#include "engine/cell_target.hpp"
#include "engine/coverage.hpp"
#include "engine/handed_in_goal.hpp"
#include "engine/peer_group.hpp"
#include "engine/profile_goal.hpp"
#include "engine/rate.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// The same stretch of another time or area.
Amount amount_of(const Sheet& sheet, const AreaCode& area, const Shown& shown, const StretchFigure& figure,
                 Period own) {
    if (!shown.own) return sheet.amount(area, sheet.stretch(figure.described));
    return figure.stretch == StretchKind::own ? sheet.own_amount(area, own) : sheet.rolled(area, own).actual;
}

// The figure of the year before, built up as far and of the same parts.
Amount figure_last_year(const Sheet& sheet, const AreaCode& area, const Shown& shown, const StretchFigure& figure) {
    const Calendar& calendar = sheet.calendar();
    const Amount then = shown.own ? amount_of(sheet, area, shown, figure, calendar.year_before(*shown.own))
                                  : sheet.amount(area, sheet.stretch(calendar.year_before(shown.described)));
    if (!then.number) return then;
    const bool is_like = !figure.amount.number || covers_the_same(calendar, sheet.measure(), figure.amount, then);
    return is_like && !has(then.flags, Flag::forecast) ? then : missing(GapReason::not_due);
}

std::vector<Ratio> figures_of_peers(const Sheet& sheet, const AreaCode& area, const std::string& peers,
                                    const Shown& shown, const StretchFigure& figure) {
    std::vector<Ratio> figures;
    for (const AreaCode& peer : named_peers(sheet.known(), area, peers, figure.described)) {
        const Amount amount = amount_of(sheet, peer, shown, figure, shown.own.value_or(figure.described));
        if (amount.number) figures.push_back(*amount.number);
    }
    return figures;
}

Yardstick no_target(std::string why = "no target") {
    Yardstick yardstick;
    yardstick.why_none = std::move(why);
    return yardstick;
}

// What a change is counted from: as the target says it, else the figure of the period it names, else of the year before.
Baseline baseline_of(const Sheet& sheet, const AreaCode& area, const Target& target) {
    const Calendar& calendar = sheet.calendar();
    const Period period = target.baseline_period.value_or(calendar.year_before(target.period));
    if (target.baseline) {
        Amount given;
        given.number = Ratio(*target.baseline);
        return {given, calendar.label(period)};
    }
    const Shown then = sheet.shown(area, period);
    const bool whole = sheet.stretch(then.described).last == sheet.stretch(period).last &&
                       !is_partial_sum(sheet.measure(), then.actual) && !has(then.actual.flags, Flag::forecast);
    return {whole ? then.actual : missing(GapReason::not_due), calendar.label(period)};
}

bool is_relative(TargetKind kind) {
    return kind == TargetKind::better_than_last_year || kind == TargetKind::peer_quartile;
}

bool is_a_year(Period period) { return period.grain() == Grain::year || period.grain() == Grain::academic_year; }

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

// The year's target that a figure for part of it may be compared with: that of the reporting year, or of a school
// year that begins with the figure.
const Target* annual_target(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    const Calendar& calendar = sheet.calendar();
    std::vector<Stretch> places{sheet.stretch(calendar.year_of(reporting))};
    const Stretch described = sheet.stretch(shown.described);
    const Period school_year = calendar.containing(Grain::academic_year, described.first);
    if (!shown.own && calendar.first_day(school_year) == described.first)
        places.insert(places.begin(), sheet.stretch(school_year));
    return first_in_force(sheet, area, places, TargetRole::annual, calendar.last_day(reporting));
}

// How many months a stretch from the first of one month to the end of another has; none for any other.
std::optional<int> whole_months(const Stretch& stretch) {
    if (stretch.first.day() != 1 || stretch.last.plus_days(1).day() != 1) return {};
    const Date next = stretch.last.plus_days(1);
    return (next.year() - stretch.first.year()) * 12 + next.month() - stretch.first.month();
}

// A part of a year that is none of the measure's own periods: its months of the twelve, where the year begins with it.
void take_share_of_span(Yardstick& yardstick, const Sheet& sheet, const Shown& shown, Period year) {
    const Stretch part = sheet.stretch(shown.described), whole = sheet.stretch(year);
    if (as_long(part, whole)) return;
    const auto months = whole_months(part);
    if (part.first == whole.first && part.last < whole.last && months) return take_share(yardstick, *months, 12);
    const Calendar& calendar = sheet.calendar();
    yardstick.lower.reset();
    yardstick.upper.reset();
    yardstick.why_none =
        "the target is of " + calendar.label(year) + ", the figure of " + calendar.label(shown.described);
}

// The share is taken only to judge a figure by; where there is none, the year's own target is what can be said.
void bring_to_stretch(Yardstick& yardstick, const Sheet& sheet, Period reporting, const Shown& shown,
                      const StretchFigure& figure) {
    if (is_relative(yardstick.goal.kind) || !adds_up(sheet.measure()) || !figure.amount.number) return;
    if (waits_for_year_end(sheet, reporting, shown) && figure.stretch != StretchKind::own) return;
    const Calendar& calendar = sheet.calendar();
    if (const auto& covered = figure.amount.covered; !covered.empty())
        return take_share(yardstick, static_cast<int>(covered.size()),
                          calendar.periods_a_year(covered.front().grain()));
    if (!shown.own) return take_share_of_span(yardstick, sheet, shown, yardstick.goal.period);
    if (is_a_year(*shown.own)) return;
    const int periods = calendar.periods_a_year(shown.own->grain());
    const bool is_to_date = figure.stretch == StretchKind::to_date;
    if (is_to_date && calendar.ends_year(*shown.own)) return;
    take_share(yardstick, is_to_date ? calendar.position_in_year(*shown.own) : 1, periods);
}

// Why there is nothing to judge by where a target came with some of the figures.
std::string why_no_target(const Sheet& sheet, const AreaCode& area, const Shown& shown) {
    if (!shown.own || !cell_target(sheet, area, sheet.stretch(*shown.own))) return "no target";
    return "not every period so far has a target, so the year to date has none";
}

} // namespace

const Target* target_in_force(const Sheet& sheet, const AreaCode& area, const Stretch& place, TargetRole role,
                              Date on) {
    const Known& known = sheet.known();
    const Target* in_force = nullptr;
    for (const Target* target : known.targets_of(sheet.measure().code)) {
        if (target->role != role || known.named(target->area) != area || sheet.stretch(target->period) != place)
            continue;
        const bool is_known = !target->set_on || *target->set_on <= known.as_at.date();
        const std::optional<Date>& start = target->from ? target->from : target->set_on;
        if (!in_force || (is_known && (!start || *start <= on))) in_force = target;
    }
    return in_force;
}

// The version that was in force before this one was decided within its year; null where it was not changed then.
const Target* target_before(const Sheet& sheet, const AreaCode& area, const Target& now, const Stretch& year) {
    const std::optional<Date>& changed = now.set_on ? now.set_on : now.from;
    if (!changed || *changed < year.first) return nullptr;
    const Known& known = sheet.known();
    const Target* before = nullptr;
    for (const Target* target : known.targets_of(sheet.measure().code)) {
        if (target == &now) break;
        if (target->role != TargetRole::annual || known.named(target->area) != area) continue;
        if (sheet.stretch(target->period) == year) before = target;
    }
    return before;
}

Yardstick brought_to_bounds(const Sheet& sheet, const AreaCode& area, const Target& target, const Shown& shown,
                            const StretchFigure& figure) {
    return yardstick_of(sheet.measure(), target,
                        {[&] { return figure_last_year(sheet, area, shown, figure); },
                         [&] { return figures_of_peers(sheet, area, target.peers, shown, figure); },
                         [&] { return baseline_of(sheet, area, target); }});
}

namespace {

// By the targets of a reporting period.
Yardstick goal_at(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                  const StretchFigure& figure) {
    const Target* annual = annual_target(sheet, area, reporting, shown);
    if (!is_a_year(reporting))
        if (auto profile = profile_goal(sheet, area, reporting, shown, figure, annual)) return *std::move(profile);
    if (auto handed_in = handed_in_goal(sheet, area, shown, figure, annual)) return *std::move(handed_in);
    if (!annual) return no_target(why_no_target(sheet, area, shown));
    Yardstick yardstick = brought_to_bounds(sheet, area, *annual, shown, figure);
    bring_to_stretch(yardstick, sheet, reporting, shown, figure);
    return yardstick;
}

} // namespace

Period period_of_targets(const Sheet& sheet, Period reporting, const Shown& shown) {
    const Calendar& calendar = sheet.calendar();
    if (!shown.own || calendar.last_day(*shown.own) >= calendar.last_day(reporting)) return reporting;
    const bool is_rarer = is_finer(reporting, shown.own->grain());
    return is_rarer || calendar.year_of(*shown.own) != calendar.year_of(reporting) ? *shown.own : reporting;
}

Yardstick goal_of(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                  const StretchFigure& figure) {
    if (is_a_year(shown.described) && shown.described != reporting && shown.own == shown.described) {
        const Target* target = target_of_result(sheet, area, reporting, shown.described);
        return target ? brought_to_bounds(sheet, area, *target, shown, figure) : no_target();
    }
    const Period of_targets = period_of_targets(sheet, reporting, shown);
    Yardstick found = goal_at(sheet, area, of_targets, shown, figure);
    if (of_targets == reporting || found.goal != Goal{}) return found;
    // an older figure handed in for this period, without a target of its own, is compared with this year's
    const auto reported = sheet.cells().reported_in(area, reporting);
    const bool is_for_now = std::ranges::find(reported, sheet.stretch(shown.described)) != reported.end();
    return is_for_now ? goal_at(sheet, area, reporting, shown, figure) : found;
}

Yardstick goal_now(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    return goal_of(sheet, area, reporting, shown, figure_shown(sheet.measure(), sheet.calendar(), shown));
}

bool waits_for_year_end(const Sheet& sheet, Period reporting, const Shown& shown) {
    if (judged_of(sheet.measure()) != Judged::year_end || is_a_year(shown.described)) return false;
    const Period own = period_of_targets(sheet, reporting, shown);
    return sheet.stretch(shown.described).last != sheet.stretch(year_at_issue(sheet, own)).last;
}

Period year_at_issue(const Sheet& sheet, Period reporting) {
    const Calendar& calendar = sheet.calendar();
    const Period year = calendar.year_of(reporting);
    if (sheet.measure().grain != Grain::academic_year) return year;
    return calendar.containing(Grain::academic_year, calendar.first_day(year));
}

YearEnd goal_at_year_end(const Sheet& sheet, const AreaCode& area, Period reporting) {
    const Period year = year_at_issue(sheet, reporting);
    for (const Period place : {year, sheet.calendar().year_of(reporting)}) {
        const Stretch stretch = sheet.stretch(place);
        const Target* target = target_in_force(sheet, area, stretch, TargetRole::annual, stretch.last);
        if (!target) continue;
        const Shown shown = sheet.shown(area, year);
        const StretchFigure figure = figure_shown(sheet.measure(), sheet.calendar(), shown);
        YearEnd found{brought_to_bounds(sheet, area, *target, shown, figure), {}};
        if (const Target* before = target_before(sheet, area, *target, stretch))
            found.was = brought_to_bounds(sheet, area, *before, shown, figure).goal;
        return found;
    }
    return {no_target(), {}};
}

namespace {

Yardstick goal_in_role(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                       const StretchFigure& figure, TargetRole role) {
    const Calendar& calendar = sheet.calendar();
    const Date end = calendar.last_day(reporting);
    const std::vector<Stretch> places{sheet.stretch(figure.described), sheet.stretch(reporting)};
    if (!is_a_year(reporting))
        if (const Target* own = first_in_force(sheet, area, places, role, end))
            return brought_to_bounds(sheet, area, *own, shown, figure);
    const Target* annual = target_in_force(sheet, area, sheet.stretch(calendar.year_of(reporting)), role, end);
    if (!annual) return no_target();
    Yardstick yardstick = brought_to_bounds(sheet, area, *annual, shown, figure);
    bring_to_stretch(yardstick, sheet, reporting, shown, figure);
    yardstick.goal.role = role;
    return yardstick;
}

// Those for future years, and for longer stretches that include this one, which are already in force: nearest first.
std::vector<const Target*> targets_of_later_years(const Sheet& sheet, const AreaCode& area, Period reporting) {
    const Calendar& calendar = sheet.calendar();
    const Date year_ends =
        std::max(calendar.last_day(year_at_issue(sheet, reporting)), calendar.last_day(calendar.year_of(reporting)));
    std::vector<const Target*> later;
    for (const Target* target : sheet.known().targets_of(sheet.measure().code)) {
        const Stretch place = sheet.stretch(target->period);
        const bool is_later = target->role != TargetRole::profile && place.last > year_ends;
        if (!is_later || target != target_in_force(sheet, area, place, target->role, place.last)) continue;
        if (target->kind != TargetKind::none_yet) later.push_back(target);
    }
    std::ranges::stable_sort(
        later, {}, [&](const Target* target) { return std::pair(calendar.last_day(target->period), target->role); });
    return later;
}

} // namespace

std::vector<GoalBeside> goals_beside(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown,
                                     const StretchFigure& figure) {
    std::vector<GoalBeside> beside;
    const Period of_targets = period_of_targets(sheet, reporting, shown);
    const bool is_actual = figure.amount.number && !has(figure.amount.flags, Flag::forecast) &&
                           !(is_partial_sum(sheet.measure(), figure.amount) && figure.amount.lacks_areas);
    for (const TargetRole role : {TargetRole::stretch, TargetRole::minimum, TargetRole::intervention}) {
        const Yardstick yardstick = goal_in_role(sheet, area, of_targets, shown, figure, role);
        if (yardstick.goal == Goal{}) continue;
        GoalBeside& goal = beside.emplace_back(GoalBeside{yardstick.goal, {}, {}});
        if (!is_actual) continue;
        if (const Truth reached = meets(yardstick, *figure.amount.number); reached != Truth::unknown)
            goal.is_reached = reached == Truth::yes;
        if (goal.goal.aim && goal.goal.state == TargetState::in_force)
            goal.difference = figure.amount.number->rounded() - *goal.goal.aim;
    }
    for (const Target* target : targets_of_later_years(sheet, area, reporting)) {
        Goal goal = brought_to_bounds(sheet, area, *target, shown, figure).goal;
        if (is_relative(target->kind)) goal.lower = goal.upper = goal.aim = std::nullopt; // others than today's
        beside.push_back({std::move(goal), {}, {}});
    }
    return beside;
}

} // namespace qd::inline engine
