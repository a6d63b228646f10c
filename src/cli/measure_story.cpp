#include "cli/measure_story.hpp"

#include "base/text.hpp"
#include "cli/findings.hpp"
#include "cli/ink.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"
#include "documents/phrases.hpp"
#include "domain/coverage.hpp"
#include "domain/formula.hpp"
#include "domain/goal_beside.hpp"
#include "domain/plan_words.hpp"
#include "domain/shortfall.hpp"
#include "domain/told.hpp"
#include "domain/words.hpp"
#include "views/hand_ins.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

std::string held_against(const Calendar& calendar, const Measure& measure, const std::optional<Goal>& goal) {
    if (!goal) return {};
    std::string text =
        ", against " + show_goal(measure, goal) + (goal->words.empty() ? "" : " (“" + goal->words + "”)");
    text += goal->role == TargetRole::profile ? ", the profile of " : ", the target of ";
    return text + calendar.label(goal->period);
}

std::string now(const Call& call, const Snapshot& snapshot, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = snapshot.content().settings.calendar;
    std::string text = tag(call, figure.status);
    if (!figure.status.name.empty() && !figure.status.label.empty()) text += " (" + figure.status.label + ")";
    text += held_against(calendar, measure, figure.goal);
    if (figure.status.basis == Verdict::Basis::judged)
        text += ", as judged by a person; computed: " + label(figure.computed.status);
    return figure.status.reason.empty() ? text : text + " (" + figure.status.reason + ")";
}

std::string outlook(const Call& call, const Snapshot& snapshot, const Measure& measure, const Figure& figure) {
    std::string text = tag(call, figure.outlook);
    if (figure.forecast)
        text += ", " + (figure.forecast_by.empty() ? "the officer" : figure.forecast_by) + " expects " +
                show(measure, *figure.forecast);
    if (figure.year_end && figure.year_end->aim)
        text += ", against " + show_goal(measure, figure.year_end) + " at the year's end";
    if (const std::string change = target_change(measure, figure); !change.empty())
        text += ". The year's target was " + change;
    const Calendar& calendar = snapshot.content().settings.calendar;
    const YearsEnd end = calendar.ends_year(figure.period) ? YearsEnd::reached : YearsEnd::ahead;
    if (const auto odds = outlook_at_odds(measure, figure, end))
        text += ". The word and the figures contradict each other: " + odds->words;
    if (is_outlook_told_otherwise(figure)) text += ". Reported differently: " + label(figure.told_outlook);
    return figure.forecast_reason.empty() ? text : text + ". " + figure.forecast_reason;
}

// After a figure of one of two stretches, which of them it is.
std::string behind(const Figure& figure, StretchKind stretch) {
    if (!figure.beside) return {};
    const Period described = stretch == figure.stretch ? figure.described : figure.beside->described;
    return " " + words_behind(stretch, described);
}

// "88.0% in the quarter, improved on 80.0% (2024/25 quarter 1), +8.0 points"
std::string movement_words(const Measure& measure, const Figure& figure, const Movement& movement,
                           const Content& content) {
    const std::string told = told_words(movement);
    if (!told.empty() && movement.direction == Direction::not_comparable) return told;
    if (is_told_otherwise(movement)) {
        Movement computed = movement;
        computed.told.reset();
        computed.told_change.clear();
        return movement_words(measure, figure, computed, content) + "; reported differently: " + told;
    }
    std::string text;
    if (figure.beside && movement.now) text = show(measure, *movement.now) + behind(figure, movement.stretch) + ", ";
    if (!movement.period || !movement.value)
        return text + label(movement.direction) + (movement.why_not.empty() ? "" : ": " + movement.why_not);
    const std::string whose = movement.areas.empty() ? "" : area_names(content, movement.areas) + ", ";
    const bool is_compared = movement.direction != Direction::not_comparable;
    text += label(movement.direction) + (is_compared ? " on " : " with ") + show(measure, *movement.value) + " (" +
            whose + content.settings.calendar.label(*movement.period) + ")";
    if (const auto change = printed_change(measure, movement)) text += ", " + show_difference(measure, *change);
    return is_compared || movement.why_not.empty() ? text : text + ": " + movement.why_not;
}

std::string side(const Call& call, const Calendar& calendar, const Measure& measure, const SideFigure& figure) {
    std::string text = show(measure, figure.actual);
    if (figure.actual.has_value()) text += " " + words_behind(figure.stretch, figure.described);
    if (const std::string parts = show_parts(figure); parts != "-") text += ", " + parts;
    text += ", " + tag(call, figure.status) + held_against(calendar, measure, figure.goal);
    return figure.status.reason.empty() ? text : text + " (" + figure.status.reason + ")";
}

std::string as_handed_in(const Measure& measure, const Observation& observation) {
    std::string text;
    if (observation.value) text = show(measure, *observation.value);
    if (observation.numerator)
        text += (text.empty() ? "" : ", ") + print_grouped(*observation.numerator, 0) +
                (observation.denominator ? " of " + print_grouped(*observation.denominator, 0) : "");
    return observation.gap ? label(*observation.gap) : text;
}

