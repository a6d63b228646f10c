#include "domain/grain_months.hpp"
#include "engine/sheet.hpp"

#include <algorithm>

// Of what a sheet puts longer periods together, and what of it nobody said.

namespace qd::inline engine {

bool is_finer(Period period, Grain grain) {
    return period.grain() != Grain::span && months_in(period.grain()) < months_in(grain);
}

bool Sheet::has_finer() const {
    if (has_finer_) return *has_finer_;
    has_finer_ = false;
    for (const std::size_t index : known_.ledger.returns_of(measure_.code))
        for (const Period period : known_.content.returns[index].observations.distinct_periods())
            has_finer_ = *has_finer_ || is_finer(period, measure_.grain);
    return *has_finer_;
}

// One of the measure's own periods: as it was said, or added up where all of the shorter periods in it were handed in.
std::optional<Amount> Sheet::part(const AreaCode& area, Period period) const {
    if (auto handed_in = said(area, stretch(period))) return handed_in;
    const bool adds_up = measure_.roll_up != RollUp::last && measure_.roll_up != RollUp::by_hand;
    if (!adds_up || period.grain() == Grain::span || !has_finer()) return {};
    for (const Grain grain : {Grain::half, Grain::quarter, Grain::month}) {
        if (months_in(grain) >= months_in(period.grain())) continue;
        const auto parts = calendar().parts(period, grain);
        const bool is_whole = !parts.empty() && std::ranges::all_of(parts, [&](Period each) {
            return said(area, stretch(each)).has_value();
        });
        if (is_whole) return put_together(area, parts);
    }
    return {};
}

// The parts of a stretch for which nothing was handed in, and that should have been measured there.
std::vector<Period> Sheet::unsaid(const AreaCode& area, const Stretch& whole) const {
    std::vector<Period> found;
    for (const Period each : calendar().parts(Period::span(whole.first, whole.last), measure_.grain))
        if (is_for(area, stretch(each)) && !part(area, each)) found.push_back(each);
    return found;
}

std::optional<Period> Sheet::starts_with(const AreaCode& area) const {
    const auto kept = starts_.find(area);
    if (kept != starts_.end()) return kept->second;
    const auto all = periods(area);
    const auto first = std::ranges::find_if(all, [&](Period period) {
        const auto amount = is_like_own(period) ? said(area, stretch(period)) : std::nullopt;
        return amount && (amount->number || amount->gap == GapReason::suppressed);
    });
    return starts_.emplace(area, first == all.end() ? std::nullopt : std::optional(*first)).first->second;
}

} // namespace qd::inline engine
