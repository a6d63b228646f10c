#include "acts/rebuild.hpp"

#include "acts/inside.hpp"
#include "acts/permission.hpp"
#include "engine/scorecard.hpp"

namespace qd::inline acts {

std::shared_ptr<const Snapshot> rebuild(Desk& desk, const Actor& actor) {
    ask_permission(actor, "rebuild");
    auto snapshot = desk.newest();
    if (snapshot->periods().empty()) {
        store_of(desk).write_figures({});
        return snapshot;
    }
    const View view = snapshot->view({}, desk.now());
    store_of(desk).write_figures(compute_scorecards(snapshot->content(), snapshot->periods(), view.area, view.as_at));
    return snapshot;
}

} // namespace qd::inline acts
