#include "cli/run.hpp"

#include "base/error.hpp"
#include "base/version.hpp"
#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/table.hpp"

namespace qd::cli {
namespace {

constexpr int job_failed = 1, call_wrong = 2, bug = 70;

int exit_code(Fault fault) { return fault == Fault::request ? call_wrong : job_failed; }

constexpr const char* description =
    "Quarterday takes a council from its figures to the committee paper: it keeps what was handed in, judges it "
    "against "
    "targets, writes the paper, and checks the paper against the figures before a member reads it.";

constexpr const char* footer =
    "Periods\n"
    "  2012-13Q3 quarter, 2012-13H1 half, 2012-13 financial year, AY2012-13 school year, 2012-12 month, 2011-M12 month "
    "(2011-12 would be the year), 2010-01-01/2010-12-31 any days\n"
    "\n"
    "As at\n"
    "  --as-at 2013-02-15 shows what was known at the end of that day, --as-at 2013-02-15T10:00:00Z at that second. "
    "If left out, it is now; check and report use the day of the paper's meeting once that is past.\n"
    "\n"
    "Start here\n"
    "  quarterday new --sample\n"
    "  quarterday init\n"
    "  quarterday import sample\n"
    "  quarterday scorecard --period 2023-24Q4\n"
    "\n"
    "Exit codes\n"
    "  0 success, 1 the data has problems or the job failed, 2 the command was wrong,\n"
    "  3 a dry run would have changed something, 70 a bug";

void set_up(CLI::App& app, Call& call) {
    app.name("quarterday");
    app.formatter(std::make_shared<Help>(call.width));
    app.set_help_flag("-h,--help", "Print this help");
    app.require_subcommand(1);
    app.fallthrough();
    app.footer(footer);
    app.set_version_flag("--version", "quarterday " + std::string(program_version()), "Print the version");
    app.add_option("--store", call.store,
                   "Where the figures are: sqlite:FILE, the path of a file, or postgresql://USER@HOST/DATABASE")
        ->option_text("STORE")
        ->envname("QUARTERDAY_STORE")
        ->capture_default_str();
    for (const Command* command : commands()) {
        CLI::App* sub = app.add_subcommand(command->name, command->summary);
        sub->footer(std::string("Examples\n") + command->examples);
        command->set_up(*sub, call);
    }
}

// 0 for --help and --version.
int finish(const CLI::App& app, const CLI::ParseError& error, Call& call) {
    if (error.get_exit_code() == 0) return app.exit(error, call.out, call.err);
    if (app.get_subcommands().empty() && app.remaining().empty()) call.err << app.help() << "\n";
    call.err << "quarterday: " << explain(app, error) << "\n";
    return call_wrong;
}

void say_what_stands(Call& call) {
    if (!call.stands.empty()) call.err << wrap(call.stands, call.width, "") << "\n";
}

int parse_and_run(CLI::App& app, int argc, const char* const* argv, Call& call) {
    try {
        app.parse(argc, argv);
        return call.exit_code;
    } catch (const CLI::ParseError& error) {
        return finish(app, error, call);
    } catch (const Error& error) {
        call.err << "quarterday: " << error.what() << "\n";
        say_what_stands(call);
        return exit_code(error.fault());
    }
}

} // namespace

int run(int argc, const char* const* argv, Call& call) {
    try {
        CLI::App app(description);
        set_up(app, call);
        const int code = parse_and_run(app, argc, argv, call);
        if (call.out.flush()) return code;
        call.err << "quarterday: Not everything could be written to the output. Is the disk full?\n";
        say_what_stands(call);
        return job_failed;
    } catch (const std::exception& error) {
        call.err << "quarterday: This is a bug in Quarterday, not in your figures: " << error.what() << "\n";
        say_what_stands(call);
        return bug;
    }
}

} // namespace qd::cli
