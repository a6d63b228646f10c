#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "checks/prose.hpp"
#include "domain/recovery.hpp"
#include "domain/shortfall.hpp"

#include <algorithm>
#include <set>

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
    return capitalised(text);
}

void without_plan(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    findings.push_back({error("recovery-plan-missing"),
                        {SubjectKind::measure, measure.code.text()},
                        short_name(measure),
                        standing_of(measure, figure) + ", and there is no recovery plan.",
                        "Open one: recovery/" + measure.code.text() + "-" +
                            input.content.settings.calendar.text(input.period) + ".md."});
}

// A plan was open in the period before, the measure is off target now, and the period before did not say so.
void not_carried(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const RecoveryRule& rule = input.content.settings.recovery; // by which a plan is called for, and so carried on
    if (!input.before || !is_exception(rule, figure)) return;
    const Figure* before = figure_of(*input.before, figure.measure);
    const RecoveryPlan* plan = open_plan(input.content, figure.measure, input.before->period);
    if (!before || !plan || plan->state == RecoveryPlanState::back_on_track || is_exception(rule, *before) ||
        before->outlook == Outlook::unknown)
        return;
    const auto others =
        std::ranges::count_if(input.before->figures, [&](const Figure& other) { return is_exception(rule, other); });
    const std::string then = input.content.settings.calendar.label(input.before->period);
    findings.push_back({warning("exception-not-carried"),
                        {SubjectKind::measure, measure.code.text()},
                        short_name(measure) + ", " + then,
                        "Its recovery plan" +
                            (plan->raised_on ? " of " + print_long(*plan->raised_on) : std::string()) +
                            " was open, but " +
                            (others == 0 ? "nothing was said to be off target then."
                                         : "it was not among the " + std::to_string(others) + " off target then."),
                        "Say why it was left out, or restate " + then + "."});
}

