#pragma once

#include "domain/area.hpp"
#include "domain/neighbours.hpp"
#include "domain/peer_group.hpp"
#include "domain/settings.hpp"
#include "domain/unit.hpp"

#include <vector>

namespace qd {

// Who a council is: its rules and its calendar, where it is and how it is organised.
struct OrganisationContent {
    Settings settings;
    std::vector<Area> areas;
    std::vector<Unit> units;
    std::vector<AreaNeighbour> neighbours;
    std::vector<PeerGroupMember> peer_groups;

    friend bool operator==(const OrganisationContent&, const OrganisationContent&) = default;
};

} // namespace qd
