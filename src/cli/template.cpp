#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "exchange/values.hpp"
#include "views/due_figures.hpp"
#include "views/library.hpp"

#include <filesystem>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct TemplateOptions {
    std::string period, unit, out;
};

Period period_wanted(const TemplateOptions& options, const Snapshot& snapshot, Date today) {
    if (options.period.empty()) return period_to_hand_in(snapshot, today);
    const auto period = read_period(options.period, snapshot.content().settings.calendar);
    if (!period)
        throw Error(Fault::request,
                    "--period “" + options.period + "” " + period.error().message + " " + period.error().remedy);
    return *period;
}

void write_template(Call& call, const TemplateOptions& options) {
    const auto snapshot = read_snapshot(call.store, call.clock);
    const Calendar& calendar = snapshot->content().settings.calendar;
    const Period period = period_wanted(options, *snapshot, call.clock.now().date());
    const DueFigures due = due_figures(*snapshot, period, UnitCode(options.unit), call.clock.now());
    const std::string name = options.out.empty() ? "figures-" + calendar.text(period) +
                                                       (options.unit.empty() ? "" : "-" + options.unit) + ".xlsx"
                                                 : options.out;
    if (options.out.empty() && std::filesystem::exists(name))
        throw Error(Fault::conflict, name + " is already there, perhaps filled in. Move it away, or name another file "
                                            "with --out.");
    write_file(name, write_hand_in(due.workbook));
    std::vector<std::string> sheets;
    for (const HandInSheet& sheet : due.workbook.sheets)
        sheets.push_back(sheet.name + " (" + std::to_string(sheet.lines.size()) + ")");
    call.out << wrap("Wrote " + name + " for " + calendar.label(period) + ": " +
                         plural(due.lines, "figure is", "figures are") + " due, on " +
                         plural(sheets.size(), "sheet", "sheets") + ": " + join(sheets, ", ") + ".",
                     call.width, "")
             << "\n";
    if (!due.left_out.empty())
        call.out << wrap("Not in it, because their figures are for other stretches of days: " +
                             join(due.left_out, ", ") + ". Hand these in with returns.csv.",
                         call.width, "")
                 << "\n";
    call.out << "When it is filled in: quarterday import " << name << "\n";
}

} // namespace

const Command template_command = {
    "template", "Write a workbook in which services fill in the figures of a period",
    "  quarterday template\n"
    "  quarterday template --period 2025-26Q3 --unit HOUSING\n"
    "  quarterday template --period 2025-26Q3 --out \"Figures Q3.xlsx\"",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<TemplateOptions>();
        app.add_option("--period", options->period,
                       "The period to hand in, such as 2025-26Q3; the last quarter or month that has ended if left out")
            ->option_text("PERIOD");
        app.add_option("--unit", options->unit, "Only what a unit owns, or a unit below it; everything if left out")
            ->option_text("UNIT");
        app.add_option("--out", options->out, "The file to write; named after the period if left out")
            ->option_text("FILE");
        app.callback([&call, options] { write_template(call, *options); });
    }};

} // namespace qd::cli
