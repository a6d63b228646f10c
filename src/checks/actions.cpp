#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

bool done(const Action& action) { return action.state == ActionState::complete || action.state == ActionState::cancelled; }

std::string of_all(std::size_t some, std::size_t all) { return std::to_string(some) + " of " + plural(all, "action", "actions"); }

// How many actions of a plan have no lead, how many no date; one finding a plan.
void incomplete(const RecoveryPlan& plan, const std::string& name, const std::vector<const Action*>& actions, Findings& findings) {
    const auto without_lead = static_cast<std::size_t>(std::ranges::count_if(actions, [](const Action* action) { return action->lead.empty(); }));
    const auto without_date = static_cast<std::size_t>(std::ranges::count_if(
        actions, [](const Action* action) { return action->due.empty() && !action->completed_on; }));
    if (without_lead + without_date == 0) return;
    std::string message;
    if (without_lead > 0) message = of_all(without_lead, actions.size()) + (without_lead == 1 ? " has no lead" : " have no lead");
    if (without_date > 0)
        message += (message.empty() ? of_all(without_date, actions.size()) : ", " + std::to_string(without_date)) + (without_date == 1 ? " has no date" : " have no date");
    findings.push_back({"action-incomplete", Severity::warning, {SubjectKind::recovery_plan, plan.code.text()}, name, message + ".",
                        "Add them in actions.csv, to the rows of recovery_plan:" + plan.code.text() + "."});
}

void overdue(const CheckInput& input, const Action& action, const std::string& name, Findings& findings) {
    if (done(action) || action.due.empty()) return;
    std::optional<Date> last;
    for (const DueDate& due : action.due) {
        if (!due.date) return; // "monthly" has no end
        last = std::max(last, due.date);
    }
    if (!last || *last >= input.as_at.date()) return;
    findings.push_back({"action-overdue", Severity::warning, {SubjectKind::action, action.code.text()}, name,
                        "“" + shorten(action.title, 80) + "” was due on " + print_long(*last) + " and is not reported complete.",
                        "Report how it stands" + (action.lead.empty() ? std::string(".") : ": " + shorten(action.lead, 60) + ".")});
}

void no_actions(const RecoveryPlan& plan, const std::string& name, Findings& findings) {
    if (plan.state != RecoveryPlanState::open || !plan.text_published) return;
    findings.push_back({"recovery-plan-empty", Severity::warning, {SubjectKind::recovery_plan, plan.code.text()}, name, "The recovery plan has no actions.",
                        "Add them in actions.csv, as rows of recovery_plan:" + plan.code.text() + "."});
}

} // namespace

Findings check_actions(const CheckInput& input) {
    Findings findings;
    for (const RecoveryPlan& plan : input.content.recovery_plans) {
        if (plan.raised_in > input.period || plan.state == RecoveryPlanState::closed) continue;
        const Measure* measure = measure_of(input.content, plan.measure);
        const std::string name = (measure ? name_of(*measure) : plan.measure.text()) + ", recovery plan";
        std::vector<const Action*> actions;
        for (const Action& action : input.content.actions)
            if (action.subject == Subject{SubjectKind::recovery_plan, plan.code.text()}) actions.push_back(&action);
        if (actions.empty()) no_actions(plan, name, findings);
        else incomplete(plan, name, actions, findings);
        for (const Action* action : actions) overdue(input, *action, name, findings);
    }
    return findings;
}

} // namespace qd::inline checks
