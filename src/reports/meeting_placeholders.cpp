#include "reports/placeholders.hpp"

#include "base/text.hpp"
#include "documents/sections/meeting_sections.hpp"

#include <array>

namespace qd::inline reports {
namespace {

using Words = const std::vector<std::string>&;
using Compose = Blocks (*)(const Content&, const Meeting&);

template <Compose compose> Filled<Filling> fill_of_meeting(Filler& filler, Words given) {
    if (const Meeting* meeting = find_row(filler.content().meetings, MeetingCode(given[0])))
        return Filling(compose(filler.content(), *meeting));
    return unknown_code("meeting", given[0], codes_of(filler.content().meetings), "a meeting of meetings.csv");
}

Blocks minutes(const Content& content, const Meeting& meeting) { return minutes_section(content, meeting, 3); }

Filled<Filling> fill_forward_plan(Filler& filler, Words) {
    return Filling(
        forward_plan_section(filler.content(), forward_plan(filler.content(), {}, filler.view().as_at.date())));
}

const std::array meeting_kinds{
    PlaceholderKind{"agenda", "MEETING", "the agenda of a meeting, by part", PlaceholderKind::alone, 1, 1,
                    fill_of_meeting<agenda_section>},
    PlaceholderKind{"minutes", "MEETING", "who was at a meeting, its minutes, and what was resolved",
                    PlaceholderKind::alone, 1, 1, fill_of_meeting<minutes>},
    PlaceholderKind{"matters-arising", "MEETING",
                    "requests from earlier meetings that are open at a meeting, or answered at it",
                    PlaceholderKind::alone, 1, 1, fill_of_meeting<matters_arising_section>},
    PlaceholderKind{"decisions", "MEETING", "what was resolved at a meeting", PlaceholderKind::alone, 1, 1,
                    fill_of_meeting<decisions_section>},
    PlaceholderKind{"forward-plan", "", "what is due at each coming meeting", PlaceholderKind::alone, 0, 0,
                    fill_forward_plan},
};

} // namespace

std::span<const PlaceholderKind> meeting_placeholders() { return meeting_kinds; }

} // namespace qd::inline reports