// As it fits into the column of terms.
std::string short_term(TargetRole role) {
    return role == TargetRole::stretch ? "Stretch" : role == TargetRole::intervention ? "Intervene" : label(role);
}

void print_hand_in(Call& call, const Measure& measure, const HandIn& each) {
    const Return& handed_in = *each.from;
    print_line(call, handed_in.known_at ? print(handed_in.known_at->date()) : "-",
               each.is_withdrawn ? "withdrawn" : as_handed_in(measure, each.observation));
    const std::string why = each.is_withdrawn ? "reason: " : "restated: ";
    print_line(call, "", handed_in.reason.empty() ? "" : why + handed_in.reason);
    print_line(call, "", handed_in.source.empty() ? "" : "source: " + handed_in.source);
    print_line(call, "", each.observation.cell.empty() ? "" : "cell " + each.observation.cell);
    print_line(call, "", handed_in.source_sha256.empty() ? "" : "SHA-256 " + handed_in.source_sha256);
    print_line(call, "", handed_in.handed_in_by.empty() ? "" : "handed in by " + handed_in.handed_in_by);
    print_line(call, "", handed_in.signed_off_by.empty() ? "" : "signed off by " + handed_in.signed_off_by);
    print_line(call, "", each.is_withdrawn ? "" : each.observation.note);
}

std::string due(const Action& action) {
    std::vector<std::string> dates;
    for (const DueDate& each : action.due) {
        std::vector<std::string> words;
        if (each.from && each.date)
            words.push_back(print(*each.from) + " to " + print(*each.date));
        else if (each.date)
            words.push_back("by " + print(*each.date));
        if (!each.words.empty()) words.push_back(each.words);
        dates.push_back(join(words, " "));
    }
    return dates.empty() ? "no date given" : join(dates, ", ");
}

// The one raised last by a day.
const RecoveryPlan* latest_plan(const Content& content, const MeasureCode& measure, Date known_on) {
    const RecoveryPlan* latest = nullptr;
    for (const RecoveryPlan& plan : content.recovery_plans) {
        const Date raised = plan.raised_on.value_or(content.settings.calendar.first_day(plan.raised_in));
        if (plan.measure == measure && raised <= known_on && (!latest || plan.raised_in > latest->raised_in))
            latest = &plan;
    }
    return latest;
}

std::vector<const Action*> actions_of(const Content& content, const RecoveryPlan& plan) {
    std::vector<const Action*> actions;
    for (const Action& action : content.actions)
        if (action.subject == Subject{SubjectKind::recovery_plan, plan.code.text()}) actions.push_back(&action);
    return actions;
}

// What an input was in the days that a figure describes: for exactly these days if it has such a figure, even the one next to
// a year to date; otherwise the newest that had ended by then, or a snapshot that covers them.
std::string told_input(const Calendar& calendar, const Measure& input, const Series& series, Period described) {
    const Date first = calendar.first_day(described), end = calendar.last_day(described);
    const auto is_same = [&](Period other) {
        return calendar.first_day(other) == first && calendar.last_day(other) == end;
    };
    const Figure* last = nullptr;
    for (const Figure& point : series.points) {
        if (is_same(point.described)) return show(input, point.actual) + ", " + calendar.label(point.described);
        if (point.beside && is_same(point.beside->described))
            return show(input, point.beside->actual) + ", " + calendar.label(point.beside->described);
        const bool lasts = point.stretch == StretchKind::latest && calendar.first_day(point.described) <= first;
        if (lasts || calendar.last_day(point.described) <= end) last = &point;
    }
    return last ? show(input, last->actual) + ", " + calendar.label(last->described) : "nothing was handed in";
}

} // namespace

void print_line(Call& call, const std::string& term, const std::string& text) {
    if (text.empty()) return;
    const std::string indent(14, ' ');
    call.out << wrap("  " + term + std::string(12 - std::min<std::size_t>(11, width_of(term)), ' ') + text, call.width,
                     indent)
             << "\n";
}

// "the year to 31 December 2012", "1 April 2012 to 31 December 2012".
std::string named(const std::string& period) {
    return (period.starts_with("year ") || period.starts_with("school year ") ? "the " : "") + period;
}

