#include "cli/commands.hpp"

#include "base/error.hpp"
#include "cli/blocks.hpp"
#include "cli/options.hpp"
#include "documents/sections/risk_section.hpp"
#include "exchange/csv.hpp"
#include "exchange/json/registers.hpp"
#include "views/registers.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace qd::cli {
namespace {

struct RisksOptions {
    std::string code, period, as_at, format = "table", reader;
};

std::string score(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

const std::vector<std::string> csv_headings = {
    "code",        "kind",      "title",       "inherent", "residual",
    "target",      "band",      "movement",    "period",   "inherent_band",
    "target_band", "target_by", "band_before", "accepted", "appetite_exceeded"};

std::vector<std::string> csv_row(const RiskLine& line, const Calendar& calendar) {
    std::string exceeded;
    if (line.appetite && line.appetite->exceeded) exceeded = *line.appetite->exceeded ? "yes" : "no";
    const bool dated = line.review && line.review->target_by;
    return {line.risk.code.text(),
            std::string(print(line.risk.kind)),
            line.risk.title,
            score(line.inherent.score),
            score(line.residual.score),
            score(line.target.score),
            line.residual.band,
            std::string(print(line.movement)),
            line.review ? calendar.text(line.review->period) : "",
            line.inherent.band,
            line.target.band,
            dated ? print(*line.review->target_by) : "",
            line.residual_before.band,
            line.appetite ? accepted(*line.appetite) : "",
            exceeded};
}

void print_csv(Call& call, const std::string& reader, const std::vector<const std::vector<RiskLine>*>& lists,
               const Calendar& calendar) {
    CsvRows rows{csv_headings};
    for (const auto* lines : lists)
        for (const RiskLine& line : *lines) rows.push_back(csv_row(line, calendar));
    call.out << csv_for(call, reader, write_csv(rows));
}

void run_history(Call& call, const Snapshot& snapshot, const RisksOptions& options, Instant as_at) {
    const Content& content = snapshot.content();
    if (!options.period.empty())
        throw Error(Fault::request,
                    "--period is for the whole register. The history of an entry includes every period.");
    const Risk& entry = risk(snapshot, options.code);
    if (options.format == "json") {
        call.out << risk_json(content, entry, as_at);
    } else if (options.format == "csv") {
        const auto lines = risk_history(content, entry, as_at);
        print_csv(call, options.reader, {&lines}, content.settings.calendar);
    } else {
        print_blocks(call, risk_history_section(content, entry, as_at));
    }
}

void run_risks(Call& call, const RisksOptions& options) {
    const bool csv = wants_csv(options.format, options.reader);
    const auto whole = read_snapshot(call.store, call.clock);
    ViewOptions asked;
    asked.period = options.period;
    asked.as_at = options.as_at;
    const Question question = asked.question();
    const Instant as_at = question.as_at.value_or(call.clock.now());
    const auto snapshot = whole->known_by(as_at);
    if (!options.code.empty()) return run_history(call, *snapshot, options, as_at);
    const RiskRegister all = risks(*snapshot, question.period, as_at);
    const Calendar& calendar = snapshot->content().settings.calendar;
    if (!all.missing.empty()) call.exit_code = 1;
    if (csv) return print_csv(call, options.reader, {&all.lines, &all.left, &all.missing}, calendar);
    if (options.format == "table") return print_blocks(call, risk_section(all, snapshot->content()));
    call.out << risks_json(snapshot->content(), all);
}

} // namespace

const Command risks_command = {
    "risks",
    "The register of risks and opportunities for a period; exit code 1 if an entry was left out without a reason",
    "  quarterday risks\n"
    "  quarterday risks CR28\n"
    "  quarterday risks --period 2017-18Q3\n"
    "  quarterday risks --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<RisksOptions>();
        app.add_option("CODE", options->code, "The code of an entry, for its history (if left out, the register)");
        app.add_option("--period", options->period, "Which register (if left out, the newest)")->option_text("PERIOD");
        app.add_option("--as-at", options->as_at, "As at that time (if left out, now)")->option_text("TIME");
        add_format(app, options->format, {"table", "json", "csv"});
        add_reader(app, options->reader);
        app.callback([&call, options] { run_risks(call, *options); });
    }};

} // namespace qd::cli
