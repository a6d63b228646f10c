#include "engine/rate.hpp"
#include "engine/roll_up.hpp"
#include "engine/sheet.hpp"

#include <algorithm>

// What a sheet knows of areas that were not there, and of those that are missing from a whole.

namespace qd::inline engine {

std::vector<AreaCode> Sheet::unsaid_below(const AreaCode& area, const Stretch& stretch) const {
    std::vector<AreaCode> found;
    if (measure_.area_roll_up == AreaRollUp::by_hand || cells().find(area, stretch)) return found;
    for (const std::vector<AreaCode>& division : known_.areas.divisions(area, stretch.last)) {
        for (const AreaCode& each : division)
            if (!said(each, stretch)) found.push_back(each);
        if (found.size() < division.size()) return found;
        found.clear();
    }
    return found;
}

std::vector<AreaCode> Sheet::stand_for(const AreaCode& area, const Stretch& stretch) const {
    const Area* self = known_.areas.find(area);
    if (!self || !self->valid_from || stretch.last >= *self->valid_from) return {};
    for (const std::vector<AreaCode>& kind : known_.areas.predecessors(area)) {
        const bool is_known =
            std::ranges::any_of(kind, [&](const AreaCode& each) { return said(each, stretch).has_value(); });
        if (is_known) return kind;
    }
    return {};
}

// An area that was not there yet, by those that it took the place of: one of them as it is, several by their parts. Of a measure that
// is handed in for the whole only, several have a sum where every one has its numerator and denominator.
std::optional<Amount> Sheet::before_it_began(const AreaCode& area, const Stretch& stretch) const {
    const std::vector<AreaCode> before = stand_for(area, stretch);
    if (before.empty()) return {};
    if (before.size() == 1) return said(before.front(), stretch);
    std::vector<Amount> parts;
    for (const AreaCode& each : before) parts.push_back(amount(each, stretch));
    const auto has_parts = [](const Amount& part) { return !part.number || (part.numerator && part.denominator); };
    if (measure_.area_roll_up == AreaRollUp::by_hand && !std::ranges::all_of(parts, has_parts)) return {};
    Amount whole = add_parts(measure_, parts, measure_.missing);
    whole.return_index.reset(); // it is in many returns
    return whole;
}

} // namespace qd::inline engine
