#include "documents/sections/programme_section.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/promises.hpp"
#include "documents/sections/recovery_section.hpp"
#include "domain/words.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

TableCell number_cell(const std::optional<Decimal>& value, const std::string& words = {}) {
    if (!value) return cell(words.empty() ? quiet("not given") : plain(words));
    TableCell made = cell(plain(show_number(*value)));
    made.number = CellNumber{*value, value->rounded(0) == *value ? 0 : 1};
    return made;
}

void add_line(TableCell& cell, const std::string& words) {
    append(cell.spans, line_break());
    append(cell.spans, quiet(words));
}

// "Slightly behind" as it was judged, and below it the result by the figures; if these disagree, they come first.
TableCell standing(const DeliveryLine& line, Decimal as_planned_within) {
    const std::optional<ProfileLabel> judged = line.row ? line.row->judged : std::nullopt;
    const bool contradicted =
        judged && line.stands && contradicts(*judged, *line.row->delivered, *line.row->profile, as_planned_within);
    const std::optional<ProfileLabel> first = judged && !contradicted ? judged : line.stands;
    TableCell made = cell(first ? plain(capitalised(label(*first))) : quiet("not judged"));
    if (contradicted) add_line(made, "called “" + label(*judged) + "”");
    if (line.variance) add_line(made, show_variance(*line.variance) + " against profile");
    if (line.after_lag)
        add_line(made, print_grouped(*line.after_lag, 1) + " expected after a lag of " +
                           plural(static_cast<std::size_t>(line.deliverable.lag_weeks), "week", "weeks"));
    return made;
}

// The day to which a line was reported, where the lines of a table were not all reported to the same.
std::string day_of(const DeliveryLine& line, const std::vector<DeliveryLine>& lines, const Calendar& calendar) {
    if (!line.row || reported_to(lines, calendar)) return {};
    return "to " + print_long(calendar.last_day(line.row->period));
}

TableRow delivery_row(const DeliveryLine& line, const ProgrammeProgress& progress, const Settings& settings) {
    const Delivery row = line.row.value_or(Delivery());
    TableCell what = cell(plain(line.deliverable.title));
    TableCell actual = number_cell(row.delivered, row.delivered_words);
    const std::string day = day_of(line, progress.lines, settings.calendar);
    if (!day.empty()) add_line(actual, day);
    if (line.share) add_line(actual, print_fixed(*line.share, 1) + "% of the total");
    if (line.added > 0) add_line(actual, "added up from " + std::to_string(line.added) + " parts");
    TableCell profile = number_cell(row.profile, row.profile_words);
    if (row.profile_share) add_line(profile, show_number(*row.profile_share) + "% of the year");
    return {{what, number_cell(line.deliverable.total, line.deliverable.total_words), profile, actual,
             standing(line, settings.as_planned_within)},
            ""};
}

Table rows_of_steps(const ProgrammeProgress& progress, const Calendar& calendar) {
    Table table;
    table.columns = {{"Deliverable"},
                     {"Delivered", Align::right},
                     {"Evidenced", Align::right},
                     {"Claimed", Align::right},
                     {"Paid", Align::right}};
    table.groups.emplace_back();
    for (const DeliveryLine& line : progress.lines) {
        if (!line.row || (!line.row->evidenced && !line.row->claimed && !line.row->paid)) continue;
        TableCell what = cell(plain(line.deliverable.title));
        if (const std::string day = day_of(line, progress.lines, calendar); !day.empty()) add_line(what, day);
        table.groups[0].rows.push_back({{what, number_cell(line.row->delivered), number_cell(line.row->evidenced),
                                         number_cell(line.row->claimed), number_cell(line.row->paid)},
                                        ""});
    }
    return table;
}

void add_charts(Blocks& blocks, const ProgrammeProgress& progress, const Content& content, FigureNumbers& numbers) {
    if (const auto input = profile_bars(content, progress, "bars-" + progress.programme.code.text()))
        blocks.push_back({ChartBlock{promise_bars(*input), numbers.next()}});
    Blocks charts;
    for (const DeliveryLine& line : progress.lines)
        if (const auto input = profile_chart(content, line, "profile-" + line.deliverable.code.text())) {
            charts.push_back(heading(4, line.deliverable.title));
            charts.push_back({ChartBlock{promise_chart(*input), numbers.next()}});
        }
    if (charts.empty()) return;
    blocks.push_back(heading(3, "Profile and delivery over time"));
    append(blocks, std::move(charts));
}

