#pragma once

#include "charts/plot.hpp"
#include "charts/sparkline.hpp"
#include "charts/trend_chart.hpp"
#include "domain/calendar.hpp"
#include "domain/content.hpp"
#include "domain/figure.hpp"

#include <string>

namespace qd::inline documents {

// A measure over time as a trend chart wants it: the points of the series up to `figure`'s period, and the periods still
// to come of its year, with their profile. `bearing` is what the measure's reading says. `prefix` makes ids unique in the document.
TrendInput measure_trend(const Content& content, const Measure& measure, const Series& series, const Figure& figure,
                         Bearing bearing, const std::string& prefix);

// The same series as a sparkline, up to `figure`'s period.
SparklineInput measure_sparkline(const Content& content, const Measure& measure, const Series& series,
                                 const Figure& figure, const std::string& prefix);

// The label of a period on a time axis: "Q3" over "2012/13"; "Dec" over "2012"; a year alone.
AxisTick axis_tick(const Calendar& calendar, Period period);
// What is counted by the definition in force on a day, "People with a personal budget, per cent", and a value on its scale, "80%".
std::string measured_words(const Measure& measure, Date on);
std::string tick_words(const Measure& measure, Decimal value);

} // namespace qd::inline documents
