#include "documents/sections/scorecard_tables.hpp"

#include "base/text.hpp"
#include "documents/formats/cell_number.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/exception_section.hpp"
#include "documents/sections/exceptions.hpp"
#include "documents/sections/recovery_section.hpp"
#include "domain/goal_beside.hpp"
#include "domain/recovery.hpp"
#include "domain/shorthand.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

Spans plan_words(const Content& content, const Figure& figure, Instant as_at) {
    const RecoveryPlan* plan = plan_for(content, figure.measure, figure.period, as_at);
    if (!plan) return quiet(content.settings.recovery.when == RaiseWhen::never ? "none" : "not given");
    if (is_called_back_on_track(content, *plan, figure.period, as_at.date()))
        return plain("declared back on track" +
                     (plan->closed_on ? " on " + print_long(*plan->closed_on) : std::string()));
    if (plan->text_published) return {Link{"in this report", "#" + lower(measure_id(figure.measure))}};
    return plan->presented.empty() ? plain("not published")
                                   : plain("presented on " + print_long(plan->presented.front().date));
}

// The theme's rows; a theme that comes back later in the order of the scorecard continues in its first place.
RowGroup& group_of(Table& table, const std::string& theme) {
    const auto found = std::ranges::find(table.groups, theme, &RowGroup::title);
    if (found != table.groups.end()) return *found;
    return table.groups.emplace_back(RowGroup{theme, {}});
}

const Figure* find_figure(const Scorecard& scorecard, const MeasureCode& code) {
    const auto found = std::ranges::find(scorecard.figures, code, &Figure::measure);
    return found == scorecard.figures.end() ? nullptr : &*found;
}

// What changed for one measure.
enum class Change { none, back_on_track, not_judged, newly_off, otherwise, first_judged };

Change change_of(const Figure& before, const Figure& now) {
    // What lost its figure or its target is not back on track: nobody knows.
    if (is_off_target(before) && !is_off_target(now))
        return is_rated(now.status.status) || now.outlook != Outlook::unknown ? Change::back_on_track
                                                                              : Change::not_judged;
    if (!is_off_target(before) && is_off_target(now)) return Change::newly_off;
    const bool status = before.status.status != now.status.status, outlook = before.outlook != now.outlook;
    const bool both_rated = is_rated(before.status.status) && is_rated(now.status.status);
    const bool both_expected = before.outlook != Outlook::unknown && now.outlook != Outlook::unknown;
    if ((status && both_rated) || (outlook && both_expected)) return Change::otherwise;
    if ((status && is_rated(now.status.status)) || (outlook && now.outlook != Outlook::unknown))
        return Change::first_judged;
    return Change::none;
}

TableCell judgement(const Measure& measure, const Figure& figure) {
    Spans out{status_tag(figure.status), LineBreak{}, outlook_tag(figure.outlook), LineBreak{}};
    append(out, quiet(against(measure, figure)));
    return cell(out);
}

std::string names_of(const Content& content, const std::vector<MeasureCode>& codes) {
    std::vector<std::string> names;
    for (const MeasureCode& code : codes) {
        const Measure* measure = find_row(content.measures, code);
        names.push_back(measure ? short_name(*measure) : code.text());
    }
    return join(names, "; ");
}

void write_comings_and_goings(Blocks& blocks, const Content& content, const Scorecard& before, const Scorecard& now) {
    std::vector<MeasureCode> came, went;
    for (const Figure& figure : now.figures)
        if (!find_figure(before, figure.measure)) came.push_back(figure.measure);
    for (const Figure& figure : before.figures)
        if (!find_figure(now, figure.measure)) went.push_back(figure.measure);
    if (!came.empty())
        blocks.push_back(paragraph(plural(came.size(), "measure is", "measures are") +
                                   " new on the scorecard: " + names_of(content, came) + "."));
    if (!went.empty())
        blocks.push_back(paragraph(plural(went.size(), "measure is", "measures are") +
                                   " no longer on it: " + names_of(content, went) + "."));
}

// "school year 2011/12" for "describes school year 2011/12": below a name there is no room for more.
std::string without_verb(const std::string& beside) {
    constexpr std::string_view verb = "describes ";
    return beside.starts_with(verb) ? beside.substr(verb.size()) : beside;
}

