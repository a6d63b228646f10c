#include "cli/commands.hpp"

#include "base/text.hpp"
#include "service/import.hpp"

namespace qd::cli {
namespace {

constexpr std::size_t complaints_shown = 200;

void tell(Call& call, const ImportOutcome& outcome, const std::string& source, DryRun dry_run) {
    const char* verb = dry_run == DryRun::yes ? "would change" : "changed";
    if (outcome.changes() == 0) {
        call.out << source << ": everything was there already, nothing " << (dry_run == DryRun::yes ? "would change.\n" : "changed.\n");
        return;
    }
    call.out << source << ": " << verb << " " << plural(outcome.changes(), "row", "rows") << ".\n";
    for (const ImportOutcome::Line& line : outcome.lines)
        if (line.added + line.changed > 0)
            call.out << "  " << line.table << ": " << line.added << " added, " << line.changed << " changed, " << line.same << " the same\n";
}

void tell(Call& call, const Complaints& complaints, const std::string& source) {
    call.err << source << ": " << plural(complaints.size(), "complaint", "complaints") << ", nothing of it was imported.\n";
    for (std::size_t i = 0; i < std::min(complaints.size(), complaints_shown); ++i) call.err << "  " << print(complaints[i]) << "\n";
    if (complaints.size() > complaints_shown) call.err << "  … and " << complaints.size() - complaints_shown << " more.\n";
    call.exit_code = 1;
}

} // namespace

const Command import_command = {
    "import", "Bring in council folders, workbooks or single tables",
    "  quarterday import examples/lancashire\n"
    "  quarterday import scorecard.xlsx --dry-run\n"
    "  quarterday import returns.csv",
    [](CLI::App& app, Call& call) {
        auto paths = std::make_shared<std::vector<std::string>>();
        auto dry_run = std::make_shared<bool>(false);
        app.add_option("paths", *paths, "Folders, .xlsx workbooks, or .csv tables named after what they hold")->required();
        app.add_flag("--dry-run", *dry_run, "Tell what would change, and change nothing");
        app.callback([&call, paths, dry_run] {
            Store store(call.store, Opening::read_write, call.clock);
            const DryRun dry = *dry_run ? DryRun::yes : DryRun::no;
            for (const SourceOutcome& source : import_sources(store, {paths->begin(), paths->end()}, dry)) {
                if (source.outcome) tell(call, *source.outcome, source.source.string(), dry);
                else tell(call, source.outcome.error(), source.source.string());
            }
            if (dry == DryRun::no) rebuild(store, call.clock);
        });
    }};

} // namespace qd::cli
