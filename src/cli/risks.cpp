#include "cli/commands.hpp"

#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "exchange/csv.hpp"
#include "exchange/json/registers.hpp"
#include "service/registers.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct RisksOptions {
    std::string period, as_at, format = "table";
};

std::string score(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

void print_csv(Call& call, const RiskRegister& all) {
    CsvRows rows{{"code", "kind", "title", "inherent", "residual", "target", "band", "movement"}};
    for (const auto* lines : {&all.lines, &all.left, &all.missing})
        for (const RiskLine& line : *lines)
            rows.push_back({line.risk.code.text(), std::string(print(line.risk.kind)), line.risk.title,
                            score(line.inherent), score(line.residual), score(line.target), line.band,
                            std::string(print(line.movement))});
    call.out << write_csv(rows);
}

void print_gone(Call& call, const std::vector<RiskLine>& lines) {
    for (const RiskLine& line : lines) {
        std::string words = line.risk.code.text() + " " + line.risk.title + ": " + label(line.movement);
        if (!line.risk.closed_reason.empty()) words += ", " + line.risk.closed_reason;
        call.out << wrap("  " + words, call.width, "    ") << "\n";
    }
}

void print_table(Call& call, const RiskRegister& all, const Calendar& calendar) {
    call.out << bold(call, "Risks and opportunities, " + calendar.label(all.period)) << "\n\n";
    TextTable table(
        {{"CODE"}, {"ENTRY", Align::left, Yield::wraps}, {"RESIDUAL", Align::right}, {"BAND"}, {"SINCE BEFORE"}});
    for (const RiskLine& line : all.lines)
        table.add({line.risk.code.text(), line.risk.title, show_score(line.review), line.band, label(line.movement)});
    call.out << table.print(call.width);
    if (!all.left.empty()) call.out << "\nDeleted:\n";
    print_gone(call, all.left);
    if (!all.missing.empty()) call.out << "\nOn the register before, and neither here nor deleted:\n";
    print_gone(call, all.missing);
}

void run_risks(Call& call, const RisksOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    ViewOptions asked;
    asked.period = options.period;
    asked.as_at = options.as_at;
    const Question question = asked.question();
    const RiskRegister all = risks(*snapshot, question.period, question.as_at.value_or(call.clock.now()));
    if (!all.missing.empty()) call.exit_code = 1;
    if (options.format == "csv") return print_csv(call, all);
    if (options.format == "table") return print_table(call, all, snapshot->content().settings.calendar);
    call.out << risks_json(snapshot->content(), all);
}

} // namespace

const Command risks_command = {
    "risks",
    "The register of risks and opportunities of a period; exit code 1 where an entry was left out without a reason",
    "  quarterday risks\n"
    "  quarterday risks --period 2017-18Q3\n"
    "  quarterday risks --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<RisksOptions>();
        app.add_option("--period", options->period, "Which register (left out: the newest)")->option_text("PERIOD");
        app.add_option("--as-at", options->as_at, "As known at that time (left out: now)")->option_text("TIME");
        add_format(app, options->format, {"table", "json", "csv"});
        app.callback([&call, options] { run_risks(call, *options); });
    }};

} // namespace qd::cli
