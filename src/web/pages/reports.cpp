#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/report_parts.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

ReportKind find_kind(const Visit& visit) {
    const std::string& name = visit.capture("name");
    const std::vector<ReportKind> kinds = report_kinds(visit.snapshot.content());
    const auto found = std::ranges::find(kinds, name, &ReportKind::name);
    if (found != kinds.end()) return *found;
    std::vector<std::string> known;
    for (const ReportKind& kind : kinds) known.push_back(kind.name);
    throw absent("report", name, known, "The reports are " + join(known, ", ") + ".");
}

std::string meeting_words(const Visit& visit, const Paper& paper) {
    std::string words = unit_name(visit.snapshot.content(), paper.body);
    if (paper.meeting)
        words +=
            (words.empty() ? "" : ", ") + weekday_name(paper.meeting->weekday()) + " " + print_long(*paper.meeting);
    if (!paper.item.empty()) words += ", item " + paper.item;
    return words;
}

// "As web page (HTML), PDF, Word document (DOCX), Excel workbook (XLSX)", each a link to the file.
std::vector<Fields> downloads(const Visit& visit, const ReportKind& kind) {
    std::vector<Fields> links;
    for (const DocumentFormat format : document_formats()) {
        const std::string name(print(format));
        links.push_back(Fields{}
                            .text("href", visit.link("/reports/" + kind.name + "/file", {{"format", name}}))
                            .text("words", capitalised(std::string(label(format))) +
                                               (format == DocumentFormat::pdf ? "" : " (" + name + ")"))
                            .text("title", kind.title));
    }
    return links;
}

} // namespace

Response reports(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    std::vector<Fields> kinds, papers;
    for (const ReportKind& kind : report_kinds(content)) {
        if (!has_what_it_needs(content, kind)) continue;
        const Paper* paper = visit.snapshot.paper(kind.paper, visit.view().period);
        Fields row;
        row.text("title", kind.title)
            .text("href", visit.link("/reports/" + kind.name))
            .list("downloads", downloads(visit, kind));
        row.text("meeting", paper == nullptr ? std::string{} : meeting_words(visit, *paper));
        kinds.push_back(std::move(row));
    }
    for (const Paper& paper : content.papers) {
        if (paper.period == visit.view().period) continue;
        papers.push_back(Fields{}
                             .text("title", paper.title)
                             .text("href", report_page(visit, paper))
                             .text("meeting", meeting_words(visit, paper))
                             .text("period", content.settings.calendar.label(paper.period)));
    }
    Fields fields;
    fields.text("issues", visit.link("/issues"));
    fields.list("kinds", std::move(kinds))
        .flag("paper_block", !papers.empty())
        .list("papers", std::move(papers))
        .text("period", content.settings.calendar.label(visit.view().period));
    return render_page(visit, {"Reports", "reports", std::move(fields), Section::reports});
}

Response report(const Visit& visit) {
    const ReportKind kind = find_kind(visit);
    Fields fields;
    fields.text("title", kind.title).text("list", visit.link("/reports")).list("downloads", downloads(visit, kind));
    fields.text("paper", report_body(report_html(visit.snapshot, kind.name, visit.view())));
    return render_page(visit, {kind.title, "report", std::move(fields), Section::reports});
}

Response report_file(const Visit& visit) {
    const ReportKind kind = find_kind(visit);
    const std::string_view asked = visit.parameter("format");
    const auto format = parse_document_format(asked.empty() ? "html" : asked);
    if (!format)
        throw Error(Fault::request, "There is no format “" + shorten(asked, 20) + "”. Choose html, pdf, docx or xlsx.");
    ReportFile file = qd::report_file(visit.snapshot, kind.name, visit.view(), *format);
    Response response = text_response(200, file.media_type, std::move(file.bytes));
    response.set("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
    return response;
}

} // namespace qd::web::pages
