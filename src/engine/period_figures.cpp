#include "engine/period_figures.hpp"

#include <utility>

namespace qd::inline engine {
namespace {

StretchKind kind_of(const Measure& measure, const Calendar& calendar, const Shown& shown) {
    if (measure.roll_up == RollUp::rolling) return StretchKind::rolling;
    if (!shown.own || !is_built_up(measure)) return StretchKind::latest;
    const bool is_one = stretch_of(calendar, shown.described) == stretch_of(calendar, *shown.own);
    return is_one ? StretchKind::own : StretchKind::to_date;
}

// The newest of what is built up is what the period counted by itself.
bool judges_own(const Measure& measure) {
    const Judged judged = judged_of(measure);
    return judged == Judged::period || (judged == Judged::latest && is_built_up(measure));
}

} // namespace

StretchFigure figure_shown(const Measure& measure, const Calendar& calendar, const Shown& shown) {
    return {kind_of(measure, calendar, shown), shown.described, shown.actual};
}

PeriodFigures period_figures(const Measure& measure, const Calendar& calendar, const Shown& shown) {
    PeriodFigures figures{figure_shown(measure, calendar, shown), {}};
    const bool has_two =
        figures.judged.stretch == StretchKind::to_date || figures.judged.stretch == StretchKind::rolling;
    if (!has_two || !shown.own || !shown.in_period) return figures;
    if (!shown.in_period->number && !judges_own(measure)) return figures; // nothing to show with it
    figures.beside = {StretchKind::own, *shown.own, *shown.in_period};
    if (judges_own(measure)) std::swap(figures.judged, *figures.beside);
    if (!figures.beside->amount.number) figures.beside.reset();
    return figures;
}

} // namespace qd::inline engine
