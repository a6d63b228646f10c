#pragma once

#include "base/complaint.hpp"
#include "domain/content.hpp"
#include "exchange/minutes/lines.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// What became of a line of the source. An `unplaced` one is listed for confirmation, with its row or in a range of rows.
struct LineAccount {
    std::size_t row = 0; // in the file
    LinePlace place = LinePlace::unplaced;
    ItemCode item; // of headings, text and decisions
};

// What could be made of minutes, or of an agenda, that came as text: rows for a person to look at and then import.
struct MinutesDraft {
    Content content;                // meetings, items, attendance, decisions, minutes; nothing else
    MeetingCode meeting;            // the one that it is about
    Complaints to_confirm;          // what the reading was not sure of, by line
    std::vector<LineAccount> lines; // every line of the source once, in order
};

constexpr std::size_t most_minutes_bytes = std::size_t{4} << 20;

struct MinutesSource {
    std::string_view bytes; // UTF-8, UTF-16 or Windows-1252
    std::string file;       // as the person knows it
    UnitCode body;
    std::optional<Date> date; // of the meeting, where the text does not say it
};

// Reads minutes as councils write them: items between the marks <AI1> and </AI1>, numbered in any way that continues from item to
// item, or with headings that stand out; outcomes below whatever word the council uses. `known` is what the store has: meetings
// of the body, and names of other bodies. A post is used where the text gives one for a person; other names are left out.
// Anything not understood is not dropped: it is text of its item, or to be confirmed. Complaints if no meeting can be made of it.
tl::expected<MinutesDraft, Complaints> draft_minutes(const MinutesSource& source, const Content& known);

} // namespace qd::inline exchange
