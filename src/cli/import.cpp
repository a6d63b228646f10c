#include "cli/commands.hpp"

#include "acts/hand_in_notes.hpp"
#include "acts/import.hpp"
#include "acts/rebuild.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/import_changes.hpp"
#include "cli/options.hpp"
#include "cli/receipt.hpp"
#include "cli/sheet_options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "exchange/complaint_count.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
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

void tell_gone(Call& call, const SourceOutcome& source, DryRun dry_run) {
    if (source.gone.empty()) return;
    call.out << "\n  Not in " << source.source.filename().string() << ", so "
             << (dry_run == DryRun::yes ? "they would be" : "they were") << " withdrawn:\n";
    const std::size_t most = dry_run == DryRun::yes ? changes_tried : changes_shown;
    for (std::size_t i = 0; i < std::min(source.gone.size(), most); ++i)
        call.out << wrap("    " + source.gone[i], call.width, "      ") << "\n";
    if (source.gone.size() > most) call.out << "    … and " << source.gone.size() - most << " more.\n";
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
            tell_gone(call, source, dry_run);
            if (source.rows_left_out > 0) tell_left_out(call, source, dry_run);
            tell_receipt(call, source);
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

struct ImportOptions {
    std::vector<std::string> paths;
    bool dry_run = false, leave_out = false, replaces = false;
    std::string reason, csv;
    SheetWish sheet;
};

FurtherWish further_wish(const ImportOptions& options) {
    FurtherWish wish;
    wish.reason = options.reason;
    if (options.replaces) wish.missing = FurtherWish::Missing::withdrawn;
    if (!options.csv.empty()) wish.cells = FurtherWish::Cells::of_all_rows;
    return wish;
}

void run_import(Call& call, const ImportOptions& options) {
    Desk desk(call.store, call.clock);
    const DryRun dry_run = options.dry_run ? DryRun::yes : DryRun::no;
    const BadRows bad_rows = options.leave_out ? BadRows::leave_out : BadRows::refuse;
    std::size_t changes = 0;
    std::vector<SourceOutcome> all;
    const Instant since = call.clock.now();
    std::optional<Error> failure; // of one source: what the ones before it brought still has to be computed
    for (const std::string& path : options.paths) {
        try {
            auto outcomes = watched(call, "Reading " + path, [&] {
                return import_sources(desk, call.actor, {path}, dry_run, bad_rows, options.sheet,
                                      further_wish(options));
            });
            for (const SourceOutcome& source : outcomes)
                if (dry_run == DryRun::no && source.outcome && source.outcome->changes() > 0)
                    call.stands =
                        "The import is complete, but its figures have not been computed yet: quarterday rebuild";
            changes += tell(call, outcomes, dry_run, SheetDetail::sums);
            if (!options.csv.empty()) std::ranges::move(outcomes, std::back_inserter(all));
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
    if (!options.csv.empty()) write_file(options.csv, changes_as_csv(all));
    if (dry_run == DryRun::yes && changes > 0 && call.exit_code == 0) call.exit_code = would_change;
}

} // namespace

const Command import_command = {
    "import", "Import council folders, workbooks, tables or your own sheets: each in full, or not at all",
    "  quarterday import examples/lancashire\n"
    "  quarterday import scorecard.xlsx --dry-run\n"
    "  quarterday import returns.csv\n"
    "  quarterday import actions.csv --replaces --dry-run --csv changes.csv\n"
    "  quarterday import \"KPIs 2025-26.xlsx\" --layout corporate --dry-run",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ImportOptions>();
        app.add_option("PATH", options->paths,
                       "Folders, .xlsx workbooks, .csv tables named after what they contain, or sheets with a layout")
            ->required();
        CLI::Option* dry_run = app.add_flag(
            "--dry-run", options->dry_run, "Show what would change, and change nothing; exit code 3 if anything would");
        app.add_option("--csv", options->csv, "Write each change as table, row, field, old, new; with --dry-run")
            ->option_text("FILE")
            ->needs(dry_run);
        CLI::Option* leave_out = app.add_flag("--leave-out-bad-rows", options->leave_out,
                                              "Import the valid rows of the returns, and list the others");
        app.add_flag("--replaces", options->replaces,
                     "The tables are complete: rows of the store that they lack are withdrawn")
            ->excludes(leave_out);
        app.add_option("--reason", options->reason,
                       "Why; needed if a sheet of your own changes known figures, or --replaces withdraws some")
            ->option_text("TEXT");
        add_sheet_options(app, options->sheet);
        app.callback([&call, options] {
            options->sheet.reason = options->reason;
            run_import(call, *options);
        });
    }};

} // namespace qd::cli
