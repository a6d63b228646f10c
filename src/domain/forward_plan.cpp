#include "domain/committee.hpp"

#include <algorithm>

namespace qd {
namespace {

bool is_coming(const Meeting& meeting, Date today) {
    return meeting.date >= today && meeting.state != MeetingState::cancelled;
}

// The coming meetings, and those only announced at the one before.
std::vector<PlannedMeeting> coming(const Content& content, const UnitCode& body, Date today) {
    const WorkingDays days(content.bank_holidays);
    std::vector<PlannedMeeting> found;
    const auto is_there = [&](const UnitCode& of, Date date) {
        return std::ranges::any_of(content.meetings,
                                   [&](const Meeting& other) { return other.body == of && other.date == date; });
    };
    const auto add = [&](const Meeting* meeting, const UnitCode& of, Date date) {
        found.push_back({meeting, of, date, days.latest_publication(date, agenda_clear_days), {}});
    };
    for (const Meeting* meeting : meetings_of(content, body)) {
        if (is_coming(*meeting, today)) add(meeting, meeting->body, meeting->date);
        if (meeting->next_on && *meeting->next_on >= today && meeting->date <= today &&
            meeting->state != MeetingState::cancelled && !is_there(meeting->body, *meeting->next_on))
            add(nullptr, meeting->body, *meeting->next_on);
    }
    std::ranges::stable_sort(found, {}, &PlannedMeeting::date);
    return found;
}

void add_agenda(const Content& content, PlannedMeeting& planned) {
    if (planned.meeting == nullptr) return;
    for (const Item* item : items_of(content, planned.meeting->code)) {
        if (item->kind != ItemKind::report && !item->key_decision) continue;
        Planned entry{item->key_decision ? Planned::Why::key_decision : Planned::Why::agenda,
                      {SubjectKind::item, item->code.text()},
                      item->title,
                      item->report_of,
                      {}};
        if (item->key_decision || item->part == ItemPart::two) entry.notice = latest_notice(planned.date);
        planned.items.push_back(std::move(entry));
    }
}

// The meeting at which something asked for is due: the last by its day, or, where that is past, the next. Null = none that is
// known.
PlannedMeeting* meeting_for(std::vector<PlannedMeeting>& meetings, const Request& request) {
    PlannedMeeting* found = nullptr;
    for (PlannedMeeting& planned : meetings) {
        if (planned.body != request.meeting->body) continue;
        if (request.due && (found == nullptr || planned.date <= *request.due)) found = &planned;
    }
    return found;
}

void add_requests(const Content& content, const UnitCode& body, Date today, ForwardPlan& plan) {
    for (const Request& request : requests_of(content, body, today)) {
        if (request.answered) continue;
        const Planned entry{Planned::Why::request,
                            {SubjectKind::decision, request.decision->code.text()},
                            request.decision->text,
                            request.decision->owner,
                            {}};
        if (request.decision->standing) { // at every meeting to come
            bool is_coming = false;
            for (PlannedMeeting& planned : plan.meetings)
                if (planned.body == request.meeting->body) planned.items.push_back(entry), is_coming = true;
            if (!is_coming) plan.without_date.push_back(entry);
            continue;
        }
        PlannedMeeting* meeting = meeting_for(plan.meetings, request);
        (meeting == nullptr ? plan.without_date : meeting->items).push_back(entry);
    }
}

// What another body referred to this one comes to its next meeting, until it is answered.
void add_referrals(const Content& content, const UnitCode& body, Date today, ForwardPlan& plan) {
    for (const Decision& decision : content.decisions) {
        if (decision.kind != DecisionKind::referred || decision.to_body.empty()) continue;
        if (!body.empty() && decision.to_body != body) continue;
        const Item* item = find_row(content.items, decision.item);
        const Meeting* at = item ? find_row(content.meetings, item->meeting) : nullptr;
        const bool answered = !decision.answered_by.empty() || (decision.answered_on && *decision.answered_on <= today);
        if (!at || at->date > today || answered) continue;
        Planned entry{
            Planned::Why::referral, {SubjectKind::decision, decision.code.text()}, decision.text, decision.owner, {}};
        const Meeting* due = find_row(content.meetings, decision.due_meeting);
        if (due && due->state == MeetingState::cancelled) due = nullptr; // then the next
        const auto next = std::ranges::find_if(plan.meetings, [&](const PlannedMeeting& planned) {
            return planned.body == decision.to_body && (due == nullptr || planned.meeting == due);
        });
        (next == plan.meetings.end() ? plan.without_date : next->items).push_back(std::move(entry));
    }
}

// A recovery plan that a body has seen comes back to its next meeting until it is closed. That of a measure that has ended, or is
// gone, is not due any more: it is only said that nobody closed it.
void add_recovery_plans(const Content& content, const UnitCode& body, Date today, ForwardPlan& plan) {
    for (const RecoveryPlan& recovery : content.recovery_plans) {
        if (recovery.state != RecoveryPlanState::open && (!recovery.closed_on || *recovery.closed_on <= today))
            continue;
        UnitCode shown_to;
        for (const Presentation& shown : recovery.presented)
            if (shown.date <= today) shown_to = shown.body;
        if (shown_to.empty() || (!body.empty() && shown_to != body)) continue;
        const Measure* measure = find_row(content.measures, recovery.measure);
        const bool is_gone = measure == nullptr;
        const std::string title = is_gone ? recovery.measure.text() : measure->title;
        const Subject subject{SubjectKind::recovery_plan, recovery.code.text()};
        if (is_gone || (measure->active_to && *measure->active_to < today)) {
            const std::string why =
                is_gone ? "the measure is no longer kept" : "the measure ended on " + print_long(*measure->active_to);
            plan.never_closed.push_back({Planned::Why::recovery_plan, subject, title + ": " + why, {}, {}});
            continue;
        }
        const auto next = std::ranges::find(plan.meetings, shown_to, &PlannedMeeting::body);
        if (next == plan.meetings.end()) continue;
        next->items.push_back(
            {Planned::Why::recovery_plan, subject, "Progress of the recovery plan: " + title, {}, {}});
    }
}

} // namespace

std::string_view print(Planned::Why why) {
    switch (why) {
    case Planned::Why::agenda: return "agenda";
    case Planned::Why::key_decision: return "key_decision";
    case Planned::Why::request: return "request";
    case Planned::Why::recovery_plan: return "recovery_plan";
    case Planned::Why::referral: return "referral";
    }
    return {};
}

std::string label(Planned::Why why) {
    switch (why) {
    case Planned::Why::agenda: return "On the agenda";
    case Planned::Why::key_decision: return "Key decision";
    case Planned::Why::request: return "Asked for";
    case Planned::Why::recovery_plan: return "Recovery plan";
    case Planned::Why::referral: return "Referred";
    }
    return {};
}

ForwardPlan forward_plan(const Content& content, const UnitCode& body, Date today) {
    ForwardPlan plan;
    plan.meetings = coming(content, body, today);
    for (PlannedMeeting& planned : plan.meetings) add_agenda(content, planned);
    add_requests(content, body, today, plan);
    add_referrals(content, body, today, plan);
    add_recovery_plans(content, body, today, plan);
    return plan;
}

} // namespace qd
