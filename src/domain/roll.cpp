#include "domain/roll.hpp"

#include "base/text.hpp"

namespace qd {
namespace {

std::string words_of(const Attendance& row) {
    return row.who + (row.in_place_of.empty() ? "" : " for " + row.in_place_of) +
           (row.note.empty() ? "" : " (" + row.note + ")");
}

std::string words_of(const Content& content, const Declaration& row) {
    std::string words = row.who + (row.nature.empty() ? "" : ": " + row.nature) + (row.withdrew ? "; withdrew" : "");
    if (const Item* item = find_row(content.items, row.item))
        words += " (item " + item->number + ", " + item->title + ")";
    return words;
}

} // namespace

std::vector<RollLine> roll_of(const Content& content, const Meeting& meeting) {
    std::vector<RollLine> roll;
    for (const Presence presence :
         {Presence::present, Presence::substitute, Presence::in_attendance, Presence::apologies, Presence::absent}) {
        std::vector<std::string> who;
        for (const Attendance& row : content.attendance)
            if (row.meeting == meeting.code && row.presence == presence) who.push_back(words_of(row));
        if (!who.empty()) roll.push_back({label(presence), join(who, "; ")});
    }
    for (const Declaration& row : content.declarations)
        if (row.meeting == meeting.code) roll.push_back({label(row.kind) + " interest", words_of(content, row)});
    return roll;
}

} // namespace qd
