#include "engine/area_tree.hpp"

#include "base/error.hpp"

#include <map>
#include <unordered_set>

#include <fmt/format.h>

namespace qd::inline engine {
namespace {

bool is_there(const Area& area, Date on) {
    return (!area.valid_from || *area.valid_from <= on) && (!area.valid_to || on <= *area.valid_to);
}

// Where the parents lead from an area, as far as they are known; Error(request) if they lead back to it.
void refuse_loop(const Area& start, const std::unordered_map<AreaCode, const Area*>& by_code) {
    AreaCode above = start.parent;
    for (std::size_t steps = 0; steps <= by_code.size() && !above.empty(); ++steps) {
        if (above == start.code)
            throw Error(Fault::request, fmt::format("Area {} is within itself: correct its parent, {}.",
                                                    start.code.text(), start.parent.text()));
        const auto found = by_code.find(above);
        if (found == by_code.end()) return;
        above = found->second->parent;
    }
}

} // namespace

AreaTree::AreaTree(const std::vector<Area>& areas) {
    for (const Area& area : areas) {
        areas_.push_back(&area);
        by_code_[area.code] = &area;
        if (!area.parent.empty()) below_[area.parent].push_back(&area);
        for (const AreaCode& before : area.follows) after_[before].push_back(&area);
    }
    for (const Area& area : areas) refuse_loop(area, by_code_);
}

const Area* AreaTree::find(const AreaCode& area) const {
    const auto found = by_code_.find(area);
    return found == by_code_.end() ? nullptr : found->second;
}

bool AreaTree::exists(const AreaCode& area, Date on) const {
    const Area* found = find(area);
    return found && is_there(*found, on);
}

std::vector<std::vector<AreaCode>> AreaTree::divisions(const AreaCode& area, Date on) const {
    std::map<AreaKind, std::vector<AreaCode>> by_kind;
    if (const auto found = below_.find(area); found != below_.end())
        for (const Area* child : found->second)
            if (is_there(*child, on)) by_kind[child->kind].push_back(child->code);
    std::vector<std::vector<AreaCode>> found;
    found.reserve(by_kind.size());
    for (auto& [kind, codes] : by_kind) found.push_back(std::move(codes));
    return found;
}

std::vector<AreaCode> AreaTree::with_all_below(const AreaCode& area) const {
    std::vector<AreaCode> found{area};
    for (std::size_t i = 0; i < found.size(); ++i)
        if (const auto below = below_.find(found[i]); below != below_.end())
            for (const Area* child : below->second) found.push_back(child->code);
    return found;
}

std::vector<std::vector<AreaCode>> AreaTree::predecessors(const AreaCode& area) const {
    const Area* self = find(area);
    if (!self || self->follows.empty() || !self->valid_from) return {};
    std::map<AreaKind, std::vector<AreaCode>> by_kind;
    for (const AreaCode& code : self->follows) {
        const Area* before = find(code);
        if (!before || after_.at(code).size() > 1 || !before->valid_to || *before->valid_to >= *self->valid_from)
            return {};
        by_kind[before->kind].push_back(code);
    }
    std::vector<std::vector<AreaCode>> found;
    for (auto& [kind, codes] : by_kind) found.push_back(std::move(codes));
    return found;
}

std::vector<AreaCode> AreaTree::with_predecessors(const AreaCode& area) const {
    std::vector<AreaCode> found{area};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const auto& kind : predecessors(found[i])) found.insert(found.end(), kind.begin(), kind.end());
    return found;
}

std::vector<AreaCode> AreaTree::with_all_before(const AreaCode& area) const {
    std::vector<AreaCode> found = with_all_below(area);
    if (after_.empty()) return found;
    std::unordered_set<AreaCode> seen(found.begin(), found.end());
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const auto& kind : predecessors(found[i]))
            for (const AreaCode& before : kind)
                for (const AreaCode& below : with_all_below(before))
                    if (seen.insert(below).second) found.push_back(below);
    return found;
}

std::string AreaTree::why_not_there(const AreaCode& area, const Stretch& stretch) const {
    const Area* self = find(area);
    if (!self || is_there(*self, stretch.last)) return {};
    if (self->valid_from && stretch.last < *self->valid_from)
        return fmt::format("{} begins on {}", self->name, print_long(*self->valid_from));
    return fmt::format("{} ended on {}", self->name, print_long(*self->valid_to));
}

std::vector<AreaCode> AreaTree::peers(const AreaCode& area, Date on) const {
    const Area* self = find(area);
    if (!self) return {area};
    std::vector<AreaCode> found;
    for (const Area* other : areas_)
        if (other->kind == self->kind && is_there(*other, on)) found.push_back(other->code);
    return found;
}

std::vector<AreaCode> AreaTree::siblings(const AreaCode& area) const {
    const Area* self = find(area);
    if (!self) return {area};
    std::vector<AreaCode> found;
    for (const Area* other : areas_)
        if (other->kind == self->kind && other->parent == self->parent) found.push_back(other->code);
    return found;
}

} // namespace qd::inline engine
