#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"
#include "documents/phrases.hpp"
#include "domain/own_status.hpp"
#include "domain/share.hpp"
#include "domain/shorthand.hpp"
#include "domain/status_counts.hpp"
#include "domain/told.hpp"
#include "domain/words.hpp"
#include "exchange/json/json.hpp"
#include "views/selection.hpp"

#include <algorithm>
#include <set>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct ScorecardOptions {
    ViewOptions view;
    std::string format = "table", reader, theme, unit, body, status;
    bool all = false;

    Selection selection() const { return {theme, UnitCode(unit), UnitCode(body), status}; }
};

struct Theme {
    std::string name;
    std::vector<const Figure*> figures;
    std::size_t missing_it = 0; // forecast to miss, or missed
    bool silent = true;         // nothing rated, nothing to miss: one line is enough
};

bool misses(const Figure& figure) { return figure.outlook == Outlook::to_miss || figure.outlook == Outlook::missed; }
bool meets(const Figure& figure) { return figure.outlook == Outlook::to_meet || figure.outlook == Outlook::met; }

std::vector<Theme> by_theme(const Snapshot& snapshot, const Scorecard& scorecard) {
    std::vector<Theme> themes;
    for (const Figure& figure : scorecard.figures) {
        const std::string& name = snapshot.measure(figure.measure).theme;
        auto theme = std::ranges::find(themes, name, &Theme::name);
        if (theme == themes.end()) theme = themes.insert(themes.end(), Theme{name, {}});
        theme->figures.push_back(&figure);
        if (misses(figure)) ++theme->missing_it;
        if (figure.status.status != Status::not_rated || misses(figure) || figure.actual.has_value() ||
            figure.in_period.has_value() || !figure.why_missing.empty() || !told_words(figure.previous).empty() ||
            !told_words(figure.last_year).empty())
            theme->silent = false;
    }
    for (Theme& theme : themes)
        std::ranges::stable_sort(theme.figures, {}, [](const Figure* figure) { return !misses(*figure); });
    return themes;
}

std::string outlook_sentence(const Counts& n) {
    if (n.measures == 0) return "There are no measures on the scorecard for this period.";
    if (n.outlook_meet + n.outlook_miss == 0)
        return "No outlook was given for " +
               (n.measures == 1 ? "the measure." : "any of the " + std::to_string(n.measures) + " measures.");
    return std::to_string(n.outlook_meet) + " of " + plural(n.measures, "measure", "measures") + " (" +
           show_share(n.outlook_meet, n.measures) + ") " + (n.outlook_meet == 1 ? "is" : "are") + " forecast to meet " +
           (n.outlook_meet == 1 ? "its" : "their") + " year-end target, " + std::to_string(n.outlook_miss) + " (" +
           show_share(n.outlook_miss, n.measures) + ") to miss it.";
}

// What a status of the council's own means, and as what it counts.
std::string own_words(const OwnCount& own) {
    const std::string label = own.status.name.empty() ? std::string() : own.status.label;
    return " (" + (label.empty() ? "" : label + ", ") + "counts as " + qd::label(own.status.status) + ")";
}

// By its code in whatever case, or by its name.
std::string unit_named(const Content& content, const UnitCode& given) {
    for (const Unit& unit : content.units)
        if (lower(unit.code.text()) == lower(given.text())) return unit.name;
    return given.text();
}

// "Shown are 3 of 35 measures: of Place directorate and the units below it, now red".
std::string shown_words(const Snapshot& snapshot, const Selection& selection, std::size_t shown, std::size_t whole) {
    std::vector<std::string> parts;
    if (!selection.theme.empty()) parts.push_back("of the theme " + selection.theme);
    if (!selection.unit.empty())
        parts.push_back("of " + unit_named(snapshot.content(), selection.unit) + " and the units below it");
    if (!selection.body.empty())
        parts.push_back("that the " + unit_named(snapshot.content(), selection.body) + " looks at");
    if (!selection.status.empty()) parts.push_back("now " + spoken(selection.status));
    return "Shown: " + std::to_string(shown) + " of " + plural(whole, "measure", "measures") + ", those " +
           join(parts, ", ") + ".";
}

