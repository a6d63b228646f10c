#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
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
std::string grouped(const std::optional<Decimal>& value) { return value ? show_number(*value) : ""; }
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

// "Service level agreements and contracts in place: profile “all contracts in place”, judged as planned"
std::string in_words(const DeliveryLine& line) {
    const Delivery row = line.row.value_or(Delivery());
    std::vector<std::string> parts;
    if (!row.profile_words.empty()) parts.push_back("profile “" + row.profile_words + "”");
    if (!row.delivered_words.empty()) parts.push_back("actual “" + row.delivered_words + "”");
    if (row.judged) parts.push_back("judged " + label(*row.judged));
    return line.deliverable.title + ": " + (parts.empty() ? "nothing reported" : join(parts, ", "));
}

// "to 31 December 2024": in a table whose lines were not all reported to the same day.
std::string short_day(const DeliveryLine& line, const Calendar& calendar) {
    if (!line.row) return "";
    const Date day = calendar.last_day(line.row->period);
    return std::to_string(day.day()) + " " + month_name(day.month()).substr(0, 3) + " " + std::to_string(day.year());
}

void print_lags(Call& call, const std::vector<DeliveryLine>& lines) {
    std::vector<std::string> lags;
    for (const DeliveryLine& line : lines) {
        const std::string weeks = std::to_string(line.deliverable.lag_weeks);
        if (line.after_lag && std::ranges::find(lags, weeks) == lags.end()) lags.push_back(weeks);
    }
    if (lags.empty()) return;
    call.out << wrap("AFTER LAG: the profile " + join(lags, " or ") +
                         " weeks earlier, because an outcome can only be counted after that time.",
                     call.width, "  ")
             << "\n";
}

// STANDS is what the figures say, JUDGED what somebody said about them.
void print_delivery(Call& call, const ProgrammeProgress& progress, const Calendar& calendar) {
    if (progress.lines.empty()) return;
    const auto day = reported_to(progress.lines, calendar);
    std::vector<Column> columns{{"DELIVERABLE", Align::left, Yield::wraps}};
    if (!day) columns.push_back({"REPORTED TO", Align::left, Yield::wraps});
    columns.insert(columns.end(), {{"TOTAL", Align::right},
                                   {"PROFILE", Align::right, Yield::wraps},
                                   {"ACTUAL", Align::right, Yield::wraps},
                                   {"VARIANCE", Align::right},
                                   {"AFTER LAG", Align::right, Yield::leaves},
                                   {"STANDS", Align::left, Yield::leaves},
                                   {"JUDGED", Align::left, Yield::wraps}});
    TextTable table(columns);
    for (const DeliveryLine& line : progress.lines) {
        if (is_in_words(line)) continue;
        const Delivery row = line.row.value_or(Delivery());
        std::vector<std::string> cells{line.deliverable.title};
        if (!day) cells.push_back(short_day(line, calendar));
        for (std::string& cell :
             std::vector{grouped(line.deliverable.total), row.profile ? grouped(row.profile) : row.profile_words,
                         row.delivered ? grouped(row.delivered) : row.delivered_words,
                         line.variance ? show_variance(*line.variance) : "",
                         line.after_lag ? print_grouped(*line.after_lag, 1) : "",
                         line.stands ? label(*line.stands) : "", row.judged ? label(*row.judged) : ""})
            cells.push_back(std::move(cell));
        table.add(std::move(cells));
    }
    if (day && progress.period) call.out << "\nDelivery, " << calendar.label(*progress.period) << "\n";
    if (!day && progress.period) call.out << "\nDelivery, each as last reported\n";
    call.out << "\n" << table.print(call.width);
    print_lags(call, progress.lines);
    for (const DeliveryLine& line : progress.lines) {
        if (line.added > 0)
            call.out << wrap(line.deliverable.title + ": added up from " + std::to_string(line.added) + " parts.",
                             call.width, "  ")
                     << "\n";
        if (is_in_words(line)) call.out << wrap(in_words(line), call.width, "  ") << "\n";
    }
}

void print_parts(Call& call, const ProgrammeProgress& progress, const Content& content) {
    if (progress.parts.empty()) return;
    const Calendar& calendar = content.settings.calendar;
    TextTable table({{"AREA OR BODY", Align::left, Yield::wraps},
                     {"DELIVERABLE", Align::left, Yield::wraps},
                     {"REPORTED TO", Align::left, Yield::wraps},
                     {"PROFILE", Align::right, Yield::wraps},
                     {"ACTUAL", Align::right, Yield::wraps},
                     {"VARIANCE", Align::right}});
    for (const DeliveryLine& line : progress.parts) {
        const Delivery& row = *line.row;
        table.add({part_name(content, row), line.deliverable.title, short_day(line, calendar),
                   row.profile ? grouped(row.profile) : row.profile_words,
                   row.delivered ? grouped(row.delivered) : row.delivered_words,
                   line.variance ? show_variance(*line.variance) : ""});
    }
    call.out << "\n" << table.print(call.width);
}

