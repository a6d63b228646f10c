#pragma once

#include "domain/content.hpp"
#include "domain/working_days.hpp"

#include <optional>
#include <string>
#include <vector>

// What follows from the meetings of a content as at a day. Pointers lead into the content, which has to outlive them.
namespace qd {

// The meetings of a body, or of all where it is empty, by date.
std::vector<const Meeting*> meetings_of(const Content& content, const UnitCode& body);
const Meeting* meeting_before(const Content& content, const Meeting& meeting); // of the same body; null = none is kept
const Meeting* meeting_after(const Content& content, const Meeting& meeting);
// The newest that has begun by then, of any body; null = none.
const Meeting* newest_meeting(const Content& content, Date today);

std::vector<const Item*> items_of(const Content& content, const MeetingCode& meeting); // in agenda order
std::vector<const Decision*> decisions_of(const Content& content, const ItemCode& item);
const Minutes* minutes_of(const Content& content, const MeetingCode& meeting); // null = none are kept
// The item at which the minutes of a meeting were to be confirmed; null = none.
const Item* confirmation_of(const Content& content, const MeetingCode& meeting);
std::string name_of(const Content& content, const Meeting& meeting); // "Performance committee, 3 July 2012"
std::string place_of(const Content& content, const Item& item);      // the same with ", item 4"

// The last day on which a period is reported: that of the period after it. A span of whole months is followed by as many months,
// another one by as many days.
Date end_of_reporting(const Calendar& calendar, Period period);
// The period of that grain whose figures come before a meeting: the one before the period it is in, by the calendar, so that each
// meeting belongs to one. A meeting with papers for such periods on its agenda belongs to the newest of these instead. None for a
// span.
std::optional<Period> reported_at(const Content& content, const Meeting& meeting, Grain grain);
// The same asked of any period, a span too.
bool is_reported_at(const Content& content, Period period, const Meeting& meeting);

// When a meeting's agenda had to be out, and whether it was.
struct Publication {
    Date latest;
    std::optional<Date> published; // of the agenda, or of the item itself
    std::optional<int> clear_days; // that were left
    bool late = false;
};
Publication publication_of(const WorkingDays& days, const Meeting& meeting);
Publication publication_of(const WorkingDays& days, const Meeting& meeting, const Item& item);

// Standing: to be reported on at every meeting. Deferred: put off, and the day it was put off to is not past.
enum class AnswerState { open, overdue, answered, answered_late, standing, deferred };
std::string_view print(AnswerState state);
std::string label(AnswerState state);

// Something a body asked for, or was promised, and what became of it by a day.
struct Request {
    const Decision* decision = nullptr;
    const Item* item = nullptr;
    const Meeting* meeting = nullptr;
    std::optional<Date> due;  // the last day it was asked for by, or put off to; none = said in no day
    bool due_by_rule = false; // nobody gave a day: it follows from the council's rule for such requests
    std::vector<const RequestProgress*> progress; // noted by then, oldest first
    bool deferred = false;                        // put off at least once
    const Item* answer_item = nullptr;            // at which the answer came
    const Meeting* answer_meeting = nullptr;
    std::optional<Date> answered;
    AnswerState state = AnswerState::open;
};
// Of all bodies, or of one: overdue first, then open by due day, then answered.
std::vector<Request> requests_of(const Content& content, const UnitCode& body, Date today);
// The request as an action: its subject is the decision, its lead the owner.
Action action_of(const Request& request);
// What a decision is about, by title where it is known: "Gullies cleared (GULL)"; "" for nothing.
std::string about_words(const Content& content, const Decision& decision);
// "17 January 2013, item 5: the data is being cleaned; put off until 16 April 2013"; "" without a note.
std::string progress_words(const Content& content, const Request& request);
std::string due_words(const Request& request); // "September or October 2012 (by 31 October 2012)"

// What a body asked for at earlier meetings that was open at this one, or was answered at it. As at the day of the
// meeting, so that it can be written into its agenda.
std::vector<Request> matters_arising(const Content& content, const Meeting& meeting);

// Something that is to come before a body.
struct Planned {
    enum class Why { agenda, key_decision, request, recovery_plan, referral } why = Why::agenda;
    Subject subject; // item, decision or recovery plan
    std::string title;
    std::string owner;          // a post; empty = not given
    std::optional<Date> notice; // of a key decision: the last day to give it
};
std::string_view print(Planned::Why why); // "key_decision"
std::string label(Planned::Why why);

// A coming meeting and what is due at it.
struct PlannedMeeting {
    const Meeting* meeting = nullptr; // null = only announced at the meeting before
    UnitCode body;
    Date date;
    Date latest_publication;
    std::vector<Planned> items;
};
struct ForwardPlan {
    std::vector<PlannedMeeting> meetings;
    std::vector<Planned> without_date; // asked for, and for no meeting that is known
    std::vector<Planned> never_closed; // recovery plans of measures that have ended: not due, but nobody closed them
};
ForwardPlan forward_plan(const Content& content, const UnitCode& body, Date today);

} // namespace qd
