#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "exchange/json.hpp"

#include <algorithm>

namespace qd::cli {
namespace {

struct CheckOptions {
    ViewOptions view;
    std::string format = "table";
};

void print_findings(Call& call, const Findings& findings) {
    const std::string indent(9, ' ');
    for (const Finding& finding : findings) {
        call.out << tag(call, finding.severity) << "  " << finding.code << std::string(finding.code.size() < 22 ? 22 - finding.code.size() : 1, ' ')
                 << finding.place << "\n";
        call.out << indent << wrap(finding.message, call.width - 1, indent) << "\n";
        if (!finding.remedy.empty()) call.out << indent << wrap("-> " + finding.remedy, call.width - 1, indent + "   ") << "\n";
        call.out << "\n";
    }
    const auto how_many = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
    };
    const std::size_t errors = how_many(Severity::error);
    call.out << plural(findings.size(), "finding", "findings") << ": " << plural(errors, "error", "errors") << ", "
             << plural(how_many(Severity::warning), "warning", "warnings") << ", " << plural(how_many(Severity::note), "note", "notes") << "."
             << (errors > 0 ? " The paper should not be issued while an error stands.\n" : "\n");
}

void run_check(Call& call, const CheckOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const View view = snapshot->view(options.view.question(), call.clock.now());
    const auto findings = snapshot->findings(view);
    const Calendar& calendar = snapshot->content().settings.calendar;
    if (options.format == "json") {
        call.out << findings_json(snapshot->content(), *findings, view.period, view.as_at);
    } else {
        call.out << "Checking " << calendar.label(view.period) << " against the figures known on " << print_long(view.as_at.date()) << "\n\n";
        print_findings(call, *findings);
    }
    if (std::ranges::any_of(*findings, [](const Finding& finding) { return finding.severity == Severity::error; })) call.exit_code = 1;
}

} // namespace

const Command check_command = {
    "check", "Read the period's papers against the figures, and say what is wrong",
    "  quarterday check --period 2012-13Q3\n"
    "  quarterday check --period 2012-13Q3 --format json",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<CheckOptions>();
        options->view.add_to(app);
        app.add_option("--format", options->format, "table or json")->check(CLI::IsMember({"table", "json"}))->capture_default_str();
        app.callback([&call, options] { run_check(call, *options); });
    }};

} // namespace qd::cli
