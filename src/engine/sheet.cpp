#include "engine/sheet.hpp"

#include "engine/coverage.hpp"
#include "engine/definition_link.hpp"
#include "engine/peer_group.hpp"
#include "engine/rate.hpp"
#include "engine/roll_up.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// The area and all below it; and where a target speaks of its peers, or it is to be compared, these too.
std::vector<AreaCode> areas_to_read(const Known& known, const Measure& measure, const AreaCode& area, Reach reach) {
    std::vector<AreaCode> areas = known.areas.with_all_before(area);
    const auto& targets = known.targets_of(measure.code);
    const Area* self = known.areas.find(area);
    if (!self) return areas;
    const auto add = [&](const AreaCode& code) {
        std::ranges::copy(known.areas.with_all_before(code), std::back_inserter(areas));
    };
    if (std::ranges::find(targets, TargetKind::peer_quartile, &Target::kind) != targets.end()) {
        for (const Area& other : known.content.areas)
            if (other.kind == self->kind) add(other.code);
    }
    for (const Target* target : targets)
        if (target->kind == TargetKind::peer_quartile && !target->peers.empty())
            for (const AreaCode& member : areas_named(known, area, target->peers)) add(member);
    if (reach == Reach::below) return areas;
    if (!self->parent.empty()) add(self->parent);
    for (const Area* around = known.areas.find(self->parent); around && !around->parent.empty();) {
        areas.push_back(around->parent); // further out, what was handed in for it alone: below it may be a nation
        around = known.areas.find(around->parent);
    }
    for (const AreaCode& sibling : known.areas.siblings(area)) add(sibling);
    return areas;
}

Stretch year_ending(Date last) { return {last, last.plus_days(1).plus_months(-12)}; }

// The name of a stretch built up to the end of `period`: that period, its year, or a span.
Period named_stretch(const Calendar& calendar, const Stretch& stretch, Period period) {
    if (stretch == stretch_of(calendar, period)) return period;
    const Period year = calendar.year_of(period);
    return stretch == stretch_of(calendar, year) ? year : Period::span(stretch.first, stretch.last);
}

} // namespace

bool is_active(const Measure& measure, const Stretch& stretch) {
    return (!measure.active_from || *measure.active_from <= stretch.last) &&
           (!measure.active_to || stretch.first <= *measure.active_to);
}

std::string Sheet::only(Period described) const { return "describes " + calendar().label(described) + " only"; }

Sheet::Sheet(const Known& known, const Measure& measure, const AreaCode& area, Reach reach, Links links)
    : known_(known), measure_(measure), areas_(areas_to_read(known, measure, area, reach)) {
    if (links == Links::resolved) linked_ = with_overlap_links(known, measure, area);
}

Sheet::Sheet(const Known& known, const Measure& measure, const std::vector<AreaCode>& areas)
    : known_(known), measure_(measure) {
    read_also(areas);
}

void Sheet::read_also(const std::vector<AreaCode>& areas) {
    for (const AreaCode& area : areas)
        std::ranges::copy(known_.areas.with_all_before(area), std::back_inserter(areas_));
}

const Cells& Sheet::cells() const {
    if (!cells_) cells_ = known_.ledger.cells(measure_.code, areas_);
    return *cells_;
}

Shown Sheet::shown(const AreaCode& area, Period reporting) const {
    const auto handed_in = handed_in_for(area, reporting);
    if (handed_in && handed_in->grain() == measure_.grain && measure_.grain != Grain::span)
        return rolled(area, *handed_in);
    if (handed_in) {
        Shown shown{*handed_in, amount(area, stretch(*handed_in)), {}, {}};
        if (is_finer(*handed_in, measure_.grain)) shown.why_unrated = only(*handed_in);
        return shown;
    }
    if (reporting.grain() == Grain::span) return of_span(area, reporting);
    if (calendar().parts(reporting, measure_.grain).empty()) return latest(area, reporting);
    Shown built_up = rolled(area, reporting);
    const bool is_known =
        built_up.actual.number || (built_up.in_period && built_up.in_period->number) || said(area, stretch(reporting));
    if (is_known) return built_up;
    if (auto found = newest_in(area, reporting)) return *std::move(found);
    if (auto found = snapshot_over(area, reporting)) return *std::move(found);
    return built_up;
}

