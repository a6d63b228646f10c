#pragma once

#include "forecasting/method.hpp"

namespace qd::inline forecasting {

// One forecast made in the past of a series, from the points before `origin` and nothing else.
struct Trial {
    std::size_t origin = 0;     // points that were known
    double scale = 0;           // root of the mean squared residual then; 0 = the method had made no error yet
    std::vector<double> spread; // as Course, one a step
    std::vector<double> errors; // actual − forecast, one a step that is known by now
};

// Forecasts of a method with a rolling origin: one from each of the last `most` points with `horizon` steps known or fewer, oldest
// first; the earliest origin leaves eight points and a year and a half to learn from. Empty where the series is too short.
std::vector<Trial> back_test(Method method, Numbers series, std::size_t season, std::size_t horizon,
                             std::size_t most = 12);

double mean_absolute_error(const std::vector<Trial>& trials); // over all trials and steps; 0 where there are none

double root_mean_square(Numbers values); // 0 for none

} // namespace qd::inline forecasting
