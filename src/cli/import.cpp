#include "cli/commands.hpp"

#include "acts/hand_in_notes.hpp"
#include "acts/import.hpp"
#include "acts/rebuild.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/import_changes.hpp"
#include "cli/options.hpp"
#include "cli/sheet_options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "exchange/complaint_count.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

constexpr std::size_t complaints_shown = 200, changes_shown = 50, changes_tried = SIZE_MAX;

std::string number(std::size_t count) { return count == 0 ? "-" : print_grouped(Decimal(static_cast<int>(count)), 0); }

void tell(Call& call, const ImportOutcome& outcome, const std::string& source, DryRun dry_run) {
    const char* would = dry_run == DryRun::yes ? " would change." : " changed.";
    if (outcome.changes() == 0) {
        call.out << source << ": everything is already in the store, nothing" << would << "\n";
        return;
    }
    call.out << source << ": " << plural(outcome.changes(), "row", "rows") << would << "\n\n";
    const bool withdrawn = std::ranges::any_of(outcome.lines, [](const auto& line) { return line.withdrawn > 0; });
    std::vector<Column> columns{{"  TABLE"}, {"ADDED", Align::right}, {"CHANGED", Align::right}};
    if (withdrawn) columns.push_back({"WITHDRAWN", Align::right});
    columns.push_back({"THE SAME", Align::right});
    TextTable table(std::move(columns));
    for (const ImportOutcome::Line& line : outcome.lines) {
        if (line.added + line.changed + line.withdrawn == 0) continue;
        std::vector<std::string> cells{"  " + replace_all(line.table, "_", " "), number(line.added),
                                       number(line.changed)};
        if (withdrawn) cells.push_back(number(line.withdrawn));
        cells.push_back(number(line.same));
        table.add(std::move(cells));
    }
    call.out << table.print(call.width);
}

void list(Call& call, const Complaints& complaints) {
    const std::vector<GroupedComplaint> lines = print_grouped(complaints);
    std::size_t shown = 0;
    for (std::size_t i = 0; i < std::min(lines.size(), complaints_shown); ++i) {
        call.err << wrap("  " + lines[i].text, call.width, "    ") << "\n";
        shown += lines[i].count;
    }
    if (lines.size() > complaints_shown) call.err << "  … and " << count_of(complaints) - shown << " more.\n";
    call.exit_code = 1;
}

void tell(Call& call, const Complaints& complaints, const std::string& source) {
    call.err << source << ": " << plural(count_of(complaints), "complaint", "complaints")
             << ", nothing was imported.\n";
    list(call, complaints);
}

void tell_left_out(Call& call, const SourceOutcome& source, DryRun dry_run) {
    call.err << source.source.string() << ": "
             << plural(source.rows_left_out, "row of the returns ", "rows of the returns ")
             << (dry_run == DryRun::yes      ? "would be"
                 : source.rows_left_out == 1 ? "was"
                                             : "were")
             << " left out.\n";
    list(call, source.left_out);
}

// Says what became of each outcome; how many rows changed.
std::size_t tell(Call& call, const std::vector<SourceOutcome>& outcomes, DryRun dry_run, SheetDetail detail) {
    std::size_t changes = 0;
    for (const SourceOutcome& source : outcomes) {
        if (source.sheet) tell_sheet(call, *source.sheet, source.settings.calendar, detail);
        if (source.outcome) {
            tell(call, *source.outcome, source.source.string(), dry_run);
            for (const std::string& note : source.notes) call.out << wrap(note, call.width, "  ") << "\n";
            if (source.outcome->changes() > 0)
                tell_changes(call, source, dry_run == DryRun::yes ? changes_tried : changes_shown);
            if (source.rows_left_out > 0) tell_left_out(call, source, dry_run);
            changes += source.outcome->changes();
        } else {
            tell(call, source.outcome.error(), source.source.string());
        }
    }
    return changes;
}

} // namespace

