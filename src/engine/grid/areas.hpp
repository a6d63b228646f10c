#pragma once

#include "domain/content/measured.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {

// One way to divide an area into areas of one kind right below it.
struct Division {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;
};

// An area and those of one kind that it took the place of when it began.
struct Succession {
    std::uint32_t area = 0;
    Date begins;
    std::vector<std::uint32_t> before;
};

// The areas of a council by number, with what a roll-up and a ranking need of them found once. Error(request) if an
// area is within itself.
class GridAreas {
public:
    explicit GridAreas(const MeasuredContent& content);

    std::size_t size() const { return areas_.size(); }
    const AreaCode& code(std::uint32_t area) const { return areas_[area].code; }
    std::optional<std::uint32_t> number(const AreaCode& area) const;      // an empty code is the council's own
    const std::vector<Division>& divisions() const { return divisions_; } // those of the deepest areas first
    const std::vector<std::vector<std::uint32_t>>& peers() const { return peers_; } // all areas, kind by kind
    const std::vector<Succession>& successions() const { return successions_; }     // those that began first come first
    bool are_dated() const { return dated_; }
    bool exists(std::uint32_t area, Date on) const;

private:
    std::vector<Area> areas_;
    std::unordered_map<AreaCode, std::uint32_t> numbers_;
    AreaCode own_;
    std::vector<Division> divisions_;
    std::vector<std::vector<std::uint32_t>> peers_;
    std::vector<Succession> successions_;
    bool dated_ = false;
};

} // namespace qd::inline engine
