#pragma once

#include "base/decimal.hpp"
#include "base/id.hpp"
#include "domain/period.hpp"
#include "statistics/chart_icons.hpp"
#include "statistics/control_chart.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd {

// The lines of one segment of a control chart, in the measure's unit, rounded to millionths.
struct ChartLines {
    Decimal mean, lower, upper, near_lower, near_upper;

    friend bool operator==(const ChartLines&, const ChartLines&) = default;
};

// From `first` on to the next segment. `reason` says why it starts afresh; empty for the first one.
struct ChartSegment {
    Period first;
    Standing standing = Standing::none;
    std::optional<ChartLines> lines; // absent where the standing is none
    std::string reason;

    friend bool operator==(const ChartSegment&, const ChartSegment&) = default;
};

struct ChartPoint {
    Period period;
    Decimal value;
    PointRule rule = PointRule::not_charted;

    friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

// What is charted: each period's own figure, or where the season tells, its difference to a year before.
enum class Charted { figures, year_on_year };

struct ChartReading {
    Charted charted = Charted::figures;
    std::vector<ChartPoint> points;     // oldest first; periods without a number are left out
    std::vector<ChartSegment> segments; // oldest first; the last one is in force
    Signal signal;                      // of the last point
    Assurance assurance = Assurance::none;
    std::optional<Decimal> target; // the one the assurance is about

    friend bool operator==(const ChartReading&, const ChartReading&) = default;
};

// What statistics say of one measure in one area, up to a period. What cannot be said is absent, with the reason in words.
struct Reading {
    MeasureCode measure;
    AreaCode area;
    Period period;
    std::optional<ChartReading> chart;
    std::string why_no_chart;

    friend bool operator==(const Reading&, const Reading&) = default;
};

} // namespace qd
