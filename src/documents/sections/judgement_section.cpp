#include "documents/sections/judgement_section.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "domain/coverage.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

const StatusRules* rules_in_force(const Content& content, Period period) {
    const Date first = content.settings.calendar.first_day(period);
    const StatusRules* found = nullptr;
    for (const StatusRules& rules : content.settings.status_rules)
        if (!rules.from || *rules.from <= first) found = &rules;
    return found;
}

// The statuses of the council's own, with what they count as.
Spans given_by_people(const Settings& settings) {
    Spans spans;
    for (const OwnStatus& own : settings.own_statuses) {
        append(spans, plain(spans.empty() ? "The council has statuses of its own: " : "; "));
        spans.push_back(StatusTag{own.status, capitalised(own.label.empty() ? own.name : own.label), own.look});
        append(spans, plain(" (" + own.name + ") counts as " + label(own.status)));
    }
    if (!spans.empty()) append(spans, plain("."));
    return spans;
}

} // namespace

void write_judgement(Blocks& blocks, const Content& content, Period period) {
    blocks.push_back(heading(2, "How status is judged"));
    if (const StatusRules* rules = rules_in_force(content, period)) {
        blocks.push_back(
            paragraph("The first rule that applies gives the status of a figure against its target for the period:"));
        List list{ListKind::numbered, {}};
        for (const StatusRule& rule : rules->rules) {
            Verdict verdict;
            verdict.status = rule.status;
            verdict.name = rule.name;
            verdict.label = rule.label;
            verdict.look = rule.look;
            Spans spans{status_tag(verdict)};
            append(spans, plain(": " + print(rule.when)));
            list.items.push_back({paragraph(spans)});
        }
        blocks.push_back({list});
    }
    if (const Spans typed = given_by_people(content.settings); !typed.empty()) blocks.push_back(paragraph(typed));
    blocks.push_back(
        paragraph("The tolerance is " + print(content.settings.tolerance) +
                      " unless a measure has its own. Figures are judged "
                      "before they are rounded, and a figure exactly on a boundary gets the better status. "
                      "Percentages of statuses are "
                      "of rated measures only.",
                  ParagraphRole::small));
    blocks.push_back(paragraph(
        "The outlook is another judgement: what is expected of the year end, against the year’s "
        "target. Directions say how "
        "a figure compares with the period before and with a year earlier: improved or worsened, depending on which "
        "way is good for the measure, and by how much. Differences between percentages are in percentage points.",
        ParagraphRole::small));
}

void write_definitions(Blocks& blocks, const Content& content, const Scorecard& scorecard) {
    const Date day = content.settings.calendar.last_day(scorecard.period);
    Table table;
    table.columns = {{"Measure", Align::left, 24}, {"What is counted", Align::left, 0}, {"Source", Align::left, 18}};
    table.groups.emplace_back();
    std::vector<std::string> seen;
    std::size_t repeated = 0, undefined = 0;
    for (const Figure& figure : scorecard.figures) {
        const Measure* measure = find_row(content.measures, figure.measure);
        const Definition* definition = measure ? definition_at(*measure, day) : nullptr;
        if (!definition || (definition->text.empty() && definition->source.empty())) {
            ++undefined;
            continue;
        }
        // Measures about which nothing more is known share one text; it is printed once.
        if (std::ranges::find(seen, definition->text) != seen.end()) {
            ++repeated;
            continue;
        }
        seen.push_back(definition->text);
        Spans text = given(definition->text);
        if (measure->polarity != Polarity::none) append(text, quiet(" " + capitalised(label(measure->polarity)) + "."));
        table.groups[0].rows.push_back(
            {{cell(plain(short_name(*measure))), cell(text), cell(given(definition->source))}, ""});
    }
    blocks.push_back(heading(2, "Sources and definitions"));
    if (table.groups[0].rows.empty()) {
        blocks.push_back(paragraph(quiet("No definition has been given.")));
        return;
    }
    blocks.push_back({table});
    std::vector<std::string> others;
    if (repeated > 0)
        others.push_back(plural(repeated, "further measure shares", "further measures share") +
                         " a definition with one above.");
    if (undefined > 0) others.push_back(plural(undefined, "measure has", "measures have") + " no definition.");
    if (!others.empty()) blocks.push_back(paragraph(quiet(join(others, " ")), ParagraphRole::small));
}

} // namespace qd::inline documents
