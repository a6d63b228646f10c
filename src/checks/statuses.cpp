#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

Subject subject_of(const PriorityLine& line) { return {SubjectKind::priority, line.priority.code.text()}; }

std::string place_of(const GroupLines& group, const PriorityLine& line) {
    return group.unit.name + ", " + line.priority.title;
}

// "its 3 actions are 2 green and 1 amber", "its only action is green".
std::string actions_are(const StatusTally& actions) {
    if (actions.total() > 1) return "its " + std::to_string(actions.total()) + " actions are " + print_tally(actions);
    const std::string one = print_tally(actions);
    return "its only action is " + one.substr(one.find(' ') + 1);
}

void blank_status(const GroupLines& group, const PriorityLine& line, Findings& findings) {
    if (!line.update || line.update->status) return;
    const std::string actions = line.actions.total() > 0 ? ", while " + actions_are(line.actions) : std::string();
    findings.push_back(
        {error("status-blank"), subject_of(line), place_of(group, line),
         "The status is left blank" + actions + ". A blank is not counted as green.",
         "Give the status" +
             (line.from_actions ? "; its actions point to " + label(*line.from_actions) : std::string()) + "."});
}

// Finished actions also support going to plan; not rated is not a claim.
bool is_supported(Status reported, Status by_actions) {
    return reported == by_actions || reported == Status::not_rated ||
           (reported == Status::green && by_actions == Status::complete);
}

std::string rule_in_words(ChildRule rule) {
    return rule == ChildRule::worst ? "the worst of them is " : "most of them are ";
}

void status_against_children(const CheckInput& input, const GroupLines& group, const PriorityLine& line,
                             Findings& findings) {
    if (!line.update || !line.update->status || !line.from_actions ||
        is_supported(*line.update->status, *line.from_actions))
        return;
    std::string message = "Reported as " + label(*line.update->status) + ", but " + actions_are(line.actions);
    if (line.actions.total() > 1)
        message += "; " + rule_in_words(input.content.settings.child_rule) + label(*line.from_actions);
    findings.push_back({warning("status-unsupported"), subject_of(line), place_of(group, line), message + "."});
}

// Green, while its measure got worse: both may be right, but need a word of explanation.
void green_while_worse(const CheckInput& input, const GroupLines& group, const PriorityLine& line, Findings& findings) {
    if (!line.update || line.update->status != Status::green) return;
    const Calendar& calendar = input.content.settings.calendar;
    for (const Figure& figure : line.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        const Movement& year = figure.last_year;
        if (!measure || year.direction != Direction::worsened || !year.value || !year.difference || !year.period)
            continue;
        findings.push_back({warning("green-while-worse"), subject_of(line), place_of(group, line),
                            "Reported as green, but " + short_name(*measure) + " worsened from " +
                                show(*measure, *year.value) + " (" + calendar.label(*year.period) + ") to " +
                                show(*measure, figure.actual.value()) + " (" + calendar.label(figure.described) +
                                "), " + show_difference(*measure, *printed_change(*measure, year)) + "."});
    }
}

bool is_in_force(const CheckInput& input, const Priority& priority) {
    const Plan* plan = find_row(input.content.plans, priority.plan);
    const Calendar& calendar = input.content.settings.calendar;
    return !plan || ((!plan->from || *plan->from <= calendar.last_day(input.period)) &&
                     (!plan->to || *plan->to >= calendar.first_day(input.period)));
}

bool was_complete_before(const CheckInput& input, const Subject& subject) {
    const Calendar& calendar = input.content.settings.calendar;
    return std::ranges::any_of(input.content.updates, [&](const Update& update) {
        return update.subject == subject && update.status == Status::complete &&
               (!update.known_at || *update.known_at <= input.as_at) &&
               calendar.last_day(update.period) < calendar.last_day(input.period);
    });
}

// One that was reported on in the period before is said to be gone, in register.cpp; this is one that has not been, either.
void no_row(const CheckInput& input, const GroupLines& group, const PriorityLine& line, Findings& findings) {
    const Subject subject = subject_of(line);
    if (line.update || !is_in_force(input, line.priority) || was_complete_before(input, subject)) return;
    const auto before = input.content.settings.calendar.previous(input.period);
    if (before && update_of(input, subject, *before)) return;
    findings.push_back({warning("update-missing"), subject, place_of(group, line),
                        "It has no row, and so no status, in the tables of " +
                            input.content.settings.calendar.label(input.period) + "."});
}

} // namespace

Findings check_statuses(const CheckInput& input) {
    Findings findings;
    if (input.partnership.rows == 0) return findings; // the plans are not reported on in this period at all
    for (const GroupLines& group : input.partnership.groups) {
        for (const PriorityLine& line : group.lines) {
            blank_status(group, line, findings);
            status_against_children(input, group, line, findings);
            green_while_worse(input, group, line, findings);
            no_row(input, group, line, findings);
        }
    }
    return findings;
}

} // namespace qd::inline checks
