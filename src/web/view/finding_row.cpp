#include "web/view/finding_row.hpp"

#include "base/text.hpp"
#include "web/view/subjects.hpp"
#include "web/view/tags.hpp"

#include <algorithm>
#include <vector>

namespace qd::web {

Fields finding_row(const Visit& visit, const Finding& finding) {
    Fields row;
    row.object("severity", severity_tag(finding.severity))
        .text("code", finding.code.text())
        .text("message", finding.message);
    const std::string page = subject_page(visit, finding.subject);
    const bool here = page.substr(0, page.find('?')) == visit.address.path();
    row.text("remedy", finding.remedy).text("place", finding.place).text("page", here ? std::string{} : page);
    row.text("subject", finding.subject.code);
    return row;
}

std::string finding_tally(const Findings& findings) {
    std::vector<std::string> words;
    const auto add = [&](Severity severity, std::string_view one, std::string_view many) {
        const auto count = static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
        if (count > 0) words.push_back(plural(count, one, many));
    };
    add(Severity::error, "error", "errors");
    add(Severity::warning, "warning", "warnings");
    add(Severity::note, "note", "notes");
    return words.empty() ? "nothing" : in_words(words);
}

} // namespace qd::web
