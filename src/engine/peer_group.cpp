#include "engine/peer_group.hpp"

#include "engine/neighbours.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

std::vector<AreaCode> of_kind(const Known& known, AreaKind kind) {
    std::vector<AreaCode> areas;
    for (const Area& area : known.content.areas)
        if (area.kind == kind) areas.push_back(area.code);
    return areas;
}

std::vector<AreaCode> of_group(const Known& known, const std::string& group) {
    std::vector<AreaCode> areas;
    for (const PeerGroupMember& member : known.content.peer_groups)
        if (member.group == group) areas.push_back(member.area);
    return areas;
}

std::vector<AreaCode> listed_neighbours(const Known& known, const AreaCode& area) {
    std::vector<AreaCode> areas;
    for (const AreaNeighbour& each : known.content.neighbours)
        if (known.named(each.area) == area) areas.push_back(each.neighbour);
    return areas;
}

std::vector<AreaCode> with_itself(std::vector<AreaCode> areas, const AreaCode& area) {
    if (!areas.empty() && std::ranges::find(areas, area) == areas.end()) areas.push_back(area);
    return areas;
}

} // namespace

std::vector<AreaCode> areas_named(const Known& known, const AreaCode& area, const std::string& peers) {
    const Area* self = known.areas.find(area);
    if (peers.empty()) return self ? with_itself(of_kind(known, self->kind), area) : std::vector<AreaCode>{};
    if (const auto members = of_group(known, peers); !members.empty()) return with_itself(members, area);
    if (peers == "siblings") return with_itself(known.areas.siblings(area), area);
    if (peers == "neighbours") {
        auto listed = listed_neighbours(known, area);
        if (listed.empty() && self) listed = of_kind(known, self->kind); // among whom they are computed
        return with_itself(std::move(listed), area);
    }
    const auto kind = parse_area_kind(peers);
    return kind ? with_itself(of_kind(known, *kind), area) : std::vector<AreaCode>{};
}

std::vector<AreaCode> named_peers(const Known& known, const AreaCode& area, const std::string& peers, Period period) {
    const Date on = known.calendar().last_day(period);
    std::vector<AreaCode> areas;
    if (peers == "neighbours" && of_group(known, peers).empty()) {
        const Peers found = peers_of(known, area, period, PeerChoice::neighbours);
        if (found.kind != PeerKind::siblings)
            for (const Peers::Peer& peer : found.areas) areas.push_back(peer.area);
        areas = with_itself(std::move(areas), area);
    } else {
        areas = areas_named(known, area, peers);
    }
    std::erase_if(areas, [&](const AreaCode& each) { return each != area && !known.areas.exists(each, on); });
    return areas;
}

} // namespace qd::inline engine
