#include "views/hand_ins.hpp"

#include "engine/described.hpp"
#include "exchange/withdrawing.hpp"

#include <algorithm>
#include <cstdint>

namespace qd::inline views {

std::vector<HandIn> hand_ins(const Snapshot& snapshot, const Figure& figure, Instant known_by) {
    const Content& content = snapshot.content();
    const Measure& measure = snapshot.measure(figure.measure);
    std::vector<HandIn> found;
    for (const Return& handed_in : content.returns) {
        if (handed_in.measure != figure.measure || !counts(handed_in.state)) continue;
        if (handed_in.known_at && *handed_in.known_at > known_by) continue;
        const ObservationColumns& columns = handed_in.observations.columns();
        std::vector<std::uint8_t> is_here, may_be_it; // by area, by period: there are far fewer of these than rows
        for (const AreaCode& area : columns.area_codes)
            is_here.push_back(area == figure.area || (area.empty() && figure.area == content.settings.area));
        if (std::ranges::count(is_here, 1) == 0) continue;
        for (const Period period : columns.period_list)
            may_be_it.push_back(may_describe(content.settings.calendar, measure, period, figure.described));
        for (std::size_t row = 0; row < handed_in.observations.size(); ++row) {
            if (is_here[columns.areas[row]] == 0 || may_be_it[columns.periods[row]] == 0) continue;
            const Observation observation = handed_in.observations.at(row);
            found.push_back({&handed_in, observation, is_withdrawn(observation)});
        }
    }
    return found;
}

} // namespace qd::inline views