// What was handed in for the reporting period although it describes another stretch: the one that ends last. Periods inside
// the reporting period are its parts, and the stretch that is built up to its end is found there, so they are left alone; and
// where the reporting period has a figure of its own, an earlier stretch reported with it is a restatement.
std::optional<Period> Sheet::handed_in_for(const AreaCode& area, Period reporting) const {
    const Stretch own = stretch(reporting);
    std::optional<Period> found;
    std::optional<Stretch> newest;
    for (const AreaCode& place : known_.areas.with_all_below(area)) {
        if (place != area && measure_.area_roll_up == AreaRollUp::by_hand) break;
        for (const Stretch& reported : cells().reported_in(place, reporting)) {
            if (own.holds(reported) || (newest && reported <= *newest)) continue;
            newest = reported;
            found = cells().find(place, reported)->period;
        }
    }
    if (!newest) return {};
    const bool is_built_up = !calendar().parts(reporting, measure_.grain).empty() && measure_.roll_up != RollUp::last;
    const Stretch whole =
        measure_.roll_up == RollUp::rolling ? year_ending(own.last) : stretch(calendar().year_to_date(reporting));
    if (is_built_up && *newest == whole) return {};
    if (newest->last < own.last && said(area, own)) return {};
    return found;
}

Shown Sheet::rolled(const AreaCode& area, Period period) const {
    if (measure_.roll_up == RollUp::last) {
        Shown shown{snapshot_of(area, period), own_amount(area, period), period, {}};
        if (!shown.actual.number && shown.described != period) shown.lacks = unsaid(area, stretch(shown.described));
        return shown;
    }
    const Date last = calendar().last_day(period);
    const Stretch whole =
        measure_.roll_up == RollUp::rolling ? year_ending(last) : stretch(calendar().year_to_date(period));
    Shown shown{named_stretch(calendar(), whole, period), {}, period, own_amount(area, period)};
    if (auto handed_in = said(area, whole)) {
        shown.actual = std::move(*handed_in);
    } else if (!is_there(area, stretch(period)) && !part(area, period)) {
        shown.actual = missing(GapReason::not_applicable); // nothing adds up to a day on which the area was not there
    } else {
        shown.actual = measure_.roll_up == RollUp::by_hand ? absent(area, whole) : over_time(area, whole);
        const bool lacks = !shown.actual.number || !shown.actual.covered.empty();
        if (lacks && measure_.roll_up != RollUp::by_hand) shown.lacks = unsaid(area, whole);
        // a rolling year without any part is handed in as a whole
        if (measure_.roll_up == RollUp::rolling &&
            shown.lacks.size() == calendar().parts(Period::span(whole.first, whole.last), measure_.grain).size())
            shown.lacks.clear();
    }
    if (!shown.actual.number && !shown.in_period->number) {
        if (is_gap_handed_in(area, period)) {
            shown.actual.gap = shown.in_period->gap;
            // of a rolling year that is handed in whole, the gap is all that was said of a part
            if (measure_.roll_up == RollUp::rolling &&
                shown.lacks.size() + 1 ==
                    calendar().parts(Period::span(whole.first, whole.last), measure_.grain).size())
                shown.lacks.clear();
        }
        if (shown.actual.gap == shown.in_period->gap) {
            shown.actual.due_on = shown.in_period->due_on;
            shown.actual.note = shown.in_period->note;
        }
    }
    return shown;
}

// Whether somebody said why the period itself has no figure: that is the first reason to give, whatever else is missing.
bool Sheet::is_gap_handed_in(const AreaCode& area, Period period) const {
    const auto own = said(area, stretch(period));
    return own && !own->number;
}

// What a snapshot describes: the period, or the last of the finer periods inside it.
Period Sheet::snapshot_of(const AreaCode& area, Period period) const {
    const auto parts = calendar().parts(period, measure_.grain);
    return parts.empty() || said(area, stretch(period)) ? period : parts.back();
}

Amount Sheet::own_amount(const AreaCode& area, Period period) const {
    const Stretch whole = stretch(period);
    if (auto handed_in = said(area, whole)) return *handed_in;
    if (measure_.roll_up == RollUp::by_hand && adds_up(measure_))
        if (auto added = added_in(area, period)) return *std::move(added);
    const auto parts = calendar().parts(period, measure_.grain);
    if (period.grain() == measure_.grain || parts.empty()) {
        auto from_finer = part(area, period);
        return from_finer ? *std::move(from_finer) : absent(area, whole);
    }
    if (measure_.roll_up == RollUp::last) return amount(area, stretch(parts.back()));
    return put_together(area, parts);
}

