#pragma once

#include "domain/figure.hpp"
#include "engine/period_figures.hpp"
#include "engine/sheet.hpp"
#include "engine/yardstick.hpp"

namespace qd::inline engine {

// Two figures of the same kind and length, the later first. A period without a number says what was looked for.
struct Pair {
    std::optional<Ratio> now, then; // `then` times the links of the definitions between them
    std::optional<Period> period;   // of `then`
    bool is_broken = false;         // there is a break in the series between them, or they are not comparable
    std::string why_not{};          // where it is not a break
};

// With the period before: its own figure where the shown one is built up over the year (a year so far grows anyhow), else the
// stretch of the same length shown one reporting period earlier, or the one before it in the series.
Pair pair_with_previous(const Sheet& sheet, const AreaCode& area, Period reporting, const Shown& shown);
StretchKind stretch_with_previous(const Measure& measure, const StretchFigure& judged, const Shown& shown);
// With the same stretch a year earlier: the year so far with last year's year so far, a period's own figure with last year's.
Pair pair_with_last_year(const Sheet& sheet, const AreaCode& area, const Shown& shown, StretchKind stretch);

// Better, worse or the same as people read it: figures that print the same are the same.
Movement movement_of(const Measure& measure, const Yardstick& yardstick, const Pair& pair, StretchKind stretch);

} // namespace qd::inline engine