void add_parts(Blocks& blocks, const ProgrammeProgress& progress, const Content& content) {
    if (progress.parts.empty()) return;
    Table table;
    table.columns = {
        {"Area or body"}, {"Deliverable"}, {"Profile", Align::right}, {"Delivered", Align::right}, {"Difference"}};
    const Calendar& calendar = content.settings.calendar;
    if (const auto day = reported_to(progress.parts, calendar)) table.caption = "From the start to " + print_long(*day);
    table.groups.emplace_back();
    for (const DeliveryLine& line : progress.parts) {
        const Delivery& row = *line.row;
        TableCell delivered = number_cell(row.delivered, row.delivered_words);
        if (const std::string day = day_of(line, progress.parts, calendar); !day.empty()) add_line(delivered, day);
        table.groups[0].rows.push_back(
            {{cell(plain(part_name(content, row))), cell(plain(line.deliverable.title)),
              number_cell(row.profile, row.profile_words), delivered,
              cell(line.variance ? plain(show_variance(*line.variance)) : quiet("not known"))},
             ""});
    }
    blocks.push_back(heading(3, "By area and delivery body"));
    blocks.push_back({table});
}

void add_reviews(Blocks& blocks, const ProgrammeProgress& progress, const Content& content) {
    if (progress.reviews.empty()) return;
    blocks.push_back(heading(3, "Contract reviews"));
    List list;
    for (const ContractReview& review : progress.reviews) {
        std::string words = review.body.empty() ? "" : unit_name(content, review.body) + ": ";
        if (review.reviewed_on) words += print_long(*review.reviewed_on) + ", ";
        words += spoken(print(review.state)) + ": " + review.finding;
        if (!words.ends_with('.')) words += ".";
        if (!review.required.empty()) words += " Required: " + review.required;
        list.items.push_back({paragraph(capitalised(words))});
    }
    blocks.push_back({list});
    for (const ContractReview& review : progress.reviews) {
        Table actions = actions_table(content, {SubjectKind::contract_review, review.code.text()});
        if (!actions.groups[0].rows.empty()) blocks.push_back({actions});
    }
}

} // namespace

std::string programme_words(const ProgrammeProgress& progress, const Content& content) {
    const Programme& programme = progress.programme;
    std::string words = unit_name(content, programme.unit);
    if (!programme.funder.empty())
        words += (words.empty() ? "" : ", ") + std::string("paid for by ") + programme.funder;
    if (programme.contract_value)
        words += (words.empty() ? "" : ", ") + std::string("contract £") + print_grouped(*programme.contract_value, 0);
    if (programme.runs_from || programme.runs_to)
        words += (words.empty() ? "" : ", ") +
                 (programme.runs_from ? "from " + print_long(*programme.runs_from) : std::string()) +
                 (programme.runs_to ? (programme.runs_from ? " to " : "to ") + print_long(*programme.runs_to) : "");
    return words.empty() ? "" : capitalised(words) + ".";
}

std::string part_name(const Content& content, const Delivery& row) {
    std::string name = row.area.empty() ? "" : area_name(content, row.area);
    if (!row.body.empty()) name += (name.empty() ? "" : ", ") + unit_name(content, row.body);
    return name;
}

Blocks delivery_table(const ProgrammeProgress& progress, const Content& content) {
    if (progress.lines.empty()) return {};
    Table numbers, words;
    numbers.columns = {{"Deliverable", Align::left, 36},
                       {"To be delivered", Align::right, 14},
                       {"Profile", Align::right, 14},
                       {"Actual", Align::right, 16},
                       {"Ahead of profile, or behind", Align::left, 20}};
    words.columns = {{"In words"}, {"To be delivered"}, {"Profile"}, {"Actual"}, {"Judged"}};
    if (const auto day = reported_to(progress.lines, content.settings.calendar))
        numbers.caption = "From the start to " + print_long(*day);
    else if (progress.period)
        numbers.caption = "From the start, each as it was last reported";
    numbers.groups.emplace_back();
    words.groups.emplace_back();
    for (const DeliveryLine& line : progress.lines) {
        // Numbers are right-aligned and do not break; words would push them apart.
        Table& table = is_in_words(line) ? words : numbers;
        table.groups[0].rows.push_back(delivery_row(line, progress, content.settings));
        if (line.row && !line.row->note.empty())
            table.notes.push_back(plain(line.deliverable.title + ": " + line.row->note));
    }
    Blocks blocks;
    for (Table* table : {&numbers, &words})
        if (!table->groups[0].rows.empty()) blocks.push_back({std::move(*table)});
    return blocks;
}

Blocks programme_section(const ProgrammeProgress& progress, const Content& content, FigureNumbers& numbers) {
    Blocks blocks{heading(2, progress.programme.title)};
    if (!progress.programme.aim.empty()) blocks.push_back(paragraph(progress.programme.aim));
    const std::string words = programme_words(progress, content);
    if (!words.empty()) blocks.push_back(paragraph(quiet(words), ParagraphRole::small));
    for (Block& block : delivery_table(progress, content)) blocks.push_back(std::move(block));
    add_charts(blocks, progress, content, numbers);
    Table steps = rows_of_steps(progress, content.settings.calendar);
    if (!steps.groups[0].rows.empty()) {
        blocks.push_back(heading(3, "From delivery to payment"));
        blocks.push_back({steps});
    }
    add_parts(blocks, progress, content);
    for (const Blocks& section :
         {income_section(progress), funding_section(progress, content), phases_section(progress)})
        blocks.insert(blocks.end(), section.begin(), section.end());
    add_reviews(blocks, progress, content);
    return blocks;
}

