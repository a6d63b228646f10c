#pragma once

#include "domain/calendar.hpp"
#include "domain/figure.hpp"
#include "domain/measure.hpp"

#include <vector>

namespace qd::web {

// One place on the time axis of a measure.
struct TimePoint {
    Period period;
    const Figure* figure = nullptr; // null: nothing was reported for it, though it lies between two that were
};

// A measure's figures up to a day, at even steps, so that a drawing of them does not pull periods together that lie
// apart. A measure of school years or years stands at the year it describes, not at the quarter it was reported in.
std::vector<TimePoint> timeline(const Calendar& calendar, const Measure& measure, const Series& series, Date until);

} // namespace qd::web
