#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/frame.hpp"
#include "web/view/tags.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace qd::web::pages {
namespace {

struct Group {
    Severity severity;
    std::string_view word, heading, meaning;
};
constexpr std::array<Group, 3> groups{{
    {Severity::error, "error", "Errors", "The paper says something that its own figures contradict."},
    {Severity::warning, "warning", "Warnings", "Something a reader would ask about."},
    {Severity::note, "note", "Notes", "Worth knowing; nothing needs to be done."},
}};

std::vector<Fields> code_options(const Findings& findings, std::string_view chosen) {
    std::map<std::string, std::size_t> count;
    for (const Finding& finding : findings) ++count[std::string(finding.code.text())];
    std::vector<Fields> options;
    for (const auto& [code, number] : count)
        options.push_back(Fields{}
                              .text("value", code)
                              .text("word", replace_all(code, "-", " ") + " (" + std::to_string(number) + ")")
                              .flag("chosen", code == chosen));
    return options;
}

std::vector<Fields> severity_options(const Findings& findings, std::string_view chosen) {
    std::vector<Fields> options;
    for (const Group& group : groups) {
        const auto number = std::ranges::count(findings, group.severity, &Finding::severity);
        options.push_back(Fields{}
                              .text("value", group.word)
                              .text("word", std::string{group.heading} + " (" + std::to_string(number) + ")")
                              .flag("chosen", group.word == chosen));
    }
    return options;
}

} // namespace

Response findings(const Visit& visit) {
    const auto all = visit.snapshot.findings(visit.view());
    const std::string_view severity = visit.parameter("severity"), code = visit.parameter("code");
    if (!severity.empty() && std::ranges::find(groups, severity, &Group::word) == groups.end())
        throw Error(Fault::request,
                    "“" + std::string{severity} + "” is not a severity. Choose error, warning or note.");
    std::vector<Fields> shown_groups;
    std::size_t shown = 0;
    for (const Group& group : groups) {
        if (!severity.empty() && severity != group.word) continue;
        std::vector<Fields> rows;
        for (const Finding& finding : *all)
            if (finding.severity == group.severity && (code.empty() || finding.code.text() == code))
                rows.push_back(finding_row(visit, finding));
        if (rows.empty()) continue;
        shown += rows.size();
        const std::string count = std::to_string(rows.size());
        shown_groups.push_back(Fields{}
                                   .text("heading", group.heading)
                                   .text("meaning", group.meaning)
                                   .text("count", count)
                                   .list("findings", std::move(rows)));
    }
    Fields fields;
    fields.text("heading", all->empty() ? "The checker found nothing"
                                        : "The checker found " + plural(all->size(), "thing", "things"));
    fields.text("tally", capitalised(finding_tally(*all)))
        .flag("any", !all->empty())
        .list("groups", std::move(shown_groups));
    fields.list("severities", severity_options(*all, severity))
        .list("codes", code_options(*all, code))
        .list("frame_kept", kept_frame(visit));
    fields.flag("chosen_filter", !severity.empty() || !code.empty())
        .flag("filtered", !severity.empty() || !code.empty())
        .text("unfiltered", visit.link("/findings"));
    fields.text("shown", std::to_string(shown) + " of " + std::to_string(all->size()) + " shown")
        .text("json", visit.link("/findings.json"))
        .flag("nothing", shown == 0 && !all->empty());
    return render_page(visit, {"Checker", "findings", std::move(fields), Section::findings});
}

} // namespace qd::web::pages
