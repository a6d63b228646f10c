#include "reports/remaking.hpp"

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "base/version.hpp"

namespace qd::inline reports {
namespace {

// The first line in which two texts differ, for formats that are text.
std::string first_difference(const std::string& kept, const std::string& made) {
    std::size_t line = 1, start = 0, at = 0;
    while (at < kept.size() && at < made.size() && kept[at] == made[at])
        if (kept[at++] == '\n') ++line, start = at;
    const auto rest = [&](const std::string& text) {
        return shorten(text.substr(std::min(start, text.size()), text.find('\n', start) - start), 120);
    };
    return "line " + std::to_string(line) + " was “" + rest(kept) + "” and is “" + rest(made) + "”";
}

Remade compared(const IssueFile& kept, const std::string& made, const Issue& issue) {
    Remade remade{kept.format, kept.sha256, sha256(made), ""};
    if (remade.is_identical()) return remade;
    remade.difference = kept.format == "html" ? first_difference(kept.bytes, made)
                                              : std::to_string(kept.size) + " bytes were kept, " +
                                                    std::to_string(made.size()) + " were made";
    if (issue.program_version != program_version())
        remade.difference +=
            "; it was made by Quarterday " + issue.program_version + ", this is " + std::string(program_version());
    return remade;
}

} // namespace

std::vector<Remade> make_again(Issued& issued, const Issue& issue) {
    const auto snapshot = issued.snapshot_of(issue);
    ReportParameters parameters;
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::parameter) parameters[part.name] = part.text;
    Looks looks; // none noted: ours, whatever the council took since
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::reference) looks.reference = issued.reference(part.text);
    const View view = view_of(issue);
    const ComposedReport report = compose_report(*snapshot, issue.report, view, parameters);
    std::vector<Remade> all;
    for (const IssueFile& listed : issue.files) {
        const IssueFile kept = issued.file(issue.number, listed.format);
        const auto format = parse_document_format(listed.format);
        if (!format || !report.findings.empty()) {
            all.push_back({listed.format, kept.sha256, "",
                           format ? report.findings.front().place + ": " + report.findings.front().message
                                  : "this program writes no such format"});
            continue;
        }
        all.push_back(compared(kept, write_document(report.document, *format, looks), issue));
    }
    return all;
}

} // namespace qd::inline reports
