#include "documents/sections/group_section.hpp"

#include "base/text.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "domain/own_status.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

std::string years_of(const Plan& plan) {
    if (plan.from && plan.to) return print_long(*plan.from) + " to " + print_long(*plan.to);
    if (plan.from) return "from " + print_long(*plan.from);
    if (plan.to) return "until " + print_long(*plan.to);
    return {};
}

void write_words(Blocks& blocks, std::string_view title, std::string_view words) {
    blocks.push_back(heading(3, title));
    if (trim(words).empty()) {
        blocks.push_back(paragraph(quiet("not given")));
        return;
    }
    for (Block& block : from_markdown(words, 4)) blocks.push_back(std::move(block));
}

Spans status_of(const Content& content, const PriorityLine& line) {
    if (!line.update) return quiet("not reported");
    if (!line.update->status) {
        Spans out{status_tag(Status::not_rated), LineBreak{}};
        append(out, quiet("left blank"));
        return out;
    }
    return {status_tag(typed_verdict(content.settings, *line.update->status))};
}

Spans actions_of(const PriorityLine& line) {
    if (line.actions.total() == 0) return quiet("none given");
    Spans out = plain(plural(line.actions.total(), "action", "actions") + ": " + tally_words(line.actions));
    const bool differs =
        line.update && line.update->status && line.from_actions && *line.update->status != *line.from_actions;
    if (differs) append(out, strong(", which would make it " + label(*line.from_actions)));
    if (line.update && !line.update->status && line.from_actions)
        append(out, plain(", which would make it " + label(*line.from_actions)));
    return out;
}

void write_indicators(TableCell& narrative, const Content& content, const PriorityLine& line) {
    for (const Figure& figure : line.figures) {
        const Measure* measure = find_row(content.measures, figure.measure);
        if (!measure) continue;
        Spans spans = plain(short_name(*measure) + ": ");
        append(spans, shown(*measure, figure));
        const Movement& movement = figure.last_year.difference ? figure.last_year : figure.previous;
        if (movement.difference && movement.period) {
            const bool is_other = figure.beside && movement.stretch != figure.stretch;
            if (figure.beside) append(spans, plain(" " + words_behind(figure.stretch, figure.described)));
            append(spans, plain(is_other ? "; " + show(*measure, movement.now.value_or(*movement.value)) + " " +
                                               words_behind(movement.stretch, figure.beside->described) + ", "
                                         : ", "));
            append(spans, direction_of(*measure, movement));
            append(spans, plain(" on " + content.settings.calendar.label(*movement.period)));
        }
        narrative.blocks.push_back(paragraph(spans, ParagraphRole::small));
    }
}

Table status_table(const Content& content, const GroupLines& group) {
    const bool with_actions =
        std::ranges::any_of(group.lines, [](const PriorityLine& line) { return line.actions.total() > 0; });
    Table table;
    table.columns = {{"Priority", Align::left, 24},
                     {"Status", Align::left, 16},
                     {"What was done, and indicators", Align::left, with_actions ? 40 : 0}};
    if (with_actions) table.columns.push_back({"Actions", Align::left, 20});
    for (const PriorityLine& line : group.lines) {
        const std::string theme = line.priority.theme;
        const auto found = std::ranges::find(table.groups, theme, &RowGroup::title);
        RowGroup& rows = found != table.groups.end() ? *found : table.groups.emplace_back(RowGroup{theme, {}});
        TableCell narrative;
        if (line.update && !trim(line.update->narrative).empty())
            narrative.blocks = from_markdown(line.update->narrative, 5);
        else
            narrative.spans = quiet("not given");
        write_indicators(narrative, content, line);
        rows.rows.push_back({{cell(plain(line.priority.title)), cell(status_of(content, line)), narrative}, ""});
        if (with_actions) rows.rows.back().cells.push_back(cell(actions_of(line)));
    }
    return table;
}

} // namespace

std::string tally_words(const StatusTally& tally) { return join(words_of(tally, "left blank"), ", "); }

void write_group(Blocks& blocks, const Content& content, const GroupLines& group) {
    blocks.push_back(heading(2, group.unit.name));
    std::string first = plural(group.lines.size(), "priority", "priorities");
    if (group.tally.total() > 0)
        first += ", " + std::to_string(group.tally.total()) + " reported on: " + tally_words(group.tally);
    blocks.push_back(paragraph(strong(first + ".")));
    if (group.plan) {
        std::string plan = group.plan->title;
        if (const std::string years = years_of(*group.plan); !years.empty()) plan += ", " + years;
        blocks.push_back(paragraph(quiet(plan + "."), ParagraphRole::small));
    }
    if (!group.lines.empty()) {
        blocks.push_back(heading(3, "Priorities"));
        List list;
        for (const PriorityLine& line : group.lines) list.items.push_back({paragraph(line.priority.title)});
        blocks.push_back({list});
    }
    if (group.plan) {
        write_words(blocks, "How decisions are made", group.plan->decision_making);
        write_words(blocks, "How it is delivered", group.plan->delivery);
    }
    write_words(blocks, "Achievements in the period", group.update ? group.update->narrative : "");
    if (!group.lines.empty()) {
        blocks.push_back(heading(3, "Status of the priorities"));
        blocks.push_back({status_table(content, group)});
    }
}

} // namespace qd::inline documents
