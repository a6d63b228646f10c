#include "views/hand_ins.hpp"

#include "engine/described.hpp"

namespace qd::inline views {

std::vector<HandIn> hand_ins(const Snapshot& snapshot, const Figure& figure, Instant known_by) {
    const Content& content = snapshot.content();
    const Measure& measure = snapshot.measure(figure.measure);
    std::vector<HandIn> found;
    for (const Return& handed_in : content.returns) {
        if (handed_in.measure != figure.measure || !counts(handed_in.state)) continue;
        if (handed_in.known_at && *handed_in.known_at > known_by) continue;
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            const Observation observation = handed_in.observations.at(row);
            const bool is_here =
                observation.area == figure.area || (observation.area.empty() && figure.area == content.settings.area);
            if (is_here && may_describe(content.settings.calendar, measure, observation.period, figure.described))
                found.push_back({&handed_in, observation});
        }
    }
    return found;
}

} // namespace qd::inline views
