#include "domain/committee.hpp"

#include "domain/words.hpp"

#include <algorithm>
#include <tuple>

namespace qd {
namespace {

bool stands(const Meeting& meeting) { return meeting.state != MeetingState::cancelled; }

// Of the papers on its agenda; none = there are none of that grain.
std::optional<Period> newest_paper_period(const Content& content, const Meeting& meeting, Grain grain) {
    std::optional<Period> newest;
    for (const Item& item : content.items) {
        if (item.meeting != meeting.code || item.paper.empty()) continue;
        const Paper* paper = find_row(content.papers, item.paper);
        if (paper == nullptr || paper->period.grain() != grain) continue;
        if (!newest || *newest < paper->period) newest = paper->period;
    }
    return newest;
}

Publication judged(const WorkingDays& days, const Meeting& meeting, std::optional<Date> published) {
    Publication out;
    out.latest = days.latest_publication(meeting.date, agenda_clear_days);
    out.published = published;
    if (published) {
        out.clear_days = days.clear_days(*published, meeting.date);
        out.late = *out.clear_days < agenda_clear_days;
    }
    return out;
}

} // namespace

std::vector<const Meeting*> meetings_of(const Content& content, const UnitCode& body) {
    std::vector<const Meeting*> found;
    for (const Meeting& meeting : content.meetings)
        if (body.empty() || meeting.body == body) found.push_back(&meeting);
    std::ranges::stable_sort(found, {},
                             [](const Meeting* meeting) { return std::tuple(meeting->date, meeting->time); });
    return found;
}

const Meeting* meeting_before(const Content& content, const Meeting& meeting) {
    const Meeting* found = nullptr;
    for (const Meeting& other : content.meetings)
        if (other.body == meeting.body && stands(other) && other.date < meeting.date &&
            (found == nullptr || found->date < other.date))
            found = &other;
    return found;
}

const Meeting* meeting_after(const Content& content, const Meeting& meeting) {
    const Meeting* found = nullptr;
    for (const Meeting& other : content.meetings)
        if (other.body == meeting.body && stands(other) && meeting.date < other.date &&
            (found == nullptr || other.date < found->date))
            found = &other;
    return found;
}

const Meeting* newest_meeting(const Content& content, Date today) {
    const Meeting* found = nullptr;
    for (const Meeting& meeting : content.meetings)
        if (stands(meeting) && meeting.date <= today && (found == nullptr || found->date < meeting.date))
            found = &meeting;
    return found;
}

std::vector<const Item*> items_of(const Content& content, const MeetingCode& meeting) {
    std::vector<const Item*> found;
    for (const Item& item : content.items)
        if (item.meeting == meeting) found.push_back(&item);
    std::ranges::stable_sort(found, {}, &Item::position);
    return found;
}

std::vector<const Decision*> decisions_of(const Content& content, const ItemCode& item) {
    std::vector<const Decision*> found;
    for (const Decision& decision : content.decisions)
        if (decision.item == item) found.push_back(&decision);
    std::ranges::stable_sort(found, {}, &Decision::position);
    return found;
}

const Minutes* minutes_of(const Content& content, const MeetingCode& meeting) {
    const auto found = std::ranges::find(content.minutes, meeting, &Minutes::meeting);
    return found == content.minutes.end() ? nullptr : &*found;
}

const Item* confirmation_of(const Content& content, const MeetingCode& meeting) {
    const auto found = std::ranges::find(content.items, meeting, &Item::minutes_of);
    return meeting.empty() || found == content.items.end() ? nullptr : &*found;
}

std::string name_of(const Content& content, const Meeting& meeting) {
    const Unit* body = find_row(content.units, meeting.body);
    return (body == nullptr ? meeting.body.text() : body->name) + ", " + print_long(meeting.date);
}

std::string place_of(const Content& content, const Item& item) {
    const Meeting* meeting = find_row(content.meetings, item.meeting);
    return (meeting == nullptr ? item.meeting.text() : name_of(content, *meeting)) + ", item " + item.number;
}

Date end_of_reporting(const Calendar& calendar, Period period) {
    if (const auto after = calendar.next(period)) return calendar.last_day(*after);
    const Date first = calendar.first_day(period), next = calendar.last_day(period).plus_days(1);
    if (first.day() != 1 || next.day() != 1) return next.plus_days(next - first - 1);
    const int months = (next.year() - first.year()) * 12 + next.month() - first.month();
    return next.plus_months(months).plus_days(-1);
}

std::optional<Period> reported_at(const Content& content, const Meeting& meeting, Grain grain) {
    if (grain == Grain::span) return std::nullopt;
    const auto by_paper = newest_paper_period(content, meeting, grain);
    const Calendar& calendar = content.settings.calendar;
    return by_paper ? by_paper : calendar.previous(calendar.containing(grain, meeting.date));
}

bool is_reported_at(const Content& content, Period period, const Meeting& meeting) {
    if (const auto told = reported_at(content, meeting, period.grain())) return *told == period;
    const Calendar& calendar = content.settings.calendar;
    return newest_paper_period(content, meeting, period.grain()) == period ||
           (meeting.date > calendar.last_day(period) && meeting.date <= end_of_reporting(calendar, period));
}

Publication publication_of(const WorkingDays& days, const Meeting& meeting) {
    return judged(days, meeting, meeting.published_on);
}

Publication publication_of(const WorkingDays& days, const Meeting& meeting, const Item& item) {
    return judged(days, meeting, item.published_on ? item.published_on : meeting.published_on);
}

} // namespace qd
