#include "web/view/plan_rows.hpp"

#include "base/text.hpp"
#include "documents/sections/promises.hpp"
#include "domain/own_status.hpp"
#include "web/view/tags.hpp"
#include "web/view/trend.hpp"
#include "web/view/wording.hpp"

#include <algorithm>

namespace qd::web {
namespace {

bool is_open(const Action& action) {
    return action.state != ActionState::complete && action.state != ActionState::cancelled;
}

std::optional<Date> last_date(const Action& action) {
    std::optional<Date> last;
    for (const DueDate& due : action.due)
        if (due.date && (!last || *due.date > *last)) last = due.date;
    return last;
}

} // namespace

Fields state_tag(const Visit& visit, const Action& action) {
    return action.status ? web::status_tag(typed_verdict(visit.snapshot.content().settings, *action.status))
                         : web::status_tag(action.state);
}

Fields action_row(const Visit& visit, const Action& action) {
    Fields row;
    row.text("title", action.title).text("lead", action.lead).text("outcome", action.outcome);
    std::vector<Fields> dues;
    for (const std::string& words : due_dates(action)) dues.push_back(Fields{}.text("due", words));
    row.list("dues", std::move(dues));
    const std::optional<Date> last = last_date(action);
    row.flag("late", is_open(action) && last && *last < visit.view().as_at.date());
    row.object("state", state_tag(visit, action));
    row.text("completed", action.completed_on ? print_long(*action.completed_on) : std::string{});
    return row;
}

Fields plan_link(const Visit& visit, const RecoveryPlan& plan) {
    const auto actions = actions_of(visit.snapshot.content().actions, {SubjectKind::recovery_plan, plan.code.text()});
    Fields fields;
    fields.text("href", visit.link("/recovery-plans/" + plan.code.text()))
        .text("state", capitalised(state_words(plan)));
    fields.text("actions", plan.text_published ? actions_words(actions) : "text not published");
    return fields;
}

void add_effect(Fields& fields, const Visit& visit, const RecoveryPlan& plan) {
    const Content& content = visit.snapshot.content();
    const Series series = visit.snapshot.series(plan.measure, visit.view());
    const std::string words = effect_words(content, plan, series, visit.view().as_at);
    const auto input = trajectory_chart(content, plan, series, visit.view().as_at, "trajectory");
    const std::string trajectory = input ? "" : trajectory_words(content, plan, series, visit.view().as_at);
    if (words.empty() && trajectory.empty() && !input) {
        fields.none("effect");
        return;
    }
    Fields effect;
    effect.text("words", words + (words.empty() || trajectory.empty() ? "" : " ") + trajectory);
    if (input)
        effect.object("chart", chart_fields(promise_chart(*input)));
    else
        effect.none("chart");
    fields.object("effect", std::move(effect));
}

std::string actions_words(const std::vector<const Action*>& actions) {
    if (actions.empty()) return "no actions";
    const auto count = [&](auto wanted) { return static_cast<std::size_t>(std::ranges::count_if(actions, wanted)); };
    const std::size_t complete = count([](const Action* a) { return a->state == ActionState::complete; });
    const std::size_t leads = count([](const Action* a) { return a->lead.empty(); });
    const std::size_t dates = count([](const Action* a) { return a->due.empty() && !a->completed_on; });
    std::string words =
        complete > 0 ? std::to_string(complete) + " of " + plural(actions.size(), "action", "actions") + " complete"
                     : plural(actions.size(), "action", "actions");
    if (leads > 0) words += ", " + std::to_string(leads) + " without a lead";
    if (dates > 0) words += ", " + std::to_string(dates) + " without a date";
    return words;
}

namespace {

// Whether what the action is to bring back on target is still measured in the period that is looked at.
bool is_still_measured(const Visit& visit, const Action& action) {
    const Content& content = visit.snapshot.content();
    const RecoveryPlan* plan = find_row(content.recovery_plans, RecoveryPlanCode(action.subject.code));
    if (plan == nullptr) return true;
    const std::optional<Date> until = visit.snapshot.measure(plan->measure).active_to;
    return !until || *until >= content.settings.calendar.first_day(visit.view().period);
}

} // namespace

std::vector<Fields> next_dates(const Visit& visit, std::size_t most) {
    struct Dated {
        const Action* action;
        std::optional<Date> date;
    };
    std::vector<Dated> dated;
    for (const Action& action : visit.snapshot.content().actions)
        if (action.subject.kind == SubjectKind::recovery_plan && is_open(action) && is_still_measured(visit, action))
            dated.push_back({&action, last_date(action)});
    std::ranges::stable_sort(dated, [](const Dated& a, const Dated& b) {
        return a.date && b.date ? *a.date < *b.date : a.date.has_value() && !b.date;
    });
    std::vector<Fields> rows;
    for (const Dated& entry : dated) {
        if (rows.size() == most) break;
        Fields row;
        row.text("date", entry.date ? print_long(*entry.date) : std::string{});
        row.flag("late", entry.date && *entry.date < visit.view().as_at.date());
        row.text("title", shorten(entry.action->title, 80)).text("lead", shorten(entry.action->lead, 60));
        row.text("href", visit.link("/recovery-plans/" + entry.action->subject.code));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string insight(const Visit& visit, const Figure& figure) {
    const Measure& measure = visit.snapshot.measure(figure.measure);
    if (!figure.actual.has_value()) {
        std::string words = "No figure for this period: " + label(figure.actual.gap());
        return words + (figure.due_on ? ", due " + print_long(*figure.due_on) + "." : ".");
    }
    std::string words = parts_words(figure);
    if (const auto missing = short_by(measure, figure, figure.goal))
        words += ", " + print_grouped(*missing, 0) + (measure.polarity == Polarity::higher ? " short of " : " above ") +
                 goal_words(measure, figure.goal);
    if (!words.empty()) words += ". ";
    if (measure.polarity == Polarity::lower) words += "Smaller is better. ";
    if (figure.described != figure.period)
        words += "Describes " + visit.snapshot.content().settings.calendar.days_label(figure.described) + ".";
    return std::string{trim(words)};
}

} // namespace qd::web
