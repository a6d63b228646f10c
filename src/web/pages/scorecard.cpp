#include "domain/share.hpp"
#include "domain/status_counts.hpp"
#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/figure_row.hpp"
#include "web/view/reading.hpp"
#include "web/view/scorecard_filter.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/text.hpp"
#include "views/selection.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

std::string lede(const Counts& counts) {
    const std::size_t forecast = counts.outlook_meet + counts.outlook_miss;
    std::string text;
    if (forecast > 0)
        text = std::to_string(counts.outlook_meet) + " of " + plural(forecast, "measure", "measures") + " (" +
               show_share(counts.outlook_meet, forecast) + ") are forecast to meet their year-end target, " +
               std::to_string(counts.outlook_miss) + " (" + show_share(counts.outlook_miss, forecast) +
               ") to miss it. ";
    if (forecast < counts.measures)
        text += plural(counts.measures - forecast, "measure has", "measures have") + " no forecast. ";
    if (counts.rated == 0) return text + "None can be rated now.";
    std::vector<std::string> parts;
    for (const Status status : every_status)
        if (const std::size_t count = count_of(counts, status); count > 0 && is_rated(status))
            parts.push_back(std::to_string(count) + " (" + show_share(count, counts.rated) + ") " + label(status));
    return text + "Of the " + std::to_string(counts.rated) + " that can be rated now: " + join(parts, ", ") + ".";
}

std::string theme_note(const std::vector<const Figure*>& figures) {
    const auto missing = static_cast<std::size_t>(std::ranges::count_if(
        figures, [](const Figure* f) { return f->outlook == Outlook::to_miss || f->outlook == Outlook::missed; }));
    const auto meeting = static_cast<std::size_t>(std::ranges::count_if(
        figures, [](const Figure* f) { return f->outlook == Outlook::to_meet || f->outlook == Outlook::met; }));
    if (missing > 0) return std::to_string(missing) + " of " + std::to_string(figures.size()) + " forecast to miss";
    if (meeting == figures.size())
        return meeting == 1 ? "forecast to meet" : "all " + std::to_string(meeting) + " forecast to meet";
    return plural(figures.size(), "measure", "measures");
}

struct Group {
    std::string name;
    std::vector<const Figure*> figures;
};

// By theme, in the order in which the themes first come up: exceptions first brings the themes with most to do on top.
std::vector<Group> by_theme(const Visit& visit, const std::vector<const Figure*>& figures) {
    std::vector<Group> groups;
    for (const Figure* figure : figures) {
        const std::string& theme = visit.snapshot.measure(figure->measure).theme;
        const auto found = std::ranges::find(groups, theme, &Group::name);
        if (found == groups.end())
            groups.push_back({theme, {figure}});
        else
            found->figures.push_back(figure);
    }
    return groups;
}

std::vector<Fields> group_fields(const Visit& visit, const Scorecard& scorecard, const std::vector<Group>& groups) {
    const auto series = visit.snapshot.courses(visit.view());
    const auto signals = visit.snapshot.signals(visit.view());
    std::vector<Fields> result;
    for (const Group& group : groups) {
        std::vector<Fields> rows;
        for (const Figure* figure : group.figures) {
            rows.push_back(figure_row(visit, *figure, series_of(*series, figure->measure)));
            const Signal& signal = signals->at(static_cast<std::size_t>(figure - scorecard.figures.data()));
            rows.back().object("signal", signal_tag(signal)).flag("charted", signal.variation != Variation::none);
        }
        result.push_back(Fields{}
                             .text("theme", group.name.empty() ? "Other measures" : group.name)
                             .text("note", theme_note(group.figures))
                             .list("rows", std::move(rows)));
    }
    return result;
}

// How the statuses were found, from the rules in force on the last day of the period.
std::string rule_words(const Visit& visit) {
    const Settings& settings = visit.snapshot.content().settings;
    const Date day = settings.calendar.last_day(visit.view().period);
    const StatusRules* in_force = nullptr;
    for (const StatusRules& rules : settings.status_rules)
        if (!rules.from || *rules.from <= day) in_force = &rules;
    if (in_force == nullptr) return {};
    std::vector<std::string> words;
    for (const StatusRule& rule : in_force->rules) {
        std::string when = replace_all(" if it " + print(rule.when), "if it otherwise", "otherwise");
        when = replace_all(std::move(when), "if it within", "if it is within");
        when = replace_all(std::move(when), "if it no ", "if it has no ");
        when = replace_all(std::move(when), "if it not due", "if it is not due");
        when = replace_all(std::move(when), " target", " its target");
        when = replace_all(std::move(when), "no its target", "no target");
        words.push_back((rule.label.empty() ? rule.name.empty() ? label(rule.status) : rule.name : rule.label) + when);
    }
    const bool tolerant = settings.tolerance.kind != Tolerance::Kind::none;
    return "Status: " + join(words, ", ") + "." +
           (tolerant ? " Tolerance: " + print(settings.tolerance) + " where a measure has no other." : std::string{});
}

} // namespace

Response scorecard(const Visit& visit) {
    const auto scorecard = visit.snapshot.scorecard(visit.view());
    const ScorecardFilter filter = ScorecardFilter::of(visit);
    const std::vector<const Figure*> shown = filter.apply(visit, scorecard->figures);
    Fields fields;
    fields.text("lede", scorecard->figures.empty() ? "There are no measures on the scorecard for this period."
                        : filter.is_active()       ? "Of the " + plural(shown.size(), "measure", "measures") +
                                                   " shown: " + lede(counts_of(shown))
                                             : lede(scorecard->counts));
    fields.object("filters", filter.fields(visit, scorecard->figures));
    fields.text("shown", std::to_string(shown.size()) + " of " +
                             plural(scorecard->figures.size(), "measure", "measures") + " shown");
    fields.flag("chosen_filter", filter.is_active())
        .flag("filtered", filter.is_active())
        .text("unfiltered", visit.link("/scorecard"))
        .flag("nothing", shown.empty() && !scorecard->figures.empty());
    fields.text("csv", visit.link("/scorecard.csv", filter.chosen()))
        .text("json", visit.link("/scorecard.json", filter.chosen()));
    const bool themes = filter.groups_by_theme();
    fields.flag("by_theme", themes);
    fields.list("groups", group_fields(visit, *scorecard,
                                       themes ? by_theme(visit, shown) : std::vector<Group>{{"All measures", shown}}));
    const bool signals = std::ranges::any_of(*visit.snapshot.signals(visit.view()),
                                             [](const Signal& signal) { return signal.variation != Variation::none; });
    fields.flag("signals", signals).text("columns", signals ? "9" : "8");
    fields.flag("table", !shown.empty()).text("rules", rule_words(visit));
    return render_page(visit, {"Scorecard", "scorecard", std::move(fields), Section::scorecard});
}

} // namespace qd::web::pages
