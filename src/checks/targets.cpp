#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "checks/plausible.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

bool is_known(const CheckInput& input, const Target& target) {
    return !target.set_on || *target.set_on <= input.as_at.date();
}

bool is_here(const CheckInput& input, const Target& target) {
    const AreaCode& own = input.content.settings.area;
    return (target.area.empty() ? own : target.area) == (input.scorecard.area.empty() ? own : input.scorecard.area);
}

bool lies_in(const Calendar& calendar, Period period, Period year) {
    return calendar.last_day(period) >= calendar.first_day(year) &&
           calendar.last_day(period) <= calendar.last_day(year);
}

// Something to be judged by, or words for a person to judge by; not that there is none yet.
bool is_target(const Goal& goal) { return goal.kind != TargetKind::none_yet; }

bool had_target(const CheckInput& input, const Measure& measure, Period year) {
    const Calendar& calendar = input.content.settings.calendar;
    const auto is_annual = [&](const Target& target) {
        return target.measure == measure.code && target.kind != TargetKind::none_yet && is_here(input, target) &&
               is_known(input, target) && lies_in(calendar, target.period, year) &&
               (target.role == TargetRole::annual || target.role == TargetRole::profile);
    };
    if (std::ranges::any_of(input.content.targets, is_annual)) return true;
    const Series* series = input.series(measure.code);
    if (series == nullptr) return false;
    return std::ranges::any_of(series->points, [&](const Figure& point) {
        return lies_in(calendar, point.period, year) && point.goal && is_target(*point.goal);
    });
}

// Measures that had a target last year and have none this year, not even a note that there is none yet: one note
// for all, because targets are set all at once.
void targets_missing(const CheckInput& input, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const Period year = calendar.year_of(input.period), before = calendar.year_before(year);
    std::vector<std::string> codes;
    const Measure* only = nullptr;
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (!measure || measure->polarity == Polarity::none || figure.goal || figure.year_end) continue;
        if (!had_target(input, *measure, before)) continue;
        codes.push_back(measure->code.text());
        only = measure;
    }
    if (codes.empty()) return;
    Finding finding = about(*only, note("target-missing"), "",
                            plural(codes.size(), "measure", "measures") + " that had a target in " +
                                calendar.label(before) + (codes.size() == 1 ? " has" : " have") + " none in " +
                                calendar.label(year) + ": " + join(codes, ", ") + ".");
    if (codes.size() > 1) {
        finding.subject = {SubjectKind::council, ""};
        finding.place = "Targets of " + calendar.label(year);
    }
    findings.push_back(std::move(finding));
}

// The version that is in force now, of those for one place.
const Target* newest(const CheckInput& input, const Measure& measure, TargetRole role, Date last, Period year) {
    const Calendar& calendar = input.content.settings.calendar;
    const Target* found = nullptr;
    for (const Target& target : input.content.targets) {
        if (target.measure != measure.code || target.role != role || !is_here(input, target)) continue;
        if (calendar.last_day(target.period) != last || !is_known(input, target)) continue;
        if (role == TargetRole::annual && calendar.first_day(target.period) != calendar.first_day(year)) continue;
        found = &target;
    }
    return found;
}

bool is_plain(const Target* target) {
    return target && target->state == TargetState::in_force && target->kind == TargetKind::value && target->value;
}

// Whether the positions are what each period should add, which then add up to the year's target.
bool adds_up_to(const CheckInput& input, const Measure& measure, Period year, const Target& annual) {
    if (!adds_up(measure)) return false;
    const Calendar& calendar = input.content.settings.calendar;
    Decimal sum;
    for (const Period period : calendar.parts(year, measure.grain)) {
        const Target* position = newest(input, measure, TargetRole::profile, calendar.last_day(period), year);
        if (!is_plain(position)) return false;
        sum = sum + *position->value;
    }
    return sum == *annual.value;
}

