#include "web/layout.hpp"
#include "web/markdown.hpp"
#include "web/pages/pages.hpp"
#include "web/view/beside.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/frame.hpp"
#include "web/view/history.hpp"
#include "web/view/meeting_rows.hpp"
#include "web/view/plan_rows.hpp"
#include "web/view/reading.hpp"
#include "web/view/tags.hpp"
#include "web/view/target_rows.hpp"
#include "web/view/trend.hpp"
#include "web/view/wording.hpp"
#include "web/view/year_end.hpp"

#include "base/text.hpp"
#include "domain/coverage.hpp"
#include "domain/findings_about.hpp"
#include "domain/requests_about.hpp"
#include "domain/update_on.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

std::string gap_words(const Measure& measure, const Figure& figure) {
    const bool is_judged = figure.status.basis == Verdict::Basis::judged;
    if (!figure.actual.has_value())
        return is_judged ? std::string{} : figure.status.reason; // the judge's is said below
    const std::string target = goal_words(measure, figure.goal), distance = distance_words(measure, figure);
    if (distance.empty()) return target == "not given" ? "No target was given." : "Target: " + target + ".";
    if (figure.status.status == Status::not_rated && !figure.status.reason.empty())
        return capitalised(figure.status.reason) + ". Target: " + target + ".";
    return capitalised(distance) + ".";
}

std::string missing_words(const Measure& measure, const Figure& figure, const std::optional<Goal>& goal,
                          const char* word) {
    const auto missing = short_by(measure, figure, goal);
    return missing ? print_grouped(*missing, 0) + " " + word : std::string{};
}

Fields headline(const Visit& visit, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    const char* word = measure.polarity == Polarity::lower ? "fewer" : "more";
    Fields fields;
    fields.text("gap", gap_words(measure, figure))
        .text("missing_now", missing_words(measure, figure, figure.goal, word));
    fields.text("judged_words", judged_words(figure));
    fields.text("year_end", print_long(calendar.last_day(calendar.year_of(figure.period))));
    fields.text("year_target", figure.year_end ? year_target_words(measure, figure) : std::string{});
    fields.text("missing_year", missing_words(measure, figure, figure.year_end, word));
    fields.text("forecast_by", figure.forecast_by).text("forecast_reason", figure.forecast_reason);
    const std::string doubt = doubt_words(calendar, measure, figure);
    fields.text("doubt", doubt.empty() ? std::string{} : capitalised(doubt) + ".");
    fields.text("described", calendar.days_label(figure.described)).text("note", figure.note);
    std::vector<Fields> ways;
    const Content& content = visit.snapshot.content();
    for (const auto& [term, movement] : movements_of(figure))
        if (is_told(*movement)) ways.push_back(way_fields(movement_words(content, measure, figure, *movement)));
    fields.flag("any_ways", !ways.empty()).list("ways", std::move(ways));
    return fields;
}

// The newest first; where there are several, the one by which the figure that is shown was counted is named.
std::vector<Fields> definitions(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    const Definition* in_force = definition_at(measure, calendar.last_day(figure.described));
    std::vector<Fields> rows;
    for (auto definition = measure.definitions.rbegin(); definition != measure.definitions.rend(); ++definition) {
        Fields row;
        const bool is_shown = measure.definitions.size() > 1 && &*definition == in_force;
        row.text("from", (definition->from ? "from " + print_long(*definition->from) : "from the start") +
                             (is_shown ? ": the figure shown is by this definition" : ""))
            .text("text", definition->text);
        row.text("numerator", definition->numerator_label).text("denominator", definition->denominator_label);
        row.text("source", definition->source).text("reason", definition->reason);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Fields> finding_rows(const Visit& visit, const Measure& measure) {
    std::vector<Fields> rows;
    for (const Finding& finding :
         findings_about(visit.snapshot.content(), measure.code, *visit.snapshot.findings(visit.view())))
        rows.push_back(finding_row(visit, finding));
    return rows;
}

void add_plan(Fields& fields, const Visit& visit, const Measure& measure) {
    const RecoveryPlan* plan = visit.snapshot.recovery_plan(measure.code);
    if (plan == nullptr) {
        fields.none("plan");
        return;
    }
    const auto actions = actions_of(visit.snapshot.content().actions, {SubjectKind::recovery_plan, plan->code.text()});
    std::vector<Fields> rows;
    for (const Action* action : actions) rows.push_back(action_row(visit, *action));
    Fields inner = plan_link(visit, *plan);
    inner.text("heading", actions_words(actions))
        .text("description", plan->description)
        .flag("plan_rows", !rows.empty())
        .list("rows", std::move(rows));
    add_effect(inner, visit, *plan);
    fields.object("plan", std::move(inner));
}

// What committees asked for about it by the day that is shown.
void add_requests(Fields& fields, const Visit& visit, const Measure& measure) {
    const auto asked = requests_about(visit.snapshot.content(), {SubjectKind::measure, measure.code.text()},
                                      visit.view().as_at.date());
    fields.flag("any_asked", !asked.empty()).object("asked_block", Fields{}.list("rows", request_rows(visit, asked)));
}

// What was said of it in the period.
void add_commentary(Fields& fields, const Visit& visit, const Measure& measure) {
    const Update* newest = update_on(visit.snapshot.content().updates, {SubjectKind::measure, measure.code.text()},
                                     visit.view().period, visit.view().as_at);
    fields.text("narrative_html", newest ? markdown_to_html(newest->narrative, 3) : std::string{});
}

} // namespace

Response measure(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    const Measure& measure = visit.snapshot.measure(MeasureCode{visit.capture("code")});
    const Series series = visit.snapshot.series(measure.code, visit.view());
    const Figure figure = visit.snapshot.figure(measure.code, visit.view());
    Fields fields = figure_row(visit, figure, series);
    fields.text("theme", measure.theme).text("scorecard", visit.link("/scorecard"));
    fields.text("theme_href", visit.link("/scorecard", {{"theme", measure.theme}}));
    fields.text("good",
                measure.polarity == Polarity::none ? std::string{} : capitalised(label(measure.polarity)) + ".");
    fields.object("headline", headline(visit, measure, figure));
    const auto chart = trend_of(visit, measure, series, figure);
    if (chart)
        fields.object("chart", chart_fields(*chart));
    else
        fields.none("chart");
    add_commentary(fields, visit, measure);
    add_year_end(fields, visit, measure, series, figure);
    add_comparison(fields, visit, measure);
    add_statistics(fields, visit, measure, series);
    const auto has_parts = [](const Figure& f) { return f.numerator.has_value(); };
    add_targets(fields, visit, measure, figure);
    fields.flag("has_parts", std::ranges::any_of(series.points, has_parts));
    fields.flag("history_block", !series.points.empty()).list("history", history_rows(visit, measure, series));
    add_plan(fields, visit, measure);
    add_requests(fields, visit, measure);
    fields.object("lineage", lineage_fields(visit, measure, figure));
    std::vector<Fields> findings = finding_rows(visit, measure);
    fields.flag("finding_block", !findings.empty()).list("findings", std::move(findings));
    fields.text("csv", visit.link("/measures/" + measure.code.text() + "/series.csv"));
    fields.text("json", visit.link("/measures/" + measure.code.text() + "/series.json"));
    fields.list("definitions", definitions(content.settings.calendar, measure, figure));
    const std::string unit = unit_name(content, measure.owner);
    fields.text("unit", unit == owner_words(content, measure.owner) ? std::string{} : unit);
    return render_page(visit, {short_name(measure), "measure", std::move(fields), Section::scorecard});
}

} // namespace qd::web::pages
