#include "cli/commands.hpp"

#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/words.hpp"
#include "exchange/json.hpp"

namespace qd::cli {
namespace {

struct MeasureOptions {
    ViewOptions view;
    std::string code, format = "table";
};

std::string parts(const Figure& figure) {
    if (!figure.numerator || !figure.denominator) return "-";
    return print_grouped(*figure.numerator, 0) + " of " + print_grouped(*figure.denominator, 0);
}

void print_measure(Call& call, const Content& content, const Measure& measure, const Series& series) {
    const Calendar& calendar = content.settings.calendar;
    call.out << bold(call, measure.code.text() + "  " + measure.title) << "\n";
    call.out << print(measure.quantity) << ", " << label(measure.polarity) << ", by " << print(measure.grain);
    if (!measure.owner.empty()) call.out << ", owner " << measure.owner;
    call.out << "\n";
    if (!measure.definitions.empty() && !measure.definitions.back().text.empty())
        call.out << wrap(measure.definitions.back().text, call.width, "") << "\n";
    call.out << "\n";
    TextTable table({{"PERIOD"}, {"DESCRIBES"}, {"ACTUAL", Align::right}, {"PARTS", Align::right}, {"TARGET", Align::right}, {"STATUS"}, {"LAST"},
                     {"YEAR"}, {"KNOWN"}});
    for (const Figure& point : series.points) {
        const std::string described = point.described == point.period ? "the period" : calendar.label(point.described);
        const std::string word = point.status.label.empty() ? label(point.status.status) : point.status.label;
        table.add({calendar.text(point.period), described, show(measure, point.actual), parts(point), show_goal(measure, point.goal),
                   tag(call, point.status.status, word), show(point.previous), show(point.last_year),
                   point.lineage ? print(point.lineage->known_at.date()) : "-"});
    }
    call.out << table.print(call.width);
    if (series.points.empty()) call.out << "Nothing was handed in for it yet.\n";
}

void run_measure(Call& call, const MeasureOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const View view = snapshot->view(options.view.question(), call.clock.now());
    const Measure& measure = snapshot->measure(MeasureCode(options.code));
    const Series series = snapshot->series(measure.code, view);
    if (options.format == "json") call.out << measure_json(snapshot->content(), series, view.as_at);
    else if (options.format == "csv") call.out << measure_csv(snapshot->content(), series);
    else print_measure(call, snapshot->content(), measure, series);
}

} // namespace

const Command measure_command = {
    "measure", "One measure over time, with where each figure comes from",
    "  quarterday measure ASC1\n"
    "  quarterday measure ASC1 --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<MeasureOptions>();
        app.add_option("code", options->code, "The code of the measure, as the scorecard lists it")->required();
        options->view.add_to(app);
        app.add_option("--format", options->format, "table, json or csv")->check(CLI::IsMember({"table", "json", "csv"}))->capture_default_str();
        app.callback([&call, options] { run_measure(call, *options); });
    }};

} // namespace qd::cli
