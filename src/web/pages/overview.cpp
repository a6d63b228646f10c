#include "domain/share.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/figure_pair.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/partnership_rows.hpp"
#include "web/view/plan_rows.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/text.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

constexpr std::size_t shown_findings = 4, shown_dates = 5;

std::string measures_heading(const Counts& counts) {
    const std::string of =
        std::to_string(counts.outlook_miss) + " of " + plural(counts.measures, "measure", "measures");
    if (counts.outlook_meet + counts.outlook_miss == 0)
        return counts.rated == 0 ? plural(counts.measures, "measure", "measures") + ", none rated yet"
                                 : std::to_string(counts.red) + " of " +
                                       plural(counts.rated, "rated measure is", "rated measures are") + " red";
    if (counts.outlook_miss == 0) return "No measure is forecast to miss its year-end target";
    return of + (counts.outlook_miss == 1 ? " is forecast to miss its year-end target"
                                          : " are forecast to miss their year-end target");
}

std::string measures_lede(const Counts& counts) {
    const std::size_t unknown = counts.measures - counts.outlook_meet - counts.outlook_miss;
    std::string text;
    if (counts.outlook_meet > 0)
        text = (counts.outlook_miss > 0 ? "The other " : "All ") + std::to_string(counts.outlook_meet) + " (" +
               show_share(counts.outlook_meet, counts.outlook_meet + counts.outlook_miss) +
               ") are forecast to meet it. ";
    if (unknown > 0) text += plural(unknown, "measure has", "measures have") + " no forecast. ";
    if (counts.rated > 0)
        text += "Of the " + std::to_string(counts.rated) + " that can be rated now, " +
                std::to_string(counts.green + counts.complete) + " (" +
                show_share(counts.green + counts.complete, counts.rated) + ") are green and " +
                std::to_string(counts.red) + " (" + show_share(counts.red, counts.rated) + ") red.";
    return text;
}

std::string priorities_heading(const Partnership& partnership) {
    const std::size_t rated = partnership.rows - partnership.tally.blank;
    return std::to_string(partnership.tally.green) + " of " +
           plural(rated, "rated priority is", "rated priorities are") + " green";
}

std::string priorities_lede(const Partnership& partnership) {
    return plural(partnership.priorities, "priority", "priorities") + " in all, " + std::to_string(partnership.rows) +
           " reported this period: " + tally_words(partnership.tally) + ". " + "They have " +
           plural(partnership.actions, "action", "actions") + ".";
}

Fields exceptions(const Visit& visit, const Scorecard& scorecard) {
    const auto series = visit.snapshot.courses(visit.view());
    std::vector<Fields> rows;
    for (const Figure* figure : exceptions_first(scorecard.figures)) {
        if (!is_off_target(*figure)) break;
        Fields row = figure_row(visit, *figure, series_of(*series, figure->measure));
        row.text("insight", insight(visit, *figure));
        if (const RecoveryPlan* plan = visit.snapshot.recovery_plan(figure->measure))
            row.object("plan", plan_link(visit, *plan));
        else
            row.none("plan");
        rows.push_back(std::move(row));
    }
    const std::string all = plural(scorecard.counts.measures, "measure", "measures");
    return Fields{}
        .flag("any_rows", !rows.empty())
        .list("rows", std::move(rows))
        .text("all", all)
        .text("scorecard", visit.link("/scorecard", {{"order", "furthest"}}));
}

Fields short_tag(Outlook outlook) { return outlook_tag(outlook).text("word", short_label(outlook)); }

// A status of the council's own says more than what it counts as; what is not rated without such a word says nothing.
bool is_changed(const Verdict& then, const Verdict& now) {
    const auto says = [](const Verdict& verdict) { return is_rated(verdict.status) || !verdict.name.empty(); };
    return says(then) && says(now) && (then.status != now.status || then.name != now.name);
}

