#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "service/report.hpp"

#include <filesystem>

namespace qd::cli {
namespace {

struct ReportOptions {
    ViewOptions view;
    std::string name, format, out, reference;
    bool to_stream() const { return out.empty() || out == "-"; }
};

// As asked for, or as the file's name says.
DocumentFormat format_of(const ReportOptions& options) {
    if (const auto asked = parse_document_format(options.format)) return *asked;
    const std::string ending = std::filesystem::path(options.out).extension().string();
    const auto named = ending.empty() ? std::nullopt : parse_document_format(lower(ending.substr(1)));
    return named.value_or(DocumentFormat::html);
}

Looks looks_of(const ReportOptions& options, DocumentFormat format) {
    constexpr std::size_t most = std::size_t{64} << 20;
    if (options.reference.empty()) return {};
    if (format != DocumentFormat::docx)
        throw Error(Fault::request, "--reference gives the styles of a Word document. Ask for --format docx with it.");
    return {read_file(options.reference, most)};
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const DocumentFormat format : document_formats()) names.emplace_back(print(format));
    return names;
}

void write_report(Call& call, const ReportOptions& options) {
    const DocumentFormat format = format_of(options);
    if (options.to_stream() && is_binary(format) && call.output == Call::Output::terminal)
        throw Error(Fault::request, "A report as " + std::string(print(format)) +
                                        " is no text for a terminal. Name a file with --out, or redirect it.");
    const Looks looks = looks_of(options, format);
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const View view = snapshot->paper_view(options.name, options.view.question(), call.clock.now());
    const ReportFile report = watched(call, "Writing the " + options.name + " report",
                                      [&] { return report_file(*snapshot, options.name, view, format, looks); });
    if (options.to_stream()) {
        call.out << report.bytes;
        return;
    }
    write_file(options.out, report.bytes);
    call.out << "Wrote the " << options.name << " report of "
             << snapshot->content().settings.calendar.label(view.period) << ", as known on "
             << print_long(view.as_at.date()) << ", to " << options.out << ".\n";
}

} // namespace

const Command report_command = {
    "report", "Write a committee paper from the figures",
    "  quarterday report scorecard --period 2012-13Q3 --out scorecard.html\n"
    "  quarterday report partnership --period 2013-14Q1 --out partnership.pdf",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ReportOptions>();
        std::vector<std::string> names;
        for (const ReportKind& kind : report_kinds()) names.push_back(kind.name);
        app.add_option("NAME", options->name, "Which report: " + join(names, " or "))->required()->check(one_of(names));
        options->view.add_to(app, paper_day);
        options->view.add_public(app);
        app.add_option("--format", options->format,
                       "As html, pdf, docx (Word) or xlsx (Excel); as the ending of FILE says if left out, else html")
            ->option_text("FORMAT")
            ->check(one_of(format_names()));
        app.add_option("--out", options->out, "The file to write; standard output if left out, or -")
            ->option_text("FILE");
        app.add_option("--reference", options->reference, "A Word document whose styles the docx takes")
            ->option_text("DOCX");
        app.callback([&call, options] { write_report(call, *options); });
    }};

} // namespace qd::cli