void print_headline(Call& call, const Snapshot& snapshot, const Scorecard& scorecard, const std::string& shown) {
    const Calendar& calendar = snapshot.content().settings.calendar;
    const Counts& n = scorecard.counts;
    call.out << side_by_side({bold(call, council_and_area(snapshot, scorecard.area)),
                              calendar.label(scorecard.period) + " (" + calendar.days_label(scorecard.period) + ")",
                              "as at " + short_date(scorecard.as_at.date())},
                             call.width)
             << "\n\n";
    if (!shown.empty()) call.out << wrap("  " + shown, call.width, "  ") << "\n";
    if (n.measures == 0 && !shown.empty()) {
        call.out << "\n";
        return;
    }
    call.out << wrap("  " + outlook_sentence(n), call.width, "  ") << "\n"
             << "  Now, " << n.rated << " of " << n.measures << " rated:";
    for (const Status status : every_status)
        if (const std::size_t count = count_of(n, status); count > 0)
            call.out << "  " << mark(call, status) << " " << count << " " << label(status);
    call.out << "\n";
    std::vector<std::string> own;
    for (const OwnCount& each : n.own)
        own.push_back(std::to_string(each.count) + " " + tag(call, each.status) + own_words(each));
    if (!own.empty()) call.out << wrap("  In the council's own words: " + join(own, "; "), call.width, "    ") << "\n";
    call.out << "\n";
}

std::string theme_line(Call& call, const Theme& theme, bool all) {
    const auto meeting = static_cast<std::size_t>(
        std::ranges::count_if(theme.figures, [](const Figure* figure) { return meets(*figure); }));
    std::string line = bold(call, theme.name.empty() ? "Other measures" : theme.name) + ", ";
    const std::string of_all = " of " + std::to_string(theme.figures.size());
    if (theme.missing_it > 0)
        line += std::to_string(theme.missing_it) + of_all + " forecast to miss";
    else if (meeting > 0)
        line += std::to_string(meeting) + of_all + " forecast to meet";
    else
        line += plural(theme.figures.size(), "measure", "measures") + ", no outlook given";
    return theme.silent && !all ? line + " (list them with --all)" : line;
}

std::string signal_words(const Signal& signal) {
    if (signal.variation == Variation::none) return "-";
    const std::string arrow = signal.side == Side::high ? "↑ " : signal.side == Side::low ? "↓ " : "";
    return arrow + label(signal.variation);
}

bool is_charted(const Signal& signal) { return signal.variation != Variation::none; }

// The title with what has to be known to read the row.
std::string title_of(const Measure& measure, const Figure& figure) {
    std::string title = measure.short_title.empty() ? measure.title : measure.short_title;
    const std::string stretch = name_of(figure.stretch, figure.described);
    if (figure.beside && title.find(stretch) == std::string::npos) title += ", " + stretch;
    return title + (measure.polarity == Polarity::lower ? " (smaller better)" : "");
}

// A change is shown in the row of the figure that changed.
std::string change_in(const Figure& figure, StretchKind row) {
    return !figure.beside || figure.previous.stretch == row ? show(figure.previous) : "-";
}

// "84.5% [p]": with the marks of what else is known of it, such as that it is a forecast.
std::string marked(const Measure& measure, const Figure& figure) {
    const std::string marks = figure.actual.has_value() ? shorthand(figure.flags) : std::string();
    return show(measure, figure.actual) + (marks.empty() ? "" : " " + marks);
}

// The period's other figure, below the one that is judged.
std::vector<std::string> side_row(Call& call, const Measure& measure, const Figure& figure) {
    const SideFigure& side = *figure.beside;
    const bool is_told = side.status.basis == Verdict::Basis::computed && !side.status.reason.empty();
    const std::string covers = is_told ? ", " + side.status.reason : "";
    return {"",
            "  " + name_of(side.stretch, side.described) + covers,
            show(measure, side.actual),
            show_goal(measure, side.goal),
            tag(call, side.status),
            "",
            show(side.previous),
            show(side.last_year)};
}

// The signals have a column where there is any.
TextTable table_of(Call& call, const Snapshot& snapshot, const Scorecard& scorecard, const std::vector<Signal>& signals,
                   bool all) {
    const bool has_signals = std::ranges::any_of(signals, is_charted);
    std::vector<Column> columns = {{"CODE"},
                                   {"MEASURE", Align::left, Yield::wraps},
                                   {"ACTUAL", Align::right},
                                   {"TARGET", Align::right},
                                   {"NOW"},
                                   {"OUTLOOK"},
                                   {"LAST", Align::left, Yield::leaves},
                                   {"YEAR", Align::left, Yield::leaves}};
    if (has_signals) columns.push_back({"SIGNAL", Align::left, Yield::leaves});
    TextTable table(columns);
    bool first = true;
    for (const Theme& theme : by_theme(snapshot, scorecard)) {
        if (!first) table.add({""});
        first = false;
        table.add({theme_line(call, theme, all)});
        if (theme.silent && !all) continue;
        for (const Figure* figure : theme.figures) {
            const Measure& measure = snapshot.measure(figure->measure);
            const std::string beside = aside(snapshot.content(), *figure);
            std::vector<std::string> cells = {measure.code.text(),
                                              title_of(measure, *figure) + (beside.empty() ? "" : "; " + beside),
                                              marked(measure, *figure),
                                              show_goal(measure, *figure),
                                              tag(call, figure->status),
                                              tag(call, figure->outlook),
                                              change_in(*figure, figure->stretch),
                                              show(figure->last_year)};
            const auto place = static_cast<std::size_t>(figure - scorecard.figures.data());
            if (has_signals) cells.push_back(signal_words(signals[place]));
            table.add(cells);
            if (figure->beside) table.add(side_row(call, measure, *figure));
        }
    }
    return table;
}