// What was said of each measure then and now, where it is not the same.
Fields changes(const Visit& visit, const Scorecard& now) {
    const auto before = visit.snapshot.scorecard_before(visit.view());
    if (before == nullptr) return Fields{}.none("since").list("changed", {});
    std::vector<Fields> changed;
    for (const Figure& then : before->figures) {
        const auto figure = std::ranges::find(now.figures, then.measure, &Figure::measure);
        if (figure == now.figures.end()) continue;
        const bool outlook = figure->outlook != then.outlook && then.outlook != Outlook::unknown;
        const bool status = is_changed(then.status, figure->status);
        if (!outlook && !status) continue;
        const Measure& measure = visit.snapshot.measure(then.measure);
        Fields row;
        row.text("title", short_name(measure)).text("href", visit.link("/measures/" + measure.code.text()));
        row.text("class", outlook ? "qd-outlook" : "qd-status");
        row.object("was", outlook ? short_tag(then.outlook) : status_tag(then.status));
        row.object("is", outlook ? short_tag(figure->outlook) : status_tag(figure->status));
        changed.push_back(std::move(row));
    }
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    return Fields{}
        .text("since", period_words(calendar, before->period, now.period))
        .list("changed", std::move(changed));
}

Fields checker(const Visit& visit) {
    const auto findings = visit.snapshot.findings(visit.view());
    std::vector<Fields> rows;
    for (const Finding& finding : *findings) {
        if (rows.size() == shown_findings) break;
        rows.push_back(finding_row(visit, finding));
    }
    Fields fields;
    fields.text("count", plural(findings->size(), "thing", "things")).flag("clean", findings->empty());
    fields.text("tally", finding_tally(*findings)).text("href", visit.link("/findings"));
    return fields.list("findings", std::move(rows));
}

std::vector<Fields> papers(const Visit& visit) {
    std::vector<Fields> rows;
    for (const ReportKind& kind : report_kinds(visit.snapshot.content())) {
        const Paper* paper = visit.snapshot.paper(kind.paper, visit.view().period);
        if (paper == nullptr) continue;
        std::string where = unit_name(visit.snapshot.content(), paper->body);
        if (paper->meeting) where += ", " + weekday_name(paper->meeting->weekday()) + " " + print_long(*paper->meeting);
        if (!paper->item.empty()) where += ", item " + paper->item;
        rows.push_back(Fields{}
                           .text("title", paper->title.empty() ? kind.title : paper->title)
                           .text("where", where)
                           .text("href", visit.link("/reports/" + kind.name)));
    }
    return rows;
}

} // namespace

Response overview(const Visit& visit) {
    if (visit.snapshot.periods().empty())
        return render_page(visit,
                           {"Nothing here yet", "empty", Fields{}.text("address", visit.snapshot.about().address),
                            Section::overview, Framing::hidden});
    const auto scorecard = visit.snapshot.scorecard(visit.view());
    const auto partnership = visit.snapshot.partnership(visit.view());
    const Counts& counts = scorecard->counts;
    const bool judged = counts.rated + counts.outlook_meet + counts.outlook_miss > 0,
               priorities = partnership->rows > 0;
    const bool measures = judged || (!priorities && counts.measures > 0); // what nothing is known of does not lead
    Fields fields;
    fields.text("caption", measures ? "Corporate scorecard" : priorities ? "Partnership" : "");
    fields.text("heading", measures     ? measures_heading(scorecard->counts)
                           : priorities ? priorities_heading(*partnership)
                                        : "Nothing was reported for this period");
    fields.text("lede", measures     ? measures_lede(scorecard->counts)
                        : priorities ? priorities_lede(*partnership)
                                     : "Choose another period above.");
    if (measures) {
        fields.object("pair", figure_pair_fields(visit, *scorecard))
            .object("exceptions", exceptions(visit, *scorecard))
            .object("changes", changes(visit, *scorecard));
    } else {
        fields.none("pair").none("exceptions").none("changes");
    }
    fields.list("groups", priorities ? group_rows(visit, *partnership) : std::vector<Fields>{});
    fields.flag("priority_block", priorities).text("priorities", visit.link("/priorities"));
    std::vector<Fields> dates = next_dates(visit, shown_dates), frames = papers(visit);
    fields.flag("date_block", !dates.empty())
        .list("dates", std::move(dates))
        .text("plans", visit.link("/recovery-plans"));
    if (visit.snapshot.reader() == Reader::council)
        fields.object("checker", checker(visit));
    else
        fields.none("checker"); // it was not asked
    fields.flag("paper_block", !frames.empty()).list("papers", std::move(frames));
    return render_page(visit, {"Overview", "overview", std::move(fields), Section::overview});
}

} // namespace qd::web::pages
