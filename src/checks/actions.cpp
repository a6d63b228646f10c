#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

using Actions = std::vector<const Action*>;

bool has_lead(const Action* action) { return !action->lead.empty(); }
bool has_date(const Action* action) { return !action->due.empty() || action->completed_on.has_value(); }

// Actions of one recovery plan or priority that are to be done, or were; one that was given up needs neither lead nor date.
Actions actions_of(const Content& content, const Subject& subject) {
    Actions actions;
    for (const Action& action : content.actions)
        if (action.subject == subject && action.state != ActionState::cancelled) actions.push_back(&action);
    return actions;
}

// "3 of 4 actions have no lead", "the only action has no date".
std::string lacking(std::size_t some, std::size_t all, const std::string& what) {
    if (all == 1) return "the only action has no " + what;
    return std::to_string(some) + " of " + std::to_string(all) + " actions " + (some == 1 ? "has" : "have") + " no " +
           what;
}

// One finding for all actions of a subject; where only one of them lacks anything, it is named.
void incomplete(const Subject& subject, const std::string& place, const Actions& all, Actions without_lead,
                Actions without_date, Findings& findings) {
    if (without_lead.empty() && without_date.empty()) return;
    std::string message;
    if (!without_lead.empty()) message = lacking(without_lead.size(), all.size(), "lead");
    if (!without_date.empty() && message.empty())
        message = lacking(without_date.size(), all.size(), "date");
    else if (!without_date.empty())
        message += all.size() == 1 ? " and no date"
                                   : ", " + std::to_string(without_date.size()) +
                                         (without_date.size() == 1 ? " has" : " have") + " no date";
    without_lead.insert(without_lead.end(), without_date.begin(), without_date.end());
    const bool only_one =
        std::ranges::all_of(without_lead, [&](const Action* action) { return action == without_lead.front(); });
    findings.push_back({warning("action-incomplete"), subject, place, capitalised(message) + ".",
                        only_one ? "Complete “" + shorten(without_lead.front()->title, 80) + "” (" +
                                       without_lead.front()->code.text() + ") in actions.csv."
                                 : "Complete the rows of " + print(subject) + " in actions.csv."});
}

Actions without(const Actions& actions, bool (*has)(const Action*)) {
    Actions found;
    std::ranges::copy_if(actions, std::back_inserter(found), [&](const Action* action) { return !has(action); });
    return found;
}

void overdue(const CheckInput& input, const Action& action, const std::string& place, Findings& findings) {
    if (action.state == ActionState::complete || action.completed_on || action.due.empty()) return;
    std::optional<Date> last;
    for (const DueDate& due : action.due) {
        if (!due.date) return; // "monthly" has no end
        last = std::max(last, due.date);
    }
    if (*last >= input.as_at.date()) return;
    findings.push_back(
        {warning("action-overdue"),
         {SubjectKind::action, action.code.text()},
         place,
         "“" + shorten(action.title, 80) + "” was due on " + print_long(*last) + " and is not reported complete.",
         action.lead.empty() ? "Name a lead, and report how it stands."
                             : "Ask " + shorten(action.lead, 60) + " how it stands, and report it."});
}

void plan_without_actions(const RecoveryPlan& plan, const std::string& place, Findings& findings) {
    if (plan.state != RecoveryPlanState::open || !plan.text_published) return;
    findings.push_back({warning("recovery-plan-empty"),
                        {SubjectKind::recovery_plan, plan.code.text()},
                        place,
                        "The recovery plan has no actions.",
                        "Add them in actions.csv, as rows of recovery_plan:" + plan.code.text() + "."});
}

void check_plan(const CheckInput& input, const RecoveryPlan& plan, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    if (plan.state == RecoveryPlanState::closed || calendar.last_day(plan.raised_in) > calendar.last_day(input.period))
        return;
    const Measure* measure = find_row(input.content.measures, plan.measure);
    if (measure && measure->active_to && *measure->active_to < calendar.first_day(input.period))
        return; // nobody measures any more what the plan is for
    const std::string place = (measure ? short_name(*measure) : plan.measure.text()) + ", recovery plan";
    const Subject subject{SubjectKind::recovery_plan, plan.code.text()};
    const Actions actions = actions_of(input.content, subject);
    if (actions.empty()) return plan_without_actions(plan, place, findings);
    incomplete(subject, place, actions, without(actions, has_lead), without(actions, has_date), findings);
    for (const Action* action : actions) overdue(input, *action, place, findings);
}

// The actions of a priority are often kept without leads or dates, which are in the group's own plan: only if some have
// them are they reported missing for the others.
void check_priority(const CheckInput& input, const Priority& priority, Findings& findings) {
    const Subject subject{SubjectKind::priority, priority.code.text()};
    const Actions actions = actions_of(input.content, subject);
    const Actions no_lead = std::ranges::any_of(actions, has_lead) ? without(actions, has_lead) : Actions();
    const Actions no_date = std::ranges::any_of(actions, has_date) ? without(actions, has_date) : Actions();
    incomplete(subject, priority.title, actions, no_lead, no_date, findings);
    for (const Action* action : actions) overdue(input, *action, priority.title, findings);
}

} // namespace

Findings check_actions(const CheckInput& input) {
    Findings findings;
    for (const RecoveryPlan& plan : input.content.recovery_plans) check_plan(input, plan, findings);
    if (input.partnership.rows == 0) return findings; // the plans are not reported on in this period
    for (const Priority& priority : input.content.priorities) check_priority(input, priority, findings);
    return findings;
}

} // namespace qd::inline checks
