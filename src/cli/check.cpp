#include "cli/commands.hpp"

#include "base/text.hpp"
#include "cli/findings.hpp"
#include "cli/ink.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "domain/finding_catalogue.hpp"
#include "exchange/json/json.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

namespace qd::cli {
namespace {

struct CheckOptions {
    ViewOptions view;
    std::string format = "table";
    bool codes = false;
};

// All that can be found, under the headings of the catalogue.
void print_codes(Call& call) {
    std::string_view family;
    for (const FindingEntry& entry : catalogue::entries) {
        if (entry.family != family) {
            call.out << (family.empty() ? "" : "\n") << bold(call, std::string(entry.family)) << "\n\n";
            family = entry.family;
        }
        call.out << entry.code << " (" << join(words_of(entry.severities), ", ") << ")\n"
                 << wrap("    " + replace_all(std::string(entry.meaning), "`", ""), call.width, "    ") << "\n"
                 << wrap("    -> " + std::string(entry.remedy), call.width, "       ") << "\n";
    }
}

// "the paper of 26 February 2013, item 4", or the period where no paper of it is known
std::string subject(const Snapshot& snapshot, const View& view) {
    std::vector<std::string> papers;
    for (const Paper* paper : snapshot.papers(view.period)) {
        std::string one =
            paper->meeting ? "the paper of " + print_long(*paper->meeting) : "the paper “" + paper->title + "”";
        if (!paper->item.empty()) one += ", item " + paper->item;
        papers.push_back(one);
    }
    return papers.empty() ? snapshot.content().settings.calendar.label(view.period) : join(papers, " and ");
}

// What the paper is called, and which committee it goes to.
std::string title(const Content& content, const Paper& paper) {
    const Unit* body = find_row(content.units, paper.body);
    return body == nullptr ? paper.title : body->name + ": " + paper.title;
}

void print_headline(Call& call, const Snapshot& snapshot, const View& view) {
    const std::string line =
        "Checking " + subject(snapshot, view) + ", against the figures as at " + print_long(view.as_at.date());
    call.out << wrap(bold(call, line), call.width, "  ") << "\n";
    for (const Paper* paper : snapshot.papers(view.period))
        call.out << wrap(quiet(call, title(snapshot.content(), *paper)), call.width, "  ") << "\n";
    call.out << "\n";
}

void print_sum(Call& call, const Findings& findings) {
    const auto how_many = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
    };
    if (findings.empty()) {
        call.out << "No findings.\n";
        return;
    }
    const std::size_t errors = how_many(Severity::error);
    const std::string sum = plural(findings.size(), "finding", "findings") + ": " + plural(errors, "error", "errors") +
                            ", " + plural(how_many(Severity::warning), "warning", "warnings") + ", " +
                            plural(how_many(Severity::note), "note", "notes") + ".";
    call.out << wrap(sum + (errors > 0 ? " The paper should not be issued while it has errors." : ""), call.width, "")
             << "\n";
}

void run_check(Call& call, const CheckOptions& options) {
    if (options.codes) {
        options.format == "json" ? void(call.out << finding_codes_json()) : print_codes(call);
        return;
    }
    const auto whole = read_snapshot(call.store, call.clock);
    const View view = whole->paper_view("", options.view.question(), call.clock.now());
    const auto snapshot = whole->known_by(view.as_at);
    const auto findings = snapshot->findings(view);
    if (options.format == "json") {
        call.out << findings_json(snapshot->content(), *findings, view.period, view.as_at);
    } else {
        print_headline(call, *snapshot, view);
        print_findings(call, *findings);
        print_sum(call, *findings);
    }
    if (std::ranges::any_of(*findings, [](const Finding& finding) { return finding.severity == Severity::error; }))
        call.exit_code = 1;
}

} // namespace

const Command check_command = {
    "check",
    "Check the papers of a period against the figures, and report what is wrong; exit code 1 if there is an error",
    "  quarterday check --period 2012-13Q3\n"
    "  quarterday check --period 2012-13Q3 --as-at 2013-02-15\n"
    "  quarterday check --period 2012-13Q3 --format json\n"
    "  quarterday check --codes",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<CheckOptions>();
        options->view.add_to(app, paper_day);
        add_format(app, options->format, {"table", "json"});
        CLI::Option* codes = app.add_flag("--codes", options->codes, "List all possible findings, with remedies");
        for (const char* of_a_period : {"--period", "--area", "--as-at"}) codes->excludes(app.get_option(of_a_period));
        app.callback([&call, options] { run_check(call, *options); });
    }};

} // namespace qd::cli
