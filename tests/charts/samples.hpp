#pragma once

#include "charts/benchmark_bars.hpp"
#include "charts/figure_pair.hpp"
#include "charts/promise_bars.hpp"
#include "charts/promise_chart.hpp"
#include "charts/trend_chart.hpp"

namespace qd::test {

Decimal dec(std::string_view text);

// A percentage over quarters, one decimal, with the scale's ceiling at 100.
TrendInput percent_trend(const std::string& prefix);

// Rising from 59.1 to 84.5 behind a profile that runs to 95, with the year end still ahead and an officer's forecast.
TrendInput behind_profile();
// Smaller is better: five rolling years against a flat target.
TrendInput over_target();
// A count of one decimal place fewer, over `quarters` quarters.
TrendInput long_run(int quarters);

BenchmarkInput north_west();

FigurePairInput thirty_five();

// Six quarters of a programme, ahead at first, behind a profile that can be counted only thirteen weeks later; the next is
// still ahead.
PromiseInput late_work();
// One ahead, three behind, two of these because of a lag.
PromiseBarsInput four_deliverables();

} // namespace qd::test