void profile_ends_elsewhere(const CheckInput& input, const Measure& measure, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const Period year = calendar.year_of(input.period);
    const Target* annual = newest(input, measure, TargetRole::annual, calendar.last_day(year), year);
    const Target* last = newest(input, measure, TargetRole::profile, calendar.last_day(year), year);
    if (!is_plain(annual) || !is_plain(last) || *annual->value == *last->value) return;
    if (adds_up_to(input, measure, year, *annual)) return;
    findings.push_back(about(measure, warning("profile-off-target"), calendar.label(year),
                             "The profile ends at " + show_stated(measure, *last->value) + " (" +
                                 calendar.label(last->period) + "), but the year’s target is " +
                                 show_stated(measure, *annual->value) +
                                 (annual->set_on ? ", set on " + print_long(*annual->set_on) : "") + "."));
}

// A figure and a target for different stretches, which cannot be compared.
void not_comparable(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!figure.actual.has_value() || figure.computed.basis != Verdict::Basis::none) return;
    const Calendar& calendar = input.content.settings.calendar;
    const bool has_number = figure.goal && figure.goal->aim && figure.goal->state == TargetState::in_force;
    const bool is_without_bound = has_number && !figure.goal->lower && !figure.goal->upper;
    const bool is_of_parts = !figure.goal && figure.beside && figure.beside->goal && figure.beside->goal->aim;
    if (!is_without_bound && !is_of_parts) return;
    findings.push_back(about(measure, warning("target-of-another-stretch"), calendar.label(figure.described),
                             "It is not rated: " + figure.computed.reason + "."));
}

// A change set the bad way: more where smaller is better, or less where bigger is. It is judged by its sign, and may
// be meant so ("no more than 2% up"); anyone who wrote "10" for "10% better" sees it here.
void change_the_bad_way(const CheckInput& input, const Measure& measure, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const Period year = calendar.year_of(input.period);
    for (const TargetRole role : {TargetRole::annual, TargetRole::profile}) {
        const Period place = role == TargetRole::annual ? year : input.period;
        const Target* target = newest(input, measure, role, calendar.last_day(place), year);
        if (!target || target->state != TargetState::in_force || !target->value || target->value->is_zero()) continue;
        if (target->kind != TargetKind::change && target->kind != TargetKind::change_percent) continue;
        const bool rises = *target->value > Decimal();
        const bool is_bad =
            measure.polarity == Polarity::lower ? rises : measure.polarity == Polarity::higher && !rises;
        if (!is_bad) continue;
        const std::string size = target->kind == TargetKind::change_percent ? print(target->value->abs()) + "%"
                                                                            : show(measure, target->value->abs());
        findings.push_back(about(measure, note("change-the-bad-way"), calendar.label(target->period),
                                 "The target is a change of " + size +
                                     (rises ? " upwards, and smaller" : " downwards, and bigger") +
                                     " is better: the figure may get worse by that much and still meet it.",
                                 std::string("Change the sign if it is to get better by that: write it ") +
                                     (rises ? "with" : "without") + " a minus."));
        return;
    }
}

} // namespace

// A year to date of what adds up grows: one that falls takes back what was counted, or one of the two is wrong.
Findings falling_to_date(const Calendar& calendar, const Measure& measure, const Series& series, const Figure& point,
                         const std::string& when) {
    if (measure.roll_up != RollUp::by_hand || !adds_up(measure) || !point.actual.has_value()) return {};
    if (has(point.flags, Flag::break_in_series)) return {};
    const Figure* before = nullptr; // the newest of the same year
    for (const Figure& each : series.points)
        if (each.actual.has_value() && calendar.first_day(each.described) == calendar.first_day(point.described) &&
            calendar.last_day(each.described) < calendar.last_day(point.described))
            before = &each;
    if (!before || point.actual.value() >= before->actual.value()) return {};
    return {about(measure, error("year-to-date-falls"), when,
                  "The year to date fell from " + show(measure, before->actual.value()) + " (" +
                      calendar.label(before->described) + ") to " + show(measure, point.actual.value()) +
                      ", and it can only grow.")};
}

Findings check_targets(const CheckInput& input) {
    Findings findings;
    targets_missing(input, findings);
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (!measure) continue;
        guarded({SubjectKind::measure, measure->code.text()}, short_name(*measure), findings, [&] {
            profile_ends_elsewhere(input, *measure, findings);
            not_comparable(input, *measure, figure, findings);
            change_the_bad_way(input, *measure, findings);
        });
    }
    return findings;
}

} // namespace qd::inline checks