// The plan's own text is published and says nothing of why.
void without_causes(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    const RecoveryPlan* plan = open_plan(input.content, figure.measure, input.period);
    if (!plan || plan->state != RecoveryPlanState::open || !plan->text_published || !plan->causes.empty()) return;
    findings.push_back({warning("recovery-plan-empty"),
                        {SubjectKind::recovery_plan, plan->code.text()},
                        short_name(measure) + ", recovery plan",
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
        findings.push_back({warning("recovery-plan-evidence"),
                            {SubjectKind::recovery_plan, plan.code.text()},
                            short_name(measure) + ", recovery plan",
                            "It was closed on " + print_long(*plan.closed_on) + " without saying by what evidence.",
                            "Write it into recovery/" + plan.code.text() + ".md, as evidence."});
    }
}

// Declared back on track while the measure is still off target: the plan does not count then.
void back_on_track_while_off(const Measure& measure, const Figure& figure, const RecoveryPlan& plan,
                             Findings& findings) {
    if (!is_off_target(figure)) return;
    findings.push_back({error("back-on-track-while-off"),
                        {SubjectKind::recovery_plan, plan.code.text()},
                        short_name(measure) + ", recovery plan",
                        "It was declared back on track" + (plan.closed_on ? " on " + print_long(*plan.closed_on) : "") +
                            ", but the measure is off target: " + standing_of(measure, figure) + ".",
                        "Open the plan again in recovery/" + plan.code.text() + ".md, or correct the figure."});
}

// The period that an evidence speaks of ("in quarter 2"): that quarter of the year at hand, else the period itself.
const Figure* figure_spoken_of(const CheckInput& input, const Figure& figure, const std::string& sentence) {
    const auto at = lower(sentence).find("quarter ");
    if (at == std::string::npos || at + 8 >= sentence.size()) return &figure;
    const Calendar& calendar = input.content.settings.calendar;
    const Period year = calendar.year_of(input.period);
    const int number = sentence[at + 8] - '0';
    const Series* series = input.series(figure.measure);
    if (number < 1 || number > 4 || series == nullptr) return &figure;
    const auto quarter = calendar.parts(year, Grain::quarter)[static_cast<std::size_t>(number - 1)];
    if (quarter == input.period) return &figure;
    const auto point = std::ranges::find(series->points, quarter, &Figure::period);
    return point == series->points.end() ? nullptr : &*point;
}

// Any number printed for the figure: what it is, what it is made of, and what it is compared with.
bool is_number_of(const Measure& measure, const Figure& figure, Decimal number) {
    const auto is = [&](const std::optional<Decimal>& value) { return value && rounds_to(*value, number); };
    const auto of_goal = [&](const std::optional<Goal>& goal) {
        return goal && (is(goal->aim) || is(goal->lower) || is(goal->upper));
    };
    const auto of_cell = [&](const Cell& cell) { return cell.has_value() && is(cell.value()); };
    if (const auto missing = short_by(measure, figure, figure.goal); is(missing)) return true;
    return of_cell(figure.actual) || of_cell(figure.in_period) || is(figure.numerator) || is(figure.denominator) ||
           is(figure.published) || is(figure.forecast) || is(figure.previous.value) || is(figure.last_year.value) ||
           is(figure.previous.difference) || is(figure.last_year.difference) || of_goal(figure.goal) ||
           of_goal(figure.year_end);
}

// A share where the measure is one; else a number of about its size, since a plan speaks of crews and weeks as well.
bool may_be_the_figure(const Measure& measure, const Figure& figure, const ProseNumber& number) {
    if (number.in_words || number.percent != (measure.quantity == Quantity::percent)) return false;
    if (number.percent) return true;
    const double actual = figure.actual.value().to_double(), said = number.value.to_double();
    const double target = figure.goal && figure.goal->aim ? figure.goal->aim->to_double() : actual;
    return said >= std::min(actual, target) / 2 && said <= std::max(actual, target) * 2;
}

// The figure by which it was declared back on track, compared with the one that was handed in.
void evidence_differs(const CheckInput& input, const Measure& measure, const Figure& figure, const RecoveryPlan& plan,
                      Findings& findings) {
    for (const std::string& sentence : sentences_of(plan.evidence)) {
        const Figure* meant = figure_spoken_of(input, figure, sentence);
        if (!meant || !meant->actual.has_value()) continue;
        for (const ProseNumber& number : numbers_in(sentence)) {
            if (!may_be_the_figure(measure, *meant, number)) continue;
            if (is_number_of(measure, *meant, number.value) || is_number_of(measure, figure, number.value)) continue;
            findings.push_back({error("published-differs"),
                                {SubjectKind::recovery_plan, plan.code.text()},
                                short_name(measure) + ", recovery plan",
                                "Its evidence says " + as_written(sentence, number) + ", but " +
                                    show(measure, meant->actual.value()) + " was handed in for " +
                                    input.content.settings.calendar.label(meant->period) + ".",
                                "Correct the evidence in recovery/" + plan.code.text() + ".md, or the return."});
            break;
        }
    }
}

void called_back_on_track(const CheckInput& input, const Measure& measure, const Figure& figure, Findings& findings) {
    for (const RecoveryPlan& plan : input.content.recovery_plans) {
        if (plan.measure != measure.code ||
            !is_called_back_on_track(input.content, plan, input.period, input.as_at.date()) ||
            input.content.settings.calendar.last_day(plan.raised_in) >
                input.content.settings.calendar.last_day(input.period))
            continue;
        back_on_track_while_off(measure, figure, plan, findings);
        if (plan.closed_on && *plan.closed_on > input.content.settings.calendar.last_day(input.period))
            evidence_differs(input, measure, figure, plan,
                             findings); // said of this period, and of none before or after
    }
}

} // namespace

Findings check_recovery_plans(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    std::set<MeasureCode> wanted; // of these a plan is missing
    for (const WantedPlan& each : wanted_plans(input.content, input.scorecard, input.before))
        wanted.insert(each.measure);
    for (const Figure& figure : input.scorecard.figures) {
        const Measure* measure = find_row(input.content.measures, figure.measure);
        if (!measure) continue;
        if (wanted.contains(figure.measure)) without_plan(input, *measure, figure, findings);
        not_carried(input, *measure, figure, findings);
        without_causes(input, *measure, figure, findings);
        without_evidence(input, *measure, findings);
        called_back_on_track(input, *measure, figure, findings);
    }
    return findings;
}

} // namespace qd::inline checks
