#include "forecasting/method.hpp"

#include "forecasting/holt_winters.hpp"
#include "forecasting/season.hpp"
#include "forecasting/simple.hpp"
#include "forecasting/smoothing.hpp"
#include "forecasting/theta.hpp"

#include <algorithm>
#include <array>

namespace qd::inline forecasting {
namespace {

struct Words {
    Method method;
    std::string_view name, label;
};

constexpr std::array words{
    Words{Method::combination, "combination", "mean of damped trend and theta"},
    Words{Method::damped, "damped", "damped trend"},
    Words{Method::theta, "theta", "theta"},
    Words{Method::level, "ses", "simple exponential smoothing"},
    Words{Method::trend, "holt", "Holt’s trend"},
    Words{Method::holt_winters_additive, "holt_winters_additive", "Holt and Winters, additive season"},
    Words{Method::holt_winters_multiplicative, "holt_winters_multiplicative",
          "Holt and Winters, multiplicative season"},
    Words{Method::seasonal_naive, "seasonal_naive", "as the year before"},
    Words{Method::naive, "naive", "as the last point"},
    Words{Method::drift, "drift", "last point and mean change"},
};

const Words& words_of(Method method) { return *std::ranges::find(words, method, &Words::method); }

Course mean_of(const Course& one, const Course& other) {
    Course mean;
    for (std::size_t i = 0; i < one.path.size(); ++i) {
        mean.path.push_back((one.path[i] + other.path[i]) / 2);
        mean.spread.push_back((one.spread[i] + other.spread[i]) / 2);
    }
    // both end at the last point; what only one has is left away
    const std::size_t count = std::min(one.residuals.size(), other.residuals.size());
    for (std::size_t i = count; i > 0; --i)
        mean.residuals.push_back((one.residuals.end()[-static_cast<std::ptrdiff_t>(i)] +
                                  other.residuals.end()[-static_cast<std::ptrdiff_t>(i)]) /
                                 2);
    return mean;
}

Course adjusted_course(Method method, Numbers series, std::size_t horizon) {
    switch (method) {
    case Method::level: return course_of(fit_level(series, Start::first_points), horizon);
    case Method::trend: return course_of(fit_trend(series, Start::first_points), horizon);
    case Method::damped: return course_of(fit_damped(series, Start::first_points), horizon);
    case Method::theta: return theta(series, horizon);
    default: return mean_of(course_of(fit_damped(series, Start::first_points), horizon), theta(series, horizon));
    }
}

// The course of the seasonally adjusted series, with the season given back to it.
Course with_season(Method method, Numbers series, const Season& season, std::size_t horizon) {
    const std::vector<double> adjusted = season.without(series);
    Course course = adjusted_course(method, adjusted, horizon);
    season.give_back(course.path, series.size());
    if (season.form == SeasonForm::multiplicative) {
        season.give_back(course.residuals, series.size() - course.residuals.size());
        season.give_back(course.spread, series.size());
    }
    return course;
}

} // namespace

std::string_view print(Method method) { return words_of(method).name; }
std::string_view label(Method method) { return words_of(method).label; }

std::optional<Method> parse_method(std::string_view text) {
    const auto found = std::ranges::find(words, text, &Words::name);
    return found == words.end() ? std::nullopt : std::optional(found->method);
}

bool suits(Method method, Numbers series, std::size_t season) {
    switch (method) {
    case Method::naive: return !series.empty();
    case Method::seasonal_naive: return season > 1 && series.size() >= season;
    case Method::holt_winters_additive: return can_fit_holt_winters(series, season, SeasonForm::additive);
    case Method::holt_winters_multiplicative: return can_fit_holt_winters(series, season, SeasonForm::multiplicative);
    case Method::drift:
    case Method::level: return series.size() >= 2;
    default: return series.size() >= 5;
    }
}

Course course_of(Method method, Numbers series, std::size_t season, std::size_t horizon) {
    switch (method) {
    case Method::naive: return naive(series, horizon);
    case Method::seasonal_naive: return seasonal_naive(series, season, horizon);
    case Method::drift: return drift(series, horizon);
    case Method::holt_winters_additive:
        return course_of(fit_holt_winters(series, season, SeasonForm::additive), horizon);
    case Method::holt_winters_multiplicative:
        return course_of(fit_holt_winters(series, season, SeasonForm::multiplicative), horizon);
    default: return with_season(method, series, season_of(series, season), horizon);
    }
}

} // namespace qd::inline forecasting
