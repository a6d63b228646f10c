#include "documents/sections/scorecard_report.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "charts/figure_pair.hpp"
#include "documents/markdown.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/exception_section.hpp"
#include "documents/sections/exceptions.hpp"
#include "documents/sections/recovery_section.hpp"
#include "documents/sections/scorecard_tables.hpp"
#include "domain/recovery.hpp"
#include "domain/share.hpp"
#include "domain/status_counts.hpp"
#include "domain/update_on.hpp"

#include <algorithm>

namespace qd::inline documents {
namespace {

void require_known_measures(const ScorecardReportInput& input) {
    for (const Figure& figure : input.now.figures)
        if (!find_row(input.content.measures, figure.measure))
            throw Error(Fault::request, "The scorecard includes the measure “" + figure.measure.text() +
                                            "”, which is not among the council’s measures. Add it to measures.csv.");
}

// " Among all of these, 2 are blue (no target, counted as not rated)."
std::string own_sentence(const Counts& counts) {
    std::vector<std::string> parts;
    for (const OwnCount& own : counts.own)
        parts.push_back(std::to_string(own.count) + (own.count == 1 ? " is " : " are ") + own.status.name + " (" +
                        (own.status.label.empty() ? "" : own.status.label + ", ") + "counted as " +
                        label(own.status.status) + ")");
    return parts.empty() ? "" : " In all, " + in_words(parts) + ".";
}

// "Of the 5 that can be rated now, 2 are green and 3 are red; 30 are not rated."
std::string status_sentence(const Counts& counts) {
    if (counts.rated == 0) return "None of them can be rated now." + own_sentence(counts);
    std::vector<std::string> parts;
    for (const Status status : every_status)
        if (const std::size_t count = count_of(counts, status); count > 0 && is_rated(status))
            parts.push_back(std::to_string(count) + (count == 1 ? " is " : " are ") + label(status));
    std::string out = "Of the " + std::to_string(counts.rated) + " that can be rated now, " + in_words(parts);
    if (counts.not_rated > 0)
        out += "; " + std::to_string(counts.not_rated) + (counts.not_rated == 1 ? " is" : " are") + " not rated";
    return out + "." + own_sentence(counts);
}

Spans headline(const ScorecardReportInput& input) {
    const Calendar& calendar = input.content.settings.calendar;
    const Counts& counts = input.now.counts;
    Spans out =
        plain("The scorecard for " + calendar.label(input.now.period) + " (" + calendar.days_label(input.now.period) +
              ") has " + plural(counts.measures, "measure", "measures") + ". ");
    const std::size_t expected = counts.outlook_meet + counts.outlook_miss;
    if (expected > 0) {
        const std::size_t whole = counts.measures;
        append(out, strong(count_words(counts.outlook_meet, whole) + " are forecast to meet their year-end target; " +
                           std::to_string(counts.outlook_miss) + " (" + show_share(counts.outlook_miss, whole) +
                           ") have missed it or are forecast to miss it."));
        if (expected < whole) append(out, plain(" " + std::to_string(whole - expected) + " have no forecast."));
    } else {
        append(out, plain("None of them has a forecast for the year end."));
    }
    append(out, plain(" " + status_sentence(counts)));
    return out;
}

// Neither a status nor an outlook: whether one is off target cannot be said.
bool is_unjudged(const Counts& counts) {
    return counts.rated == 0 && counts.outlook_meet + counts.outlook_miss == 0 && counts.measures > 0;
}

std::string plans_counted(std::size_t off, std::size_t planned) {
    const std::string of = plural(off, "measure", "measures") + " off target " + (planned == 1 ? "has" : "have");
    return planned == 0 && off == 1 ? "The measure off target has no recovery plan in force."
                                    : std::to_string(planned) + " of the " + of + " a recovery plan in force.";
}

std::string called_back_words(std::size_t plans) {
    return (plans == 1 ? std::string("For one") : "For " + std::to_string(plans)) +
           " of those without, the plan was declared back on track, which does not count while the measure is off "
           "target.";
}

std::string plans_sentence(const ScorecardReportInput& input, const std::vector<const Figure*>& off) {
    if (off.empty()) return is_unjudged(input.now.counts) ? "" : "No measure is off target.";
    std::size_t planned = 0, called_back = 0; // one that was declared back on track does not cover what is off target
    for (const Figure* figure : off) {
        const RecoveryPlan* plan = plan_for(input.content, figure->measure, input.now.period, input.as_at);
        if (!plan) continue;
        ++(is_called_back_on_track(input.content, *plan, input.now.period, input.as_at.date()) ? called_back : planned);
    }
    if (called_back > 0) return plans_counted(off.size(), planned) + " " + called_back_words(called_back);
    if (input.content.settings.recovery.when == RaiseWhen::never && planned == 0) return "";
    if (planned == off.size())
        return off.size() == 1
                   ? "The measure off target has a recovery plan."
                   : "Each of the " + std::to_string(off.size()) + " measures off target has a recovery plan.";
    return std::to_string(planned) + " of the " + plural(off.size(), "measure", "measures") + " off target " +
           (planned == 1 ? "has" : "have") + " a recovery plan.";
}

Block now_and_outlook(const ScorecardReportInput& input, const std::vector<const Figure*>& off,
                      FigureNumbers& numbers) {
    const Calendar& calendar = input.content.settings.calendar;
    FigurePairInput pair{"pair",
                         plural(input.now.figures.size(), "measure", "measures") + " now and at the year end",
                         "against target, " + print_long(calendar.last_day(input.now.period)),
                         "expected on " + print_long(calendar.last_day(calendar.year_of(input.now.period))),
                         {},
                         "measure",
                         "measures"};
    for (const Figure* figure : off) pair.marks.push_back({figure->status.status, figure->outlook});
    for (const Status status : worst_first)
        for (const Figure& figure : input.now.figures)
            if (!is_off_target(figure) && figure.status.status == status)
                pair.marks.push_back({status, figure.outlook});
    return {ChartBlock{figure_pair(pair), numbers.next()}};
}

void write_exceptions(Blocks& blocks, const ScorecardReportInput& input, const std::vector<const Figure*>& off,
                      FigureNumbers& numbers) {
    if (is_unjudged(input.now.counts)) {
        blocks.push_back(heading(2, "It is not known whether any measure is off target"));
        blocks.push_back(paragraph(
            "No measure has a status or a year-end forecast: numerical targets, figures or both are missing."));
        return;
    }
    if (off.empty()) {
        blocks.push_back(heading(2, "No measure is off target"));
        blocks.push_back(paragraph("No measure is red, has missed its year-end target or is forecast to miss it."));
        return;
    }
    blocks.push_back(heading(
        2, off.size() == 1 ? "The measure off target" : "The " + std::to_string(off.size()) + " measures off target",
        "off-target"));
    blocks.push_back(paragraph("Furthest from target first; those without a figure last.", ParagraphRole::small));
    blocks.push_back({exceptions_table(input.content, off, input.as_at)});
    blocks.push_back(heading(2, "Measures off target in full", "exceptions"));
    std::size_t place = 0;
    for (const Figure* figure : off) {
        const auto series = std::ranges::find(input.series, figure->measure, &Series::measure);
        const auto reading = std::ranges::find(input.readings, figure->measure, &Reading::measure);
        blocks.push_back(
            {exception_section(input.content, *figure, series == input.series.end() ? nullptr : &*series,
                               reading == input.readings.end() ? nullptr : &*reading, ++place, input.as_at, numbers)});
    }
}

} // namespace

Blocks scorecard_summary(const ScorecardReportInput& input, FigureNumbers& numbers) {
    require_known_measures(input);
    const std::vector<const Figure*> off = exceptions(input.now);
    Blocks blocks;
    blocks.push_back(paragraph(headline(input), ParagraphRole::lede));
    if (const std::string plans = plans_sentence(input, off); !plans.empty()) blocks.push_back(paragraph(plans));
    if (!input.now.figures.empty()) blocks.push_back(now_and_outlook(input, off, numbers));
    return blocks;
}

Blocks exceptions_part(const ScorecardReportInput& input, FigureNumbers& numbers) {
    require_known_measures(input);
    Blocks blocks;
    write_exceptions(blocks, input, exceptions(input.now), numbers);
    return blocks;
}

Blocks changes_part(const ScorecardReportInput& input) {
    Blocks blocks;
    if (input.before) write_changes(blocks, input.content, *input.before, input.now);
    return blocks;
}

Blocks commentary_part(const ScorecardReportInput& input) {
    require_known_measures(input);
    const auto in_full = exceptions(input.now);
    Table said;
    said.columns = {{"Measure", Align::left, 30}, {"Commentary"}};
    said.groups.emplace_back();
    for (const Measure& measure : input.content.measures) {
        if (std::ranges::any_of(in_full, [&](const Figure* figure) { return figure->measure == measure.code; }))
            continue; // shown there
        const Subject subject{SubjectKind::measure, measure.code.text()};
        const Update* newest = update_on(input.content.updates, subject, input.now.period, input.as_at);
        if (newest && !trim(newest->narrative).empty())
            said.groups[0].rows.push_back(
                {{cell(plain(short_name(measure))), cell(spans_from_markdown(newest->narrative))}, ""});
    }
    if (said.groups[0].rows.empty()) return {};
    return {
        heading(2, in_full.empty() ? "Commentary on the measures" : "Commentary on the other measures", "commentary"),
        {std::move(said)}};
}

Blocks scorecard_part(const ScorecardReportInput& input) {
    require_known_measures(input);
    Blocks blocks{heading(2, "The whole scorecard", "scorecard")};
    if (input.now.figures.empty())
        blocks.push_back(paragraph(quiet("There are no measures on the scorecard.")));
    else
        blocks.push_back({whole_scorecard(input.content, input.now)});
    write_changed_targets(blocks, input.content, input.now);
    write_targets_in_words(blocks, input.content, input.now);
    write_other_targets(blocks, input.content, input.now);
    return blocks;
}

} // namespace qd::inline documents
