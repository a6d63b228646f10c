#include "cli/measure_story.hpp"

#include "base/text.hpp"
#include "cli/blocks.hpp"
#include "cli/findings.hpp"
#include "cli/ink.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/figure_reading.hpp"
#include "documents/sections/meeting_sections.hpp"
#include "documents/sections/reading_facts.hpp"
#include "documents/sections/recovery_section.hpp"
#include "domain/findings_about.hpp"
#include "domain/formula.hpp"
#include "domain/plan_words.hpp"
#include "domain/requests_about.hpp"
#include "domain/shorthand.hpp"
#include "views/hand_ins.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

std::string as_handed_in(const Measure& measure, const Observation& observation) {
    std::string text;
    if (observation.value) text = show(measure, *observation.value);
    if (observation.numerator)
        text += (text.empty() ? "" : ", ") + part_words(*observation.numerator) +
                (observation.denominator ? " of " + part_words(*observation.denominator) : "");
    return observation.gap ? label(*observation.gap) : text;
}

// "  Outlook    forecast to miss …", wrapped below itself; nothing where the text is empty.
void print_line(Call& call, const std::string& term, const std::string& text) {
    if (text.empty()) return;
    const std::string indent(14, ' ');
    call.out << wrap("  " + term + std::string(12 - std::min<std::size_t>(11, width_of(term)), ' ') + text, call.width,
                     indent)
             << "\n";
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

void print_figure(Call& call, const Snapshot& snapshot, const Figure& figure, const Reading* reading, Instant as_at) {
    const Content& content = snapshot.content();
    const Measure& measure = snapshot.measure(figure.measure);
    FigureReading said = figure_reading(content, measure, figure);
    Definitions lines;
    lines.entries = {{"Now", std::move(said.now)}, {"Outlook", std::move(said.ahead)}};
    for (auto& fact : said.facts.entries) lines.entries.push_back(std::move(fact));
    if (reading) add_statistics(lines, content, measure, *reading, Unsaid::explained);
    Blocks blocks{heading(3, content.settings.calendar.label(figure.period)), {std::move(lines)}};
    if (const Blocks comments = commentary(content, figure, as_at); !comments.empty()) {
        blocks.push_back(heading(4, "Commentary"));
        append(blocks, comments);
    }
    print_blocks(call, blocks);
    call.out << "\n";
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

void print_recovery_plan(Call& call, const Snapshot& snapshot, const Series& series, Instant as_at) {
    const RecoveryPlan* plan = snapshot.recovery_plan(series.measure);
    if (!plan) return;
    const Content& content = snapshot.content();
    FigureNumbers numbers;
    Blocks blocks{heading(3, "Recovery plan " + plan->code.text() + ", " + state_words(*plan) + ", raised in " +
                                 content.settings.calendar.label(plan->raised_in))};
    append(blocks, recovery_plan_section(content, *plan, &series, as_at, numbers));
    call.out << "\n";
    print_blocks(call, blocks);
}

void print_requests_about(Call& call, const Content& content, const MeasureCode& measure, Date today) {
    const auto asked = requests_about(content, {SubjectKind::measure, measure.text()}, today);
    if (asked.empty()) return;
    Blocks blocks{heading(3, "Asked for by committees")};
    append(blocks, requests_section(content, asked));
    call.out << "\n";
    print_blocks(call, blocks);
}

void print_findings_about(Call& call, const Snapshot& snapshot, const View& view, const MeasureCode& measure) {
    const Content& content = snapshot.content();
    const Findings about = findings_about(content, measure, *snapshot.findings(view));
    if (about.empty()) return;
    call.out << "\n"
             << bold(call, plural(about.size(), "finding", "findings")) << " for "
             << content.settings.calendar.label(view.period) << "\n\n";
    print_findings(call, about);
}

} // namespace qd::cli
