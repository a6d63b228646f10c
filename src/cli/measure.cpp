#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/ink.hpp"
#include "cli/measure_story.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"
#include "documents/sections/figure_reading.hpp"
#include "domain/coverage.hpp"
#include "domain/shorthand.hpp"
#include "domain/told.hpp"
#include "domain/words.hpp"
#include "exchange/json/json.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

struct MeasureOptions {
    ViewOptions view;
    std::string code, format = "table", reader, among = "neighbours";

    PeerChoice peers() const { return among == "siblings" ? PeerChoice::siblings : PeerChoice::neighbours; }
};

void print_heading(Call& call, const Snapshot& snapshot, const Measure& measure, const View& view) {
    call.out << wrap(bold(call, measure.code.text() + "  " + measure.title), call.width, "  ") << "\n"
             << side_by_side({council_and_area(snapshot, view.area), "as at " + short_date(view.as_at.date())},
                             call.width)
             << "\n";
    std::string facts =
        std::string(print(measure.quantity)) + ", " + label(measure.polarity) + ", by " + spoken(print(measure.grain));
    if (!measure.owner.empty()) facts += ", owner " + unit_name(snapshot.content(), measure.owner);
    call.out << wrap(facts, call.width, "  ") << "\n\n";
}

// The version that was in force on a day.
void print_definition(Call& call, const Measure& measure, Date on) {
    const Definition* in_force = definition_at(measure, on);
    if (!in_force) return;
    const Definition& definition = *in_force;
    const auto tell = [&](const std::string& term, const std::string& text) {
        if (!text.empty()) call.out << wrap(term + text, call.width, term.empty() ? "" : "  ") << "\n";
    };
    tell("", definition.text);
    tell("Numerator: ", definition.numerator_label);
    tell("Denominator: ", definition.denominator_label);
    tell("Source: ", definition.source);
    tell("Formula: ", measure.formula);
    const auto number = static_cast<std::size_t>(in_force - measure.definitions.data()) + 1;
    if (number > 1)
        tell("", "This is version " + std::to_string(number) + " of the definition, from " +
                     print_long(*definition.from) + (definition.reason.empty() ? "." : ": " + definition.reason));
    if (number < measure.definitions.size()) {
        const Definition& next = measure.definitions[number];
        tell("", "Another definition is in force from " + print_long(*next.from) +
                     (next.reason.empty() ? "." : ": " + next.reason));
    }
    call.out << "\n";
}

template <class AnyFigure> std::string parts(const AnyFigure& figure) {
    const std::string words = parts_words(figure);
    return words.empty() ? "-" : words;
}

void print_series(Call& call, const Calendar& calendar, const Measure& measure, const Series& series) {
    TextTable table({{"PERIOD"},
                     {"DESCRIBES", Align::left, Yield::wraps},
                     {"ACTUAL", Align::right},
                     {"PARTS", Align::right, Yield::leaves},
                     {"TARGET", Align::right},
                     {"NOW"},
                     {"KNOWN", Align::left, Yield::leaves},
                     {"LAST", Align::left, Yield::leaves},
                     {"YEAR", Align::left, Yield::leaves}});
    for (const Figure& point : series.points) {
        table.add({calendar.text(point.period),
                   point.described == point.period ? "the period" : calendar.label(point.described),
                   show(measure, point.actual), parts(point), show_goal(measure, point), tag(call, point.status),
                   point.lineage ? print(point.lineage->known_at.date()) : "-",
                   !point.beside || point.previous.stretch == point.stretch ? show(point.previous) : "-",
                   show(point.last_year)});
        if (point.beside)
            table.add({"", name_of(point.beside->stretch, point.beside->described), show(measure, point.beside->actual),
                       parts(*point.beside), show_goal(measure, point.beside->goal), tag(call, point.beside->status),
                       "", show(point.beside->previous), show(point.beside->last_year)});
    }
    call.out << table.print(call.width);
    const auto left_out = table.left_out(call.width);
    if (!left_out.empty()) call.out << "Too narrow for: " << join(left_out, ", ") << "\n";
}

