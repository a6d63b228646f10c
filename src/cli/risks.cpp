#include "cli/commands.hpp"

#include "base/error.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
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

void print_gone(Call& call, const std::vector<RiskLine>& lines) {
    for (const RiskLine& line : lines) {
        std::string words = line.risk.code.text() + " " + line.risk.title + ": " + label(line.movement);
        if (!line.risk.closed_reason.empty()) words += ", " + line.risk.closed_reason;
        call.out << wrap("  " + words, call.width, "    ") << "\n";
    }
}

std::string with_day(const RiskLine& line) {
    const std::string target = show_short(line.target);
    if (!line.review || !line.review->target_by) return target;
    return (target.empty() ? "" : target + " ") + "by " + print_long(*line.review->target_by);
}

// A table of lines under a first column of its own; inherent, target and appetite only where one of the lines has them.
class LineTable {
public:
    LineTable(const std::vector<RiskLine>& lines, std::vector<Column> first) : columns_(std::move(first)) {
        inherent_ = add_if(lines, "INHERENT", [](const RiskLine& line) { return line.inherent.is_known(); });
        columns_.push_back({"RESIDUAL", Align::right});
        target_ = add_if(lines, "TARGET", [](const RiskLine& line) { return line.target.is_known(); });
        columns_.push_back({"BAND"});
        appetite_ = add_if(lines, "APPETITE", [](const RiskLine& line) { return line.appetite.has_value(); });
        columns_.push_back({"CHANGE", Align::left, Yield::wraps});
        table_.emplace(columns_);
    }
    void add(std::vector<std::string> first, const RiskLine& line, const RiskMatrix& matrix, ScoreRule rule) {
        std::vector<std::string> cells = std::move(first);
        if (inherent_) cells.push_back(show_short(line.inherent));
        cells.push_back(show(matrix, rule, line.residual));
        if (target_) cells.push_back(with_day(line));
        cells.push_back(line.residual.band);
        if (appetite_) cells.push_back(line.appetite ? show(*line.appetite) : "");
        cells.push_back(line.change);
        table_->add(std::move(cells));
    }
    std::string print(std::size_t width) const { return table_->print(width); }

private:
    template <class Has> bool add_if(const std::vector<RiskLine>& lines, const char* heading, Has has) {
        if (std::ranges::none_of(lines, has)) return false;
        columns_.push_back({heading, Align::left, Yield::leaves});
        return true;
    }
    std::vector<Column> columns_;
    bool inherent_ = false, target_ = false, appetite_ = false;
    std::optional<TextTable> table_;
};

void print_table(Call& call, const RiskRegister& all, const Calendar& calendar) {
    call.out << bold(call, "Risks and opportunities, " + calendar.label(all.period)) << "\n\n";
    LineTable table(all.lines, {{"CODE"}, {"ENTRY", Align::left, Yield::wraps}});
    for (const RiskLine& line : all.lines)
        table.add({line.risk.code.text(), line.risk.title}, line, all.matrix, all.rule);
    call.out << table.print(call.width);
    for (const RiskKind kind : {RiskKind::risk, RiskKind::opportunity})
        if (const std::string words = counts_words(all, kind); !words.empty())
            call.out << wrap(words, call.width, "  ") << "\n";
    if (!all.left.empty()) call.out << "\nDeleted:\n";
    print_gone(call, all.left);
    if (!all.missing.empty()) call.out << "\nOn the last register, but neither here nor deleted:\n";
    print_gone(call, all.missing);
}

void print_history(Call& call, const Content& content, const Risk& risk, Instant as_at) {
    const Calendar& calendar = content.settings.calendar;
    const auto lines = risk_history(content, risk, as_at);
    const ScoreRule rule = score_rule_known(content, as_at);
    call.out << bold(call, risk.code.text() + " " + title_on(risk, as_at.date())) << "\n";
    const auto say = [&](const std::string& words) { call.out << wrap("  " + words, call.width, "    ") << "\n"; };
    for (const RiskFact& fact : risk_facts(content, risk, lines, as_at)) say(fact.what + ": " + fact.words);
    call.out << "\n";
    if (lines.empty()) return say("It had not been reviewed by then.");
    LineTable table(lines, {{"REGISTER"}});
    for (const RiskLine& line : lines) {
        table.add({calendar.label(line.review->period)}, line, content.settings.risk, rule);
    }
    call.out << table.print(call.width);
    for (const RiskLine& line : lines)
        if (!line.review->note.empty()) say(calendar.label(line.review->period) + ": " + line.review->note);
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
        print_history(call, content, entry, as_at);
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
    if (options.format == "table") return print_table(call, all, calendar);
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
