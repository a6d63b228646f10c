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

// The figure that is held against the target, and the other one where the measure has two: what the period counted by itself
// beside the year to date or the rolling year, whichever of them is judged. Where both are of the same days there is one.
struct PeriodFigures {
    StretchFigure judged;
    std::optional<StretchFigure> beside;
};
PeriodFigures period_figures(const Measure& measure, const Calendar& calendar, const Shown& shown);

// What is shown of a measure before it is asked which figure is judged: the year to date, the rolling year or the newest.
StretchFigure figure_shown(const Measure& measure, const Calendar& calendar, const Shown& shown);

} // namespace qd::inline engine
