#pragma once

#include "domain/area.hpp"
#include "engine/stretch.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {

// The dated tree of areas, read downwards. Error(request) if an area is within itself.
class AreaTree {
public:
    explicit AreaTree(const std::vector<Area>& areas);

    const Area* find(const AreaCode& area) const;
    bool exists(const AreaCode& area, Date on) const;
    // The areas right below that exist on the last day, kind by kind (districts, then wards, then local patches): each kind
    // is a way of its own to divide the area, so kinds are never added to each other.
    std::vector<std::vector<AreaCode>> divisions(const AreaCode& area, Date on) const;
    std::vector<AreaCode> with_all_below(const AreaCode& area) const; // itself first, whenever they exist
    // The areas that it took the place of, kind by kind as a division is. None where another area followed one of them too: what
    // was counted there belongs to neither of the two.
    std::vector<std::vector<AreaCode>> predecessors(const AreaCode& area) const;
    std::vector<AreaCode> with_predecessors(const AreaCode& area) const; // itself, those before it, those before these
    // Itself and all below it, with the predecessors of each of them and all below these.
    std::vector<AreaCode> with_all_before(const AreaCode& area) const;
    // Why there is nothing for an area in a stretch when it did not exist: "Newtown begins on 1 April 2022". Empty
    // where it existed on the last day.
    std::string why_not_there(const AreaCode& area, const Stretch& stretch) const;
    // The areas of the same kind that exist on that day, itself among them.
    std::vector<AreaCode> peers(const AreaCode& area, Date on) const;
    // The areas of the same kind right below the same area, itself among them, whenever they exist.
    std::vector<AreaCode> siblings(const AreaCode& area) const;

private:
    std::vector<const Area*> areas_;
    std::unordered_map<AreaCode, const Area*> by_code_;
    std::unordered_map<AreaCode, std::vector<const Area*>> below_;
    std::unordered_map<AreaCode, std::vector<const Area*>> after_; // by whom each area was followed
};

} // namespace qd::inline engine
