#include "engine/direction.hpp"

#include "engine/coverage.hpp"

#include <algorithm>

namespace qd::inline engine {
namespace {

// Whether the series was broken after `then`, up to and with `now`.
bool is_broken_between(const Sheet& sheet, const AreaCode& area, const Stretch& then, const Stretch& now) {
    return std::ranges::any_of(sheet.cells().of(area), [&](const CellPlace& place) {
        if (place.stretch.last <= then.last || place.stretch.last > now.last) return false;
        const auto amount = sheet.said(area, place.stretch);
        return amount && has(amount->flags, Flag::break_in_series);
    });
}

std::string covered_words(const Amount& amount) { return amount.coverage ? words_of(*amount.coverage) : "all"; }

// Why two figures of one series are not compared although there is no break between them.
std::string why_not_alike(const Sheet& sheet, const Amount& now, const Amount& then) {
    if (!now.number || !then.number) return {};
    if (has(now.flags, Flag::forecast)) return "the figure is a forecast";
    if (has(then.flags, Flag::forecast)) return "the figure before is a forecast";
    if (covers_the_same(sheet.calendar(), sheet.measure(), now, then)) return {};
    return "one is for " + covered_words(now) + ", the other for " + covered_words(then);
}

Pair pair_of(const Sheet& sheet, const AreaCode& area, Period now_period, const Amount& now, Period then_period,
             const Amount& then) {
    const Stretch then_stretch = sheet.stretch(then_period), now_stretch = sheet.stretch(now_period);
    const bool is_broken = has(now.flags, Flag::break_in_series) ||
                           breaks_between(sheet.measure(), then_stretch.last, now_stretch.last) ||
                           is_broken_between(sheet, area, then_stretch, now_stretch);
    const Decimal link = link_between(sheet.measure(), then_stretch.last, now_stretch.last);
    const bool is_linked = then.number && link != Decimal(1);
    std::string why_not = is_broken ? std::string() : why_not_alike(sheet, now, then);
    const bool is_apart = is_broken || !why_not.empty();
    return {now.number, is_linked ? *then.number * Ratio(link) : then.number, then_period, is_apart,
            std::move(why_not)};
}

// The stretch of the same length before it in the measure's own series.
std::optional<Period> before_in_series(const Sheet& sheet, const AreaCode& area, const Stretch& now) {
    const auto periods = sheet.periods(area);
    for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
        const Stretch stretch = sheet.stretch(*period);
        if (stretch.last < now.last && as_long(stretch, now)) return *period;
    }
    return {};
}

// For a stretch that is not one of the measure's own periods.
Pair pair_of_spans(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    const Stretch now = sheet.stretch(shown.described);
    if (const auto before = sheet.calendar().previous(reporting)) {
        const Shown then = sheet.shown(area, *before);
        const Stretch stretch = sheet.stretch(then.described);
        if (then.actual.number && stretch.last < now.last && as_long(stretch, now))
            return pair_of(sheet, area, shown.described, shown.actual, then.described, then.actual);
    }
    const auto then = before_in_series(sheet, area, now);
    if (!then) return {shown.actual.number, {}, {}, false, {}};
    return pair_of(sheet, area, shown.described, shown.actual, *then, sheet.amount(area, sheet.stretch(*then)));
}

Direction way_of(const Measure& measure, const Yardstick& yardstick, Decimal now, Decimal then) {
    if (now == then) return Direction::same;
    const auto order = compare_goodness(measure.polarity, yardstick, Ratio(now), Ratio(then));
    if (!order) return now > then ? Direction::risen : Direction::fallen;
    if (*order == 0) return Direction::same;
    return *order > 0 ? Direction::improved : Direction::worsened;
}

} // namespace

Pair pair_with_previous(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown) {
    if (!shown.own || sheet.measure().roll_up == RollUp::rolling) return pair_of_spans(sheet, area, reporting, shown);
    const Period then = *sheet.calendar().previous(*shown.own);
    return pair_of(sheet, area, *shown.own, shown.in_period.value_or(shown.actual), then, sheet.own_amount(area, then));
}

Pair pair_with_last_year(const Sheet& sheet, const AreaCode& area, const Shown& shown, StretchKind stretch) {
    const Calendar& calendar = sheet.calendar();
    if (shown.own && stretch == StretchKind::own) {
        const Period then = calendar.year_before(*shown.own);
        return pair_of(sheet, area, *shown.own, shown.in_period.value_or(shown.actual), then,
                       sheet.own_amount(area, then));
    }
    if (!shown.own) {
        const Period then = calendar.year_before(shown.described);
        return pair_of(sheet, area, shown.described, shown.actual, then, sheet.amount(area, sheet.stretch(then)));
    }
    const Shown then = sheet.rolled(area, calendar.year_before(*shown.own));
    return pair_of(sheet, area, shown.described, shown.actual, then.described, then.actual);
}

StretchKind stretch_with_previous(const Measure& measure, const StretchFigure& judged, const Shown& shown) {
    return shown.own && shown.in_period && measure.roll_up != RollUp::rolling ? StretchKind::own : judged.stretch;
}

Movement movement_of(const Measure& measure, const Yardstick& yardstick, const Pair& pair, StretchKind stretch) {
    Movement movement;
    movement.stretch = stretch;
    if (pair.now) movement.now = pair.now->rounded();
    movement.period = pair.period;
    if (!pair.then) return movement;
    movement.value = pair.then->rounded();
    if (!pair.now) return movement;
    movement.difference = pair.now->rounded() - *movement.value;
    movement.relative = Decimal::ratio_if(*movement.difference, movement.value->abs(), 100);
    movement.why_not = pair.why_not;
    if (!pair.is_broken)
        movement.direction = way_of(measure, yardstick, pair.now->rounded().rounded(measure.decimals),
                                    movement.value->rounded(measure.decimals));
    return movement;
}

} // namespace qd::inline engine
