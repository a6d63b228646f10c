#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "exchange/json/issues.hpp"
#include "reports/remaking.hpp"

namespace qd::cli {
namespace {

struct IssuesOptions {
    std::int64_t number = 0; // 0 = all
    std::string format, out;
    bool again = false;
};

void list_issues(Call& call, Issued& issued, const Snapshot& snapshot) {
    const std::vector<Issue> issues = issued.all();
    const Calendar& calendar = snapshot.content().settings.calendar;
    if (issues.empty()) {
        call.out << "Nothing has been issued yet. Issue a report: quarterday report NAME --issue\n";
        return;
    }
    TextTable table({{"Issue", Align::right},
                     {"Report"},
                     {"Period"},
                     {"As at"},
                     {"Issued on"},
                     {"Formats"},
                     {"Title", Align::left, Yield::wraps}});
    for (const Issue& issue : issues) {
        std::vector<std::string> formats;
        for (const IssueFile& file : issue.files) formats.push_back(file.format);
        table.add({std::to_string(issue.number), issue.report, calendar.text(issue.period), print(issue.as_at.date()),
                   print(issue.issued_at.date()), join(formats, " "), issue.title});
    }
    call.out << table.print(call.width);
}

std::string words_of(const IssueText& text) {
    switch (text.kind) {
    case IssueText::Kind::definition: return "definition " + text.name + ", " + text.origin;
    case IssueText::Kind::parameter: return "parameter " + text.name + " = " + text.text;
    case IssueText::Kind::reference:
        return "reference document " + text.name + ", " + text.origin + "  SHA-256 " + text.text;
    }
    return {};
}

void print_issue(Call& call, const Issue& issue, const Calendar& calendar) {
    call.out << wrap("Issue " + std::to_string(issue.number) + ": " + issue.title, call.width, "  ") << "\n"
             << "  report " << issue.report << ", " << calendar.label(issue.period) << ", " << issue.area.text()
             << ", for " << issue.audience << "\n"
             << "  as at " << print(issue.as_at) << ", issued at " << print(issue.issued_at)
             << (issue.issued_by.empty() ? "" : " by " + issue.issued_by) << ", generation " << issue.generation
             << ", Quarterday " << issue.program_version << "\n";
    for (const IssueText& text : issue.texts) call.out << "  " << words_of(text) << "\n";
    for (const Explanation& given : issue.explanations)
        call.out << wrap("  accepted: " + given.code + ", " + given.place + ": " + given.reason, call.width, "    ")
                 << "\n";
    for (const IssueFile& file : issue.files)
        call.out << "  " << file.format << "  " << file.size << " bytes  SHA-256 " << file.sha256 << "\n";
}

void make_it_again(Call& call, Issued& issued, const Issue& issue) {
    const std::vector<Remade> all = watched(call, "Making issue " + std::to_string(issue.number) + " again",
                                            [&] { return make_again(issued, issue); });
    for (const Remade& one : all) {
        call.out << wrap(one.format + ": " +
                             (one.is_identical() ? "identical, SHA-256 " + one.kept
                                                 : "differs: " + one.difference + "."),
                         call.width, "  ")
                 << "\n";
        if (!one.is_identical()) call.exit_code = 1;
    }
}

void write_kept(Call& call, Issued& issued, const IssuesOptions& options) {
    const IssueFile file = issued.file(options.number, options.format);
    if (goes_to_stream(options.out)) {
        if (options.format != "html" && call.output == Call::Output::terminal)
            throw Error(Fault::request, "It cannot be shown on a terminal. Name a file with --out, or redirect it.");
        call.out << file.bytes;
        return;
    }
    write_file(options.out, file.bytes);
    call.out << "Wrote the " << file.format << " file of issue " << options.number << " to " << options.out
             << ", SHA-256 " << file.sha256 << ".\n";
}

void run_issues(Call& call, const IssuesOptions& options) {
    Issued issued(call.store, call.clock);
    const bool list = options.format.empty() || options.format == "table" || options.format == "json";
    if (options.number != 0 && !list) return write_kept(call, issued, options);
    if (!list)
        throw Error(Fault::request, "Which issue? Give its number: quarterday issues 1 --format " + options.format);
    const auto snapshot = read_snapshot(call.store, call.clock);
    const Calendar& calendar = snapshot->content().settings.calendar;
    if (options.again) {
        const std::vector<Issue> all =
            options.number == 0 ? issued.all() : std::vector<Issue>{issued.issue(options.number)};
        for (const Issue& issue : all) {
            if (options.number == 0) call.out << "Issue " << issue.number << "\n";
            make_it_again(call, issued, issue);
        }
        return;
    }
    if (options.format == "json") {
        const std::vector<Issue> all =
            options.number == 0 ? issued.all() : std::vector<Issue>{issued.issue(options.number)};
        call.out << issues_json(all, calendar);
    } else if (options.number == 0) {
        list_issues(call, issued, *snapshot);
    } else {
        print_issue(call, issued.issue(options.number), calendar);
    }
}

} // namespace

const Command issues_command = {
    "issues", "List the reports that were issued, and reproduce them",
    "  quarterday issues\n"
    "  quarterday issues 1 --format pdf --out scorecard.pdf\n"
    "  quarterday issues 1 --again",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<IssuesOptions>();
        app.add_option("ISSUE", options->number, "The number of an issue; all of them if left out")
            ->check(CLI::PositiveNumber);
        app.add_option("--format", options->format,
                       "table or json to describe it; html, pdf, docx or xlsx for the file that was issued")
            ->option_text("FORMAT")
            ->check(one_of({"table", "json", "html", "pdf", "docx", "xlsx"}));
        app.add_option("--out", options->out, "The file to write; standard output if left out, or -")
            ->option_text("FILE");
        app.add_flag("--again", options->again,
                     "Make it again from what was known then, and report whether it is identical; exit code 1 if not");
        app.callback([&call, options] { run_issues(call, *options); });
    }};

} // namespace qd::cli
