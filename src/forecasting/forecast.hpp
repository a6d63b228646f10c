#pragma once

#include "forecasting/interval.hpp"

#include <optional>
#include <string>
#include <vector>

namespace qd::inline forecasting {

// With fewer points than this a spread cannot be distinguished from chance, so no interval is given.
inline constexpr std::size_t least_for_interval = 8;

// Whether there is a spread to make an interval from.
enum class Spread {
    known,
    too_few, // points
    none // the past was foretold without any error, as that of a line that never changes: there is none to learn from
};
// Why there is no interval, given the number of points in words: "14 figures"; empty where there is one.
std::string why_no_interval(Spread spread, std::size_t points, const std::string& counted);

// The range of 95 of 100 such figures. Its width is never 0.
struct Interval {
    double lower, upper;
};

struct Prediction {
    double value = 0;
    std::optional<Interval> interval;
    double deviation = 0; // standard deviation that agrees with the interval; 0 without one
};

struct Forecast {
    Method method = Method::naive;
    std::vector<Prediction> path;  // one a step ahead
    std::size_t trials = 0;        // of the back-test
    double error = 0;              // its mean absolute error, in the unit of the series
    Spread spread = Spread::known; // else no step has an interval
};

// The method that forecast the series' own past best (rolling origin). The combination, which is the best of them over many
// series, is left only for one whose mean error was less than seven tenths of its own, over five trials or more. Too short for trials: as the year before,
// else the combination, else the last point. Wants one point or more.
Method choose_method(Numbers series, std::size_t season, std::size_t horizon);

// A series carried on for `horizon` steps, by a method that suits it or the one chosen for it.
Forecast make_forecast(Numbers series, std::size_t season, std::size_t horizon, std::optional<Method> wanted = {});

} // namespace qd::inline forecasting
