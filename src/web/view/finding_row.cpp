#include "web/view/finding_row.hpp"

#include "base/text.hpp"
#include "web/view/tags.hpp"

#include <algorithm>
#include <vector>

namespace qd::web {
namespace {

// The page about what a finding is about; "" where there is none.
std::string page_of(const Visit& visit, const Subject& subject) {
    switch (subject.kind) {
    case SubjectKind::measure: return visit.link("/measures/" + percent_encode(subject.code));
    case SubjectKind::priority: return visit.link("/priorities/" + percent_encode(subject.code));
    case SubjectKind::recovery_plan: return visit.link("/recovery-plans/" + percent_encode(subject.code));
    case SubjectKind::programme: return visit.link("/programmes/" + percent_encode(subject.code));
    case SubjectKind::project: return visit.link("/projects");
    case SubjectKind::risk: return visit.link("/risks");
    case SubjectKind::form: return visit.link("/self-evaluation");
    case SubjectKind::action: {
        const auto& actions = visit.snapshot.content().actions;
        const auto found = std::ranges::find(actions, ActionCode{subject.code}, &Action::code);
        if (found == actions.end() || found->subject.kind == SubjectKind::action) return {};
        return page_of(visit, found->subject);
    }
    case SubjectKind::meeting: return visit.link("/meetings/" + percent_encode(subject.code));
    case SubjectKind::item: {
        const Item* item = find_row(visit.snapshot.content().items, ItemCode(subject.code));
        return item == nullptr ? "" : page_of(visit, {SubjectKind::meeting, item->meeting.text()});
    }
    case SubjectKind::decision: {
        const Decision* decision = find_row(visit.snapshot.content().decisions, DecisionCode(subject.code));
        return decision == nullptr ? "" : page_of(visit, {SubjectKind::item, decision->item.text()});
    }
    default: return {};
    }
}

} // namespace

Fields finding_row(const Visit& visit, const Finding& finding) {
    Fields row;
    row.object("severity", severity_tag(finding.severity)).text("code", finding.code).text("message", finding.message);
    const std::string page = page_of(visit, finding.subject);
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
    if (words.size() < 2) return words.empty() ? "nothing" : words.front();
    const std::string last = words.back();
    words.pop_back();
    return join(words, ", ") + " and " + last;
}

} // namespace qd::web
