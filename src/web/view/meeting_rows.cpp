#include "web/view/meeting_rows.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "web/view/subjects.hpp"
#include "web/view/tags.hpp"

namespace qd::web {
namespace {

std::string page_of(const Visit& visit, const Planned& planned) {
    if (planned.subject.kind == SubjectKind::recovery_plan)
        return visit.link("/recovery-plans/" + percent_encode(planned.subject.code));
    const Content& content = visit.snapshot.content();
    const Item* item = nullptr;
    if (planned.subject.kind == SubjectKind::item) item = find_row(content.items, ItemCode(planned.subject.code));
    if (planned.subject.kind == SubjectKind::decision)
        if (const Decision* decision = find_row(content.decisions, DecisionCode(planned.subject.code)))
            item = find_row(content.items, decision->item);
    return item == nullptr ? std::string{} : visit.link("/meetings/" + percent_encode(item->meeting.text()));
}

} // namespace

const Meeting& find_meeting(const Visit& visit) {
    const auto& meetings = visit.snapshot.content().meetings;
    const std::string& code = visit.capture("code");
    if (const Meeting* meeting = find_row(meetings, MeetingCode(code))) return *meeting;
    throw absent("meeting", code, codes_of(meetings));
}

Fields request_row(const Visit& visit, const qd::Request& request) {
    Fields row;
    const Decision& decision = *request.decision;
    row.text("text", decision.text).text("owner", decision.owner).text("kind", capitalised(label(decision.kind)));
    row.text("asked", print_long(request.meeting->date) + ", item " + request.item->number)
        .text("asked_href", visit.link("/meetings/" + percent_encode(request.meeting->code.text())));
    row.text("due", due_words(request)).flag("late", request.state == AnswerState::overdue);
    row.text("state", capitalised(label(request.state)));
    std::vector<Fields> about;
    for (const Subject& subject : decision.about)
        about.push_back(
            Fields{}.text("words", subject_words(visit, subject)).text("href", subject_page(visit, subject)));
    row.list("about", std::move(about)).text("progress", progress_words(visit.snapshot.content(), request));
    std::string answered = request.answered ? print_long(*request.answered) : std::string{};
    if (request.answered && request.answer_item != nullptr) answered += ", item " + request.answer_item->number;
    row.text("answered", answered).text("answer", request.answered ? decision.answer : std::string{});
    row.text("answered_href", request.answered && request.answer_meeting != nullptr
                                  ? visit.link("/meetings/" + percent_encode(request.answer_meeting->code.text()))
                                  : std::string{});
    return row;
}

std::vector<Fields> request_rows(const Visit& visit, const std::vector<qd::Request>& requests) {
    std::vector<Fields> rows;
    for (const qd::Request& request : requests) rows.push_back(request_row(visit, request));
    return rows;
}

std::vector<Fields> planned_rows(const Visit& visit, const std::vector<Planned>& items) {
    std::vector<Fields> rows;
    for (const Planned& planned : items) {
        std::string why = label(planned.why);
        if (planned.notice) why += "; notice by " + print_long(*planned.notice);
        rows.push_back(Fields{}
                           .text("title", planned.title)
                           .text("why", why)
                           .text("owner", planned.owner)
                           .text("href", page_of(visit, planned)));
    }
    return rows;
}

} // namespace qd::web
