#include "domain/grain_months.hpp"
#include "engine/rate.hpp"
#include "engine/sheet.hpp"

#include <algorithm>

// Which stretch a sheet shows for a period that is not one of the measure's own, or for which nothing was handed in.

namespace qd::inline engine {
namespace {

// As many months on; a span that ends with a month goes on ending with one.
Period span_after(Period span, int months) {
    const Date first = span.span_last().plus_days(1);
    return Period::span(first, first.plus_months(months).plus_days(-1));
}

} // namespace

// Whether a stretch was handed in for reporting periods that end later, and only for these.
bool Sheet::is_for_later(const AreaCode& area, Period period, Date end) const {
    const auto reporting = cells().reporting_periods(area, stretch(period));
    return !reporting.empty() &&
           std::ranges::all_of(reporting, [&](Period each) { return calendar().last_day(each) > end; });
}

// Whether a period is one of the measure's own, or a span as long as these: a calendar year of one that is measured yearly.
bool Sheet::is_like_own(Period period) const {
    if (period.grain() == measure_.grain) return true;
    const int months = months_in(measure_.grain);
    return period.grain() == Grain::span && months > 0 &&
           period.span_first().plus_months(months) == period.span_last().plus_days(1);
}

// Whether a stretch is a year to date as it is handed in by hand: it belongs to the measure's own period that ends with it.
bool Sheet::is_year_to_date(Period period) const {
    if (measure_.roll_up != RollUp::by_hand || measure_.grain == Grain::span) return false;
    const Period own = calendar().containing(measure_.grain, calendar().last_day(period));
    return calendar().last_day(own) == calendar().last_day(period) &&
           stretch(calendar().year_to_date(own)) == stretch(period);
}

// For a measure measured less often than reported, or at irregular times: the newest stretch that has ended by then
// and for which something was handed in.
Shown Sheet::latest(const AreaCode& area, Period reporting) const {
    const Date end = calendar().last_day(reporting);
    const auto all = periods(area);
    for (auto period = all.rbegin(); period != all.rend(); ++period) {
        const bool is_to_date = is_year_to_date(*period);
        if ((!is_like_own(*period) && !is_to_date) || calendar().last_day(*period) > end) continue;
        if (is_for_later(area, *period, end)) continue;
        const auto found = said(area, stretch(*period));
        if (!found || (!found->number && found->gap == GapReason::not_due)) continue;
        if (measure_.grain == Grain::span) return {*period, *found, {}, {}};
        const Period own = calendar().containing(measure_.grain, calendar().last_day(*period));
        if (is_to_date || stretch(own) == stretch(*period)) return aged(area, rolled(area, own), own, end);
        return aged(area, {*period, *found, {}, {}}, *period, end);
    }
    if (measure_.grain == Grain::span) return {reporting, absent(area, stretch(reporting)), {}, {}};
    return first_to_come(area, reporting);
}

// What is shown for a measure without anything handed in yet: the gap of its last period that has ended, or of its first if the
// measure, the area or its series begins later. That one is not due before it has ended, whenever it is asked for.
Shown Sheet::first_to_come(const AreaCode& area, Period reporting) const {
    const Date end = calendar().last_day(reporting);
    Period period = calendar().containing(measure_.grain, end);
    if (calendar().last_day(period) > end) period = *calendar().previous(period);
    if (!is_for(area, stretch(period))) period = *calendar().next(period);
    const auto first = starts_with(area);
    if (first && calendar().last_day(*first) > end)
        period = calendar().containing(measure_.grain, calendar().last_day(*first));
    if (calendar().last_day(period) <= end) return rolled(area, period);
    Amount gap = missing(is_for(area, stretch(period)) ? GapReason::not_due : GapReason::not_applicable);
    if (gap.gap == GapReason::not_due) gap.due_on = due(stretch(period));
    return {period, std::move(gap), {}, {}};
}

// The same, with the periods after it that have ended by then, were due by now and for which nothing was handed in:
// a figure older than its grain allows is the latest known, and says nothing about now.
Shown Sheet::aged(const AreaCode& area, Shown shown, Period latest, Date end) const {
    const int months = months_in(measure_.grain);
    const auto after = [&](Period period) {
        return period.grain() == Grain::span ? span_after(period, months) : *calendar().next(period);
    };
    for (Period next = after(latest); calendar().last_day(next) <= end; next = after(next)) {
        if (!is_for(area, stretch(next)) || due(stretch(next)) >= known_.as_at.date()) continue;
        const bool is_said =
            next.grain() == Grain::span ? said(area, stretch(next)).has_value() : part(area, next).has_value();
        if (!is_said) shown.lacks.push_back(next);
    }
    if (!shown.lacks.empty() && shown.actual.number) shown.why_unrated = "latest known: " + calendar().label(latest);
    return shown;
}

// For a period for which nothing was handed in itself: the newest figure of a shorter stretch in it, such as the one month that
// was there when the quarter was reported.
std::optional<Shown> Sheet::newest_in(const AreaCode& area, Period reporting) const {
    const Stretch whole = stretch(reporting);
    std::optional<Shown> newest;
    for (const CellPlace& cell : cells().of(area)) {
        if (!whole.holds(cell.stretch) || cell.stretch == whole || !is_finer(cell.period, measure_.grain)) continue;
        auto found = said(area, cell.stretch);
        if (!found || !found->number) continue;
        newest = Shown{cell.period, *std::move(found), {}, {}};
        newest->why_unrated = only(cell.period);
    }
    return newest;
}

// A snapshot is used for what it overlaps: for a year without a figure of its own, the newest stretch as long that has ended
// by then and reaches into it.
std::optional<Shown> Sheet::snapshot_over(const AreaCode& area, Period reporting) const {
    if (measure_.roll_up != RollUp::last || reporting.grain() != measure_.grain) return {};
    const Stretch whole = stretch(reporting);
    const auto all = periods(area);
    for (auto period = all.rbegin(); period != all.rend(); ++period) {
        if (period->grain() != Grain::span || !is_like_own(*period)) continue;
        if (calendar().last_day(*period) > whole.last || calendar().last_day(*period) < whole.first) continue;
        if (auto found = said(area, stretch(*period)); found && found->number)
            return Shown{*period, *std::move(found), {}, {}};
    }
    return {};
}

// A dated span that is asked for: as it was handed in, or put together from the whole periods in it.
Shown Sheet::of_span(const AreaCode& area, Period span) const {
    const Stretch whole = stretch(span);
    if (auto handed_in = said(area, whole)) return {span, *std::move(handed_in), {}, {}};
    const auto parts = calendar().parts(span, measure_.grain);
    if (measure_.grain == Grain::span || parts.empty()) return latest(area, span);
    const bool is_year_to_date = calendar().year_to_date(parts.back()) == span;
    if (measure_.roll_up == RollUp::last || measure_.roll_up == RollUp::rolling || is_year_to_date)
        return rolled(area, parts.back());
    Shown shown{span, put_together(area, parts), {}, {}};
    if (!shown.actual.number) shown.lacks = unsaid(area, whole);
    if (measure_.roll_up == RollUp::sum) shown.why_unrated = "no target is set for this stretch";
    return shown;
}

} // namespace qd::inline engine
