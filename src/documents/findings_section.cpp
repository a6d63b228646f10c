#include "documents/findings_section.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"

#include <algorithm>

namespace qd::inline documents {

void write_findings(Blocks& blocks, const Findings& findings) {
    blocks.push_back(heading(2, "What the checker found", "findings"));
    if (findings.empty()) {
        blocks.push_back(
            paragraph("The figures were checked against each other and against what is stated; nothing was found."));
        return;
    }
    const auto count = [&](Severity severity) {
        return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
    };
    std::vector<std::string> parts;
    if (count(Severity::error) > 0) parts.push_back(plural(count(Severity::error), "error", "errors"));
    if (count(Severity::warning) > 0) parts.push_back(plural(count(Severity::warning), "warning", "warnings"));
    if (count(Severity::note) > 0) parts.push_back(plural(count(Severity::note), "note", "notes"));
    blocks.push_back(paragraph(
        "The figures were checked against each other and against what is stated: " + join(parts, ", ") + "."));
    List list{ListKind::plain, {}};
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
        for (const Finding& finding : findings) {
            if (finding.severity != severity) continue;
            Spans spans{SeverityTag{severity}};
            if (!finding.place.empty()) append(spans, quiet(finding.place + ": "));
            append(spans, plain(finding.message + " "));
            if (!finding.remedy.empty()) append(spans, plain(finding.remedy + " "));
            spans.push_back(Text{finding.code, Voice::code});
            list.items.push_back({paragraph(spans)});
        }
    blocks.push_back({list});
}

} // namespace qd::inline documents
