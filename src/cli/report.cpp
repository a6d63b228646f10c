#include "cli/commands.hpp"

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/options.hpp"
#include "service/report.hpp"

namespace qd::cli {
namespace {

struct ReportOptions {
    ViewOptions view;
    std::string name, format = "html", out;
};

void write_report(Call& call, const ReportOptions& options) {
    Store store(call.store, Opening::read_only, call.clock);
    const auto snapshot = Snapshot::read(store);
    const std::string html = report_html(*snapshot, options.name, snapshot->view(options.view.question(), call.clock.now()));
    if (options.out.empty() || options.out == "-") {
        call.out << html;
        return;
    }
    write_file(options.out, html);
    call.out << "Wrote " << options.out << ".\n";
}

} // namespace

const Command report_command = {
    "report", "Write a committee paper from the figures",
    "  quarterday report scorecard --period 2012-13Q3 --out scorecard.html\n"
    "  quarterday report partnership --period 2013-14Q1 --out partnership.html",
    [](CLI::App& app, Call& call) {
        auto options = std::make_shared<ReportOptions>();
        std::vector<std::string> names;
        for (const ReportKind& kind : report_kinds()) names.push_back(kind.name);
        app.add_option("name", options->name, "Which report: " + join(names, ", "))->required()->check(CLI::IsMember(names));
        options->view.add_to(app);
        app.add_option("--format", options->format, "html")->check(CLI::IsMember({"html"}))->capture_default_str();
        app.add_option("--out", options->out, "The file to write; standard output if left out");
        app.callback([&call, options] { write_report(call, *options); });
    }};

} // namespace qd::cli
