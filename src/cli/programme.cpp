#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/blocks.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "documents/sections/programme_section.hpp"
#include "exchange/csv.hpp"
#include "exchange/json/registers.hpp"
#include "views/registers.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct ProgrammeOptions {
    std::string code, as_at, until, format = "table", reader;
};

std::string number(const std::optional<Decimal>& value) { return value ? print(*value) : ""; }
std::string pounds(Decimal sum) { return (sum < Decimal() ? "−£" : "£") + print_grouped(sum.abs(), 0); }

std::string csv_of(const std::vector<ProgrammeProgress>& chosen, const Calendar& calendar) {
    CsvRows rows{{"programme", "deliverable", "period", "total", "profile", "delivered", "evidenced", "claimed", "paid",
                  "variance", "after_lag", "stands", "judged"}};
    for (const ProgrammeProgress& progress : chosen)
        for (const DeliveryLine& line : progress.lines) {
            const Delivery row = line.row.value_or(Delivery());
            rows.push_back({progress.programme.code.text(), line.deliverable.code.text(),
                            line.row ? calendar.text(row.period) : "", number(line.deliverable.total),
                            number(row.profile), number(row.delivered), number(row.evidenced), number(row.claimed),
                            number(row.paid), number(line.variance), number(line.after_lag),
                            line.stands ? std::string(print(*line.stands)) : "",
                            row.judged ? std::string(print(*row.judged)) : ""});
        }
    return write_csv(rows);
}

std::string money(const ProgrammeProgress& progress) {
    if (progress.programme.contract_value) return pounds(*progress.programme.contract_value);
    return progress.funded.is_zero() ? "not given" : pounds(progress.funded);
}

// "1 of 4": how many deliverables are behind their profile, of those whose figures, or else published words, say so.
std::string behind(const ProgrammeProgress& progress) {
    std::size_t judged = 0, late = 0;
    for (const DeliveryLine& line : progress.lines) {
        const auto stands = line.stands ? line.stands : line.row ? line.row->judged : std::nullopt;
        if (!stands || stands == ProfileLabel::not_applicable) continue;
        ++judged;
        if (stands == ProfileLabel::slightly_behind || stands == ProfileLabel::behind) ++late;
    }
    return judged == 0 ? "not judged" : std::to_string(late) + " of " + std::to_string(judged);
}

void print_list(Call& call, const std::vector<ProgrammeProgress>& all, const Calendar& calendar) {
    if (all.empty()) {
        call.out << "There are no programmes in this store. Hand in programmes.csv: quarterday import FOLDER\n";
        return;
    }
    TextTable table({{"CODE"},
                     {"PROGRAMME", Align::left, Yield::wraps},
                     {"DELIVERY UNTIL", Align::left, Yield::wraps},
                     {"BEHIND", Align::right},
                     {"MONEY", Align::right}});
    for (const ProgrammeProgress& progress : all)
        table.add({progress.programme.code.text(), progress.programme.title,
                   progress.period ? print_long(calendar.last_day(*progress.period)) : "not reported", behind(progress),
                   money(progress)});
    call.out << table.print(call.width)
             << "BEHIND: how many of the deliverables that can be judged are behind their profile."
             << "\n\nNext: quarterday programme " << all.front().programme.code.text() << "\n";
}

// What was reported of earlier periods, and how to ask for it.
void print_earlier(Call& call, const ProgrammeProgress& progress, const Calendar& calendar) {
    if (progress.periods.size() < 2) return;
    call.out << "\nEarlier reports:\n";
    for (const Period period : progress.periods)
        if (period != progress.period)
            call.out << "  " << calendar.label(period) << "  quarterday programme " << progress.programme.code.text()
                     << " --until " << print(calendar.last_day(period)) << "\n";
}

void print_one(Call& call, const ProgrammeProgress& progress, const Content& content) {
    FigureNumbers numbers;
    print_blocks(call, programme_section(progress, content, numbers));
    print_earlier(call, progress, content.settings.calendar);
}

void run_programme(Call& call, const ProgrammeOptions& options) {
    const bool csv = wants_csv(options.format, options.reader);
    const auto whole = read_snapshot(call.store, call.clock);
    ViewOptions asked;
    asked.as_at = options.as_at;
    const Instant as_at = asked.question().as_at.value_or(call.clock.now());
    const auto snapshot = whole->known_by(as_at);
    const Content& content = snapshot->content();
    std::optional<Date> until;
    if (!options.until.empty()) {
        until = Date::parse(options.until);
        if (!until)
            throw Error(Fault::request, "--until “" + options.until + "” is not a day. Write it as 2012-03-20.");
        if (options.code.empty()) throw Error(Fault::request, "--until goes with the code of a programme.");
    }
    const auto chosen = options.code.empty()
                            ? programmes(*snapshot, as_at)
                            : std::vector{programme(*snapshot, ProgrammeCode(options.code), as_at, until)};
    if (options.format == "json")
        call.out << programmes_json(content, chosen, as_at);
    else if (csv)
        call.out << csv_for(call, options.reader, csv_of(chosen, content.settings.calendar));
    else if (options.code.empty())
        print_list(call, chosen, content.settings.calendar);
    else
        print_one(call, chosen.front(), content);
}

} // namespace

const Command programme_command = {
    "programme", "What programmes have delivered against their profile, and what payment by results brings in",
    "  quarterday programme\n"
    "  quarterday programme ESF --until 2012-03-20\n"
    "  quarterday programme ESF --as-at 2012-07-03\n"
    "  quarterday programme --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ProgrammeOptions>();
        app.add_option("CODE", options->code, "One programme in full (if left out, a line for each)");
        app.add_option("--as-at", options->as_at, "As at that time (if left out, now)")->option_text("TIME");
        app.add_option("--until", options->until,
                       "Delivery for the latest period that ends by then (if left out, the latest)")
            ->option_text("DAY");
        add_format(app, options->format, {"table", "json", "csv"});
        add_reader(app, options->reader);
        app.callback([&call, options] { run_programme(call, *options); });
    }};

} // namespace qd::cli
