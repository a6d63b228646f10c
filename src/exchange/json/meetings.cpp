#include "exchange/json/registers.hpp"
#include "exchange/json/row.hpp"

namespace qd::inline exchange {
namespace {

void write_publication(JsonWriter& json, const Publication& publication, const Calendar& calendar) {
    json.text("publish_by", print(publication.latest));
    write_value(json, "clear_days", publication.clear_days, calendar);
    json.truth("late", publication.late);
}

void write_request(JsonWriter& json, const Request& request, const Calendar& calendar) {
    json.open_object();
    write_row(json, *request.decision, calendar, {"position", "answered_by", "answered_on"});
    json.text("meeting", request.meeting->code.text()).text("body", request.meeting->body.text());
    json.text("asked_on", print(request.meeting->date));
    write_value(json, "due", request.due, calendar);
    json.truth("due_by_rule", request.due_by_rule).truth("deferred", request.deferred);
    json.text("state", print(request.state));
    json.open_array("progress");
    for (const RequestProgress* note : request.progress) {
        json.open_object();
        write_row(json, *note, calendar, {"decision"});
        json.close_object();
    }
    json.close_array();
    write_value(json, "answered_on", request.answered, calendar);
    json.text_or_null("answered_by", request.answer_item ? request.answer_item->code.text() : "").close_object();
}

void write_requests(JsonWriter& json, std::string_view key, const std::vector<Request>& requests,
                    const Calendar& calendar) {
    json.open_array(key);
    for (const Request& request : requests) write_request(json, request, calendar);
    json.close_array();
}

std::vector<Request> asked_at(const Content& content, const Meeting& meeting, Date today) {
    std::vector<Request> requests = requests_of(content, meeting.body, today);
    std::erase_if(requests, [&](const Request& request) { return request.meeting != &meeting; });
    return requests;
}

void write_items(JsonWriter& json, const Content& content, const Meeting& meeting) {
    const Calendar& calendar = content.settings.calendar;
    json.open_array("items");
    for (const Item* item : items_of(content, meeting.code)) {
        json.open_object();
        write_row(json, *item, calendar, {"meeting", "position"});
        json.open_array("decisions");
        for (const Decision* decision : decisions_of(content, item->code)) {
            json.open_object();
            write_row(json, *decision, calendar, {"item", "position"});
            json.close_object();
        }
        json.close_array().close_object();
    }
    json.close_array();
}

template <Shaped T>
void write_rows_of(JsonWriter& json, std::string_view key, const std::vector<T>& rows, const Meeting& meeting,
                   const Calendar& calendar) {
    json.open_array(key);
    for (const T& row : rows) {
        if (row.meeting != meeting.code) continue;
        json.open_object();
        write_row(json, row, calendar, {"meeting"});
        json.close_object();
    }
    json.close_array();
}

void write_planned(JsonWriter& json, std::string_view key, const std::vector<Planned>& items,
                   const Calendar& calendar) {
    json.open_array(key);
    for (const Planned& planned : items) {
        json.open_object().text("why", print(planned.why)).text("subject", print(planned.subject));
        json.text("title", planned.title).text_or_null("owner", planned.owner);
        write_value(json, "notice_by", planned.notice, calendar);
        json.close_object();
    }
    json.close_array();
}

} // namespace

std::string meetings_json(const Content& content, const std::vector<const Meeting*>& meetings, Date today) {
    const Calendar& calendar = content.settings.calendar;
    const WorkingDays days(content.bank_holidays);
    JsonWriter json;
    json.open_object().text("today", print(today)).open_array("meetings");
    for (const Meeting* meeting : meetings) {
        json.open_object();
        write_row(json, *meeting, calendar);
        write_publication(json, publication_of(days, *meeting), calendar);
        json.count("items", items_of(content, meeting->code).size());
        json.count("asked_for", asked_at(content, *meeting, today).size()).close_object();
    }
    return json.close_array().close_object().finish();
}

std::string meeting_json(const Content& content, const Meeting& meeting, Date today) {
    const Calendar& calendar = content.settings.calendar;
    JsonWriter json;
    json.open_object().text("today", print(today)).text("title", name_of(content, meeting));
    write_row(json, meeting, calendar);
    write_publication(json, publication_of(WorkingDays(content.bank_holidays), meeting), calendar);
    const Item* confirms = confirmation_of(content, meeting.code);
    json.text_or_null("confirmed_at", confirms ? confirms->code.text() : "");
    write_rows_of(json, "attendance", content.attendance, meeting, calendar);
    write_rows_of(json, "declarations", content.declarations, meeting, calendar);
    write_items(json, content, meeting);
    write_requests(json, "asked_for", asked_at(content, meeting, today), calendar);
    write_requests(json, "matters_arising", matters_arising(content, meeting), calendar);
    const Minutes* minutes = minutes_of(content, meeting.code);
    json.text_or_null("minutes", minutes ? minutes->text : "");
    json.text_or_null("minutes_taken_by", minutes ? minutes->taken_by : "");
    return json.close_object().finish();
}

std::string requests_json(const Content& content, const std::vector<Request>& requests, Date today) {
    JsonWriter json;
    json.open_object().text("today", print(today));
    write_requests(json, "requests", requests, content.settings.calendar);
    return json.close_object().finish();
}

std::string forward_plan_json(const Content& content, const ForwardPlan& plan, Date today) {
    const Calendar& calendar = content.settings.calendar;
    JsonWriter json;
    json.open_object().text("today", print(today)).open_array("meetings");
    for (const PlannedMeeting& planned : plan.meetings) {
        json.open_object();
        json.text_or_null("meeting", planned.meeting ? planned.meeting->code.text() : "");
        json.text("body", planned.body.text()).text("date", print(planned.date));
        json.text("publish_by", print(planned.latest_publication));
        write_planned(json, "items", planned.items, calendar);
        json.close_object();
    }
    json.close_array();
    write_planned(json, "without_date", plan.without_date, calendar);
    write_planned(json, "never_closed", plan.never_closed, calendar);
    return json.close_object().finish();
}

} // namespace qd::inline exchange
