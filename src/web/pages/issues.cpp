#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/issue_choice.hpp"
#include "web/view/wording.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "documents/format.hpp"
#include "exchange/json/issues.hpp"

namespace qd::web::pages {
namespace {

std::string size_words(std::int64_t bytes) {
    return bytes < 10'000 ? std::to_string(bytes) + " bytes" : std::to_string((bytes + 512) / 1024) + " KB";
}

std::vector<Fields> file_rows(const Visit& visit, const Issue& issue) {
    std::vector<Fields> rows;
    for (const IssueFile& file : issue.files) {
        const auto format = parse_document_format(file.format);
        rows.push_back(Fields{}
                           .text("href", visit.link("/issues/" + std::to_string(issue.number) + "/" + file.format))
                           .text("format", format ? label(*format) : std::string_view(file.format))
                           .text("size", size_words(file.size))
                           .text("sha256", file.sha256));
    }
    return rows;
}

std::vector<Fields> explanation_rows(const Issue& issue) {
    std::vector<Fields> rows;
    for (const Explanation& given : issue.explanations)
        rows.push_back(Fields{}
                           .text("code", given.code)
                           .text("place", given.place)
                           .text("message", given.message)
                           .text("reason", given.reason));
    return rows;
}

std::string name_of(const IssueText& text) {
    switch (text.kind) {
    case IssueText::Kind::definition: return "reports/" + text.name + ".md";
    case IssueText::Kind::parameter: return "parameter " + text.name + " = " + text.text;
    case IssueText::Kind::reference: return "reference document " + text.name + ", SHA-256 " + text.text;
    }
    return {};
}

std::vector<Fields> text_rows(const Issue& issue) {
    std::vector<Fields> rows;
    for (const IssueText& text : issue.texts)
        rows.push_back(Fields{}
                           .text("name", name_of(text))
                           .text("origin", text.origin == "council"    ? "the council’s own"
                                           : text.origin == "supplied" ? "supplied with the program"
                                           : text.origin == "given"    ? "given when it was issued"
                                                                       : ""));
    return rows;
}

} // namespace

Response issues(const Visit& visit) {
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    std::vector<Fields> rows;
    const std::vector<Issue> issues = all_issues(visit);
    for (auto issue = issues.rbegin(); issue != issues.rend(); ++issue)
        rows.push_back(Fields{}
                           .text("number", std::to_string(issue->number))
                           .text("href", visit.link("/issues/" + std::to_string(issue->number)))
                           .text("title", issue->title)
                           .text("period", calendar.label(issue->period))
                           .text("as_at", print_long(issue->as_at.date()))
                           .text("issued", print_long(issue->issued_at.date())));
    Fields fields;
    fields.flag("any", !rows.empty()).list("issues", std::move(rows));
    add_comparison_form(fields, visit, issues, "", "");
    fields.text("json", visit.link("/issues.json")).text("reports", visit.link("/reports"));
    return render_page(visit, {"Issues", "issues", std::move(fields), Section::reports});
}

Response issue(const Visit& visit) {
    const Issue issue = find_issue(visit, visit.capture("number"));
    const Content& content = visit.snapshot.content();
    Fields fields;
    fields.text("number", std::to_string(issue.number))
        .text("title", issue.title)
        .text("list", visit.link("/issues"))
        .text("period", content.settings.calendar.label(issue.period))
        .text("as_at", print_long(issue.as_at.date()))
        .text("issued", print_long(issue.issued_at.date()))
        .text("by", issue.issued_by)
        .text("program", issue.program_version)
        .text("generation", std::to_string(issue.generation));
    fields.list("files", file_rows(visit, issue)).list("texts", text_rows(issue));
    std::vector<Fields> explained = explanation_rows(issue);
    fields.flag("any_explained", !explained.empty()).list("explained", std::move(explained));
    return render_page(visit, {"Issue " + std::to_string(issue.number), "issue", std::move(fields), Section::reports});
}

Response issue_file(const Visit& visit) {
    const Issue issue = find_issue(visit, visit.capture("number"));
    const std::string& word = visit.capture("format");
    const auto format = parse_document_format(word);
    if (!format) throw Error(Fault::absent, "There is no format “" + shorten(word, 20) + "” of an issue.");
    IssueFile file = visit.library->issued().file(issue.number, word);
    Response response = text_response(200, media_type(*format), std::move(file.bytes));
    response.set("Content-Disposition",
                 "attachment; filename=\"issue-" + std::to_string(issue.number) + "-" + issue.report + "-" +
                     visit.snapshot.content().settings.calendar.text(issue.period) + "." + word + "\"");
    return response;
}

Response issues_json(const Visit& visit) {
    return text_response(200, "application/json",
                         qd::issues_json(all_issues(visit), visit.snapshot.content().settings.calendar));
}

} // namespace qd::web::pages
