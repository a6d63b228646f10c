#include "cli/commands.hpp"

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/help.hpp"
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
    const View view = snapshot->paper_view(options.name, options.view.question(), call.clock.now());
    const std::string html = report_html(*snapshot, options.name, view);
    if (options.out.empty() || options.out == "-") {
        call.out << html;
        return;
    }
    write_file(options.out, html);
    call.out << "Wrote the " << options.name << " report of "
             << snapshot->content().settings.calendar.label(view.period) << ", as known on "
             << print_long(view.as_at.date()) << ", to " << options.out << ".\n";
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
        app.add_option("NAME", options->name, "Which report: " + join(names, " or "))->required()->check(one_of(names));
        options->view.add_to(app, paper_day);
        options->view.add_public(app);
        add_format(app, options->format, {"html"});
        app.add_option("--out", options->out, "The file to write; standard output if left out, or -")
            ->option_text("FILE");
        app.callback([&call, options] { write_report(call, *options); });
    }};

} // namespace qd::cli