// What a period added to a year to date that is handed in as such; absent if that was not handed in.
std::optional<Amount> Sheet::added_in(const AreaCode& area, Period period) const {
    const auto to_date = [&](Period each) { return said(area, stretch(calendar().year_to_date(each))); };
    auto now = to_date(period);
    if (!now || !now->number || calendar().position_in_year(period) == 1) return now;
    const auto before = to_date(*calendar().previous(period));
    Amount added = missing(before && !before->number ? before->gap : GapReason::not_available);
    if (!before || !before->number) return added;
    const Ratio difference = *now->number + -*before->number;
    if (difference < Ratio()) return added; // nothing that adds up takes away: one of the two is wrong
    added.number = difference;
    added.value = difference.rounded();
    added.flags = static_cast<Flags>(now->flags | (before->flags & unsettled));
    added.return_index = now->return_index;
    return added;
}

bool Sheet::is_there(const AreaCode& area, const Stretch& stretch) const {
    return !known_.areas.find(area) || known_.areas.exists(area, stretch.last);
}

// Whether a figure is wanted: of a measure and an area that were there on the stretch's last day.
bool Sheet::is_for(const AreaCode& area, const Stretch& stretch) const {
    return is_active(measure_, stretch) && is_there(area, stretch);
}

Amount Sheet::over_time(const AreaCode& area, const Stretch& whole) const {
    const auto parts = calendar().parts(Period::span(whole.first, whole.last), measure_.grain);
    const bool starts_too_late = std::ranges::any_of(parts, [&](Period each) {
        return !is_active(measure_, stretch(each)) || (!is_there(area, stretch(each)) && !part(area, each));
    });
    if (parts.empty()) return absent(area, whole);
    if (measure_.roll_up == RollUp::rolling && starts_too_late) return missing(GapReason::not_available);
    // a rolling year that is handed in whole is due as a whole, not since its first quarter
    const bool in_parts = std::ranges::any_of(parts, [&](Period each) { return part(area, each).has_value(); });
    if (measure_.roll_up == RollUp::rolling && !in_parts) return absent(area, whole);
    return put_together(area, parts);
}

Amount Sheet::put_together(const AreaCode& area, const std::vector<Period>& parts) const {
    std::vector<Amount> amounts;
    amounts.reserve(parts.size());
    for (const Period each : parts) {
        auto known = part(area, each);
        amounts.push_back(known ? *std::move(known) : absent(area, stretch(each)));
        // what comes before the first figure is not known, and nobody is asked for it
        const auto first = known ? std::nullopt : starts_with(area);
        if (first && stretch(each).last < stretch(*first).first && amounts.back().gap == GapReason::overdue)
            amounts.back() = missing(GapReason::not_available);
    }
    if (amounts.size() == 1) return amounts.front();
    // a rolling year is a whole year or none
    const MissingParts missing = measure_.roll_up == RollUp::rolling ? MissingParts::withhold : measure_.missing;
    Amount whole = measure_.roll_up == RollUp::sum    ? add_figures(amounts, missing)
                   : measure_.roll_up == RollUp::mean ? mean_of(amounts, missing)
                                                      : add_parts(measure_, amounts, missing);
    take_coverage(whole, calendar(), parts, amounts);
    return whole;
}

std::optional<Amount> Sheet::said(const AreaCode& area, const Stretch& stretch) const {
    const CellPlace* place = cells().find(area, stretch);
    if (!place) {
        auto below = measure_.area_roll_up == AreaRollUp::parts ? divided(area, stretch) : std::nullopt;
        return below ? below : before_it_began(area, stretch);
    }
    const Observations& observations = known_.content.returns[place->return_index].observations;
    Amount amount = amount_of(measure_, observations, place->row, place->return_index);
    keep_unmentioned(amount, *place);
    if (!amount.number && (amount.gap == GapReason::not_due || amount.gap == GapReason::overdue))
        amount.due_on = due(stretch);
    return amount;
}

