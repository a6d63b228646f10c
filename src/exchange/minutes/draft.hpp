#pragma once

#include "base/complaint.hpp"
#include "domain/content.hpp"

#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace qd::inline exchange {

// What could be made of minutes, or of an agenda, that came as text: rows for a person to look at and then import.
struct MinutesDraft {
    Content content;       // meetings, items, attendance, decisions, minutes; nothing else
    MeetingCode meeting;   // the one that it is about
    Complaints to_confirm; // what the reading was not sure of, by line
};

constexpr std::size_t most_minutes_bytes = std::size_t{4} << 20;

// Reads minutes in two shapes: items between the marks <AI1> and </AI1>, and items that begin with their number. `known` is what
// the store has: meetings of the body, and names of other bodies. Posts stand where the text gives one for a person; other names
// are kept out. Complaints where no meeting can be made of it at all.
tl::expected<MinutesDraft, Complaints> draft_minutes(std::string_view text, const std::string& file,
                                                     const UnitCode& body, const Content& known);

} // namespace qd::inline exchange
