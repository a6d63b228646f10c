#include "web/layout.hpp"
#include "web/markdown.hpp"
#include "web/pages/pages.hpp"
#include "web/report_parts.hpp"
#include "web/view/finding_row.hpp"
#include "web/view/meeting_rows.hpp"
#include "web/view/tags.hpp"
#include "web/view/wording.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "documents/sections/meeting_sections.hpp"
#include "documents/words_of.hpp"

#include <algorithm>

namespace qd::web::pages {
namespace {

std::string page_of(const Visit& visit, const Meeting& meeting, std::string_view below = {}) {
    return visit.link("/meetings/" + percent_encode(meeting.code.text()) + std::string(below));
}

Fields meeting_row(const Visit& visit, const Meeting& meeting, const WorkingDays& days) {
    const Content& content = visit.snapshot.content();
    const Publication publication = publication_of(days, meeting);
    const auto items = items_of(content, meeting.code).size();
    Fields row;
    row.text("href", page_of(visit, meeting))
        .text("day", with_weekday(meeting.date))
        .text("body", unit_name(content, meeting.body));
    row.text("state", label(meeting.state)).text("latest", print_long(publication.latest));
    row.text("published", publication.published ? print_long(*publication.published) : std::string{})
        .flag("late", publication.late);
    row.text("items", items == 0 ? std::string{} : plural(items, "item", "items"));
    return row;
}

std::vector<Fields> coming(const Visit& visit, const ForwardPlan& plan) {
    const Content& content = visit.snapshot.content();
    std::vector<Fields> rows;
    for (const PlannedMeeting& planned : plan.meetings) {
        Fields row;
        row.text("day", with_weekday(planned.date)).text("body", unit_name(content, planned.body));
        row.text("latest", with_weekday(planned.latest_publication));
        row.text("href", planned.meeting == nullptr ? std::string{} : page_of(visit, *planned.meeting));
        row.flag("items_block", !planned.items.empty()).list("items", planned_rows(visit, planned.items));
        rows.push_back(std::move(row));
    }
    return rows;
}

// What is next to do: whose papers have to be out, and what nobody has answered in time. "" where nothing is.
std::string next_words(const Content& content, const ForwardPlan& plan, Date today) {
    std::vector<std::string> parts;
    for (const PlannedMeeting& planned : plan.meetings) {
        if (planned.meeting != nullptr &&
            (planned.meeting->published_on || planned.meeting->state != MeetingState::planned))
            continue;
        const std::string whose = unit_name(content, planned.body) + " on " + print_long(planned.date);
        if (planned.latest_publication < today)
            parts.push_back("The papers for the " + whose + " had to be out by " +
                            print_long(planned.latest_publication) + ", but are not recorded as published.");
        else
            parts.push_back("Next: papers for the " + whose + ", out by " + print_long(planned.latest_publication) +
                            ".");
        break;
    }
    const auto requests = requests_of(content, {}, today);
    const auto late = static_cast<std::size_t>(std::ranges::count(requests, AnswerState::overdue, &qd::Request::state));
    if (late > 0) parts.push_back(plural(late, "answer is", "answers are") + " overdue.");
    return join(parts, " ");
}

Fields item_row(const Visit& visit, const Item& item) {
    const Content& content = visit.snapshot.content();
    std::vector<Fields> decisions;
    for (const Decision* decision : decisions_of(content, item.code))
        decisions.push_back(
            Fields{}
                .text("mark", decision->mark)
                .text("text", decision->text)
                .text("kind", capitalised(label(decision->kind)) +
                                  (decision->to_body.empty() ? std::string()
                                                             : " to the " + unit_name(content, decision->to_body)))
                .text("due", decision->due_words));
    const Paper* paper = find_row(content.papers, item.paper);
    Fields row;
    row.text("number", item.number).text("title", item.title).text("exempt", exempt_words(item));
    row.text("pages", capitalised(pages_words(item)));
    row.text("presented", item.presented_by).text("urgent", item.urgent_reason);
    row.text("report", paper == nullptr || item.paper.empty() ? std::string{} : report_page(visit, *paper));
    row.list("decisions", std::move(decisions));
    return row;
}

// Where and when it is, and who was there, as papers and the terminal have it.
std::vector<Fields> facts(const Visit& visit, const Meeting& meeting) {
    std::vector<Fields> rows;
    const auto address = [&](const Meeting& other) { return page_of(visit, other); };
    for (const Definitions::Entry& fact : meeting_facts(visit.snapshot.content(), meeting, address).entries) {
        const Link* link = std::get_if<Link>(&fact.description.front());
        rows.push_back(Fields{}
                           .text("term", fact.term)
                           .text("words", words_of(fact.description))
                           .text("href", link == nullptr ? std::string{} : link->href));
    }
    return rows;
}

} // namespace

Response meetings(const Visit& visit) {
    const Content& content = visit.snapshot.content();
    const WorkingDays days(content.bank_holidays);
    const ForwardPlan plan = forward_plan(content, {}, visit.view().as_at.date());
    std::vector<Fields> rows;
    const auto all = meetings_of(content, {});
    for (auto meeting = all.rbegin(); meeting != all.rend(); ++meeting)
        rows.push_back(meeting_row(visit, **meeting, days));
    Fields fields;
    fields.text("next", next_words(content, plan, visit.view().as_at.date()));
    fields.flag("any", !rows.empty()).text("count", plural(rows.size(), "meeting", "meetings"));
    fields.text("today", print_long(visit.view().as_at.date())).text("actions", visit.link("/actions"));
    fields.flag("any_coming", !plan.meetings.empty()).list("coming", coming(visit, plan));
    fields.flag("any_loose", !plan.without_date.empty()).list("loose", planned_rows(visit, plan.without_date));
    fields.flag("any_never_closed", !plan.never_closed.empty())
        .list("never_closed", planned_rows(visit, plan.never_closed));
    fields.list("rows", std::move(rows)).text("json", visit.link("/meetings.json"));
    fields.text("requests_json", visit.link("/requests.json")).text("forward_json", visit.link("/forward-plan.json"));
    return render_page(visit, {"Meetings", "meetings", std::move(fields), Section::meetings});
}

Response meeting(const Visit& visit) {
    const Meeting& meeting = find_meeting(visit);
    const Content& content = visit.snapshot.content();
    std::vector<Fields> items, findings;
    for (const Item* item : items_of(content, meeting.code)) items.push_back(item_row(visit, *item));
    for (const Finding& finding : *visit.snapshot.findings(visit.view()))
        if (finding.subject == Subject{SubjectKind::meeting, meeting.code.text()} ||
            (finding.subject.kind == SubjectKind::item && finding.subject.code.starts_with(meeting.code.text() + "-")))
            findings.push_back(finding_row(visit, finding));
    const auto arising = matters_arising(content, meeting);
    std::vector<qd::Request> asked = requests_of(content, meeting.body, visit.view().as_at.date());
    std::erase_if(asked, [&](const qd::Request& request) { return request.meeting != &meeting; });
    const Minutes* minutes = minutes_of(content, meeting.code);
    Fields fields;
    fields.text("body", unit_name(content, meeting.body))
        .text("code", meeting.code.text())
        .text("list", visit.link("/meetings"));
    fields.text("day", with_weekday(meeting.date)).list("facts", facts(visit, meeting));
    fields.text("json", page_of(visit, meeting, "/meeting.json"));
    fields.flag("any_items", !items.empty()).list("items", std::move(items));
    fields.flag("any_arising", !arising.empty())
        .object("arising_block", Fields{}.list("rows", request_rows(visit, arising)));
    fields.flag("any_asked", !asked.empty()).object("asked_block", Fields{}.list("rows", request_rows(visit, asked)));
    fields.text("minutes_html", minutes == nullptr ? std::string{} : markdown_to_html(minutes->text, 3));
    fields.flag("finding_block", !findings.empty()).list("findings", std::move(findings));
    return render_page(visit, {unit_name(content, meeting.body) + ", " + print_long(meeting.date), "meeting",
                               std::move(fields), Section::meetings});
}

} // namespace qd::web::pages
