#include "engine/neighbours.hpp"

#include "engine/sheet.hpp"
#include "statistics/neighbours.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

Peers listed(const Known& known, const AreaCode& area, Date on) {
    Peers peers{PeerKind::listed_neighbours, {}, {}};
    std::vector<const AreaNeighbour*> list;
    for (const AreaNeighbour& each : known.content.neighbours)
        if (known.named(each.area) == area && known.areas.exists(each.neighbour, on)) list.push_back(&each);
    std::ranges::stable_sort(list, {}, &AreaNeighbour::position);
    for (const AreaNeighbour* each : list) {
        peers.areas.push_back({each->neighbour, each->distance});
        if (peers.source.empty()) peers.source = each->source;
    }
    return peers;
}

Peers computed(const Known& known, const AreaCode& area, Period reporting, Date on) {
    Peers peers{PeerKind::computed_neighbours, {}, {}};
    const std::vector<AreaCode> areas = known.areas.peers(area, on);
    const auto self = std::ranges::find(areas, area);
    if (self == areas.end()) return peers;
    std::vector<std::vector<std::optional<double>>> variables;
    for (const MeasureCode& code : known.content.settings.neighbours.measures) {
        const Measure* measure = find_row(known.content.measures, code);
        if (measure == nullptr) continue;
        const Sheet sheet(known, *measure, areas);
        std::vector<std::optional<double>>& variable = variables.emplace_back();
        for (const AreaCode& each : areas) {
            const auto number = sheet.shown(each, reporting).actual.number;
            variable.push_back(number ? std::optional(number->to_double()) : std::nullopt);
        }
    }
    const auto found = nearest_neighbours(variables, static_cast<std::size_t>(self - areas.begin()),
                                          static_cast<std::size_t>(known.content.settings.neighbours.count));
    for (const Neighbour& each : found) peers.areas.push_back({areas[each.area], Decimal::nearest(each.distance)});
    return peers;
}

} // namespace

Peers peers_of(const Known& known, const AreaCode& area, Period reporting, PeerChoice choice) {
    const Date on = known.calendar().last_day(reporting);
    if (choice == PeerChoice::neighbours) {
        if (Peers peers = listed(known, area, on); !peers.areas.empty()) return peers;
        if (!known.content.settings.neighbours.measures.empty())
            if (Peers peers = computed(known, area, reporting, on); !peers.areas.empty()) return peers;
    }
    Peers peers;
    for (const AreaCode& sibling : known.areas.siblings(area))
        if (sibling != area && known.areas.exists(sibling, on)) peers.areas.push_back({sibling, {}});
    return peers;
}

} // namespace qd::inline engine
