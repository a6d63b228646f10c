#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

bool misses(const Figure& figure) {
    return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed ||
           (figure.outlook == Outlook::unknown && figure.status.status == Status::red);
}

// Raised by the end of a period and not closed by then.
const RecoveryPlan* plan_in(const Content& content, const MeasureCode& measure, Period period) {
    const Calendar& calendar = content.settings.calendar;
    const Date end = calendar.last_day(period);
    const auto found = std::ranges::find_if(content.recovery_plans, [&](const RecoveryPlan& plan) {
        const bool closed = plan.state == RecoveryPlanState::closed && (!plan.closed_on || *plan.closed_on <= end);
        return plan.measure == measure && calendar.last_day(plan.raised_in) <= end && !closed;
    });
    return found == content.recovery_plans.end() ? nullptr : &*found;
}

// "84.5% against a target of 90%, forecast to miss", as far as it is known.
std::string standing_of(const Measure& measure, const Figure& figure) {
    std::vector<std::string> parts;
    const std::string target = figure.goal && figure.goal->aim
                                   ? " against a target of " + show_stated(measure, *figure.goal->aim)
                                   : std::string();
    if (figure.actual.has_value())
        parts.push_back(show(measure, figure.actual.value()) + target);
    else if (figure.status.status != Status::not_rated)
        parts.push_back(label(figure.status.status));
    if (figure.outlook != Outlook::unknown)
        parts.push_back(label(figure.outlook));
    else if (figure.actual.has_value())
        parts.push_back(label(figure.status.status));
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return capital(text);
}

void without_plan(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!misses(figure) || plan_in(input.content, figure.measure, input.period)) return;
    findings.push_back({"recovery-plan-missing",
                        Severity::error,
                        {SubjectKind::measure, measure.code.text()},
                        name_of(measure),
                        standing_of(measure, figure) + ", and there is no recovery plan.",
                        "Open one: recovery/" + measure.code.text() + "-" +
                            input.content.settings.calendar.text(input.period) + ".md."});
}

// A plan was open in the period before, the measure is off target now, and the period before did not say so.
void not_carried(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!input.before || !misses(figure)) return;
    const Figure* before = figure_of(*input.before, figure.measure);
    const RecoveryPlan* plan = plan_in(input.content, figure.measure, input.before->period);
    if (!before || !plan || plan->state == RecoveryPlanState::back_on_track || misses(*before) ||
        before->outlook == Outlook::unknown)
        return;
    const auto others = std::ranges::count_if(input.before->figures, misses);
    const std::string then = input.content.settings.calendar.label(input.before->period);
    findings.push_back({"exception-not-carried",
                        Severity::warning,
                        {SubjectKind::measure, measure.code.text()},
                        name_of(measure) + ", " + then,
                        "Its recovery plan" +
                            (plan->raised_on ? " of " + print_long(*plan->raised_on) : std::string()) +
                            " was open, yet " +
                            (others == 0 ? "nothing was said to be off target then."
                                         : "it was not among the " + std::to_string(others) + " off target then."),
                        "Say why it was left out, or restate " + then + "."});
}

// The plan's own text is published and says nothing of why.
void without_causes(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const RecoveryPlan* plan = plan_in(input.content, figure.measure, input.period);
    if (!plan || plan->state != RecoveryPlanState::open || !plan->text_published || !plan->causes.empty()) return;
    findings.push_back({"recovery-plan-empty",
                        Severity::warning,
                        {SubjectKind::recovery_plan, plan->code.text()},
                        name_of(measure) + ", recovery plan",
                        "The recovery plan does not say why the measure falls short.",
                        "Write it into recovery/" + plan->code.text() + ".md."});
}

} // namespace

Findings check_recovery_plans(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = measure_of(input.content, figure.measure);
        if (!measure) continue;
        without_plan(input, *measure, figure, findings);
        not_carried(input, *measure, figure, findings);
        without_causes(input, *measure, figure, findings);
    }
    return findings;
}

} // namespace qd::inline checks
