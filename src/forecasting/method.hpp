#pragma once

#include "forecasting/numbers.hpp"

#include <optional>
#include <string_view>

namespace qd::inline forecasting {

// How a series is carried on.
enum class Method {
    combination, // the mean of damped and theta
    damped,      // Holt with a damped trend
    theta,
    level, // simple exponential smoothing
    trend, // Holt
    holt_winters_additive,
    holt_winters_multiplicative,
    seasonal_naive,
    naive,
    drift,
};
inline constexpr Method all_methods[] = {Method::combination,
                                         Method::damped,
                                         Method::theta,
                                         Method::level,
                                         Method::trend,
                                         Method::holt_winters_additive,
                                         Method::holt_winters_multiplicative,
                                         Method::seasonal_naive,
                                         Method::naive,
                                         Method::drift};

std::string_view print(Method method); // "combination", "holt_winters_additive", …
std::string_view label(Method method); // "mean of damped trend and theta"
std::optional<Method> parse_method(std::string_view text);

// Whether the method has a meaning for a series: enough points, and what else it asks for. One point is enough for the naive.
bool suits(Method method, Numbers series, std::size_t season);

// A series carried on. season: how many points make a year; 0 or 1 = none. Where the changes of the series repeat every year
// (is_seasonal), the methods without a season of their own work on the series seasonally adjusted. Wants a method that suits.
Course course_of(Method method, Numbers series, std::size_t season, std::size_t horizon);

} // namespace qd::inline forecasting
