#include "documents/sections/risk_section.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"
#include "documents/sections/recovery_section.hpp"

namespace qd::inline documents {
namespace {

Spans share_words(const std::optional<Decimal>& percent, const std::optional<Decimal>& change) {
    if (!percent) return quiet("not given");
    Spans spans = plain(print_fixed(*percent, percent->rounded(0) == *percent ? 0 : 1) + "%");
    if (!change) return spans;
    append(spans, line_break());
    const std::string sign = *change > Decimal() ? "+" : *change < Decimal() ? "−" : "±";
    append(spans, quiet(sign + print_fixed(change->abs(), change->rounded(0) == *change ? 0 : 1) + " points"));
    return spans;
}

std::string count_of(const std::optional<Decimal>& number) { return number ? print_grouped(*number, 0) : ""; }

Spans response_words(const FormResult& result) {
    if (!result.received) return quiet("not given");
    std::string words = count_of(result.received);
    if (result.asked) words += " of " + count_of(result.asked);
    if (result.response) words += " (" + print_fixed(*result.response, 0) + "%)";
    return plain(words);
}

// Of the newest returns: what was done where a site rated itself red.
void add_red_sites(Blocks& blocks, const FormReport& report, const Content& content) {
    if (report.results.empty() || report.results.back().red_sites.empty()) return;
    const FormResult& newest = report.results.back();
    Table table;
    table.columns = {{"Rated red, " + content.settings.calendar.label(newest.period)}, {"Area"}, {"Followed up"}};
    table.groups.emplace_back();
    for (const SiteRating& site : newest.red_sites) {
        const std::string area = area_name(content, site.area);
        table.groups[0].rows.push_back({{cell(plain(site.site)), cell(area.empty() ? quiet("not given") : plain(area)),
                                         cell(site.followed_up.empty() ? quiet("not yet") : plain(site.followed_up))},
                                        ""});
    }
    blocks.push_back({table});
}

} // namespace

Blocks form_section(const FormReport& report, const Content& content) {
    Blocks blocks{heading(2, report.form.title)};
    std::string words = unit_name(content, report.form.unit);
    if (!report.form.sites.empty()) words += (words.empty() ? "" : " asks ") + report.form.sites;
    if (!words.empty()) blocks.push_back(paragraph(quiet(capitalised(words) + "."), ParagraphRole::small));
    Table table;
    table.columns = {
        {"Returns"}, {"Received"}, {"Green", Align::right}, {"Amber", Align::right}, {"Red", Align::right}};
    table.groups.emplace_back();
    for (const FormResult& result : report.results) {
        table.groups[0].rows.push_back(
            {{cell(plain(content.settings.calendar.label(result.period))), cell(response_words(result)),
              cell(share_words(result.percent.green, result.change.green)),
              cell(share_words(result.percent.amber, result.change.amber)),
              cell(share_words(result.percent.red, result.change.red))},
             ""});
        if (!result.published.note.empty()) table.notes.push_back(plain(result.published.note));
    }
    if (report.results.empty())
        blocks.push_back(paragraph(quiet("No returns are known.")));
    else
        blocks.push_back({table});
    add_red_sites(blocks, report, content);
    Table actions = actions_table(content, {SubjectKind::form, report.form.code.text()});
    if (!actions.groups[0].rows.empty()) {
        blocks.push_back(heading(3, "What is being done about red returns"));
        blocks.push_back({actions});
    }
    return blocks;
}

Blocks escalations_section(const Content& content, std::optional<Period> period) {
    Table table;
    table.columns = {{"Escalation", Align::left, 40}, {"From"}, {"To"}, {"What came of it", Align::left, 34}};
    table.groups.emplace_back();
    for (const Escalation& escalation : content.escalations) {
        if (period && escalation.period != *period) continue;
        TableCell what = cell(plain(escalation.title));
        if (!escalation.text.empty()) {
            append(what.spans, line_break());
            append(what.spans, quiet(escalation.text));
        }
        const std::string from = unit_name(content, escalation.from_unit);
        TableCell outcome = cell(plain(capitalised(label(escalation.state))));
        if (!escalation.outcome.empty()) {
            append(outcome.spans, line_break());
            append(outcome.spans, plain(escalation.outcome));
        }
        table.groups[0].rows.push_back({{what, cell(from.empty() ? quiet("not given") : plain(from)),
                                         cell(plain(unit_name(content, escalation.to_unit))), outcome},
                                        ""});
    }
    if (table.groups[0].rows.empty()) return {};
    return {heading(2, "Matters escalated between groups"), {table}};
}

} // namespace qd::inline documents