// The period's other figure, below the one that is judged.
TableRow side_row(const Measure& measure, const SideFigure& side) {
    TableCell value = side.actual.has_value()
                          ? cell(plain(show(measure, side.actual.value())))
                          : cell({Missing{std::string(shorthand(side.actual.gap())), label(side.actual.gap())}});
    if (side.actual.has_value()) value.number = number_in(show(measure, side.actual.value()));
    const bool is_told = side.status.basis == Verdict::Basis::computed && !side.status.reason.empty();
    const std::string covers = is_told ? ", " + side.status.reason : "";
    return {{cell(quiet(capitalised(name_of(side.stretch, side.described)) + covers)), value,
             cell(short_goal(measure, side.goal)), cell({status_tag(side.status)}), cell(quiet("as above")),
             cell(direction_of(measure, side.previous)), cell(direction_of(measure, side.last_year))},
            ""};
}

} // namespace

Table exceptions_table(const Content& content, const std::vector<const Figure*>& figures, Instant as_at) {
    Table table;
    table.columns = {{"Measure", Align::left, 32}, {"Actual", Align::right, 0},  {"Target", Align::right, 0},
                     {"Now", Align::left, 0},      {"Year end", Align::left, 0}, {"Recovery plan", Align::left, 0}};
    table.groups.emplace_back();
    for (const Figure* figure : figures) {
        const Measure& measure = *find_row(content.measures, figure->measure);
        table.groups[0].rows.push_back(
            {{cell({Link{short_name(measure), "#" + lower(measure_id(figure->measure))}}),
              figure_cell(measure, *figure), cell(short_goal(measure, *figure)), cell({status_tag(figure->status)}),
              cell({outlook_tag(figure->outlook)}), cell(plan_words(content, *figure, as_at))},
             ""});
    }
    return table;
}

Table whole_scorecard(const Content& content, const Scorecard& scorecard) {
    Table table;
    table.form = TableForm::dense;
    table.columns = {{"Measure", Align::left, 24},     {"Actual", Align::right, 12},
                     {"Target", Align::right, 10},     {"Now", Align::left, 0},
                     {"Year end", Align::left, 0},     {"On period before", Align::left, 14},
                     {"On last year", Align::left, 14}};
    for (const Figure& figure : scorecard.figures) {
        const Measure& measure = *find_row(content.measures, figure.measure);
        TableCell name = cell(plain(short_name(measure)));
        if (is_off_target(figure)) name = cell({Link{short_name(measure), "#" + lower(measure_id(figure.measure))}});
        if (const std::string beside = without_verb(aside(content, figure)); !beside.empty()) {
            append(name.spans, line_break());
            append(name.spans, quiet(beside));
        }
        if (figure.beside) {
            append(name.spans, line_break());
            append(name.spans, quiet(name_of(figure.stretch, figure.described)));
        }
        const bool moves_here = !figure.beside || figure.previous.stretch == figure.stretch;
        auto& rows = group_of(table, measure.theme.empty() ? "Other measures" : measure.theme).rows;
        rows.push_back({{name, figure_cell(measure, figure), cell(short_goal(measure, figure)),
                         cell({status_tag(figure.status)}), cell({short_outlook_tag(figure.outlook)}),
                         cell(moves_here ? direction_of(measure, figure.previous) : quiet("see below")),
                         cell(direction_of(measure, figure.last_year))},
                        ""});
        if (figure.beside) rows.push_back(side_row(measure, *figure.beside));
    }
    return table;
}

void write_other_targets(Blocks& blocks, const Content& content, const Scorecard& scorecard) {
    for (const Figure& figure : scorecard.figures) {
        const Calendar& calendar = content.settings.calendar;
        const Measure& measure = *find_row(content.measures, figure.measure);
        std::vector<std::string> goals;
        for (const GoalBeside& beside : figure.other_goals)
            if (calendar.first_day(beside.goal.period) <= calendar.last_day(figure.period)) // not of later years
                goals.push_back(decapitalised(label(beside.goal.role)) + " " +
                                standing_words(calendar, measure, figure, beside));
        if (goals.empty()) continue;
        blocks.push_back(paragraph({Text{"Other targets for " + short_name(measure) + ": ", Voice::quiet},
                                    Text{join(goals, "; ") + ".", Voice::plain}},
                                   ParagraphRole::small));
    }
}

