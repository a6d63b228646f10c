#include "acts/publish_pack.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"

namespace qd::inline acts {

void publish_pack(Desk& desk, const Actor& actor, const Snapshot& snapshot, const Meeting& meeting, const Pack& pack,
                  Date today) {
    ask_permission(actor, "publish");
    Content changed;
    changed.settings = snapshot.content().settings;
    changed.meetings.push_back(meeting);
    if (meeting.state == MeetingState::planned) {
        changed.meetings.back().state = MeetingState::published;
        changed.meetings.back().published_on = today;
    }
    for (const Item& item : pack.paged) {
        changed.items.push_back(item);
        // An item whose pages come after the agenda was out has its own day.
        const auto before = find_row(snapshot.content().items, item.code);
        if (meeting.state != MeetingState::planned && before != nullptr && !before->page_from && !item.published_on)
            changed.items.back().published_on = today;
    }
    store_of(desk).import(changed, "", "the published pack of " + meeting.code.text());
}

} // namespace qd::inline acts
