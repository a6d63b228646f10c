#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "exchange/csv.hpp"
#include "service/registers.hpp"

namespace qd::cli {
namespace {

struct RegisterOptions {
    std::string code, period, as_at, format = "table";

    ViewOptions view() const {
        ViewOptions options;
        options.period = period;
        options.as_at = as_at;
        return options;
    }
};

using Rows = std::vector<std::vector<std::string>>; // the heading first

std::string csv_of(const Rows& rows) {
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            append_csv_cell(out, row[i]);
        }
        out += '\n';
    }
    return out;
}

std::string number(const std::optional<Decimal>& value) { return value ? print(*value) : ""; }
std::string score(const std::optional<int>& value) { return value ? std::to_string(*value) : ""; }

void print_money(Call& call, const ProgrammeProgress& progress) {
    if (!progress.income) return;
    const Income& income = *progress.income;
    const auto tell = [&](const std::string& what, Decimal sum) {
        call.out << "  " << what << "  £" << print_grouped(sum, 0) << " = " << money_in_millions(sum) << ", cut off "
                 << money_cut_to_tenths(sum) << "\n";
    };
    call.out << "\nPayment by results, if all " << print_grouped(income.planned, 0) << " come out well:\n";
    tell("attachment fees", income.attachment);
    tell("results        ", income.results);
    tell("together       ", income.total());
}

void print_programme(Call& call, const ProgrammeProgress& progress, const Calendar& calendar) {
    call.out << wrap(bold(call, progress.programme.title), call.width, "  ") << "\n";
    if (progress.period) call.out << calendar.label(*progress.period) << "\n";
    TextTable table({{"DELIVERABLE", Align::left, Yield::wraps},
                     {"TOTAL", Align::right},
                     {"PROFILE", Align::right},
                     {"ACTUAL", Align::right},
                     {"VARIANCE", Align::right},
                     {"AFTER LAG", Align::right, Yield::leaves},
                     {"JUDGED"}});
    for (const DeliveryLine& line : progress.lines) {
        const Delivery row = line.row.value_or(Delivery());
        table.add({line.deliverable.title, number(line.deliverable.total), number(row.profile),
                   row.delivered ? print(*row.delivered) : row.delivered_words,
                   line.variance ? show_variance(*line.variance) : "",
                   line.after_lag ? print_grouped(*line.after_lag, 1) : "", row.judged ? label(*row.judged) : ""});
    }
    if (!progress.lines.empty()) call.out << "\n" << table.print(call.width);
    if (!progress.funded.is_zero())
        call.out << "\nFunding, agreed and planned: £" << print_grouped(progress.funded, 0) << "\n";
    print_money(call, progress);
}

void run_programme(Call& call, const RegisterOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const Instant as_at = options.view().question().as_at.value_or(call.clock.now());
    const Calendar& calendar = snapshot->content().settings.calendar;
    std::vector<ProgrammeProgress> chosen;
    if (options.code.empty())
        chosen = programmes(*snapshot, as_at);
    else
        chosen.push_back(programme(*snapshot, ProgrammeCode(options.code), as_at));
    if (options.format == "csv") {
        Rows rows{{"programme", "deliverable", "period", "total", "profile", "delivered", "evidenced", "claimed",
                   "paid", "variance", "after_lag", "judged"}};
        for (const ProgrammeProgress& progress : chosen)
            for (const DeliveryLine& line : progress.lines) {
                const Delivery row = line.row.value_or(Delivery());
                rows.push_back({progress.programme.code.text(), line.deliverable.code.text(),
                                line.row ? calendar.text(row.period) : "", number(line.deliverable.total),
                                number(row.profile), number(row.delivered), number(row.evidenced), number(row.claimed),
                                number(row.paid), number(line.variance), number(line.after_lag),
                                row.judged ? std::string(print(*row.judged)) : ""});
            }
        call.out << csv_of(rows);
        return;
    }
    if (chosen.empty()) call.out << "There is no programme in this store.\n";
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        if (i > 0) call.out << "\n";
        print_programme(call, chosen[i], calendar);
    }
}

void print_gone(Call& call, const std::vector<RiskLine>& lines) {
    for (const RiskLine& line : lines) {
        std::string words = line.risk.code.text() + " " + line.risk.title + ": " + label(line.movement);
        if (!line.risk.closed_reason.empty()) words += ", " + line.risk.closed_reason;
        call.out << wrap("  " + words, call.width, "    ") << "\n";
    }
}

void run_risks(Call& call, const RegisterOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const Question question = options.view().question();
    const RiskRegister all = risks(*snapshot, question.period, question.as_at.value_or(call.clock.now()));
    if (options.format == "csv") {
        Rows rows{{"code", "kind", "title", "inherent", "residual", "target", "band", "movement"}};
        for (const auto* lines : {&all.lines, &all.left, &all.missing})
            for (const RiskLine& line : *lines)
                rows.push_back({line.risk.code.text(), std::string(print(line.risk.kind)), line.risk.title,
                                score(line.inherent), score(line.residual), score(line.target), line.band,
                                std::string(print(line.movement))});
        call.out << csv_of(rows);
        return;
    }
    call.out << bold(call, "Risks and opportunities, " + snapshot->content().settings.calendar.label(all.period))
             << "\n\n";
    TextTable table(
        {{"CODE"}, {"ENTRY", Align::left, Yield::wraps}, {"RESIDUAL", Align::right}, {"BAND"}, {"SINCE BEFORE"}});
    for (const RiskLine& line : all.lines)
        table.add({line.risk.code.text(), line.risk.title, show_score(line.review), line.band, label(line.movement)});
    call.out << table.print(call.width);
    if (!all.left.empty()) call.out << "\nDeleted:\n";
    print_gone(call, all.left);
    if (!all.missing.empty()) call.out << "\nOn the register before, and neither here nor deleted:\n";
    print_gone(call, all.missing);
    if (!all.missing.empty()) call.exit_code = 1;
}

void add_as_at(CLI::App& app, RegisterOptions& options) {
    app.add_option("--as-at", options.as_at, "As known at that time (left out: now)")->option_text("TIME");
}

} // namespace

const Command programme_command = {
    "programme", "What programmes have delivered against their profile, and what payment by results brings in",
    "  quarterday programme\n"
    "  quarterday programme ESF --as-at 2012-07-03\n"
    "  quarterday programme --format csv",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<RegisterOptions>();
        app.add_option("CODE", options->code, "One programme (left out: all)");
        add_as_at(app, *options);
        add_format(app, options->format, {"table", "csv"});
        app.callback([&call, options] { run_programme(call, *options); });
    }};

const Command risks_command = {
    "risks",
    "The register of risks and opportunities of a period; exit code 1 where an entry was left out without a reason",
    "  quarterday risks\n"
    "  quarterday risks --period 2017-18Q3\n"
    "  quarterday risks --format csv",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<RegisterOptions>();
        app.add_option("--period", options->period, "Which register (left out: the newest)")->option_text("PERIOD");
        add_as_at(app, *options);
        add_format(app, options->format, {"table", "csv"});
        app.callback([&call, options] { run_risks(call, *options); });
    }};

} // namespace qd::cli
