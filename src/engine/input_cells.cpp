#include "engine/input_cells.hpp"

#include "domain/grain_months.hpp"
#include "engine/rate.hpp"
#include "engine/roll_up.hpp"

#include <algorithm>

namespace qd::inline engine {

bool is_rarer(Grain grain, Grain than) {
    return grain != Grain::span && than != Grain::span && months_in(grain) > months_in(than);
}

InputCells::InputCells(const Measure& measure, const Calendar& calendar, const AreaTree& areas)
    : measure_(measure), calendar_(calendar), areas_(areas) {}

void InputCells::take(const AreaCode& area, const Stretch& stretch, Amount amount) {
    cells_[area].insert_or_assign(stretch, std::move(amount));
    constexpr int shortest_month = 28;
    if (stretch.days() >= std::max(months_in(measure_.grain), 1) * shortest_month) stretches_.insert(stretch);
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

std::optional<InputCells::Standing> InputCells::standing_for(const AreaCode& area, Period period) const {
    if (auto own = said(area, stretch_of(calendar_, period))) return Standing{*std::move(own)};
    if (period.grain() != Grain::span && is_rarer(period.grain(), measure_.grain)) {
        auto whole = from_parts(area, calendar_.parts(period, measure_.grain));
        return whole ? std::optional(Standing{*std::move(whole)}) : std::nullopt;
    }
    if (measure_.roll_up == RollUp::last) return snapshot_for(area, period);
    if (!is_rarer(measure_.grain, period.grain())) return {};
    const Stretch around = stretch_of(calendar_, calendar_.containing(measure_.grain, calendar_.last_day(period)));
    auto amount = said(area, around);
    return amount ? std::optional(Standing{*std::move(amount), around}) : std::nullopt;
}

std::optional<InputCells::Standing> InputCells::snapshot_for(const AreaCode& area, Period period) const {
    const Stretch wanted = stretch_of(calendar_, period);
    const auto days_in = [&](const Stretch& each) {
        return std::min(each.last, wanted.last) - std::max(each.first, wanted.first) + 1;
    };
    const bool lasts = is_rarer(measure_.grain, period.grain()); // until the next
    constexpr int longest_wait = 20;                             // years: a census is taken every ten
    std::optional<Standing> found;
    int most = 0;
    for (auto each = stretches_.rbegin(); each != stretches_.rend();
         ++each) { // the latest first, of those with as many days
        const int days = days_in(*each);
        const bool is_better = days > most || (days <= 0 && !found && lasts && each->last < wanted.first &&
                                               each->last.plus_months(12 * longest_wait) >= wanted.first);
        if (!is_better || each->days() + 1 < wanted.days()) continue; // a leap day shorter is as long
        auto amount = said(area, *each);
        const bool is_withdrawn = amount && !amount->number && amount->gap == GapReason::not_applicable;
        if (!amount || is_withdrawn) continue;
        found = Standing{*std::move(amount), *each};
        most = std::max(days, 0);
    }
    return found;
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