void write_targets_in_words(Blocks& blocks, const Content& content, const Scorecard& scorecard) {
    std::vector<std::pair<std::string, std::vector<std::string>>> found; // words, and the measures that have them
    for (const Figure& figure : scorecard.figures) {
        if (!figure.goal || figure.goal->kind != TargetKind::words || figure.goal->words.empty()) continue;
        const std::string name = short_name(*find_row(content.measures, figure.measure));
        const auto same = std::ranges::find(found, figure.goal->words, &decltype(found)::value_type::first);
        if (same == found.end())
            found.push_back({figure.goal->words, {name}});
        else
            same->second.push_back(name);
    }
    for (const auto& [words, names] : found)
        blocks.push_back(paragraph(
            {Text{"Target in words for " +
                      (names.size() > 3 ? plural(names.size(), "measure", "measures") : in_words(names)) + ": ",
                  Voice::quiet},
             Text{words + ".", Voice::plain}},
            ParagraphRole::small));
}

void write_changed_targets(Blocks& blocks, const Content& content, const Scorecard& scorecard) {
    for (const Figure& figure : scorecard.figures) {
        const Measure& measure = *find_row(content.measures, figure.measure);
        const std::string change = target_change(measure, figure);
        if (change.empty()) continue;
        std::string words = "The year’s target for " + short_name(measure) + " was " + change + ".";
        if (figure.goal && figure.goal->aim)
            words += " " + capitalised(content.settings.calendar.label(figure.period)) + " is judged against " +
                     goal_words(measure, *figure.goal) + ", the year’s end against " +
                     goal_words(measure, *figure.year_end) + ".";
        blocks.push_back(paragraph(words, ParagraphRole::small));
    }
}

void write_changes(Blocks& blocks, const Content& content, const Scorecard& before, const Scorecard& now) {
    const Calendar& calendar = content.settings.calendar;
    const std::string then = calendar.label(before.period);
    Table table;
    table.columns = {{"Measure", Align::left, 36},
                     {capitalised(then), Align::left, 32},
                     {capitalised(calendar.label(now.period)), Align::left, 32}};
    std::size_t first_judged = 0, back = 0, off = 0;
    for (const Change wanted : {Change::back_on_track, Change::not_judged, Change::newly_off, Change::otherwise}) {
        RowGroup group{wanted == Change::back_on_track ? "Back on track"
                       : wanted == Change::not_judged  ? "Off target then, cannot be judged now"
                       : wanted == Change::newly_off   ? "Newly off target"
                                                       : "Judged differently",
                       {}};
        for (const Figure& figure : now.figures) {
            const Figure* old = find_figure(before, figure.measure);
            const Measure& measure = *find_row(content.measures, figure.measure);
            if (old && change_of(*old, figure) == wanted)
                group.rows.push_back(
                    {{cell(plain(short_name(measure))), judgement(measure, *old), judgement(measure, figure)}, ""});
        }
        if (wanted == Change::back_on_track) back = group.rows.size();
        if (wanted == Change::newly_off) off = group.rows.size();
        if (!group.rows.empty()) table.groups.push_back(std::move(group));
    }
    for (const Figure& figure : now.figures)
        if (const Figure* old = find_figure(before, figure.measure))
            first_judged += change_of(*old, figure) == Change::first_judged ? 1 : 0;
    blocks.push_back(heading(2, "What changed since " + then, "changes"));
    blocks.push_back(paragraph(plural(back, "measure that was off target is", "measures that were off target are") +
                               " back on track; " + plural(off, "measure is", "measures are") + " newly off target."));
    if (!table.groups.empty()) blocks.push_back({table});
    if (first_judged > 0)
        blocks.push_back(paragraph(plural(first_judged, "further measure has", "further measures have") +
                                   " a status or an outlook now and had none then."));
    write_comings_and_goings(blocks, content, before, now);
}

} // namespace qd::inline documents
