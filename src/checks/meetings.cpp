#include "base/text.hpp"
#include "checks/families.hpp"
#include "checks/phrases.hpp"
#include "domain/committee.hpp"

#include <algorithm>

namespace qd::inline checks {
namespace {

constexpr int lasting_months = 12; // how long after its meeting a request is looked at again

// The meetings at which the period is reported.
std::vector<const Meeting*> meetings_about(const CheckInput& input) {
    std::vector<const Meeting*> found;
    for (const Meeting& meeting : input.content.meetings)
        if (meeting.state != MeetingState::cancelled && is_reported_at(input.content, input.period, meeting))
            found.push_back(&meeting);
    return found;
}

Subject subject_of(const Meeting& meeting) { return {SubjectKind::meeting, meeting.code.text()}; }
Subject subject_of(const Item& item) { return {SubjectKind::item, item.code.text()}; }

// --- the agenda and its papers

void late_agenda(const CheckInput& input, const WorkingDays& days, const Meeting& meeting, Findings& findings) {
    const Publication publication = publication_of(days, meeting);
    if (!publication.late) return;
    findings.push_back(
        {error("agenda-late"), subject_of(meeting), name_of(input.content, meeting),
         "The agenda was published on " + with_weekday(*publication.published) + ", which leaves " +
             plural(static_cast<std::size_t>(std::max(0, *publication.clear_days)), "clear day", "clear days") +
             "; the last day for " + std::to_string(agenda_clear_days) + " was " + with_weekday(publication.latest) +
             "."});
}

void late_item(const CheckInput& input, const WorkingDays& days, const Meeting& meeting, const Item& item,
               Findings& findings) {
    if (!item.published_on || !trim(item.urgent_reason).empty()) return;
    const Publication publication = publication_of(days, meeting, item);
    if (!publication.late) return;
    findings.push_back({error("item-late"), subject_of(item), place_of(input.content, item),
                        "“" + item.title + "” was published on " + with_weekday(*publication.published) +
                            ", after the last day for it, " + with_weekday(publication.latest) +
                            ", and no reason for urgency is given."});
}

void private_item(const CheckInput& input, const Item& item, Findings& findings) {
    if (item.part != ItemPart::two) return;
    std::vector<std::string> missing;
    if (item.exempt_paragraphs.empty()) missing.push_back("the paragraph of schedule 12A");
    if (trim(item.exempt_reason).empty()) missing.push_back("the reason");
    if (trim(item.public_interest).empty()) missing.push_back("the test of the public interest");
    if (missing.empty()) return;
    findings.push_back({error("exempt-unfounded"), subject_of(item), place_of(input.content, item),
                        "The item is in part 2 and does not give " + in_words(missing) + "."});
}

void notice(const CheckInput& input, const Meeting& meeting, const Item& item, Findings& findings) {
    if (!item.key_decision) return;
    const Date latest = latest_notice(meeting.date);
    const bool in_time = item.notice_on ? *item.notice_on <= latest : input.as_at.date() <= latest; // it may still come
    if (in_time) return;
    findings.push_back({error("notice-late"), subject_of(item), place_of(input.content, item),
                        (item.notice_on ? "Notice of the key decision was given on " + with_weekday(*item.notice_on)
                                        : std::string("No notice of the key decision is recorded")) +
                            "; the last day for " + std::to_string(notice_clear_days) + " clear days was " +
                            with_weekday(latest) + "."});
}

// --- the minutes

void unconfirmed_minutes(const CheckInput& input, const Meeting& meeting, const std::vector<const Item*>& items,
                         Findings& findings) {
    const Meeting* before = meeting_before(input.content, meeting);
    if (before == nullptr || items.empty()) return;
    const Item* confirms = confirmation_of(input.content, before->code);
    if (confirms == nullptr || confirms->meeting != meeting.code) {
        // Minutes that an earlier meeting, or this one, was to confirm are elsewhere.
        if (confirms != nullptr) return;
        findings.push_back({warning("minutes-unconfirmed"), subject_of(meeting), name_of(input.content, meeting),
                            "No item confirms the minutes of the meeting before, " + print_long(before->date) + "."});
        return;
    }
    const bool is_over = meeting.state == MeetingState::held || meeting.state == MeetingState::confirmed;
    const auto decisions = decisions_of(input.content, confirms->code);
    const bool confirmed = std::ranges::any_of(
        decisions, [](const Decision* decision) { return decision->kind == DecisionKind::confirmed; });
    if (!is_over || confirmed) return;
    findings.push_back(
        {warning("minutes-unconfirmed"), subject_of(*confirms), place_of(input.content, *confirms),
         "The item was to confirm the minutes of " + print_long(before->date) + ", and no decision says that it did."});
}

// --- days and numbers

void wrong_weekday(const CheckInput& input, const Meeting& meeting, Findings& findings) {
    const auto compare = [&](const std::optional<Weekday>& printed, std::optional<Date> date, const std::string& what) {
        if (!printed || !date || weekday_of(*date) == *printed) return;
        findings.push_back({error("weekday-wrong"), subject_of(meeting), name_of(input.content, meeting),
                            what + " " + print_long(*date) + " is printed as a " + label(*printed) + "; it is a " +
                                label(weekday_of(*date)) + "."});
    };
    compare(meeting.weekday, meeting.date, "The meeting of");
    compare(meeting.next_weekday, meeting.next_on, "The next meeting,");
    const Meeting* next = meeting_after(input.content, meeting);
    if (!meeting.next_on || next == nullptr || next->date == *meeting.next_on) return;
    findings.push_back({note("next-meeting-moved"), subject_of(meeting), name_of(input.content, meeting),
                        "The next meeting was announced for " + print_long(*meeting.next_on) +
                            "; the next known one is on " + print_long(next->date) + "."});
}

int number_of(const std::string& text) {
    return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos
               ? std::stoi(text)
               : 0;
}

void gaps_in_numbers(const CheckInput& input, const Meeting& meeting, const std::vector<const Item*>& items,
                     Findings& findings) {
    if (items.size() < 2) return; // one item of an agenda that is not known otherwise
    int last = 0;
    for (const Item* item : items) {
        const int number = number_of(item->number);
        if (number == 0) continue; // "4A"
        if (number != last + 1)
            findings.push_back({warning("item-number"), subject_of(*item), name_of(input.content, meeting),
                                "Item " + item->number + " follows " +
                                    (last == 0 ? "nothing" : "item " + std::to_string(last)) + "."});
        last = number;
    }
}

void pages(const CheckInput& input, const Meeting& meeting, const std::vector<const Item*>& items, Findings& findings) {
    const Item* before = nullptr;
    for (const Item* item : items) {
        if (!item->page_from) continue;
        if (before != nullptr && *item->page_from <= *before->page_to)
            findings.push_back({error("pages-overlap"), subject_of(*item), name_of(input.content, meeting),
                                "Item " + item->number + " begins on page " + std::to_string(*item->page_from) +
                                    ", and item " + before->number + " ends on page " +
                                    std::to_string(*before->page_to) + "."});
        before = item;
    }
}

// --- what was asked for

void incomplete_request(const CheckInput& input, const Request& request, Findings& findings) {
    std::vector<std::string> missing;
    if (request.decision->owner.empty()) missing.push_back("who answers");
    const bool by_rule = input.content.settings.requests.undated != RequestRule::Undated::unsaid;
    const bool deferred = request.deferred, standing = request.decision->standing;
    if (!request.due && request.decision->due_words.empty() && !by_rule && !deferred && !standing)
        missing.push_back("by when");
    if (missing.empty()) return;
    findings.push_back({warning("request-incomplete"),
                        {SubjectKind::decision, request.decision->code.text()},
                        place_of(input.content, *request.item),
                        capitalised(std::string(print(request.decision->kind))) + " without saying " +
                            in_words(missing) + ": " + request.decision->text + "."});
}

void late_answer(const CheckInput& input, const Request& request, Findings& findings) {
    const Subject subject{SubjectKind::decision, request.decision->code.text()};
    const std::string place = place_of(input.content, *request.item);
    if (request.state == AnswerState::answered_late)
        findings.push_back({warning("answer-late"), subject, place,
                            capitalised(std::string(print(request.decision->kind))) + " by " +
                                print_long(*request.due) + ", answered on " + print_long(*request.answered) + ", " +
                                plural(static_cast<std::size_t>(*request.answered - *request.due), "day", "days") +
                                " later: " + request.decision->text + "."});
    if (request.state == AnswerState::overdue)
        findings.push_back({warning("request-overdue"), subject, place,
                            capitalised(std::string(print(request.decision->kind))) + " by " +
                                print_long(*request.due) + " and not answered: " + request.decision->text + "."});
}

void requests(const CheckInput& input, const std::vector<const Meeting*>& meetings, Findings& findings) {
    const Date last = input.content.settings.calendar.last_day(input.period);
    Date until = end_of_reporting(input.content.settings.calendar, input.period);
    for (const Meeting* meeting : meetings) until = std::max(until, meeting->date);
    until = std::min(until, input.as_at.date());
    for (const Request& request : requests_of(input.content, {}, until)) {
        const bool asked_now = std::ranges::find(meetings, request.meeting) != meetings.end();
        if (asked_now) incomplete_request(input, request, findings);
        if (until > request.meeting->date.plus_months(lasting_months)) continue;
        const bool answered_before = request.answered && *request.answered <= last;
        if (!answered_before) late_answer(input, request, findings);
    }
}

} // namespace

Findings check_meetings(const CheckInput& input) {
    Findings findings;
    if (!is_whole_council(input)) return findings;
    const WorkingDays days(input.content.bank_holidays);
    const auto meetings = meetings_about(input);
    for (const Meeting* meeting : meetings) {
        const auto items = items_of(input.content, meeting->code);
        late_agenda(input, days, *meeting, findings);
        for (const Item* item : items) {
            late_item(input, days, *meeting, *item, findings);
            private_item(input, *item, findings);
            notice(input, *meeting, *item, findings);
        }
        unconfirmed_minutes(input, *meeting, items, findings);
        wrong_weekday(input, *meeting, findings);
        gaps_in_numbers(input, *meeting, items, findings);
        pages(input, *meeting, items, findings);
    }
    requests(input, meetings, findings);
    return findings;
}

} // namespace qd::inline checks
