#pragma once

#include "domain/figure.hpp"
#include "engine/sheet.hpp"

#include <optional>

namespace qd::inline engine {

// One of the figures that a period has, by the stretch of time it describes.
struct StretchFigure {
    StretchKind stretch = StretchKind::latest;
    Period described;
    Amount amount;
};

// The figure that is compared with the target, and the other one if the measure has two: the period's own as well
// as the year to date or the rolling year, whichever of them is judged. If both cover the same days there is only one.
struct PeriodFigures {
    StretchFigure judged;
    std::optional<StretchFigure> beside;
};
PeriodFigures period_figures(const Measure& measure, const Calendar& calendar, const Shown& shown);

// What is shown of a measure before it is asked which figure is judged: the year to date, the rolling year or the newest.
StretchFigure figure_shown(const Measure& measure, const Calendar& calendar, const Shown& shown);

} // namespace qd::inline engine
