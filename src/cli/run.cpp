#include "cli/run.hpp"

#include "base/error.hpp"
#include "base/version.hpp"
#include "cli/commands.hpp"

namespace qd::cli {
namespace {

constexpr int job_failed = 1, call_wrong = 2, bug = 70;

int exit_code(Fault fault) { return fault == Fault::request ? call_wrong : job_failed; }

constexpr const char* footer =
    "Periods are written 2012-13 (financial year), 2012-13Q3 (quarter), 2012-13H1 (half), 2012-12 (month),\n"
    "2011-M12 (month, where 2011-12 would be the year), AY2012-13 (school year), 2010-01-01/2010-12-31 (any days).\n"
    "--as-at takes a day or a moment: 2013-02-15, 2013-02-15T10:00:00Z.\n\n"
    "Start here:\n"
    "  quarterday init\n"
    "  quarterday import examples/lancashire\n"
    "  quarterday scorecard --period 2012-13Q3\n\n"
    "Exit codes: 0 fine, 1 the data has problems or the job failed, 2 the call was wrong, 70 a bug.";

void set_up(CLI::App& app, Call& call) {
    app.name("quarterday");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(footer);
    app.set_version_flag("--version", "quarterday " + std::string(program_version()));
    app.add_option("--store", call.store, "The store: sqlite:FILE, a file, or postgresql://USER@HOST/DATABASE")
        ->envname("QUARTERDAY_STORE")
        ->capture_default_str();
    for (const Command* command : commands()) {
        CLI::App* sub = app.add_subcommand(command->name, command->summary);
        sub->footer(std::string("Examples:\n") + command->examples);
        command->set_up(*sub, call);
    }
}

} // namespace

int run(int argc, const char* const* argv, Call& call) {
    CLI::App app("Runs a council's performance round: evidence, returns, figures, judgement, recovery plan, paper, decision, action.");
    set_up(app, call);
    try {
        app.parse(argc, argv);
        return call.exit_code;
    } catch (const CLI::ParseError& error) {
        return app.exit(error, call.out, call.err) == 0 ? 0 : call_wrong;
    } catch (const Error& error) {
        call.err << "quarterday: " << error.what() << "\n";
        return exit_code(error.fault());
    } catch (const std::exception& error) {
        call.err << "quarterday: this is a bug in Quarterday, not in your data: " << error.what() << "\n";
        return bug;
    }
}

} // namespace qd::cli
