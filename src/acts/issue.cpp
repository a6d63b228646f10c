#include "acts/issue.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "reports/layouts.hpp"

#include <algorithm>
#include <set>

namespace qd::inline acts {
namespace {

std::string place_of(const Finding& finding) { return finding.place.empty() ? print(finding.subject) : finding.place; }

// Errors found by the check, except those that somebody explains; these are noted in `issue`.
Findings unexplained(const Findings& findings, const std::vector<LetPass>& let_pass, Issue& issue) {
    std::vector<bool> used(let_pass.size(), false);
    Findings standing;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::error) continue;
        const auto why = std::ranges::find_if(let_pass, [&](const LetPass& one) {
            return one.code == finding.code.text() && one.place == place_of(finding) && !trim(one.reason).empty();
        });
        if (why == let_pass.end()) {
            standing.push_back(finding);
            continue;
        }
        used[static_cast<std::size_t>(why - let_pass.begin())] = true;
        issue.explanations.push_back(
            {std::string(finding.code.text()), finding.subject, finding.place, finding.message, why->reason});
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i])
            throw Error(Fault::request, "There is no error " + let_pass[i].code + " at “" + let_pass[i].place +
                                            "” to be explained, or no reason is given. See: quarterday check");
    return standing;
}

std::string audience_word(Reader reader) { return reader == Reader::everyone ? "everyone" : "council"; }

Issue begin(const Snapshot& snapshot, const IssueRequest& request, const ComposedReport& report, Instant now) {
    Issue issue;
    issue.report = request.report;
    issue.title = report.document.title;
    issue.period = request.view.period;
    issue.area = request.view.area;
    issue.audience = audience_word(snapshot.reader());
    issue.as_at = request.view.as_at;
    issue.issued_at = now;
    issue.issued_by = request.issued_by;
    issue.generation = snapshot.generation();
    issue.program_version = std::string(program_version());
    issue.texts = report.texts;
    return issue;
}

void note_reference(const Looks& looks, const std::string& origin, const Settings& settings, Issue& issue) {
    if (looks.reference.empty()) return;
    const std::string name = origin == "council" ? settings.reference_document : "--reference";
    issue.texts.push_back({IssueText::Kind::reference, name, origin, sha256(looks.reference)});
    issue.reference = looks.reference;
}

} // namespace

IssueOutcome issue_report(Desk& desk, const Actor& actor, const Snapshot& snapshot, const IssueRequest& request) {
    ask_permission(actor, "issue");
    ComposedReport report = compose_report(snapshot, request.report, request.view, request.parameters);
    IssueOutcome outcome;
    outcome.issue = begin(snapshot, request, report, desk.now());
    outcome.standing = std::move(report.findings);
    const Findings of_text = findings_of_texts(snapshot, request.view, report.own_texts);
    std::ranges::copy_if(of_text, std::back_inserter(outcome.told),
                         [](const Finding& finding) { return finding.severity != Severity::error; });
    Findings all = *snapshot.known_by(request.view.as_at)->findings(request.view);
    all.insert(all.end(), of_text.begin(), of_text.end());
    std::ranges::move(unexplained(all, request.let_pass, outcome.issue), std::back_inserter(outcome.standing));
    if (!outcome.standing.empty()) return outcome;
    const Looks looks = request.looks ? *request.looks : house_looks(snapshot.content());
    if (std::ranges::find(request.formats, DocumentFormat::docx) != request.formats.end())
        note_reference(looks, request.looks ? "given" : "council", snapshot.content().settings, outcome.issue);
    for (const DocumentFormat format : request.formats) {
        outcome.files.push_back(report_file(snapshot, report.document, request.report, request.view, format, looks));
        outcome.issue.files.push_back(
            {.format = std::string(print(format)), .sha256 = "", .size = 0, .bytes = outcome.files.back().bytes});
    }
    Act act = act_of(actor, "issue", snapshot.generation());
    if (!request.issued_by.empty()) act.actor.post = request.issued_by;
    outcome.number = store_of(desk).add_issue(outcome.issue, act);
    return outcome;
}

} // namespace qd::inline acts