std::size_t tell_outcomes(Call& call, const std::vector<SourceOutcome>& outcomes, DryRun dry_run, SheetDetail detail) {
    return tell(call, outcomes, dry_run, detail);
}

namespace {

void tell(Call& call, const HandInNotes& notes) {
    if (!notes.was_looked_at) {
        call.out << "\n"
                 << wrap(print_grouped(Decimal(static_cast<int>(notes.figures)), 0) +
                             " figures are new, too many to check each for implausible values. To check a period: "
                             "quarterday check",
                         call.width, "")
                 << "\n";
        return;
    }
    if (notes.findings.empty()) return;
    call.out << "\n"
             << plural(notes.findings.size(), "note", "notes")
             << " on what was handed in. It is in the store; check that it is right:\n";
    for (std::size_t i = 0; i < std::min(notes.findings.size(), complaints_shown); ++i) {
        const Finding& each = notes.findings[i];
        call.out << wrap("  " + each.place + " (" + std::string(each.code.text()) + "): " + each.message + " " +
                             each.remedy,
                         call.width, "    ")
                 << "\n";
    }
    if (notes.findings.size() > complaints_shown)
        call.out << "  … and " << notes.findings.size() - complaints_shown << " more.\n";
}

void run_import(Call& call, const std::vector<std::string>& paths, DryRun dry_run, BadRows bad_rows,
                const SheetWish& wish) {
    Desk desk(call.store, call.clock);
    std::size_t changes = 0;
    const Instant since = call.clock.now();
    std::optional<Error> failure; // of one source: what the ones before it brought still has to be computed
    for (const std::string& path : paths) {
        try {
            const auto outcomes = watched(call, "Reading " + path, [&] {
                return import_sources(desk, call.actor, {path}, dry_run, bad_rows, wish);
            });
            for (const SourceOutcome& source : outcomes)
                if (dry_run == DryRun::no && source.outcome && source.outcome->changes() > 0)
                    call.stands =
                        "The import is complete, but its figures have not been computed yet: quarterday rebuild";
            changes += tell(call, outcomes, dry_run, SheetDetail::sums);
        } catch (const Error& error) {
            failure = error;
            break;
        }
    }
    if (dry_run == DryRun::no && changes > 0) {
        tell(call, watched(call, "Computing the figures",
                           [&] { return notes_on_hand_in(*rebuild(desk, call.actor), since); }));
        call.stands = "The import is complete.";
        call.out << "\nNext: quarterday scorecard\n";
    }
    if (failure) throw *failure;
}

} // namespace

const Command import_command = {
    "import", "Import council folders, workbooks, tables or your own sheets: each in full, or not at all",
    "  quarterday import examples/lancashire\n"
    "  quarterday import scorecard.xlsx --dry-run\n"
    "  quarterday import returns.csv\n"
    "  quarterday import \"KPIs 2025-26.xlsx\" --layout corporate --dry-run",
    [](CLI::App& app, Call& call) {
        auto paths = std::make_shared<std::vector<std::string>>();
        auto dry_run = std::make_shared<bool>(false);
        app.add_option("PATH", *paths,
                       "Folders, .xlsx workbooks, .csv tables named after what they contain, or sheets with a layout")
            ->required();
        auto leave_out = std::make_shared<bool>(false);
        app.add_flag("--dry-run", *dry_run, "Show what would change, and change nothing");
        app.add_flag("--leave-out-bad-rows", *leave_out, "Import the valid rows of the returns, and list the others");
        auto wish = std::make_shared<SheetWish>();
        add_sheet_options(app, *wish);
        app.callback([&call, paths, dry_run, leave_out, wish] {
            run_import(call, *paths, *dry_run ? DryRun::yes : DryRun::no,
                       *leave_out ? BadRows::leave_out : BadRows::refuse, *wish);
        });
    }};

} // namespace qd::cli
