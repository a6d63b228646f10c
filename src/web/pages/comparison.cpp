#include "web/layout.hpp"
#include "web/pages/pages.hpp"
#include "web/view/issue_choice.hpp"
#include "web/view/tags.hpp"

#include "base/text.hpp"
#include "exchange/json/issues.hpp"
#include "views/issue_comparison.hpp"

#include <algorithm>

// What a later issue says differently from an earlier one.
namespace qd::web::pages {
namespace {

IssueComparison compare(const Visit& visit) {
    const Issue before = find_issue(visit, std::string(visit.parameter("from"))),
                after = find_issue(visit, std::string(visit.parameter("to")));
    Issued issued = visit.library->issued();
    return compare_issues(issued, before, after);
}

std::string issue_words(const Issue& issue, const Calendar& calendar) {
    return titled(issue, calendar) + ", as at " + print_long(issue.as_at.date()) + ", issued on " +
           print_long(issue.issued_at.date());
}

std::vector<Fields> restated_rows(const Visit& visit, const IssueComparison& found) {
    const Content& content = visit.snapshot.content();
    std::vector<Fields> rows;
    for (const Restatement& one : found.restated) {
        const Measure* measure = find_row(content.measures, one.measure);
        std::string known = one.when ? "known on " + print_long(one.when->date()) : std::string();
        if (!one.by.empty()) known += (known.empty() ? "by " : ", by ") + one.by;
        rows.push_back(Fields{}
                           .text("title", measure == nullptr ? one.measure.text() : measure->title)
                           .text("href", measure == nullptr
                                             ? std::string()
                                             : visit.link("/measures/" + percent_encode(one.measure.text())))
                           .text("period", content.settings.calendar.label(one.period))
                           .text("what", capitalised(std::string(print(one.what))))
                           .text("was", one.before)
                           .text("is", one.after)
                           .text("known", known)
                           .text("why", one.why));
    }
    return rows;
}

std::vector<Fields> only_rows(const std::vector<OnlyInOne>& all) {
    std::vector<Fields> rows;
    for (const OnlyInOne& row : all) rows.push_back(Fields{}.text("words", row.what));
    return rows;
}

} // namespace

Response comparison(const Visit& visit) {
    const IssueComparison found = compare(visit);
    const Calendar& calendar = visit.snapshot.content().settings.calendar;
    const auto page_of = [&](const Issue& issue) { return visit.link("/issues/" + std::to_string(issue.number)); };
    const std::string before = std::to_string(found.before.number), after = std::to_string(found.after.number);
    Fields fields;
    fields.text("before", before).text("before_href", page_of(found.before));
    fields.text("before_words", issue_words(found.before, calendar));
    fields.text("after", after).text("after_href", page_of(found.after));
    fields.text("after_words", issue_words(found.after, calendar));
    fields.flag("any_restated", !found.restated.empty()).list("restated", restated_rows(visit, found));
    fields.flag("any_added", !found.added.empty()).list("added", only_rows(found.added));
    fields.flag("any_gone", !found.gone.empty()).list("gone", only_rows(found.gone));
    std::vector<Fields> texts;
    for (const std::string& text : found.texts) texts.push_back(Fields{}.text("words", text));
    fields.flag("any_texts", !texts.empty()).list("texts", std::move(texts));
    fields.text("sum", plural(found.restated.size(), "entry", "entries") + " restated, " +
                           std::to_string(found.added.size()) + " added, " + std::to_string(found.gone.size()) +
                           " gone");
    add_comparison_form(fields, visit, all_issues(visit), before, after);
    fields.text("list", visit.link("/issues"))
        .text("json", visit.link("/issues/compare.json", {{"from", before}, {"to", after}}));
    return render_page(visit, {"Issue " + before + " and issue " + after, "comparison", std::move(fields),
                               Section::reports, Framing::hidden});
}

Response comparison_json(const Visit& visit) {
    return text_response(200, "application/json",
                         qd::comparison_json(compare(visit), visit.snapshot.content().settings.calendar));
}

} // namespace qd::web::pages
