// bench_document_job STORE FOLDER
//
// The scorecard report of Lancashire's third quarter of 2012/13, 35 measures, four charts: how long it takes in each format, from
// a snapshot that was just read and has computed nothing yet. What the tools are given is left in FOLDER (paged.html for
// WeasyPrint; tree.json, reference.docx and chart-N.svg for Pandoc and librsvg), so that they can be timed alone on it.
#include "parallel.hpp"

#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "documents/formats/docx.hpp"
#include "documents/formats/html.hpp"
#include "documents/formats/pandoc_writer.hpp"
#include "reports/report.hpp"
#include "store/store.hpp"

#include <iostream>

namespace {

using namespace qd;

void leave_inputs(const Document& document, const std::filesystem::path& folder) {
    write_file(folder / "paged.html", to_paged_html(document));
    PandocWriter writer;
    write_file(folder / "tree.json", writer.write(document));
    write_file(folder / "reference.docx", reference_docx());
    for (std::size_t i = 0; i < writer.charts().size(); ++i)
        write_file(folder / ("chart-" + std::to_string(i + 1) + ".svg"), writer.charts()[i]);
}

void run(const std::string& file, const std::filesystem::path& folder) {
    const SystemClock clock;
    Store store("sqlite:" + file, Opening::read_only, clock);
    Question question;
    question.period = Period::parse("2012-13Q3");
    for (const DocumentFormat format : document_formats()) {
        const auto snapshot = Snapshot::read(store);
        const View view = snapshot->paper_view("scorecard", question, clock.now());
        const bench::Stopwatch watch;
        const ReportFile report = report_file(*snapshot, "scorecard", view, format);
        bench::print_time(std::string(print(format)).c_str(), watch.seconds());
        if (report.bytes.empty()) throw Error(Fault::outage, "The report is empty.");
        if (format == DocumentFormat::html) {
            std::printf("CHECK measures %zu\n", snapshot->scorecard(view)->figures.size());
            leave_inputs(report_document(*snapshot, "scorecard", view), folder);
        }
    }
}

} // namespace

int main(int count, char** words) {
    try {
        if (count != 3) throw Error(Fault::request, "usage: bench_document_job STORE FOLDER");
        run(words[1], words[2]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