// A return that says a figure again and nothing of its note, of what was printed, or of a break takes none of them back. With
// another figure they end: they were said of the one before.
void Sheet::keep_unmentioned(Amount& amount, const CellPlace& place) const {
    const auto earlier = cells().before(place);
    Denials denied = 0; // by the newest word, or one on the way back
    const auto hear = [&](std::uint32_t return_index, std::uint32_t row) {
        const auto& all = known_.content.returns[return_index].observations.columns().denied;
        if (const auto found = all.find(row); found != all.end()) denied = static_cast<Denials>(denied | found->second);
    };
    hear(place.return_index, place.row);
    for (auto word = earlier.rbegin(); word != earlier.rend(); ++word) {
        const Amount before =
            amount_of(measure_, known_.content.returns[word->return_index].observations, word->row, word->return_index);
        if (!amount.number || before.number != amount.number) return;
        if (!has(denied, Denial::flags))
            amount.flags = static_cast<Flags>(amount.flags | (before.flags & lasting_flags));
        if (amount.note.empty() && !has(denied, Denial::note)) amount.note = before.note;
        if (!amount.published && !has(denied, Denial::published)) amount.published = before.published;
        hear(word->return_index, word->row);
    }
}

const std::optional<Amount>& Sheet::divided(const AreaCode& area, const Stretch& stretch) const {
    const auto kept = divided_.find({area, stretch});
    if (kept != divided_.end()) return kept->second;
    return divided_.emplace(std::pair(area, stretch), divide(area, stretch)).first->second;
}

std::optional<Amount> Sheet::divide(const AreaCode& area, const Stretch& stretch) const {
    for (const std::vector<AreaCode>& division : known_.areas.divisions(area, stretch.last)) {
        std::vector<Amount> parts;
        parts.reserve(division.size());
        bool is_known = false;
        for (const AreaCode& part : division) {
            auto amount = said(part, stretch);
            is_known = is_known || amount;
            parts.push_back(amount ? std::move(*amount) : absent(part, stretch));
        }
        if (!is_known) continue;
        Amount whole = add_parts(measure_, parts, measure_.missing);
        take_coverage(whole);
        whole.return_index.reset(); // it is in many returns
        return whole;
    }
    return {};
}

std::optional<Weighed> Sheet::weighed_once(const AreaCode& area, const Stretch& stretch,
                                           const std::function<std::optional<Weighed>()>& weigh) const {
    const auto kept = weighed_.find({area, stretch});
    if (kept != weighed_.end()) return kept->second;
    return weighed_.emplace(std::pair(area, stretch), weigh()).first->second;
}

Amount Sheet::amount(const AreaCode& area, const Stretch& stretch) const {
    auto known_amount = said(area, stretch);
    return known_amount ? std::move(*known_amount) : absent(area, stretch);
}

Amount Sheet::absent(const AreaCode& area, const Stretch& stretch) const {
    if (!is_for(area, stretch)) return missing(GapReason::not_applicable);
    const Date by = due(stretch);
    Amount amount = missing(by >= known_.as_at.date() ? GapReason::not_due : GapReason::overdue);
    amount.due_on = by;
    return amount;
}

Date Sheet::due(const Stretch& stretch) const {
    return stretch.last.plus_days(measure_.due_days.value_or(known_.content.settings.due_days));
}

std::vector<Period> Sheet::periods(const AreaCode& area) const {
    std::vector<std::pair<Stretch, Period>> found;
    const bool is_by_hand = measure_.area_roll_up == AreaRollUp::by_hand;
    const auto take = [&](const AreaCode& place) {
        for (const CellPlace& cell : cells().of(place)) found.emplace_back(cell.stretch, cell.period);
    };
    const auto own_places = is_by_hand ? std::vector{area} : known_.areas.with_all_below(area),
               all_places = is_by_hand ? known_.areas.with_predecessors(area) : known_.areas.with_all_before(area);
    for (const AreaCode& place : own_places) take(place);
    const std::size_t own = found.size();
    for (std::size_t i = own_places.size(); i < all_places.size(); ++i) take(all_places[i]); // these come after its own
    // those of its predecessors are its own up to the day on which it began
    const auto is_anothers = [&](const auto& each) { return !said(area, each.first); };
    found.erase(std::remove_if(found.begin() + static_cast<std::ptrdiff_t>(own), found.end(), is_anothers),
                found.end());
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<Period> periods;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i == 0 || found[i].first != found[i - 1].first) periods.push_back(found[i].second);
    return periods;
}

} // namespace qd::inline engine
