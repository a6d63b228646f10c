#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/options.hpp"
#include "cli/receipt.hpp"
#include "cli/table.hpp"
#include "exchange/json/history.hpp"
#include "views/ledger.hpp"

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct HistoryOptions {
    std::vector<std::string> subject;
    std::string format = "table";
};

void print_acts(Call& call, const std::vector<Act>& acts) {
    if (acts.empty()) {
        call.out << "Nothing has been done yet. Import a council folder: quarterday import FOLDER\n";
        return;
    }
    TextTable table({{"Act", Align::right},
                     {"When"},
                     {"Who", Align::left, Yield::wraps},
                     {"What"},
                     {"About", Align::left, Yield::wraps},
                     {"Rows", Align::right},
                     {"Reason", Align::left, Yield::wraps}});
    for (const Act& act : acts)
        table.add({std::to_string(act.number), print(act.at), who(act.actor), act.kind,
                   act.subject.empty() ? act.source : act.subject, std::to_string(act.changes), act.reason});
    call.out << table.print(call.width);
}

std::string quoted(const std::string& value) {
    constexpr std::size_t most = 60;
    return value.empty() ? "(empty)" : "“" + shorten(replace_all(value, "\n", " "), most) + "”";
}

void print_row(Call& call, const RowHistory& history) {
    call.out << name_of(history) << "\n";
    for (const HistoryStep& step : history.steps) {
        std::string head = step.act.number == 0 ? "" : "Act " + std::to_string(step.act.number) + ", ";
        head += print(step.act.at) + ", " + who(step.act.actor) + ": " + step.act.kind;
        if (!step.act.source.empty()) head += " " + step.act.source;
        call.out << "\n" << wrap(head, call.width, "  ") << "\n";
        if (step.withdrawn) call.out << wrap("  withdrawn: " + *step.withdrawn, call.width, "    ") << "\n";
        if (!step.withdrawn && !step.act.reason.empty())
            call.out << wrap("  reason: " + step.act.reason, call.width, "    ") << "\n";
        for (const HistoryStep::Change& change : step.changes)
            call.out << wrap("  " + replace_all(change.field, "_", " ") + ": " +
                                 (change.before.empty() ? "" : quoted(change.before) + " → ") + quoted(change.after),
                             call.width, "    ")
                     << "\n";
    }
}

// The act asked for comes first.
std::vector<Act> acts_of(const Ledger::Found& found) {
    std::vector<Act> acts = found.acts;
    if (found.act) acts.insert(acts.begin(), *found.act);
    return acts;
}

void run_history(Call& call, const HistoryOptions& options) {
    Ledger ledger(call.store, call.clock);
    const bool json = options.format == "json";
    Ledger::Found found;
    if (options.subject.empty())
        found.acts = ledger.acts();
    else
        found = ledger.look_up(join(options.subject, " "));
    if (json)
        call.out << (found.row ? row_history_json(*found.row) : acts_json(acts_of(found)));
    else if (found.row)
        print_row(call, *found.row);
    else if (found.act)
        tell_act(call, *found.act, found.acts);
    else
        print_acts(call, found.acts);
}

} // namespace

const Command history_command = {
    "history", "Show what was done to the store, or how one row changed",
    "  quarterday history\n"
    "  quarterday history actions A1\n"
    "  quarterday history targets ASC1 2012-13 annual --format json\n"
    "  quarterday history act:7\n"
    "  quarterday history issue:3",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<HistoryOptions>();
        app.add_option(
            "SUBJECT", options->subject,
            "A row, by its table and key; an act by its number; or what acts were about; all acts if left out");
        add_format(app, options->format, {"table", "json"});
        app.callback([&call, options] { run_history(call, *options); });
    }};

} // namespace qd::cli
