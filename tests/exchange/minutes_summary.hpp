#pragma once

#include "exchange/minutes/draft.hpp"

#include <algorithm>
#include <string>

namespace qd::test {

// A draft as a person would describe it: the meeting, who was there, each item with what was decided on it, and what is reported
// about lines without a place.
inline std::string summary(const MinutesDraft& draft) {
    const Content& content = draft.content;
    const auto given = [](const std::string& before, const std::string& text) {
        return text.empty() ? text : before + text;
    };
    std::string all;
    for (const Meeting& meeting : content.meetings)
        all += meeting.code.text() + given(" ", meeting.time) + given(" in ", meeting.place) + ", " +
               std::string(print(meeting.state)) + (meeting.next_on ? ", next " + print(*meeting.next_on) : "") + "\n";
    for (const Presence presence :
         {Presence::present, Presence::substitute, Presence::apologies, Presence::absent, Presence::in_attendance}) {
        std::string who;
        for (const Attendance& row : content.attendance)
            if (row.presence == presence) who += (who.empty() ? "" : "; ") + row.who;
        all += given(std::string(print(presence)) + ": ", who) + (who.empty() ? "" : "\n");
    }
    for (const Item& item : content.items) {
        all += item.number + " | " + std::string(print(item.kind)) + given(" of ", item.minutes_of.text());
        if (item.part == ItemPart::two) all += ", private";
        for (const ExemptParagraph paragraph : item.exempt_paragraphs) all += " " + std::string(print(paragraph));
        all += " | " + item.title + "\n";
        for (const Decision& each : content.decisions) {
            if (each.item != item.code) continue;
            all += "   " + given("", each.mark) + given(each.mark.empty() ? "" : " ", std::string(print(each.kind))) +
                   ": " + each.text + given(" < ", each.owner) + given(" > ", each.to_body.text()) +
                   given(" @ ", each.due_meeting.text()) + (each.due_from ? " from " + print(*each.due_from) : "") +
                   (each.due_by ? " by " + print(*each.due_by) : "") + given(" = ", each.due_words) + "\n";
        }
    }
    for (const Complaint& complaint : draft.to_confirm)
        if (complaint.message.find("not placed") != std::string::npos ||
            complaint.message.find("left out, up to") != std::string::npos)
            all += "row " + std::to_string(complaint.row) + ": " + complaint.message + "\n";
    return all;
}

} // namespace qd::test
