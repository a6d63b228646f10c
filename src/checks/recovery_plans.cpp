#include "checks/families.hpp"
#include "checks/phrases.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

bool misses(const Figure& figure) {
    return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed ||
           (figure.outlook == Outlook::unknown && figure.status.status == Status::red);
}

// Plans raised by the end of a period and not closed by then.
const RecoveryPlan* open_plan(const Content& content, const MeasureCode& measure, Period period) {
    for (const RecoveryPlan& plan : content.recovery_plans) {
        if (plan.measure != measure || plan.raised_in > period || plan.state == RecoveryPlanState::closed) continue;
        return &plan;
    }
    return nullptr;
}

void without_plan(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!misses(figure) || open_plan(input.content, figure.measure, input.period)) return;
    findings.push_back({"recovery-plan-missing", Severity::error, {SubjectKind::measure, measure.code.text()}, name_of(measure),
                        "Off target (" + label(figure.status.status) + ", " + label(figure.outlook) + "), and there is no recovery plan.",
                        "Open a plan: recovery/" + measure.code.text() + "-" + input.content.settings.calendar.text(input.period) + ".md."});
}

// A plan was open in the period before, the measure is forecast to miss now, and the period before did not say so.
void not_carried(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    if (!input.before || !misses(figure)) return;
    const Figure* before = figure_of(*input.before, figure.measure);
    const RecoveryPlan* plan = open_plan(input.content, figure.measure, input.before->period);
    if (!before || !plan || misses(*before) || before->outlook == Outlook::unknown) return;
    const auto others = std::ranges::count_if(input.before->figures, misses);
    findings.push_back({"exception-not-carried", Severity::warning, {SubjectKind::measure, measure.code.text()},
                        name_of(measure) + ", " + input.content.settings.calendar.label(input.before->period),
                        "Its plan" + (plan->raised_on ? " of " + print_long(*plan->raised_on) : std::string()) + " was open, yet it is not among the " +
                            std::to_string(others) + " off target then.",
                        "Say why it was left out, or restate " + input.content.settings.calendar.label(input.before->period) + "."});
}

// The plan's own text is published and says nothing of why.
void without_causes(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const RecoveryPlan* plan = open_plan(input.content, figure.measure, input.period);
    if (!plan || plan->state != RecoveryPlanState::open || !plan->text_published || !plan->causes.empty()) return;
    findings.push_back({"recovery-plan-empty", Severity::warning, {SubjectKind::recovery_plan, plan->code.text()}, name_of(measure),
                        "The recovery plan does not say why the measure falls short.", "Write it into recovery/" + plan->code.text() + ".md."});
}

} // namespace

Findings check_recovery_plans(const CheckInput& input) {
    Findings findings;
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
