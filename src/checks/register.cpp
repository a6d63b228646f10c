#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

Finding gone(Subject subject, std::string place, std::string message, std::string remedy) {
    return {error("entry-gone"), std::move(subject), std::move(place), std::move(message), std::move(remedy)};
}

// A last definition made since the period before that gives its reason, or a target withdrawn or suspended for one.
bool is_measure_explained(const CheckInput& input, const Measure& measure) {
    const Calendar& calendar = input.content.settings.calendar;
    if (!measure.definitions.empty()) {
        const Definition& last = measure.definitions.back();
        if (!last.reason.empty() && (!last.from || *last.from >= calendar.first_day(input.before->period))) return true;
    }
    return std::ranges::any_of(input.content.targets, [&](const Target& target) {
        return target.measure == measure.code && target.state != TargetState::in_force && !target.reason.empty() &&
               calendar.last_day(target.period) >= calendar.last_day(input.period);
    });
}

void gone_measures(const CheckInput& input, Findings& findings) {
    const std::string then = input.content.settings.calendar.label(input.before->period);
    for (const Figure& before : input.before->figures) {
        const Measure* measure = find_row(input.content.measures, before.measure);
        if (!measure || figure_of(input.scorecard, before.measure) || is_measure_explained(input, *measure)) continue;
        findings.push_back(gone({SubjectKind::measure, measure->code.text()}, short_name(*measure),
                                "It was on the scorecard of " + then + " and is not on this one, without a reason.",
                                "Put it back, or give the reason with its last definition."));
    }
}

// An update in the period before that asks for another one now.
bool is_expected_again(const CheckInput& input, const Subject& subject, Period before) {
    const Update* then = update_of(input, subject, before);
    return then && then->status != Status::complete && !update_of(input, subject, input.period);
}

bool has_ended(const CheckInput& input, const Priority& priority) {
    const Plan* plan = find_row(input.content.plans, priority.plan);
    return plan && plan->to && *plan->to < input.content.settings.calendar.first_day(input.period);
}

void gone_priorities(const CheckInput& input, Period before, Findings& findings) {
    const std::string then = input.content.settings.calendar.label(before);
    if (input.partnership.rows == 0) return; // not reported on in this period at all
    for (const Priority& priority : input.content.priorities) {
        const Subject subject{SubjectKind::priority, priority.code.text()};
        if (has_ended(input, priority) || !is_expected_again(input, subject, before)) continue;
        const Unit* unit = find_row(input.content.units, priority.unit);
        findings.push_back(gone(subject, (unit ? unit->name + ", " : "") + priority.title,
                                "It was reported on in " + then + ", not as complete, and has no row now.",
                                "Add its update, or report it complete with the reason."));
    }
}

bool is_reported_on(const CheckInput& input, const Project& project, Period period) {
    return update_of(input, {SubjectKind::project, project.code.text()}, period) != nullptr;
}

void gone_projects(const CheckInput& input, Period before, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    const auto& projects = input.content.projects;
    if (std::ranges::none_of(projects,
                             [&](const Project& project) { return is_reported_on(input, project, input.period); }))
        return;
    for (const Project& project : projects) {
        const Subject subject{SubjectKind::project, project.code.text()};
        const bool over = project.status == Status::complete ||
                          (project.completed && *project.completed <= calendar.last_day(input.period));
        if (over || !is_expected_again(input, subject, before)) continue;
        findings.push_back(
            gone(subject, (project.wave.empty() ? "" : project.wave + ", ") + project.title,
                 "It was reported on in " + calendar.label(before) + ", not as complete, and has no update now.",
                 "Add its update, or report it complete with the reason."));
    }
}

} // namespace

// What was there last period and is gone without a reason: on the scorecard, among the priorities, among the projects.
Findings check_register(const CheckInput& input) {
    Findings findings;
    if (input.before) gone_measures(input, findings);
    if (const auto before = input.content.settings.calendar.previous(input.period)) {
        gone_priorities(input, *before, findings);
        gone_projects(input, *before, findings);
    }
    return findings;
}

} // namespace qd::inline checks
