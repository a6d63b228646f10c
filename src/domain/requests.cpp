#include "domain/requests_about.hpp"
#include "domain/words.hpp"

#include <algorithm>
#include <tuple>

namespace qd {
namespace {

constexpr Word<AnswerState> answer_states[] = {
    {AnswerState::open, "open"},         {AnswerState::overdue, "overdue"},
    {AnswerState::answered, "answered"}, {AnswerState::answered_late, "answered_late"},
    {AnswerState::standing, "standing"}, {AnswerState::deferred, "deferred"},
};

bool asks(const Decision& decision) {
    return decision.kind == DecisionKind::requested || decision.kind == DecisionKind::promised;
}

// The day of a meeting; of one that was cancelled that of the next of its body. None = it is not known.
std::optional<Date> day_of(const Content& content, const MeetingCode& code) {
    const Meeting* meeting = find_row(content.meetings, code);
    if (meeting && meeting->state == MeetingState::cancelled) meeting = meeting_after(content, *meeting);
    return meeting ? std::optional(meeting->date) : std::nullopt;
}

// Of the meeting that is so many after another one of its body.
std::optional<Date> day_of_meeting_after(const Content& content, const Meeting& meeting, int meetings) {
    const Meeting* found = &meeting;
    for (int i = 0; i < meetings && found; ++i) found = meeting_after(content, *found);
    return found ? std::optional(found->date) : std::nullopt;
}

void find_progress(const Content& content, Date today, Request& request) {
    for (const RequestProgress& note : content.request_progress)
        if (note.decision == request.decision->code && note.noted_on <= today) request.progress.push_back(&note);
    std::ranges::stable_sort(request.progress, {}, &RequestProgress::noted_on);
}

void find_due(const Content& content, Request& request) {
    const Decision& decision = *request.decision;
    request.due = decision.due_meeting.empty() ? decision.due_by : day_of(content, decision.due_meeting);
    const bool is_dated = !decision.due_meeting.empty() || decision.due_by.has_value();
    for (const RequestProgress* note : request.progress) {
        if (!note->defers()) continue;
        request.deferred = true;
        request.due = note->deferred_to.empty() ? note->deferred_until : day_of(content, note->deferred_to);
    }
    const RequestRule& rule = content.settings.requests;
    if (is_dated || request.deferred || decision.standing || rule.undated != RequestRule::Undated::counted) return;
    request.due = day_of_meeting_after(content, *request.meeting, rule.meetings);
    request.due_by_rule = request.due.has_value();
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
    if (request.decision->standing) return AnswerState::standing;
    if (request.due && *request.due < today) return AnswerState::overdue;
    return request.deferred ? AnswerState::deferred : AnswerState::open;
}

int urgency(const Request& request) { return request.state == AnswerState::overdue ? 0 : request.answered ? 2 : 1; }

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
        find_progress(content, today, request);
        find_due(content, request);
        find_answer(content, today, request);
        request.state = state_of(request, today);
        found.push_back(request);
    }
    return found;
}

} // namespace

std::string_view print(AnswerState state) { return word_of(answer_states, state); }
std::string label(AnswerState state) { return spoken(print(state)); }

std::string about_words(const Content& content, const Decision& decision) {
    std::vector<std::string> words;
    for (const Subject& about : decision.about) {
        std::string title;
        if (about.kind == SubjectKind::measure)
            for (const Measure& measure : content.measures)
                if (measure.code.text() == about.code) title = measure.title;
        if (about.kind == SubjectKind::risk)
            if (const Risk* risk = find_row(content.risks, RiskCode(about.code))) title = risk->title;
        words.push_back(title.empty() ? print(about) : title + " (" + about.code + ")");
    }
    return join(words, "; ");
}

std::string progress_words(const Content& content, const Request& request) {
    std::vector<std::string> notes;
    for (const RequestProgress* note : request.progress) {
        const Item* item = find_row(content.items, note->item);
        std::string words = print_long(note->noted_on) + (item ? ", item " + item->number : "");
        if (!note->text.empty()) words += ": " + note->text;
        if (note->defers()) {
            const auto until = note->deferred_to.empty() ? note->deferred_until : day_of(content, note->deferred_to);
            words += (note->text.empty() ? ": " : "; ") +
                     (until ? "put off until " + print_long(*until) : std::string("put off"));
        }
        notes.push_back(std::move(words));
    }
    return join(notes, ". ");
}

std::vector<Request> requests_of(const Content& content, const UnitCode& body, Date today) {
    std::vector<Request> found = all_requests(content, body, today);
    std::ranges::stable_sort(found, {}, [](const Request& request) {
        const Date last = *Date::from_ymd(9999, 12, 31);
        return std::tuple(urgency(request), request.due.value_or(last), request.meeting->date, request.item->position,
                          request.decision->position);
    });
    return found;
}

std::vector<Request> requests_about(const Content& content, const Subject& subject, Date today) {
    std::vector<Request> found = requests_of(content, {}, today);
    std::erase_if(found, [&](const Request& request) {
        return std::ranges::find(request.decision->about, subject) == request.decision->about.end();
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
    } else if (!request.progress.empty()) {
        action.state = ActionState::under_way;
    }
    action.position = decision.position;
    return action;
}

std::string due_words(const Request& request) {
    const std::string& said = request.decision->due_words;
    if (request.decision->standing) return said.empty() ? "every meeting" : said;
    if (request.deferred)
        return request.due ? "put off until " + print_long(*request.due) : std::string("put off, with no known date");
    if (!request.due) return said;
    if (request.due_by_rule)
        return (said.empty() ? "no day given" : said) + "; due at the meeting of " + print_long(*request.due);
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
