#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"
#include "exchange/json.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

struct ScorecardOptions {
    ViewOptions view;
    std::string format = "table";
    bool all = false;
};

struct Theme {
    std::string name;
    std::vector<const Figure*> figures;
    std::size_t missing_it = 0; // forecast to miss, or missed
    bool silent = true;         // nothing rated, nothing to miss: one line is enough
};

bool misses(const Figure& figure) { return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed; }

std::vector<Theme> by_theme(const Snapshot& snapshot, const Scorecard& scorecard) {
    std::vector<Theme> themes;
    for (const Figure& figure : scorecard.figures) {
        const std::string& name = snapshot.measure(figure.measure).theme;
        auto theme = std::ranges::find(themes, name, &Theme::name);
        if (theme == themes.end()) theme = themes.insert(themes.end(), Theme{name, {}});
        theme->figures.push_back(&figure);
        if (misses(figure)) ++theme->missing_it;
        if (figure.status.status != Status::not_rated || misses(figure) || figure.actual.has_value()) theme->silent = false;
    }
    for (Theme& theme : themes) std::ranges::stable_sort(theme.figures, {}, [](const Figure* figure) { return !misses(*figure); });
    return themes;
}

void print_headline(Call& call, const Snapshot& snapshot, const Scorecard& scorecard) {
    const Settings& settings = snapshot.content().settings;
    const Counts& n = scorecard.counts;
    call.out << bold(call, settings.name) << "    " << settings.calendar.label(scorecard.period) << " ("
             << settings.calendar.days_label(scorecard.period) << ")    as known on " << print_long(scorecard.as_at.date()) << "\n\n";
    call.out << "  " << n.outlook_meet << " of " << plural(n.measures, "measure", "measures") << " (" << percent_of(n.outlook_meet, n.measures)
             << ") are forecast to meet their year-end target, " << n.outlook_miss << " (" << percent_of(n.outlook_miss, n.measures)
             << ") to miss it.\n";
    call.out << "  Now, " << n.rated << " of " << n.measures << " rated:";
    const auto tell = [&](Status status, std::size_t count) {
        if (count > 0) call.out << "  " << mark(call, status) << " " << count << " " << label(status);
    };
    tell(Status::green, n.green);
    tell(Status::amber, n.amber);
    tell(Status::red, n.red);
    tell(Status::complete, n.complete);
    tell(Status::not_started, n.not_started);
    tell(Status::not_rated, n.not_rated);
    call.out << "\n\n";
}

std::string theme_line(Call& call, const Theme& theme, bool all) {
    const std::size_t meeting = static_cast<std::size_t>(std::ranges::count_if(
        theme.figures, [](const Figure* figure) { return figure->outlook == Outlook::to_meet || figure->outlook == Outlook::met; }));
    std::string line = bold(call, theme.name.empty() ? "Other measures" : theme.name) + ", ";
    line += theme.missing_it > 0 ? std::to_string(theme.missing_it) + " of " + std::to_string(theme.figures.size()) + " forecast to miss"
                                 : std::to_string(meeting) + " of " + std::to_string(theme.figures.size()) + " forecast to meet";
    return theme.silent && !all ? line + " (list them with --all)" : line;
}

void print_table(Call& call, const Snapshot& snapshot, const Scorecard& scorecard, bool all) {
    TextTable table({{"CODE"}, {"MEASURE", Align::left, true}, {"ACTUAL", Align::right}, {"TARGET", Align::right}, {"NOW"}, {"OUTLOOK"},
                     {"LAST"}, {"YEAR"}});
    for (const Theme& theme : by_theme(snapshot, scorecard)) {
        table.add({theme_line(call, theme, all)});
        if (theme.silent && !all) continue;
        for (const Figure* figure : theme.figures) {
            const Measure& measure = snapshot.measure(figure->measure);
            const std::string title = (measure.short_title.empty() ? measure.title : measure.short_title) +
                                      (measure.polarity == Polarity::lower ? " (smaller better)" : "");
            const std::string word = figure->status.label.empty() ? label(figure->status.status) : figure->status.label;
            table.add({measure.code.text(), title, show(measure, figure->actual), show_goal(measure, figure->goal),
                       tag(call, figure->status.status, word), tag(call, figure->outlook), show(figure->previous), show(figure->last_year)});
        }
        table.add({""});
    }
    call.out << table.print(call.width);
}

void print_scorecard(Call& call, const ScorecardOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const View view = snapshot->view(options.view.question(), call.clock.now());
    const auto scorecard = snapshot->scorecard(view);
    if (options.format == "json") {
        call.out << scorecard_json(snapshot->content(), *scorecard);
    } else if (options.format == "csv") {
        call.out << scorecard_csv(snapshot->content(), *scorecard);
    } else {
        const std::string period = snapshot->content().settings.calendar.text(view.period);
        print_headline(call, *snapshot, *scorecard);
        print_table(call, *snapshot, *scorecard, options.all);
        call.out << "\n  ->  |  stops short of the target     --->|  reaches it\n"
                 << "  Next: quarterday measure CODE, or quarterday check --period " << period << "\n";
    }
}

} // namespace

const Command scorecard_command = {
    "scorecard", "Every measure of a period: actual, target, status now, outlook, directions",
    "  quarterday scorecard --period 2012-13Q3\n"
    "  quarterday scorecard --period 2012-13Q3 --as-at 2013-02-15 --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ScorecardOptions>();
        options->view.add_to(app);
        app.add_option("--format", options->format, "table, json or csv")->check(CLI::IsMember({"table", "json", "csv"}))->capture_default_str();
        app.add_flag("--all", options->all, "List the measures of themes that have nothing to show, too");
        app.callback([&call, options] { print_scorecard(call, *options); });
    }};

} // namespace qd::cli
