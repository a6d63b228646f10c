#include "exchange/json/issues.hpp"

#include <algorithm>

namespace qd::inline exchange {
namespace {

void write_head(JsonWriter& json, std::string_view key, const Issue& issue, const Calendar& calendar) {
    json.open_object(key)
        .count("number", static_cast<std::size_t>(issue.number))
        .text("report", issue.report)
        .text("period", calendar.text(issue.period))
        .text("as_at", print(issue.as_at))
        .text("issued_at", print(issue.issued_at))
        .close_object();
}

void write_only(JsonWriter& json, std::string_view key, const std::vector<OnlyInOne>& rows, const Calendar& calendar) {
    json.open_array(key);
    for (const OnlyInOne& row : rows)
        json.open_object()
            .text("code", row.measure.text())
            .text_or_null("period", row.period ? calendar.text(*row.period) : "")
            .number("value", row.value)
            .text("words", row.what)
            .close_object();
    json.close_array();
}

} // namespace

void write_issue(JsonWriter& json, const Issue& issue, const Calendar& calendar) {
    json.count("number", static_cast<std::size_t>(issue.number))
        .text("report", issue.report)
        .text("title", issue.title)
        .text("period", calendar.text(issue.period))
        .text("area", issue.area.text())
        .text("audience", issue.audience)
        .text("as_at", print(issue.as_at))
        .text("issued_at", print(issue.issued_at))
        .text_or_null("issued_by", issue.issued_by)
        .count("generation", static_cast<std::size_t>(issue.generation))
        .text("program_version", issue.program_version);
    json.open_array("definitions");
    for (const IssueText& text : issue.texts)
        if (text.kind == IssueText::Kind::definition)
            json.open_object().text("name", text.name).text("origin", text.origin).close_object();
    json.close_array();
    const auto reference = std::ranges::find(issue.texts, IssueText::Kind::reference, &IssueText::kind);
    if (reference == issue.texts.end())
        json.null("reference_document");
    else
        json.open_object("reference_document")
            .text("name", reference->name)
            .text("origin", reference->origin)
            .text("sha256", reference->text)
            .close_object();
    json.open_array("explanations");
    for (const Explanation& given : issue.explanations)
        json.open_object()
            .text("code", given.code)
            .text("subject", print(given.subject))
            .text_or_null("place", given.place)
            .text("message", given.message)
            .text("reason", given.reason)
            .close_object();
    json.close_array().open_array("files");
    for (const IssueFile& file : issue.files)
        json.open_object()
            .text("format", file.format)
            .text("sha256", file.sha256)
            .count("size", static_cast<std::size_t>(file.size))
            .close_object();
    json.close_array();
}

std::string issues_json(const std::vector<Issue>& issues, const Calendar& calendar) {
    JsonWriter json;
    json.open_object().open_array("issues");
    for (const Issue& issue : issues) {
        json.open_object();
        write_issue(json, issue, calendar);
        json.close_object();
    }
    return json.close_array().close_object().finish();
}

std::string comparison_json(const IssueComparison& found, const Calendar& calendar) {
    JsonWriter json;
    json.open_object();
    write_head(json, "before", found.before, calendar);
    write_head(json, "after", found.after, calendar);
    json.open_array("restated");
    for (const Restatement& one : found.restated)
        json.open_object()
            .text("code", one.measure.text())
            .text("period", calendar.text(one.period))
            .text("what", print(one.what))
            .number("was", one.was)
            .number("is", one.is)
            .text("was_words", one.before)
            .text("is_words", one.after)
            .text_or_null("known_at", one.when ? print(*one.when) : "")
            .text_or_null("by", one.by)
            .text_or_null("why", one.why)
            .close_object();
    json.close_array();
    write_only(json, "added", found.added, calendar);
    write_only(json, "gone", found.gone, calendar);
    json.open_array("definitions");
    for (const std::string& text : found.texts) json.text("", text);
    return json.close_array().close_object().finish();
}

} // namespace qd::inline exchange
