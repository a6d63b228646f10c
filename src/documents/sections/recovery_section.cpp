#include "documents/sections/recovery_section.hpp"

#include "base/text.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/promises.hpp"
#include "domain/own_status.hpp"
#include "domain/plan_words.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

// As the group rates it, else its state; with the day on which it was completed.
Spans state_of(const Content& content, const Action& action) {
    Spans out;
    if (action.status)
        out = {status_tag(typed_verdict(content.settings, *action.status))};
    else if (action.state == ActionState::complete)
        out = {StatusTag{Status::complete, capitalised(label(action.state))}};
    else if (action.state == ActionState::not_started)
        out = {StatusTag{Status::not_started, capitalised(label(action.state))}};
    else if (action.state == ActionState::no_update)
        out = quiet(label(action.state));
    else
        out = plain(capitalised(label(action.state)));
    if (action.completed_on) {
        append(out, line_break());
        append(out, quiet(print_long(*action.completed_on)));
    }
    return out;
}

} // namespace

const RecoveryPlan* plan_for(const Content& content, const MeasureCode& measure, Period period, Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    const RecoveryPlan* found = nullptr;
    for (const RecoveryPlan& plan : content.recovery_plans) {
        if (plan.measure != measure || calendar.first_day(plan.raised_in) > calendar.last_day(period)) continue;
        if (plan.raised_on && *plan.raised_on > as_at.date()) continue;
        if (plan.state == RecoveryPlanState::closed && (!plan.closed_on || *plan.closed_on <= as_at.date())) continue;
        if (!found || calendar.first_day(found->raised_in) <= calendar.first_day(plan.raised_in)) found = &plan;
    }
    return found;
}

Spans due_words(const Action& action) {
    Spans out;
    for (const std::string& date : due_dates(action)) {
        if (!out.empty()) append(out, line_break());
        append(out, plain(date));
    }
    return out.empty() ? quiet("not given") : out;
}

std::string presented_words(const Content& content, const RecoveryPlan& plan, Instant as_at) {
    std::vector<std::string> shown;
    for (const Presentation& presentation : plan.presented) {
        if (presentation.date > as_at.date()) continue;
        const std::string body = unit_name(content, presentation.body);
        shown.push_back((presentation.what.empty() || presentation.what == "plan" ? "" : presentation.what + " ") +
                        std::string(body.empty() ? "" : "to the " + body + " ") + "on " +
                        print_long(presentation.date));
    }
    return shown.empty() ? "" : "Presented " + join(shown, "; ") + ".";
}

Table actions_table(const Content& content, const Subject& subject) {
    Table table;
    table.columns = {{"What is being done", Align::left, 40},
                     {"Lead", Align::left, 20},
                     {"By", Align::left, 24},
                     {"State", Align::left, 16}};
    table.groups.emplace_back();
    for (const Action* action : actions_of(content.actions, subject)) {
        TableCell what = cell(given(action->title));
        if (!action->outcome.empty()) {
            append(what.spans, line_break());
            append(what.spans, quiet("Outcome: " + action->outcome));
        }
        table.groups[0].rows.push_back(
            {{what, cell(given(action->lead)), cell(due_words(*action)), cell(state_of(content, *action))}, ""});
    }
    return table;
}

namespace {

void write_effect(Blocks& blocks, const Content& content, const RecoveryPlan& plan, const Series& series, Instant as_at,
                  FigureNumbers& numbers) {
    const std::string words = effect_words(content, plan, series, as_at);
    const auto input = trajectory_chart(content, plan, series, as_at, "trajectory-" + plan.code.text());
    const std::string trajectory = input ? "" : trajectory_words(content, plan, series, as_at);
    if (words.empty() && trajectory.empty() && !input) return;
    blocks.push_back(heading(4, "The way back to target"));
    if (!words.empty()) blocks.push_back(paragraph(words));
    if (!trajectory.empty()) blocks.push_back(paragraph(trajectory));
    if (input) blocks.push_back({ChartBlock{promise_chart(*input), numbers.next()}});
}

} // namespace

Blocks recovery_plan_section(const Content& content, const RecoveryPlan& plan, const Series* series, Instant as_at,
                             FigureNumbers& numbers) {
    Blocks blocks;
    Table actions = actions_table(content, {SubjectKind::recovery_plan, plan.code.text()});
    const std::vector<TableRow>& rows = actions.groups[0].rows;
    if (!plan.description.empty()) {
        const bool ends = plan.description.ends_with('.');
        blocks.push_back(paragraph(plan.description + (ends ? "" : ".")));
    }
    const std::string presented = presented_words(content, plan, as_at);
    if (!presented.empty()) blocks.push_back(paragraph(quiet(presented), ParagraphRole::small));
    if (plan.state != RecoveryPlanState::open)
        blocks.push_back(
            paragraph(capitalised(state_words(plan)) + (plan.evidence.empty() ? "." : ": " + plan.evidence)));
    if (series) write_effect(blocks, content, plan, *series, as_at, numbers);
    if (!plan.text_published) blocks.push_back(paragraph(quiet("The text of the plan is not published.")));
    if (!trim(plan.causes).empty()) {
        blocks.push_back(heading(4, "Why it falls short"));
        for (Block& block : from_markdown(plan.causes, 5)) blocks.push_back(std::move(block));
    } else if (plan.text_published) {
        blocks.push_back(paragraph({Text{"Why it falls short: ", Voice::plain}, Text{"not given", Voice::quiet}}));
    }
    if (!rows.empty()) {
        blocks.push_back(heading(4, "What is being done"));
        actions.columns[0].heading = "Action";
        blocks.push_back({actions});
    } else if (plan.text_published) {
        blocks.push_back(paragraph({Text{"Actions: ", Voice::plain}, Text{"not given", Voice::quiet}}));
    }
    return blocks;
}

} // namespace qd::inline documents
