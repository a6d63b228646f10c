#pragma once

#include "documents/format.hpp"
#include "service/snapshot.hpp"

#include <string>
#include <vector>

namespace qd::inline service {

// The reports that can be made: {"scorecard", "Corporate scorecard with recovery plans"}, …
struct ReportKind {
    std::string name, title;
};
const std::vector<ReportKind>& report_kinds();

// One report, composed from the figures. Error(absent) for an unknown name.
Document report_document(const Snapshot& snapshot, const std::string& name, const View& view);

// A report as a file of its own.
struct ReportFile {
    std::string name; // "scorecard-2012-13Q3.pdf"
    std::string media_type;
    std::string bytes;
};
// Errors as of report_document and write_document. The same store and view give the same bytes.
ReportFile report_file(const Snapshot& snapshot, const std::string& name, const View& view, DocumentFormat format,
                       const Looks& looks = {});

// One report as a self-contained HTML file.
std::string report_html(const Snapshot& snapshot, const std::string& name, const View& view);

} // namespace qd::inline service
