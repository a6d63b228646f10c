#include "web/layout.hpp"
#include "web/markdown.hpp"
#include "web/pages/pages.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/plan_rows.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "views/registers.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

const RecoveryPlan& find_plan(const Visit& visit) {
    const auto& plans = visit.snapshot.content().recovery_plans;
    const std::string& code = visit.capture("code");
    if (const RecoveryPlan* found = find_row(plans, RecoveryPlanCode{code})) return *found;
    throw absent("recovery plan", code, codes_of(plans));
}

const Figure* figure_of(const Scorecard& scorecard, const MeasureCode& measure) {
    const auto found = std::ranges::find(scorecard.figures, measure, &Figure::measure);
    return found == scorecard.figures.end() ? nullptr : &*found;
}

std::vector<Fields> presentations(const Visit& visit, const RecoveryPlan& plan) {
    std::vector<Fields> rows;
    for (const Presentation& shown : plan.presented)
        rows.push_back(Fields{}
                           .text("what", shown.what.empty() ? "Presented" : capitalised(shown.what))
                           .text("date", print_long(shown.date))
                           .text("body", unit_name(visit.snapshot.content(), shown.body)));
    return rows;
}

void add_figure(Fields& fields, const Visit& visit, const MeasureCode& code) {
    const auto scorecard = visit.snapshot.scorecard(visit.view());
    const Figure* figure = figure_of(*scorecard, code);
    if (figure == nullptr) {
        fields.none("figure");
        return;
    }
    fields.object("figure", figure_row(visit, *figure, visit.snapshot.series(code, visit.view())));
}

// Where the plan aims to be, period by period, with the result.
std::vector<Fields> trajectory_rows(const Visit& visit, const RecoveryPlan& plan, const Measure& measure) {
    std::vector<Fields> rows;
    for (const TrajectoryLine& line : trajectory(visit.snapshot, plan, visit.view())) {
        const std::string came = !line.actual   ? "not known yet"
                                 : line.is_kept ? show_set(measure, *line.actual) + ", as promised"
                                                : show_set(measure, *line.actual) + ", short of it";
        std::string note = line.point.note;
        if (line.at_first)
            note +=
                (note.empty() ? "Originally " : ". Originally ") + show_set(measure, *line.at_first) + " was promised.";
        rows.push_back(Fields{}
                           .text("period", visit.snapshot.content().settings.calendar.label(line.point.period))
                           .text("promised", show_set(measure, line.point.value))
                           .text("came", came)
                           .text("note", note));
    }
    return rows;
}

// The measures that need a plan by the council's rule, and have none.
std::vector<Fields> wanted_rows(const Visit& visit) {
    std::vector<Fields> rows;
    for (const WantedPlan& wanted : wanted_plans(visit.snapshot, visit.view()))
        rows.push_back(Fields{}
                           .text("href", visit.link("/measures/" + wanted.measure.text()))
                           .text("title", short_name(visit.snapshot.measure(wanted.measure)))
                           .text("why", wanted.why));
    return rows;
}

} // namespace

Response recovery_plans(const Visit& visit) {
    std::vector<Fields> rows;
    for (const RecoveryPlan& plan : visit.snapshot.content().recovery_plans) {
        Fields row = plan_link(visit, plan);
        row.text("title", short_name(visit.snapshot.measure(plan.measure))).text("description", plan.description);
        add_figure(row, visit, plan.measure);
        rows.push_back(std::move(row));
    }
    Fields fields;
    std::vector<Fields> wanted = wanted_rows(visit);
    fields.flag("any", !rows.empty()).flag("wanted_block", !wanted.empty()).list("wanted", std::move(wanted));
    fields.text("count", plural(rows.size(), "recovery plan", "recovery plans")).list("rows", std::move(rows));
    return render_page(visit, {"Recovery plans", "recovery_plans", std::move(fields), Section::recovery_plans});
}

Response recovery_plan(const Visit& visit) {
    const RecoveryPlan& plan = find_plan(visit);
    const Measure& measure = visit.snapshot.measure(plan.measure);
    const auto actions = actions_of(visit.snapshot.content().actions, {SubjectKind::recovery_plan, plan.code.text()});
    std::vector<Fields> rows, findings;
    for (const Action* action : actions) rows.push_back(action_row(visit, *action));
    for (const Finding& finding : *visit.snapshot.findings(visit.view()))
        if (finding.subject == Subject{SubjectKind::recovery_plan, plan.code.text()})
            findings.push_back(finding_row(visit, finding));
    Fields fields = plan_link(visit, plan);
    fields.text("title", short_name(measure))
        .text("measure_title", measure.title)
        .text("code", plan.code.text())
        .text("list", visit.link("/recovery-plans"));
    fields.text("measure_href", visit.link("/measures/" + measure.code.text())).text("description", plan.description);
    fields.text("raised", visit.snapshot.content().settings.calendar.label(plan.raised_in))
        .flag("published", plan.text_published);
    fields.text("causes", plan.causes.empty() ? std::string{} : markdown_to_html(plan.causes, 3));
    std::vector<Fields> trajectory = trajectory_rows(visit, plan, measure);
    fields.text("evidence", plan.evidence).flag("any_trajectory", trajectory.size() > 1); // one point is in the words
    fields.list("trajectory", std::move(trajectory));
    fields.flag("any_rows", !rows.empty()).flag("finding_block", !findings.empty());
    fields.text("heading", actions_words(actions))
        .list("rows", std::move(rows))
        .list("presented", presentations(visit, plan))
        .list("findings", std::move(findings));
    add_effect(fields, visit, plan);
    add_figure(fields, visit, plan.measure);
    return render_page(
        visit, {"Recovery plan: " + short_name(measure), "recovery_plan", std::move(fields), Section::recovery_plans});
}

} // namespace qd::web::pages
