#include "documents/sections/exception_section.hpp"

#include "base/text.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/measure_control.hpp"
#include "documents/sections/measure_trend.hpp"
#include "documents/sections/reading_facts.hpp"
#include "documents/sections/recovery_section.hpp"
#include "domain/coverage.hpp"
#include "domain/goal_beside.hpp"
#include "domain/recovery.hpp"
#include "domain/shortfall.hpp"
#include "domain/shorthand.hpp"
#include "domain/told.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

const Update* update_of(const Content& content, const Figure& figure, Instant as_at) {
    const Update* found = nullptr;
    for (const Update& update : content.updates)
        if (update.subject == Subject{SubjectKind::measure, figure.measure.text()} && update.period == figure.period &&
            (!update.known_at || *update.known_at <= as_at))
            found = &update;
    return found;
}

Spans actual_words(const Calendar& calendar, const Measure& measure, const Figure& figure) {
    Spans out = shown(measure, figure);
    if (figure.actual.has_value() && figure.beside)
        append(out, plain(" " + words_behind(figure.stretch, figure.described)));
    if (figure.actual.has_value() && figure.numerator && figure.denominator)
        append(out, plain(", " + print_grouped(*figure.numerator, 0) + " of " + print_grouped(*figure.denominator, 0)));
    if (const auto coverage = coverage_of(calendar, measure, figure)) append(out, plain(", " + words_of(*coverage)));
    if (!figure.actual.has_value() && figure.due_on) append(out, quiet(", due on " + print_long(*figure.due_on)));
    if (figure.published && figure.actual.has_value() &&
        show(measure, *figure.published) != show(measure, figure.actual.value()))
        append(out, plain("; published as " + show(measure, *figure.published)));
    return out;
}

// "88.0% against 90%, Amber".
Spans side_words(const Measure& measure, const SideFigure& side) {
    if (!side.actual.has_value()) return quiet(marked(side.actual.gap()));
    Spans out = strong(show(measure, side.actual.value()));
    if (side.numerator && side.denominator)
        append(out, plain(", " + print_grouped(*side.numerator, 0) + " of " + print_grouped(*side.denominator, 0)));
    if (side.goal && side.goal->aim) append(out, plain(" against " + goal_words(measure, *side.goal)));
    append(out, plain(", "));
    out.push_back(status_tag(side.status));
    const bool is_told = side.status.basis == Verdict::Basis::computed || (side.goal && side.goal->aim);
    if (is_told && !side.status.reason.empty()) append(out, plain(", " + side.status.reason));
    return out;
}

// "↑ improved, +2.5 points on 82.0% (2012/13 quarter 2)", after the figure that changed if there are two.
Spans compared(const Content& content, const Measure& measure, const Figure& figure, const Movement& movement) {
    Spans out;
    if (figure.beside && movement.now && movement.direction != Direction::not_comparable) {
        const Period described = movement.stretch == figure.stretch ? figure.described : figure.beside->described;
        out = plain(show(measure, *movement.now) + " " + words_behind(movement.stretch, described) + ", ");
    }
    append(out, direction_of(measure, movement));
    const bool comparable = movement.direction != Direction::not_comparable;
    if (comparable && movement.value) append(out, plain(" on " + show(measure, *movement.value)));
    if (comparable && movement.period)
        append(out, quiet(" (" + content.settings.calendar.label(*movement.period) + ")"));
    return out;
}

Spans forecast_words(const Measure& measure, const Figure& figure) {
    Spans out = figure.forecast ? strong(show_set(measure, *figure.forecast)) : quiet("no figure");
    if (!figure.forecast_by.empty()) append(out, plain(", by " + figure.forecast_by));
    if (!figure.forecast_reason.empty()) append(out, plain(". " + figure.forecast_reason));
    return out;
}

// Judged by a person: why, and what was computed.
Spans judged_words(const Figure& figure) {
    Spans out = given(figure.status.reason);
    if (figure.computed.basis == Verdict::Basis::computed)
        append(out, plain(" Computed: " + label(figure.computed.status) + "."));
    return out;
}

Definitions facts_of(const Content& content, const Measure& measure, const Figure& figure) {
    const Calendar& calendar = content.settings.calendar;
    Definitions facts;
    const auto add = [&](std::string term, Spans words) {
        facts.entries.push_back({std::move(term), std::move(words)});
    };
    add("Actual", actual_words(calendar, measure, figure));
    if (figure.beside)
        add(capitalised(name_of(figure.beside->stretch, figure.beside->described)),
            side_words(measure, *figure.beside));
    if (calendar.last_day(figure.described) != calendar.last_day(figure.period))
        add("Describes", plain(calendar.label(figure.described)));
    if (figure.goal && figure.goal->role == TargetRole::profile)
        add("Profile", shown_goal(measure, figure.goal));
    else if (figure.goal != figure.year_end)
        add("Target", shown_goal(measure, figure.goal));
    add("Year-end target", shown_goal(measure, figure.year_end));
    const Date figure_end = calendar.last_day(figure.period);
    if (const std::string change = target_change(measure, figure); !change.empty())
        append(facts.entries.back().description, plain(", " + change));
    for (const GoalBeside& beside : figure.other_goals)
        if (calendar.first_day(beside.goal.period) <= figure_end) // a paper is not about the targets of later years
            add(label(beside.goal.role), plain(standing_words(calendar, measure, figure, beside)));
    if (const std::string cases = gap_in_cases(measure, figure); !cases.empty()) add("Distance", plain(cases));
    add("Officer’s forecast", forecast_words(measure, figure));
    if (figure.status.basis == Verdict::Basis::judged) add("Judged by a person", judged_words(figure));
    if (!figure.actual.has_value()) { // what was reported in words is all there is
        if (const std::string told = told_words(figure.previous); !told.empty())
            add("On the period before", plain(told));
        if (const std::string told = told_words(figure.last_year); !told.empty()) add("On a year earlier", plain(told));
        return facts;
    }
    add("On the period before", compared(content, measure, figure, figure.previous));
    if (!figure.last_year.period || figure.last_year.period != figure.previous.period)
        add("On a year earlier", compared(content, measure, figure, figure.last_year));
    add("Source", given(figure.lineage ? figure.lineage->source : ""));
    return facts;
}

