#include "domain/committee.hpp"
#include "domain/words.hpp"

#include <algorithm>
#include <tuple>

namespace qd {
namespace {

constexpr Word<AnswerState> answer_states[] = {
    {AnswerState::open, "open"},
    {AnswerState::overdue, "overdue"},
    {AnswerState::answered, "answered"},
    {AnswerState::answered_late, "answered_late"},
};

bool asks(const Decision& decision) {
    return decision.kind == DecisionKind::requested || decision.kind == DecisionKind::promised;
}

std::optional<Date> due_of(const Content& content, const Decision& decision) {
    if (const Meeting* meeting = find_row(content.meetings, decision.due_meeting)) return meeting->date;
    return decision.due_by;
}

void find_answer(const Content& content, Date today, Request& request) {
    const Item* item = find_row(content.items, request.decision->answered_by);
    const Meeting* meeting = item == nullptr ? nullptr : find_row(content.meetings, item->meeting);
    std::optional<Date> answered = request.decision->answered_on;
    if (!answered && meeting != nullptr) answered = meeting->date;
    if (!answered || *answered > today) return;
    request.answer_item = item;
    request.answer_meeting = meeting;
    request.answered = answered;
}

AnswerState state_of(const Request& request, Date today) {
    if (request.answered)
        return request.due && *request.due < *request.answered ? AnswerState::answered_late : AnswerState::answered;
    return request.due && *request.due < today ? AnswerState::overdue : AnswerState::open;
}

int urgency(const Request& request) {
    return request.state == AnswerState::overdue ? 0 : request.state == AnswerState::open ? 1 : 2;
}

std::vector<Request> all_requests(const Content& content, const UnitCode& body, Date today) {
    std::vector<Request> found;
    for (const Decision& decision : content.decisions) {
        if (!asks(decision)) continue;
        Request request;
        request.decision = &decision;
        request.item = find_row(content.items, decision.item);
        if (request.item == nullptr) continue; // of a store written otherwise: the checker names it
        request.meeting = find_row(content.meetings, request.item->meeting);
        if (request.meeting == nullptr || request.meeting->date > today) continue;
        if (!body.empty() && request.meeting->body != body) continue;
        request.due = due_of(content, decision);
        find_answer(content, today, request);
        request.state = state_of(request, today);
        found.push_back(request);
    }
    return found;
}

} // namespace

std::string_view print(AnswerState state) { return word_of(answer_states, state); }
std::string label(AnswerState state) { return spoken(print(state)); }

std::vector<Request> requests_of(const Content& content, const UnitCode& body, Date today) {
    std::vector<Request> found = all_requests(content, body, today);
    std::ranges::stable_sort(found, {}, [](const Request& request) {
        const Date last = *Date::from_ymd(9999, 12, 31);
        return std::tuple(urgency(request), request.due.value_or(last), request.meeting->date, request.item->position,
                          request.decision->position);
    });
    return found;
}

Action action_of(const Request& request) {
    const Decision& decision = *request.decision;
    Action action;
    action.code = ActionCode(decision.code.text());
    action.subject = {SubjectKind::decision, decision.code.text()};
    action.title = decision.text;
    action.lead = decision.owner;
    if (request.due || !decision.due_words.empty())
        action.due.push_back({decision.due_from, request.due, decision.due_words});
    action.outcome = decision.answer;
    if (request.answered) {
        action.state = ActionState::complete;
        action.completed_on = request.answered;
    }
    action.position = decision.position;
    return action;
}

std::string due_words(const Request& request) {
    const std::string& said = request.decision->due_words;
    if (!request.due) return said;
    return said.empty() ? print_long(*request.due) : said + " (by " + print_long(*request.due) + ")";
}

// As the agenda goes out: what is answered at this very meeting is answered by an item on it.
std::vector<Request> matters_arising(const Content& content, const Meeting& meeting) {
    std::vector<Request> found = all_requests(content, meeting.body, meeting.date);
    const Meeting* before = meeting_before(content, meeting);
    std::erase_if(found, [&](const Request& request) {
        if (request.meeting->date >= meeting.date) return true;
        if (!request.answered) return false;
        return before != nullptr && *request.answered <= before->date;
    });
    std::ranges::stable_sort(found, {}, [](const Request& request) {
        return std::tuple(request.meeting->date, request.item->position, request.decision->position);
    });
    return found;
}

} // namespace qd
