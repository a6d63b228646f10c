#include "engine/grid/areas.hpp"

#include "engine/area_tree.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace qd::inline engine {

GridAreas::GridAreas(const MeasuredContent& content) : areas_(content.areas), own_(content.settings.area) {
    const AreaTree tree(content.areas); // refuses loops
    for (std::uint32_t i = 0; i < areas_.size(); ++i) numbers_.emplace(areas_[i].code, i);
    std::map<AreaKind, std::vector<std::uint32_t>> by_kind;
    std::map<std::tuple<std::size_t, std::uint32_t, AreaKind>, std::vector<std::uint32_t>>
        by_whole; // depth, whole, kind
    for (std::uint32_t i = 0; i < areas_.size(); ++i) {
        const Area& area = areas_[i];
        dated_ = dated_ || area.valid_from || area.valid_to;
        by_kind[area.kind].push_back(i);
        std::size_t depth = 0;
        for (auto above = numbers_.find(area.parent); above != numbers_.end();
             above = numbers_.find(areas_[above->second].parent))
            ++depth;
        if (depth > 0) by_whole[{areas_.size() - depth, numbers_.at(area.parent), area.kind}].push_back(i);
    }
    for (auto& [kind, areas] : by_kind) peers_.push_back(std::move(areas));
    for (auto& [place, parts] : by_whole) divisions_.push_back({std::get<1>(place), std::move(parts)});
    for (std::uint32_t i = 0; i < areas_.size(); ++i)
        for (const std::vector<AreaCode>& kind : tree.predecessors(areas_[i].code)) {
            successions_.push_back({i, *areas_[i].valid_from, {}});
            for (const AreaCode& before : kind) successions_.back().before.push_back(numbers_.at(before));
        }
    std::ranges::stable_sort(successions_, {}, &Succession::begins);
}

std::optional<std::uint32_t> GridAreas::number(const AreaCode& area) const {
    const auto found = numbers_.find(area.empty() ? own_ : area);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

bool GridAreas::exists(std::uint32_t area, Date on) const {
    const Area& found = areas_[area];
    return (!found.valid_from || *found.valid_from <= on) && (!found.valid_to || on <= *found.valid_to);
}

} // namespace qd::inline engine
