#include "web/report_parts.hpp"

#include "base/error.hpp"
#include "reports/report.hpp"

#include <algorithm>

namespace qd::web {

std::string report_body(const std::string& html) {
    const std::size_t tag = html.find("<main");
    const std::size_t start = tag == std::string::npos ? tag : html.find('>', tag);
    const std::size_t end = html.rfind("</main>");
    if (start == std::string::npos || end == std::string::npos || end < start)
        throw Error(Fault::outage, "The report has no <main> part to show inside a page.");
    return html.substr(start + 1, end - start - 1);
}

std::string report_page(const Visit& visit, const Paper& paper) {
    const Content& content = visit.snapshot.content();
    const std::vector<ReportKind> kinds = report_kinds(content);
    auto found = std::ranges::find(kinds, paper.report, &ReportKind::name);
    if (found == kinds.end()) found = std::ranges::find(kinds, paper.report, &ReportKind::paper);
    if (found == kinds.end()) return {};
    return visit.link("/reports/" + percent_encode(found->name),
                      {{"period", content.settings.calendar.text(paper.period)}});
}

} // namespace qd::web
