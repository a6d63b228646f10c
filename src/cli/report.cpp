#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/findings.hpp"
#include "cli/help.hpp"
#include "cli/issuing.hpp"
#include "cli/options.hpp"
#include "cli/table.hpp"
#include "cli/terminal.hpp"
#include "reports/placeholders.hpp"
#include "reports/report.hpp"

#include <filesystem>

namespace qd::cli {
namespace {

// As asked for, or as the file's name says.
DocumentFormat format_of(const ReportOptions& options) {
    if (const auto asked = parse_document_format(options.format)) return *asked;
    const std::string ending = std::filesystem::path(options.out).extension().string();
    const auto named = ending.empty() ? std::nullopt : parse_document_format(lower(ending.substr(1)));
    return named.value_or(DocumentFormat::html);
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const DocumentFormat format : document_formats()) names.emplace_back(print(format));
    for (const char* name : {"all", "table", "json"}) names.emplace_back(name);
    return names;
}

void write_report(Call& call, const ReportOptions& options) {
    if (options.format == "all")
        throw Error(Fault::request, "--format all goes with --issue. Ask for one format, or issue the report.");
    const DocumentFormat format = format_of(options);
    if (goes_to_stream(options.out) && is_binary(format) && call.output == Call::Output::terminal)
        throw Error(Fault::request, "A report as " + std::string(print(format)) +
                                        " cannot be shown on a terminal. Name a file with --out, or redirect it.");
    const std::optional<Looks> looks = looks_of(options, format);
    const auto snapshot = read_snapshot(call.store, call.clock, options.view.reader(), options.name);
    const View view = report_view(*snapshot, options.name, options.view.question(), call.clock.now());
    ReportFile file;
    Findings of_text;
    const Findings findings = watched(call, "Writing the " + options.name + " report", [&] {
        const ComposedReport report = compose_report(*snapshot, options.name, view, parameters_of(options));
        if (report.findings.empty()) {
            file = report_file(*snapshot, report.document, options.name, view, format, looks);
            of_text = findings_of_texts(*snapshot, view, report.own_texts);
        }
        return report.findings;
    });
    if (!findings.empty()) return refuse_report(call, findings, "Nothing was written.");
    tell_of_text(call, of_text);
    if (goes_to_stream(options.out)) {
        call.out << file.bytes;
        return;
    }
    write_file(options.out, file.bytes);
    call.out << "Wrote the " << options.name << " report of "
             << snapshot->content().settings.calendar.label(view.period) << ", as at " << print_long(view.as_at.date())
             << ", to " << options.out << ".\n";
}

void print_placeholders(Call& call) {
    for (const PlaceholderKind& kind : placeholder_kinds()) {
        const std::string arguments = kind.arguments.empty() ? "" : " " + std::string(kind.arguments);
        call.out << "{{" << kind.name << arguments << "}}\n"
                 << wrap("    " + std::string(kind.gives), call.width, "    ") << "\n";
    }
    call.out << "{{include NAME}}\n"
             << wrap("    the text of reports/NAME.md, on a line of its own", call.width, "    ") << "\n\n"
             << wrap("A placeholder that ends in ? leaves out its line if there is nothing to say. $NAME within one is "
                     "the value of a parameter. Write \\{{ for two braces.",
                     call.width, "")
             << "\n";
}

void run_report(Call& call, const ReportOptions& options) {
    if (options.placeholders) return print_placeholders(call);
    const bool tells = options.format == "table" || options.format == "json";
    if (!options.compare.empty()) {
        if (!tells && !options.format.empty())
            throw Error(Fault::request, "A comparison is shown as table or json, not as " + options.format + ".");
        return compare_two(call, options);
    }
    if (tells)
        throw Error(Fault::request,
                    "--format " + options.format + " goes with --compare. Ask for html, pdf, docx or xlsx.");
    if (options.name.empty()) throw Error(Fault::request, "Which report? Name it: quarterday report scorecard");
    if (options.issue) return issue_one(call, options);
    if (!options.explanations.empty() || !options.by.empty())
        throw Error(Fault::request, "--by and --explanations go with --issue.");
    write_report(call, options);
}

} // namespace

std::optional<Looks> looks_of(const ReportOptions& options, DocumentFormat format) {
    constexpr std::size_t most = std::size_t{64} << 20;
    if (options.reference.empty()) return std::nullopt;
    if (format != DocumentFormat::docx)
        throw Error(Fault::request, "--reference gives the styles of a Word document. Ask for --format docx with it.");
    return Looks{read_file(options.reference, most)};
}

ReportParameters parameters_of(const ReportOptions& options) {
    ReportParameters parameters;
    for (const std::string& text : options.parameters) {
        const auto mark = text.find('=');
        if (mark == std::string::npos || mark == 0)
            throw Error(Fault::request, "“" + text + "” gives no parameter a value. Write --set NAME=VALUE.");
        parameters[text.substr(0, mark)] = text.substr(mark + 1);
    }
    return parameters;
}

void tell_of_text(Call& call, const Findings& findings) {
    if (findings.empty()) return;
    print_findings(call, findings, call.err);
    call.err << wrap(plural(findings.size(), "finding", "findings") + " on the text of the report itself.", call.width,
                     "")
             << "\n";
}

void refuse_report(Call& call, const Findings& findings, const std::string& end) {
    print_findings(call, findings, call.err);
    call.err << wrap(plural(findings.size(), "finding remains", "findings remain") + ". " + end, call.width, "")
             << "\n";
    call.exit_code = 1;
}

const Command report_command = {
    "report", "Write a committee paper from the figures, or issue it",
    "  quarterday report scorecard --period 2012-13Q3 --out scorecard.html\n"
    "  quarterday report partnership --period 2013-14Q1 --out partnership.pdf\n"
    "  quarterday report scorecard --period 2012-13Q3 --issue --format all --out papers\n"
    "  quarterday report --compare 1 2 --format json\n"
    "  quarterday report --placeholders",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ReportOptions>();
        app.add_option("NAME", options->name,
                       "Which report: scorecard, partnership, panel, or one of the council's own reports/NAME.md");
        options->view.add_to(app, paper_day);
        options->view.add_public(app);
        app.add_option("--format", options->format,
                       "html, pdf, docx (Word) or xlsx (Excel); if left out, as the ending of FILE says, else html; "
                       "with --issue also all; with --compare table or json")
            ->option_text("FORMAT")
            ->check(one_of(format_names()));
        app.add_option("--out", options->out,
                       "The file to write; standard output if left out, or -. With --issue the folder for its files")
            ->option_text("FILE");
        app.add_option("--reference", options->reference, "A Word document whose styles the docx uses")
            ->option_text("DOCX");
        app.add_option("--set", options->parameters, "The value of a parameter of the report; may be repeated")
            ->option_text("NAME=VALUE");
        app.add_flag("--issue", options->issue, "Keep the report for good, exactly as issued");
        app.add_option("--by", options->by, "The post that issues it")->option_text("POST");
        app.add_option("--explanations", options->explanations,
                       "A table (code, place, reason) that says why errors found by the check are accepted")
            ->option_text("CSV");
        app.add_option("--compare", options->compare, "What a later issue says differently from an earlier one")
            ->option_text("ISSUE ISSUE")
            ->expected(2);
        app.add_flag("--placeholders", options->placeholders, "List what a report definition may contain");
        app.callback([&call, options] { run_report(call, *options); });
    }};

} // namespace qd::cli
