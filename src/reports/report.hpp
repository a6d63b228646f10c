#pragma once

#include "documents/format.hpp"
#include "domain/issue.hpp"
#include "reports/own_text.hpp"
#include "views/snapshot.hpp"

#include <map>
#include <string>
#include <vector>

namespace qd::inline reports {

// The reports that can be made: {"scorecard", "Corporate scorecard with recovery plans"}, …
struct ReportKind {
    std::string name, title;
    std::string paper;              // the report whose papers frame it
    std::vector<std::string> needs; // what has to be there for it: "measures", "priorities"
};
// Those supplied, then the council's own.
std::vector<ReportKind> report_kinds(const Content& content);
bool has_what_it_needs(const Content& content, const ReportKind& kind);

using ReportParameters = std::map<std::string, std::string>;

// A report, composed from its definition: the document, what is wrong with the definition's text (then the document must
// not be issued), and the texts that it was made from.
struct ComposedReport {
    Document document;
    Findings findings;
    std::vector<IssueText> texts;
    std::vector<OwnText> own_texts; // what it says in words of its own
};
// `paper` frames it; null = the first of the report's in the period. Error(absent) for an unknown name; Error(request) for a parameter that the definition does not have.
ComposedReport compose_report(const Snapshot& snapshot, const std::string& name, const View& view,
                              const ReportParameters& parameters = {}, const Paper* paper = nullptr);

// What it is made of, as asked for. Without a period it takes the latest, or, where it is of priorities, the latest that they
// were reported on; without a time, that of its paper's meeting (Snapshot::paper_view). Error(absent) as of Snapshot::view.
View report_view(const Snapshot& snapshot, const std::string& name, const Question& question, Instant now);

// One report, composed from the figures. Error(request) with all that is wrong with its definition.
Document report_document(const Snapshot& snapshot, const std::string& name, const View& view,
                         const Paper* paper = nullptr);

// How documents of the council look: by the reference document that council.toml names, or as ours do.
Looks house_looks(const Content& content);

// A report as a file of its own. Without `looks`, the council's own.
struct ReportFile {
    std::string name; // "scorecard-2012-13Q3.pdf"
    std::string media_type;
    std::string bytes;
};
// Errors as of report_document and write_document. The same store and view give the same bytes.
ReportFile report_file(const Snapshot& snapshot, const std::string& name, const View& view, DocumentFormat format,
                       const std::optional<Looks>& looks = std::nullopt);
ReportFile report_file(const Snapshot& snapshot, const Document& document, const std::string& name, const View& view,
                       DocumentFormat format, const std::optional<Looks>& looks = std::nullopt);

// One report as a self-contained HTML file.
std::string report_html(const Snapshot& snapshot, const std::string& name, const View& view);

} // namespace qd::inline reports
