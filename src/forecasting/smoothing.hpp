#pragma once

#include "forecasting/numbers.hpp"

namespace qd::inline forecasting {

// Exponential smoothing without a season (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., ch. 8):
//   level ← alpha·x + (1 − alpha)(level + phi·trend),   trend ← beta·(level − level before) + (1 − beta)·phi·trend
// and h steps ahead: level + (phi + … + phi^h)·trend. A trend of none is simple exponential smoothing, phi of 1 is Holt's.
struct Smoothing {
    double alpha = 0; // 0..1
    double beta = 0;  // 0..1; 0 with a trend of 0 = no trend
    double phi = 1;   // 0..1, how much of the trend is left after a step
};

struct Smoothed {
    Smoothing constants;
    double level = 0, trend = 0;           // at the end
    double squares = 0;                    // sum of squared one-step errors
    std::vector<double> residuals;         // one-step errors, from the first that is forecast
    double ahead(std::size_t steps) const; // steps >= 1
};

// How the first level and trend are found.
enum class Start {
    first_points,  // level = the first point, trend = the second less the first; errors count after these
    least_squares, // those with the least squared one-step errors; every point counts
};

// The constants with the least squared one-step errors. Each wants two points or more (three for a trend); fewer give the last
// point, or 0 for none, with nothing to learn a residual from.
Smoothed fit_level(Numbers series, Start start);  // simple exponential smoothing
Smoothed fit_trend(Numbers series, Start start);  // Holt
Smoothed fit_damped(Numbers series, Start start); // damped Holt, phi 0.8..0.98

// The path ahead, with the spread of an exponential smoothing of additive errors (ch. 8.7, table of variances, as a sum).
Course course_of(const Smoothed& smoothed, std::size_t horizon);

} // namespace qd::inline forecasting
