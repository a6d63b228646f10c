#include "documents/sections/findings_section.hpp"

#include "base/text.hpp"
#include "documents/phrases.hpp"

#include <algorithm>

namespace qd::inline documents {

namespace {

constexpr std::size_t told_in_full = 3, named = 12;

// Those of one severity, grouped by code, in the order in which the codes first appear.
std::vector<std::vector<const Finding*>> by_code(const Findings& findings, Severity severity) {
    std::vector<std::vector<const Finding*>> groups;
    for (const Finding& finding : findings) {
        if (finding.severity != severity) continue;
        const auto found =
            std::ranges::find(groups, finding.code, [](const auto& group) { return group.front()->code; });
        (found == groups.end() ? groups.emplace_back() : *found).push_back(&finding);
    }
    return groups;
}

// Of many similar ones the first few are shown in full, and for the others only their place: forty times the same
// sentence would bury the one that matters.
void write_alike(List& list, const std::vector<const Finding*>& alike) {
    const std::size_t full = alike.size() > told_in_full + 1 ? told_in_full : alike.size();
    for (std::size_t i = 0; i < full; ++i) {
        const Finding& finding = *alike[i];
        Spans spans{SeverityTag{finding.severity}};
        if (!finding.place.empty()) append(spans, quiet(finding.place + ": "));
        append(spans, plain(finding.message + " "));
        if (!finding.remedy.empty()) append(spans, plain(finding.remedy + " "));
        spans.push_back(Text{std::string(finding.code.text()), Voice::code});
        list.items.push_back({paragraph(spans)});
    }
    if (full == alike.size()) return;
    std::vector<std::string> places;
    for (std::size_t i = full; i < alike.size() && places.size() < named; ++i)
        if (!alike[i]->place.empty() && std::ranges::find(places, alike[i]->place) == places.end())
            places.push_back(alike[i]->place);
    const std::size_t others = alike.size() - full;
    Spans spans{SeverityTag{alike.front()->severity}};
    append(spans, plain(plural(others, "more finding", "more findings") + " of the same kind" +
                        (places.empty() ? "" : ", among them " + join(places, "; ")) + ". The checker lists each. "));
    spans.push_back(Text{std::string(alike.front()->code.text()), Voice::code});
    list.items.push_back({paragraph(spans)});
}

} // namespace

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
        for (const std::vector<const Finding*>& alike : by_code(findings, severity)) write_alike(list, alike);
    blocks.push_back({list});
}

} // namespace qd::inline documents