// What statistics say, a line each; what they cannot say is left to the measure's own page.
void add_reading(Definitions& facts, const Content& content, const Measure& measure, const Reading& reading) {
    if (reading.chart) {
        const ControlInput control = measure_control(content, measure, *reading.chart, reading.bearing, "control");
        const Tone tone = tone_of(reading.chart->signal.variation);
        facts.entries.push_back({"Signal", {SignalTag{tone, variation_words(control)}}});
        append(facts.entries.back().description, plain(". " + control_reason(control)));
    }
    std::vector<ReadingFact> said = reading_facts(content, measure, reading);
    if (auto outturn = outturn_fact(measure, reading)) said.push_back(std::move(*outturn));
    for (const ReadingFact& fact : said) {
        if (fact.kind == ReadingFact::Kind::not_said) continue;
        Spans words = plain(fact.words);
        if (fact.tone != Tone::usual) words = {SignalTag{fact.tone, fact.words}};
        facts.entries.push_back({fact.term, std::move(words)});
    }
}

// "Red, 84.5% against 90%" and below it "Forecast to miss, 90% expected against 95%".
Spans judgements(const Measure& measure, const Figure& figure) {
    Spans out{status_tag(figure.status)};
    append(out, plain(", " + against(measure, figure)));
    append(out, line_break());
    out.push_back(outlook_tag(figure.outlook));
    if (const std::string ahead = against_year_end(measure, figure); !ahead.empty()) append(out, plain(", " + ahead));
    return out;
}

void write_chart(Blocks& blocks, const Content& content, const Measure& measure, const Figure& figure,
                 const Series* series, Bearing bearing, FigureNumbers& numbers) {
    const auto has_number = [](const Figure& point) { return point.actual.has_value(); };
    if (!series || std::ranges::none_of(series->points, has_number)) return;
    const TrendInput trend = measure_trend(content, measure, *series, figure, bearing, "trend-" + measure.code.text());
    if (std::ranges::none_of(trend.points, [](const TrendPoint& point) { return point.value.has_value(); })) return;
    blocks.push_back({ChartBlock{trend_chart(trend), numbers.next()}});
}

} // namespace

std::string measure_id(const MeasureCode& code) { return "measure-" + code.text(); }

std::string gap_in_cases(const Measure& measure, const Figure& figure) {
    const std::optional<Decimal> missing = short_by(measure, figure, figure.goal);
    if (!missing || measure.quantity != Quantity::percent) return {};
    const bool more = measure.polarity == Polarity::higher;
    const Decimal needed = more ? *figure.numerator + *missing : *figure.numerator - *missing;
    return print_grouped(*missing, 0) + (more ? " more would make " : " fewer would make ") +
           show_set(measure, *figure.goal->aim) + ", which is " + print_grouped(needed, 0) + " of " +
           print_grouped(*figure.denominator, 0);
}

Section exception_section(const Content& content, const Figure& figure, const Series* series, const Reading* reading,
                          std::size_t place, Instant as_at, FigureNumbers& numbers) {
    const Measure* measure = find_row(content.measures, figure.measure);
    Section head{SectionKind::kept, {}};
    head.blocks.push_back(heading(3, std::to_string(place) + ". " + short_name(*measure), measure_id(figure.measure)));
    std::string what = short_name(*measure) == measure->title ? "" : measure->title + ". ";
    if (measure->polarity != Polarity::none) what += capitalised(label(measure->polarity)) + ".";
    if (!what.empty()) head.blocks.push_back(paragraph(quiet(what), ParagraphRole::small));
    head.blocks.push_back(paragraph(judgements(*measure, figure)));
    write_chart(head.blocks, content, *measure, figure, series, reading ? reading->bearing : Bearing::unknown, numbers);
    Definitions facts = facts_of(content, *measure, figure);
    if (reading && figure.actual.has_value()) add_reading(facts, content, *measure, *reading);

    Section section{SectionKind::exception, {{head}}};
    Blocks& blocks = section.blocks;
    blocks.push_back({std::move(facts)});
    blocks.push_back(heading(4, "Commentary"));
    const Update* update = update_of(content, figure, as_at);
    if (update && !trim(update->narrative).empty())
        for (Block& block : from_markdown(update->narrative, 5)) blocks.push_back(std::move(block));
    else
        blocks.push_back(paragraph(quiet("not given")));
    if (const RecoveryPlan* plan = plan_for(content, figure.measure, figure.period, as_at))
        write_recovery_plan(blocks, content, *plan, series, as_at, numbers);
    else if (content.settings.recovery.when != RaiseWhen::never) {
        blocks.push_back(heading(4, "Recovery plan"));
        blocks.push_back(paragraph(quiet("not given")));
    }
    return section;
}

} // namespace qd::inline documents