void print_latest(Call& call, const Snapshot& snapshot, const Figure& figure) {
    const Calendar& calendar = snapshot.content().settings.calendar;
    const Measure& measure = snapshot.measure(figure.measure);
    call.out << bold(call, calendar.label(figure.period))
             << (figure.described == figure.period ? ""
                                                   : ", which describes " + named(calendar.label(figure.described)))
             << "\n";
    std::string actual = show(measure, figure.actual);
    if (figure.actual.has_value()) actual += behind(figure, figure.stretch);
    if (const std::string parts = show_parts(figure); parts != "-") actual += ", " + parts;
    if (const auto coverage = coverage_of(calendar, measure, figure)) actual += ", " + words_of(*coverage);
    if (figure.flags != 0) actual += ", " + print(figure.flags);
    print_line(call, "Actual", actual);
    print_line(call, "Published", figure.published ? show(measure, *figure.published) : "");
    print_line(call, "Now", now(call, snapshot, measure, figure));
    for (const GoalBeside& beside : figure.other_goals)
        print_line(call, short_term(beside.goal.role), standing_words(calendar, measure, figure, beside));
    print_line(call, "Outlook", outlook(call, snapshot, measure, figure));
    if (figure.beside) print_line(call, "Alongside", side(call, calendar, measure, *figure.beside));
    const Content& content = snapshot.content();
    print_line(call, "Last", movement_words(measure, figure, figure.previous, content));
    print_line(call, "Year", movement_words(measure, figure, figure.last_year, content));
    if (figure.beside && figure.beside->last_year.value)
        print_line(call, "", movement_words(measure, figure, figure.beside->last_year, content));
    print_line(call, "Note", figure.note);
    if (!figure.red_parts.empty()) print_line(call, "Parts", "red in " + area_names(content, figure.red_parts));
}

void print_lineage(Call& call, const Snapshot& snapshot, const Figure& figure) {
    if (!figure.lineage) return;
    const Measure& measure = snapshot.measure(figure.measure);
    call.out << "\n"
             << bold(call, "Where the figure comes from") << " (known on, as handed in; the last is in force)\n";
    for (const HandIn& each : hand_ins(snapshot, figure, figure.lineage->known_at)) print_hand_in(call, measure, each);
}

void print_inputs(Call& call, const Snapshot& snapshot, const View& view, const Figure& figure) {
    const auto formula = Formula::parse(snapshot.measure(figure.measure).formula);
    if (!formula) return;
    const Calendar& calendar = snapshot.content().settings.calendar;
    call.out << "\n" << bold(call, "What it is computed from") << "\n";
    for (const MeasureCode& code : formula->inputs()) {
        const Measure& input = snapshot.measure(code);
        const std::string told = told_input(calendar, input, snapshot.series(code, view), figure.described);
        call.out << wrap("  " + code.text() + "  " + input.title + ": " + told, call.width, "    ") << "\n";
    }
}

void print_recovery_plan(Call& call, const Snapshot& snapshot, const Measure& measure, Date known_on) {
    const Content& content = snapshot.content();
    const RecoveryPlan* plan = latest_plan(content, measure.code, known_on);
    if (!plan) return;
    call.out << "\n"
             << bold(call, "Recovery plan " + plan->code.text()) << ", " << state_words(*plan) << ", raised in "
             << content.settings.calendar.label(plan->raised_in) << "\n";
    if (!plan->description.empty()) call.out << wrap("  " + plan->description, call.width, "  ") << "\n";
    for (const Presentation& shown : plan->presented)
        if (shown.date <= known_on)
            print_line(call, print(shown.date),
                       (shown.what.empty() ? "shown" : shown.what) + " to " + unit_name(content, shown.body));
    if (!plan->evidence.empty()) print_line(call, "evidence", plan->evidence);
    const auto actions = actions_of(content, *plan);
    if (actions.empty()) {
        call.out << "  It has no actions.\n";
        return;
    }
    for (const Action* action : actions) {
        call.out << wrap("  - " + action->title, call.width, "    ") << "\n";
        const std::string lead = action->lead.empty() ? "no lead given" : action->lead;
        call.out << wrap("    " + lead + "; " + due(*action) + "; " + state_words(*action, content.settings),
                         call.width, "    ")
                 << "\n";
        if (!action->outcome.empty()) call.out << wrap("    Outcome: " + action->outcome, call.width, "    ") << "\n";
    }
}

void print_findings_about(Call& call, const Snapshot& snapshot, const View& view, const MeasureCode& measure) {
    const Content& content = snapshot.content();
    std::vector<std::string> subjects = {print(Subject{SubjectKind::measure, measure.text()})};
    for (const RecoveryPlan& plan : content.recovery_plans) {
        if (plan.measure != measure) continue;
        subjects.push_back(print(Subject{SubjectKind::recovery_plan, plan.code.text()}));
        for (const Action* action : actions_of(content, plan))
            subjects.push_back(print(Subject{SubjectKind::action, action->code.text()}));
    }
    Findings about;
    for (const Finding& finding : *snapshot.findings(view))
        if (std::ranges::find(subjects, print(finding.subject)) != subjects.end()) about.push_back(finding);
    if (about.empty()) return;
    call.out << "\n"
             << bold(call, plural(about.size(), "finding", "findings")) << " for "
             << content.settings.calendar.label(view.period) << "\n\n";
    print_findings(call, about);
}

} // namespace qd::cli
