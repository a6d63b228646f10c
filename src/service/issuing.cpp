#include "service/issuing.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "exchange/folder.hpp"
#include "service/layouts.hpp"

#include <algorithm>
#include <set>

namespace qd::inline service {
namespace {

std::string place_of(const Finding& finding) { return finding.place.empty() ? print(finding.subject) : finding.place; }

// Errors of the check that stand, less those that somebody explains; these are noted in `issue`.
Findings unexplained(const Findings& findings, const std::vector<LetPass>& let_pass, Issue& issue) {
    std::vector<bool> used(let_pass.size(), false);
    Findings standing;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::error) continue;
        const auto why = std::ranges::find_if(let_pass, [&](const LetPass& one) {
            return one.code == finding.code && one.place == place_of(finding) && !trim(one.reason).empty();
        });
        if (why == let_pass.end()) {
            standing.push_back(finding);
            continue;
        }
        used[static_cast<std::size_t>(why - let_pass.begin())] = true;
        issue.explanations.push_back({finding.code, finding.subject, finding.place, finding.message, why->reason});
    }
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i])
            throw Error(Fault::request, "There is no error " + let_pass[i].code + " at “" + let_pass[i].place +
                                            "” to be explained, or no reason is given. See: quarterday check");
    return standing;
}

std::string audience_word(Audience audience) { return audience == Audience::everyone ? "everyone" : "council"; }

Issue begin(const Snapshot& snapshot, const IssueRequest& request, const ComposedReport& report, Instant now) {
    Issue issue;
    issue.report = request.report;
    issue.title = report.document.title;
    issue.period = request.view.period;
    issue.area = request.view.area;
    issue.audience = audience_word(request.view.audience);
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

IssueOutcome issue_report(Store& store, const Snapshot& snapshot, const IssueRequest& request, Instant now) {
    ComposedReport report = compose_report(snapshot, request.report, request.view, request.parameters);
    IssueOutcome outcome;
    outcome.issue = begin(snapshot, request, report, now);
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
    outcome.number = store.add_issue(outcome.issue);
    return outcome;
}

Issue find_issue(Store& store, std::int64_t number) {
    const std::vector<Issue> issues = store.issues();
    if (number >= 1 && number <= static_cast<std::int64_t>(issues.size()))
        return issues[static_cast<std::size_t>(number - 1)];
    throw Error(Fault::absent, "There is no issue " + std::to_string(number) + "; " +
                                   (issues.empty() ? "nothing was issued yet."
                                                   : "there are 1 to " + std::to_string(issues.size()) + "."));
}

View view_of(const Issue& issue) {
    return {issue.period, issue.area, issue.as_at,
            issue.audience == "everyone" ? Audience::everyone : Audience::council};
}

std::shared_ptr<const Snapshot> snapshot_of(Store& store, const Issue& issue) {
    Content content = store.read_at(issue.generation);
    std::string text = store.settings_text_at(issue.generation);
    if (!text.empty()) {
        auto settings = parse_settings(text, "council.toml");
        if (!settings)
            throw Error(Fault::request, "The council.toml of then cannot be read: " + print(settings.error().front()));
        content.settings = *std::move(settings);
    }
    content.report_definitions.clear(); // as the issue keeps them, the supplied ones of then too
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::definition) content.report_definitions.push_back({part.name, part.text});
    return std::make_shared<const Snapshot>(std::move(content), std::move(text), issue.generation, store.about());
}

std::vector<Remade> make_again(Store& store, const Issue& issue) {
    const auto snapshot = snapshot_of(store, issue);
    ReportParameters parameters;
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::parameter) parameters[part.name] = part.text;
    Looks looks; // none noted: ours, whatever the council took since
    for (const IssueText& part : issue.texts)
        if (part.kind == IssueText::Kind::reference) looks.reference = store.issue_reference(part.text);
    const View view = view_of(issue);
    const ComposedReport report = compose_report(*snapshot, issue.report, view, parameters);
    std::vector<Remade> all;
    for (const IssueFile& listed : issue.files) {
        const IssueFile kept = store.issue_file(issue.number, listed.format);
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

} // namespace qd::inline service