std::string phase_words(const PhaseLine& line) {
    std::string words = line.phase.title + ": " + label(line.phase.state);
    if (line.phase.started) words += ", started on " + print_long(*line.phase.started);
    if (line.phase.completed)
        words += ", completed on " + print_long(*line.phase.completed);
    else if (line.phase.due)
        words += ", due on " + print_long(*line.phase.due);
    words += ".";
    if (!line.phase.note.empty()) words += " " + line.phase.note;
    if (!line.said) return words;
    if (line.said->status && line.said->status->status != Status::not_rated)
        words += " Judged " +
                 (line.said->status->name.empty() ? label(line.said->status->status) : line.said->status->name) + ".";
    return line.said->narrative.empty() ? words : words + " " + line.said->narrative;
}

Blocks phases_section(const ProgrammeProgress& progress) {
    Blocks blocks;
    if (!progress.phases.empty()) {
        blocks.push_back(heading(3, "Phases"));
        List list{ListKind::numbered, {}};
        for (const PhaseLine& line : progress.phases) list.items.push_back({paragraph(phase_words(line))});
        blocks.push_back({list});
    }
    if (progress.milestones.empty()) return blocks;
    Table table;
    table.columns = {{"Milestone"}, {"Due"}, {"Reached"}, {"Slippage"}};
    table.groups.emplace_back();
    for (const MilestoneLine& line : progress.milestones) {
        const std::string slip = slippage_words(line.slippage);
        table.groups[0].rows.push_back(
            {{cell(plain(line.milestone.title)), cell(given(line.milestone.due)),
              cell(line.milestone.completed  ? given(line.milestone.completed)
                   : line.milestone.forecast ? quiet("expected " + print_long(*line.milestone.forecast))
                                             : quiet(line.is_overdue ? "overdue" : "not yet")),
              cell(slip.empty() ? quiet("not known") : plain(slip))},
             ""});
    }
    blocks.push_back(heading(3, "Milestones"));
    blocks.push_back({table});
    return blocks;
}

Blocks wave_section(const WaveLines& wave, const Content& content) {
    Blocks blocks{heading(2, wave.title.empty() ? "Projects" : wave.title)};
    std::vector<std::string> facts;
    if (!wave.projects.empty())
        facts.push_back(plural(wave.projects.size(), "project", "projects") + ": " + std::to_string(wave.complete) +
                        " complete, " + std::to_string(wave.not_started) + " not started");
    if (wave.wave) {
        const Wave& counted = *wave.wave;
        const auto listed = [](std::size_t count) { return Decimal::whole(static_cast<std::int64_t>(count)); };
        if (counted.completed && *counted.completed != listed(wave.complete))
            facts.push_back(show_number(*counted.completed) + " completed");
        if (counted.proposed && *counted.proposed != listed(wave.projects.size()))
            facts.push_back(show_number(*counted.proposed) + " proposed");
        if (wave.each_area)
            facts.push_back("in " + show_number(*counted.areas) + " " +
                            (counted.areas_words.empty() ? "areas" : counted.areas_words) + ", " +
                            show_number(*wave.each_area) + " each");
    }
    std::string words = facts.empty() ? "" : capitalised(join(facts, "; ")) + ".";
    if (wave.wave && !wave.wave->note.empty()) words += (words.empty() ? "" : " ") + wave.wave->note + ".";
    if (!words.empty()) blocks.push_back(paragraph(words));
    if (wave.projects.empty()) return blocks;
    // A column in which nothing is known says nothing.
    const bool areas = std::ranges::any_of(wave.projects, [](const auto& line) { return !line.project.area.empty(); });
    const bool slips = std::ranges::any_of(wave.projects, [](const auto& line) { return line.slippage.has_value(); });
    Table table;
    table.columns = {{"Project"}};
    if (areas) table.columns.push_back({"Area"});
    table.columns.push_back({"Expected"});
    if (slips) table.columns.push_back({"Slippage"});
    table.columns.push_back({"Status"});
    table.groups.emplace_back();
    for (const ProjectLine& line : wave.projects) {
        TableCell expected = cell(given(line.expected));
        if (line.is_outside) {
            append(expected.spans, line_break());
            append(expected.spans, quiet("outside the wave"));
        }
        const std::string slip = slippage_words(line.slippage);
        const std::string area = area_name(content, line.project.area);
        TableRow row{{cell(plain(line.project.title))}, ""};
        if (areas) row.cells.push_back(cell(area.empty() ? quiet("not given") : plain(area)));
        row.cells.push_back(expected);
        if (slips) row.cells.push_back(cell(slip.empty() ? quiet("not known") : plain(slip)));
        row.cells.push_back(cell(line.project.status
                                     ? Spans{status_tag(typed_verdict(content.settings, *line.project.status))}
                                     : quiet("not given")));
        table.groups[0].rows.push_back(std::move(row));
    }
    blocks.push_back({table});
    return blocks;
}

} // namespace qd::inline documents