// Where any stream of money says what was spent, moved or brought forward.
void print_spending(Call& call, const ProgrammeProgress& progress, const Calendar& calendar) {
    TextTable table({{"SPENDING", Align::left, Yield::wraps},
                     {"FOR", Align::left, Yield::wraps},
                     {"BROUGHT FORWARD", Align::right, Yield::wraps},
                     {"VIREMENT", Align::right},
                     {"TO SPEND", Align::right, Yield::wraps},
                     {"SPENT", Align::right},
                     {"LEFT", Align::right}});
    bool any = false;
    for (const FundingLine& line : progress.funding) {
        const Funding& funding = line.funding;
        if (!funding.spent && !funding.virement && !funding.brought_forward) continue;
        any = true;
        const auto said = [](const std::optional<Decimal>& sum) { return sum ? pounds(*sum) : std::string(); };
        table.add({funding.title, funding.period ? calendar.label(*funding.period) : "in total",
                   said(funding.brought_forward), said(funding.virement), said(line.to_spend), said(funding.spent),
                   said(line.remaining)});
    }
    if (!any) return;
    call.out << "\n" << table.print(call.width);
    for (const std::string& words : spending_words(progress, calendar))
        call.out << wrap(words, call.width, "  ") << "\n";
}

void print_funding(Call& call, const ProgrammeProgress& progress, const Calendar& calendar) {
    if (progress.funding.empty()) return;
    TextTable table({{"FUNDING", Align::left, Yield::wraps},
                     {"FOR", Align::left, Yield::wraps},
                     {"STATE"},
                     {"AMOUNT", Align::right}});
    for (const FundingLine& line : progress.funding)
        table.add({line.funding.title, line.funding.period ? calendar.label(*line.funding.period) : "in total",
                   std::string(print(line.funding.state)), line.funding.amount ? pounds(*line.funding.amount) : ""});
    call.out << "\n" << table.print(call.width) << "Agreed and planned together: " << pounds(progress.funded) << "\n";
    print_spending(call, progress, calendar);
}

void print_income(Call& call, const ProgrammeProgress& progress) {
    if (!progress.income) return;
    const Income& income = *progress.income;
    const auto tell = [&](const std::string& what, Decimal sum) {
        call.out << "  " << what << "  " << pounds(sum) << " = " << money_in_millions(sum) << ", rounded down to "
                 << money_cut_to_tenths(sum) << "\n";
    };
    call.out << "\nPayment by results, if all " << print_grouped(income.planned, 0) << " succeed:\n";
    tell("attachment fees", income.attachment);
    tell("results        ", income.results);
    tell("total          ", income.total());
    if (progress.claims.claims > 0)
        call.out << "Claimed so far: " << pounds(progress.claims.claimed) << ", paid "
                 << pounds(progress.claims.received) << ", clawed back " << pounds(progress.claims.clawed_back) << "\n";
}

void print_phases(Call& call, const ProgrammeProgress& progress) {
    if (!progress.phases.empty()) {
        TextTable table({{"PHASE", Align::left, Yield::wraps},
                         {"STATE", Align::left, Yield::wraps},
                         {"STARTED"},
                         {"DUE"},
                         {"COMPLETED"}});
        const auto day = [](const std::optional<Date>& date) { return date ? print(*date) : std::string(); };
        for (const PhaseLine& line : progress.phases)
            table.add({line.phase.title, label(line.phase.state), day(line.phase.started), day(line.phase.due),
                       day(line.phase.completed)});
        call.out << "\n" << table.print(call.width);
        for (const PhaseLine& line : progress.phases)
            if (line.said || !line.phase.note.empty()) call.out << wrap(phase_words(line), call.width, "  ") << "\n";
    }
    if (progress.milestones.empty()) return;
    TextTable table({{"MILESTONE", Align::left, Yield::wraps},
                     {"DUE"},
                     {"REACHED", Align::left, Yield::wraps},
                     {"SLIPPAGE", Align::left, Yield::wraps}});
    for (const MilestoneLine& line : progress.milestones) {
        const Milestone& milestone = line.milestone;
        const std::string reached = milestone.completed  ? print(*milestone.completed)
                                    : milestone.forecast ? "expected " + print(*milestone.forecast)
                                    : line.is_overdue    ? "overdue"
                                                         : "not yet";
        table.add(
            {milestone.title, milestone.due ? print(*milestone.due) : "", reached, slippage_words(line.slippage)});
    }
    call.out << "\n" << table.print(call.width);
}

void print_reviews(Call& call, const ProgrammeProgress& progress) {
    for (const ContractReview& review : progress.reviews) {
        std::string words = "Contract review";
        if (review.reviewed_on) words += " of " + print_long(*review.reviewed_on);
        words += " (" + std::string(print(review.state)) + "): " + review.finding;
        if (!words.ends_with('.')) words += ".";
        if (!review.required.empty()) words += " Required: " + review.required;
        call.out << "\n" << wrap(words, call.width, "  ") << "\n";
    }
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
    const Calendar& calendar = content.settings.calendar;
    call.out << wrap(bold(call, progress.programme.title), call.width, "  ") << "\n";
    const std::string words = programme_words(progress, content);
    if (!words.empty()) call.out << wrap(words, call.width, "  ") << "\n";
    print_delivery(call, progress, calendar);
    print_parts(call, progress, content);
    print_funding(call, progress, calendar);
    print_income(call, progress);
    print_phases(call, progress);
    print_reviews(call, progress);
    print_earlier(call, progress, calendar);
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
