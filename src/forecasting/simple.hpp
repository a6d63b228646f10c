#pragma once

#include "forecasting/numbers.hpp"

namespace qd::inline forecasting {

// The simplest methods, with their spreads (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 5.2
// and 5.5). Each wants one point or more.

Course naive(Numbers series, std::size_t horizon); // the last point; spread √h

// The same position of the last year; spread √(years ahead). If there is no complete year yet, as naive.
Course seasonal_naive(Numbers series, std::size_t season, std::size_t horizon);

Course drift(Numbers series, std::size_t horizon); // the last point and the mean change a step; spread √(h(1 + h/T))

} // namespace qd::inline forecasting