// The figure that is shown in detail: that of the period asked for, otherwise the last point with a figure, otherwise the last.
Figure told(const Snapshot& snapshot, const Series& series, const View& view, const std::optional<Period>& wanted) {
    if (wanted) return snapshot.figure(series.measure, view);
    const auto last = std::ranges::find_if(series.points.rbegin(), series.points.rend(),
                                           [](const Figure& point) { return point.actual.has_value(); });
    return last == series.points.rend() ? series.points.back() : *last;
}

// Read as at the point that is shown.
View reading_view(const Snapshot& snapshot, const Series& series, const View& view,
                  const std::optional<Period>& wanted) {
    if (series.points.empty()) return view;
    return {told(snapshot, series, view, wanted).period, view.area, view.as_at};
}

void print_measure(Call& call, const Snapshot& snapshot, const Series& series, const View& view,
                   const std::optional<Period>& wanted, PeerChoice peers) {
    const Measure& measure = snapshot.measure(series.measure);
    print_heading(call, snapshot, measure, view);
    const Period described = series.points.empty() ? view.period : told(snapshot, series, view, wanted).described;
    print_definition(call, measure, snapshot.content().settings.calendar.last_day(described));
    if (series.points.empty()) {
        const Figure figure = snapshot.figure(series.measure, view);
        const std::string& why = figure.why_missing;
        call.out << wrap(why.empty() ? "Nothing had been handed in for it by then." : "No figure: " + why + ".",
                         call.width, "  ")
                 << "\n";
        const bool is_told = figure.status.basis == Verdict::Basis::judged || figure.told_outlook != Outlook::unknown ||
                             !told_words(figure.previous).empty() || !told_words(figure.last_year).empty();
        if (is_told) print_figure(call, snapshot, figure, nullptr, view.as_at); // in words, without a number
    } else {
        const Figure figure = told(snapshot, series, view, wanted);
        const auto reading = snapshot.reading(measure.code, reading_view(snapshot, series, view, wanted), peers);
        print_figure(call, snapshot, figure, reading.get(), view.as_at);
        print_series(call, snapshot.content().settings.calendar, measure, series);
        if (snapshot.reader() == Reader::council) print_lineage(call, snapshot, figure);
        print_inputs(call, snapshot, view, figure);
    }
    print_recovery_plan(call, snapshot, series, view.as_at);
    print_requests_about(call, snapshot.content(), measure.code, view.as_at.date());
    print_findings_about(call, snapshot, view, measure.code);
}

void run_measure(Call& call, const MeasureOptions& options) {
    const bool csv = wants_csv(options.format, options.reader);
    const auto whole = read_snapshot(call.store, call.clock, options.view.reader());
    const Question question = options.view.question();
    const View view = whole->view(question, call.clock.now());
    const auto snapshot = whole->known_by(view.as_at);
    const Series series = snapshot->series(snapshot->measure(MeasureCode(options.code)).code, view);
    const auto reading =
        snapshot->reading(series.measure, reading_view(*snapshot, series, view, question.period), options.peers());
    if (options.format == "json")
        call.out << measure_json(snapshot->content(), series, *reading, view.as_at);
    else if (csv)
        call.out << csv_for(call, options.reader, measure_csv(snapshot->content(), series, *reading));
    else
        print_measure(call, *snapshot, series, view, question.period, options.peers());
}

} // namespace

const Command measure_command = {
    "measure", "One measure over time: target, where each figure comes from, recovery plan, findings",
    "  quarterday measure ASC1\n"
    "  quarterday measure ASC1 --as-at 2013-02-15\n"
    "  quarterday measure ASC1 --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<MeasureOptions>();
        app.add_option("CODE", options->code, "The code of the measure, as the scorecard lists it")->required();
        options->view.add_to(app);
        options->view.add_public(app);
        app.add_option("--among", options->among,
                       "Rank it among its nearest neighbours, if there are any, or among its siblings: areas of its "
                       "kind below the same area")
            ->option_text("WHOM")
            ->check(one_of({"neighbours", "siblings"}))
            ->capture_default_str();
        add_format(app, options->format, {"table", "json", "csv"});
        add_reader(app, options->reader);
        app.callback([&call, options] { run_measure(call, *options); });
    }};

} // namespace qd::cli
