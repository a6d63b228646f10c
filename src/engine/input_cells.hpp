#pragma once

#include "domain/calendar.hpp"
#include "domain/measure.hpp"
#include "engine/amount.hpp"
#include "engine/area_tree.hpp"
#include "engine/stretch.hpp"

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace qd::inline engine {

// Whether periods of the one grain are longer than those of the other; a span is neither.
bool is_rarer(Grain grain, Grain than);

// What is said of one measure as a formula reads it: the newest word on each cell, taken in one return after the other, rolled
// up over areas and to the periods of the measure that is computed. Rolls up as Sheet does, but for one thing: what nobody has
// said yet is never missing here, since it may still come.
class InputCells {
public:
    InputCells(const Measure& measure, const Calendar& calendar, const AreaTree& areas);

    void take(const AreaCode& area, const Stretch& stretch, Amount amount);
    // The stretch itself, or put together from the areas right below.
    std::optional<Amount> said(const AreaCode& area, const Stretch& stretch) const;
    // What is used for a period: its own; made up from the finer periods in it; otherwise the longer period that contains it. A
    // snapshot is used for all periods that it overlaps, and until the next: the one with most days in the period, otherwise the
    // newest before. `described` is the stretch it was for, if different.
    struct Standing {
        Amount amount;
        std::optional<Stretch> described{};
    };
    std::optional<Standing> standing_for(const AreaCode& area, Period period) const;

private:
    std::optional<Standing> snapshot_for(const AreaCode& area, Period period) const;
    std::optional<Amount> from_parts(const AreaCode& area, const std::vector<Period>& parts) const;

    const Measure& measure_;
    const Calendar& calendar_;
    const AreaTree& areas_;
    std::unordered_map<AreaCode, std::map<Stretch, Amount>> cells_;
    std::set<Stretch> stretches_; // of all areas, no shorter than the measure's own periods
};

} // namespace qd::inline engine
