#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/recovery.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

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
    const auto wanted = wanted_plans(input.content, input.scorecard, input.before ? &*input.before : nullptr);
    if (std::ranges::find(wanted, figure.measure, &WantedPlan::measure) == wanted.end()) return;
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
    if (!input.before || !is_exception(input.content.settings.recovery, figure)) return;
    const Figure* before = figure_of(*input.before, figure.measure);
    const RecoveryPlan* plan = open_plan(input.content, figure.measure, input.before->period);
    if (!before || !plan || plan->state == RecoveryPlanState::back_on_track ||
        is_exception(input.content.settings.recovery, *before) || before->outlook == Outlook::unknown)
        return;
    const auto others = std::ranges::count_if(input.before->figures, [&](const Figure& other) {
        return is_exception(input.content.settings.recovery, other);
    });
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
    const RecoveryPlan* plan = open_plan(input.content, figure.measure, input.period);
    if (!plan || plan->state != RecoveryPlanState::open || !plan->text_published || !plan->causes.empty()) return;
    findings.push_back({"recovery-plan-empty",
                        Severity::warning,
                        {SubjectKind::recovery_plan, plan->code.text()},
                        name_of(measure) + ", recovery plan",
                        "The recovery plan does not say why the measure falls short.",
                        "Write it into recovery/" + plan->code.text() + ".md."});
}

// Closed, or said to be back on track, without anything to show for it.
void without_evidence(const CheckInput& input, const Measure& measure, Findings& findings) {
    const Calendar& calendar = input.content.settings.calendar;
    for (const RecoveryPlan& plan : input.content.recovery_plans) {
        if (plan.measure != measure.code || plan.state != RecoveryPlanState::closed || !plan.evidence.empty() ||
            !plan.closed_on || *plan.closed_on < calendar.first_day(input.period) ||
            *plan.closed_on > calendar.last_day(input.period))
            continue;
        findings.push_back({"recovery-plan-evidence",
                            Severity::warning,
                            {SubjectKind::recovery_plan, plan.code.text()},
                            name_of(measure) + ", recovery plan",
                            "It was closed on " + print_long(*plan.closed_on) + " without saying by what evidence.",
                            "Write it into recovery/" + plan.code.text() + ".md, as evidence."});
    }
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
        without_evidence(input, *measure, findings);
    }
    return findings;
}

} // namespace qd::inline checks