void print_foot(Call& call, const Scorecard& scorecard, const std::vector<std::string>& left_out,
                const std::string& period) {
    const bool has_final = std::ranges::any_of(scorecard.figures, [](const Figure& figure) {
        return figure.outlook == Outlook::met || figure.outlook == Outlook::missed;
    });
    const auto tell = [&](const std::string& text) { call.out << wrap("  " + text, call.width, "  ") << "\n"; };
    call.out << "\n";
    tell(std::string("->  | stops short of the target, --->| reaches it") + (has_final ? "; with = it is final" : ""));
    if (left_out.empty())
        tell("LAST and YEAR: against the period before and a year before; the word says whether that is good");
    else
        tell("Too narrow for: " + join(left_out, ", "));
    std::set<std::string> marks; // of the figures of this scorecard, with what they mean
    for (const Figure& figure : scorecard.figures)
        if (figure.actual.has_value())
            for (const std::string& mark : split(shorthand(figure.flags), ' '))
                if (!mark.empty()) marks.insert(mark + " " + std::string(shorthand_meaning(mark)));
    if (!marks.empty()) tell(join({marks.begin(), marks.end()}, ", "));
    const auto worst = std::ranges::find_if(scorecard.figures, misses);
    const std::string code = worst != scorecard.figures.end() ? worst->measure.text()
                             : !scorecard.figures.empty()     ? scorecard.figures.front().measure.text()
                                                              : "CODE";
    tell("Next: quarterday measure " + code + ", or quarterday check --period " + period);
}

void print_scorecard(Call& call, const ScorecardOptions& options) {
    const bool csv = wants_csv(options.format, options.reader);
    const auto whole = read_snapshot(call.store, call.clock, options.view.reader());
    const View view = whole->view(options.view.question(), call.clock.now());
    const auto snapshot = whole->known_by(view.as_at);
    const Selection selection = options.selection();
    const SelectedScorecard part = selected_scorecard(*snapshot, view, selection);
    if (options.format == "json") {
        call.out << scorecard_json(snapshot->content(), part.scorecard, part.signals, part.outturns, selection);
    } else if (csv) {
        call.out << csv_for(call, options.reader, scorecard_csv(snapshot->content(), part.scorecard, part.signals));
    } else {
        const std::size_t all = snapshot->scorecard(view)->figures.size();
        print_headline(call, *snapshot, part.scorecard,
                       selection.is_all() ? "" : shown_words(*snapshot, selection, part.scorecard.figures.size(), all));
        const TextTable table = table_of(call, *snapshot, part.scorecard, part.signals, options.all);
        call.out << table.print(call.width);
        print_foot(call, part.scorecard, table.left_out(call.width),
                   snapshot->content().settings.calendar.text(view.period));
    }
}

} // namespace

const Command scorecard_command = {
    "scorecard", "Every measure of a period: actual, target, status now, outlook, directions",
    "  quarterday scorecard --period 2012-13Q3\n"
    "  quarterday scorecard --period 2012-13Q3 --as-at 2013-02-15\n"
    "  quarterday scorecard --period 2012-13Q3 --format csv > scorecard.csv",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ScorecardOptions>();
        options->view.add_to(app);
        options->view.add_public(app);
        app.add_option("--theme", options->theme, "Only the measures of a theme")->option_text("THEME");
        app.add_option("--unit", options->unit, "Only those that a unit owns, or a unit below it")->option_text("UNIT");
        app.add_option("--body", options->body,
                       "Only those that a committee looks at: on its agendas, or owned by the unit it is below")
            ->option_text("BODY");
        app.add_option("--status", options->status, "Only those with a status, which may be one of the council's own")
            ->option_text("STATUS");
        add_format(app, options->format, {"table", "json", "csv"});
        add_reader(app, options->reader);
        app.add_flag("--all", options->all,
                     "Also list the measures of themes where nothing is rated and nothing misses its target");
        app.callback([&call, options] { print_scorecard(call, *options); });
    }};

} // namespace qd::cli
