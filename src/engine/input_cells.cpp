#include "engine/input_cells.hpp"

#include "domain/grain_months.hpp"
#include "engine/rate.hpp"
#include "engine/roll_up.hpp"

namespace qd::inline engine {

bool is_rarer(Grain grain, Grain than) {
    return grain != Grain::span && than != Grain::span && months_in(grain) > months_in(than);
}

InputCells::InputCells(const Measure& measure, const Calendar& calendar, const AreaTree& areas)
    : measure_(measure), calendar_(calendar), areas_(areas) {}

void InputCells::take(const AreaCode& area, const Stretch& stretch, Amount amount) {
    cells_[area].insert_or_assign(stretch, std::move(amount));
}

std::optional<Amount> InputCells::said(const AreaCode& area, const Stretch& stretch) const {
    if (const auto own = cells_.find(area); own != cells_.end())
        if (const auto cell = own->second.find(stretch); cell != own->second.end()) return cell->second;
    if (measure_.area_roll_up == AreaRollUp::by_hand) return {};
    for (const std::vector<AreaCode>& division : areas_.divisions(area, stretch.last)) {
        std::vector<Amount> parts;
        for (const AreaCode& part : division)
            if (auto amount = said(part, stretch)) parts.push_back(std::move(*amount));
        if (parts.empty()) continue;
        const bool is_whole = parts.size() == division.size();
        if (!is_whole && measure_.missing == MissingParts::withhold) return {};
        return add_parts(measure_, parts, measure_.missing);
    }
    return {};
}

std::optional<Amount> InputCells::standing_for(const AreaCode& area, Period period) const {
    if (auto own = said(area, stretch_of(calendar_, period))) return own;
    if (period.grain() == Grain::span || measure_.grain == Grain::span) return {};
    if (is_rarer(period.grain(), measure_.grain)) return from_parts(area, calendar_.parts(period, measure_.grain));
    if (!is_rarer(measure_.grain, period.grain())) return {};
    constexpr int longest_wait = 20; // periods of the rarer measure: a census is taken every ten years
    std::optional<Period> at = calendar_.containing(measure_.grain, calendar_.last_day(period));
    for (int i = 0; at && i < longest_wait; ++i, at = calendar_.previous(*at)) {
        if (auto amount = said(area, stretch_of(calendar_, *at))) return amount;
        if (measure_.roll_up != RollUp::last) return {};
    }
    return {};
}

std::optional<Amount> InputCells::from_parts(const AreaCode& area, const std::vector<Period>& parts) const {
    if (parts.empty()) return {};
    if (measure_.roll_up == RollUp::last) return said(area, stretch_of(calendar_, parts.back()));
    std::vector<Amount> amounts;
    for (const Period part : parts)
        if (auto amount = said(area, stretch_of(calendar_, part))) amounts.push_back(std::move(*amount));
    if (amounts.empty() || (amounts.size() < parts.size() && measure_.missing == MissingParts::withhold)) return {};
    if (measure_.roll_up == RollUp::sum) return add_figures(amounts, measure_.missing);
    if (measure_.roll_up == RollUp::mean) return mean_of(amounts, measure_.missing);
    return add_parts(measure_, amounts, measure_.missing);
}

} // namespace qd::inline engine
