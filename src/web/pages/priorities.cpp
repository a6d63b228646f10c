#include "domain/own_status.hpp"
#include "domain/share.hpp"
#include "web/layout.hpp"
#include "web/markdown.hpp"
#include "web/pages/pages.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/partnership_rows.hpp"
#include "web/view/plan_rows.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "domain/themes.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

// Left out where the title says them already.
std::string years(const Plan& plan) {
    if (plan.to && plan.title.find(std::to_string(plan.to->year() % 100)) != std::string::npos) return {};
    if (plan.from && plan.to) return std::to_string(plan.from->year()) + " to " + std::to_string(plan.to->year());
    if (plan.to) return "to " + std::to_string(plan.to->year());
    return plan.from ? "from " + std::to_string(plan.from->year()) : std::string{};
}

Fields group_fields(const Visit& visit, const GroupLines& group) {
    Fields fields;
    fields.text("name", group.unit.name).text("anchor", "group-" + group.unit.code.text());
    fields.text("tally", group.tally.total() == 0 ? "" : tally_words(group.tally))
        .list("marks", tally_marks(group.tally));
    fields.text("plan_title", group.plan ? group.plan->title : std::string{})
        .text("years", group.plan ? years(*group.plan) : std::string{});
    fields.text("decision_making", group.plan ? group.plan->decision_making : std::string{});
    fields.text("delivery", group.plan ? group.plan->delivery : std::string{});
    fields.text("achievements", group.update ? markdown_to_html(group.update->narrative, 4) : std::string{});
    std::vector<Fields> rows;
    for (const PriorityLine& line : group.lines) rows.push_back(priority_row(visit, line));
    fields.flag("plan_block", group.plan && (!group.plan->decision_making.empty() || !group.plan->delivery.empty()));
    return fields.flag("group_rows", !rows.empty()).list("rows", std::move(rows));
}

struct Found {
    const GroupLines* group;
    const PriorityLine* line;
};

Found find_priority(const Visit& visit, const Partnership& partnership) {
    const std::string& code = visit.capture("code");
    std::vector<std::string> known;
    for (const GroupLines& group : partnership.groups)
        for (const PriorityLine& line : group.lines) {
            if (line.priority.code.text() == code) return {&group, &line};
            known.push_back(line.priority.code.text());
        }
    throw absent("priority", code, known);
}

std::vector<Fields> earlier_updates(const Visit& visit, const Priority& priority) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    std::vector<Fields> rows;
    for (const Update& update : visit.snapshot.content().updates) {
        if (update.subject != Subject{SubjectKind::priority, priority.code.text()} ||
            update.period == visit.view().period)
            continue;
        if (update.known_at && *update.known_at > visit.view().as_at) continue;
        rows.push_back(Fields{}
                           .text("period", calendar.label(update.period))
                           .object("status", update.status ? status_tag(typed_verdict(visit.snapshot.content().settings,
                                                                                      *update.status))
                                                           : status_tag(Status::not_rated))
                           .text("narrative", update.narrative));
    }
    return rows;
}

} // namespace

namespace {

std::vector<Fields> theme_rows(const Partnership& partnership) {
    std::vector<Fields> rows;
    for (const ThemeTally& theme : by_theme(partnership))
        rows.push_back(Fields{}
                           .text("theme", theme.theme)
                           .text("words", plural(theme.priorities, "priority", "priorities") + ": " +
                                              (theme.tally.total() == 0 ? "not reported" : tally_words(theme.tally))));
    return rows;
}

// What groups handed to one another in the period.
std::vector<Fields> escalation_rows(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    std::vector<Fields> rows;
    for (const Escalation& escalation : content.escalations) {
        if (escalation.period != visit.view().period) continue;
        const std::string from = unit_name(content, escalation.from_unit);
        rows.push_back(Fields{}
                           .text("title", escalation.title)
                           .text("way", (from.empty() ? "" : "From " + from + " ") + (from.empty() ? "To " : "to ") +
                                            unit_name(content, escalation.to_unit))
                           .text("state", capitalised(label(escalation.state)))
                           .text("outcome", escalation.outcome));
    }
    return rows;
}

} // namespace

Response priorities(const Visit& visit) {
    const auto partnership = visit.snapshot.partnership(visit.view());
    std::vector<Fields> groups;
    for (const GroupLines& group : partnership->groups) groups.push_back(group_fields(visit, group));
    const std::size_t rated = partnership->rows - partnership->tally.blank;
    Fields fields;
    fields.text("lede", partnership->rows == 0
                            ? "No group reported on its priorities for this period. Choose another period above."
                            : plural(partnership->priorities, "priority", "priorities") + " of " +
                                  plural(groups.size(), "group", "groups") + ". " +
                                  std::to_string(partnership->tally.green) + " of " +
                                  plural(rated, "rated one is", "rated ones are") + " green (" +
                                  show_share(partnership->tally.green, rated) +
                                  "). All reported this period: " + tally_words(partnership->tally) + ".");
    fields.text("actions", plural(partnership->actions, "action", "actions"))
        .flag("any", partnership->rows > 0)
        .list("groups", std::move(groups));
    std::vector<Fields> themes = theme_rows(*partnership), escalations = escalation_rows(visit);
    fields.flag("theme_block", !themes.empty())
        .list("themes", std::move(themes))
        .flag("escalation_block", !escalations.empty())
        .list("escalations", std::move(escalations));
    return render_page(visit, {"Priorities", "priorities", std::move(fields), Section::priorities});
}

Response priority(const Visit& visit) {
    const auto partnership = visit.snapshot.partnership(visit.view());
    const auto [group, line] = find_priority(visit, *partnership);
    Fields fields = priority_row(visit, *line);
    fields.text("group", group->unit.name).text("list", visit.link("/priorities")).text("theme", line->priority.theme);
    fields.text("narrative_html", line->update ? markdown_to_html(line->update->narrative, 3) : std::string{});
    fields.text("reason", line->update ? line->update->reason : std::string{})
        .text("by", line->update ? line->update->by : std::string{});
    const Subject subject{SubjectKind::priority, line->priority.code.text()};
    std::vector<Fields> actions, measures, findings;
    for (const Action* action : actions_of(visit.snapshot.content().actions, subject))
        actions.push_back(action_row(visit, *action));
    for (const Figure& figure : line->figures)
        measures.push_back(figure_row(visit, figure, visit.snapshot.series(figure.measure, visit.view())));
    for (const Finding& finding : *visit.snapshot.findings(visit.view()))
        if (finding.subject == subject) findings.push_back(finding_row(visit, finding));
    fields.flag("action_block", !actions.empty())
        .flag("measure_block", !measures.empty())
        .flag("finding_block", !findings.empty());
    fields.list("rows", std::move(actions)).list("measures", std::move(measures)).list("findings", std::move(findings));
    std::vector<Fields> earlier = earlier_updates(visit, line->priority);
    fields.flag("earlier_block", !earlier.empty()).list("earlier", std::move(earlier));
    return render_page(visit, {line->priority.title, "priority", std::move(fields), Section::priorities});
}

} // namespace qd::web::pages
