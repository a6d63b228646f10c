#pragma once

#include "forecasting/forecast.hpp"

namespace qd::inline forecasting {

// How good forecasts were, as the M4 competition measured it (Makridakis, Spiliotis and Assimakopoulos, 2020).

// What a method without any skill is off by: the mean absolute change over a year (season < 2: over a step) within the series a forecast was
// made from. Absent where there is none, or nothing changed.
std::optional<double> scale_of(Numbers known, std::size_t season);

double smape(Numbers actual, Numbers forecast); // 200 |a − f| ÷ (|a| + |f|), mean, in per cent; 0 for 0 against 0
double mase(Numbers actual, Numbers forecast, double scale); // mean absolute error ÷ scale

// Mean width of 95 % intervals, plus forty times what is outside, ÷ scale; lower is better.
double msis(Numbers actual, const std::vector<Interval>& intervals, double scale);
double coverage(Numbers actual, const std::vector<Interval>& intervals); // the share inside, 0..1; ends count

// Overall weighted average: the mean of sMAPE and MASE as shares of those of Naive 2 (the last point, seasonally adjusted).
double owa(double smape, double mase, double smape_of_naive, double mase_of_naive);
std::vector<double> naive_2(Numbers series, std::size_t season, std::size_t horizon);

} // namespace qd::inline forecasting
