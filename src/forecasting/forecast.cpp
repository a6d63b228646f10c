#include "forecasting/forecast.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace qd::inline forecasting {
namespace {

constexpr double clearly_better = 0.7;
constexpr std::size_t enough_trials = 5;

// What may take the place of the combination.
constexpr Method rivals[] = {Method::seasonal_naive, Method::naive, Method::holt_winters_additive,
                             Method::holt_winters_multiplicative};

struct Tried {
    Method method;
    std::vector<Trial> trials;
};

Method without_trials(Numbers series, std::size_t season) {
    for (const Method method : {Method::seasonal_naive, Method::combination})
        if (suits(method, series, season)) return method;
    return Method::naive;
}

Tried choose(Numbers series, std::size_t season, std::size_t horizon) {
    if (!suits(Method::combination, series, season)) return {without_trials(series, season), {}};
    Tried best{Method::combination, back_test(Method::combination, series, season, horizon)};
    if (best.trials.empty()) return {without_trials(series, season), {}};
    double least = mean_absolute_error(best.trials) * clearly_better;
    if (least < 1e-9 * root_mean_square(series)) return best; // only rounding to be better than
    for (const Method rival : rivals) {
        if (!suits(rival, series, season)) continue;
        Tried tried{rival, back_test(rival, series, season, horizon)};
        if (tried.trials.size() < std::max(enough_trials, best.trials.size())) continue;
        if (const double error = mean_absolute_error(tried.trials); error < least) {
            least = error;
            best = std::move(tried);
        }
    }
    return best;
}

} // namespace

std::string why_no_interval(Spread spread, std::size_t points, const std::string& counted) {
    switch (spread) {
    case Spread::known: return "";
    case Spread::too_few:
        return fmt::format("{} {} too few to say how far off it may be: an interval needs at least {}.", counted,
                           points == 1 ? "is" : "are", least_for_interval);
    case Spread::none: break;
    }
    return "There is no interval: the past was forecast without any error, so there is no spread to base one on.";
}

Method choose_method(Numbers series, std::size_t season, std::size_t horizon) {
    return choose(series, season, horizon).method;
}

Forecast make_forecast(Numbers series, std::size_t season, std::size_t horizon, std::optional<Method> wanted) {
    const Tried tried =
        wanted ? Tried{*wanted, back_test(*wanted, series, season, horizon)} : choose(series, season, horizon);
    const Course course = course_of(tried.method, series, season, horizon);
    Forecast forecast{tried.method, {}, tried.trials.size(), mean_absolute_error(tried.trials)};
    const std::vector<double> deviation = deviations(
        course, tried.trials, usual_excess(tried.method, season, wanted ? Selection::given : Selection::by_trials));
    const double times =
        deviations_for_95(std::max(3.0, static_cast<double>(series.size()) - 5)); // what was fitted takes five
    const double rounding = 1e-9 * root_mean_square(series);
    forecast.spread = series.size() < least_for_interval                                              ? Spread::too_few
                      : std::ranges::any_of(deviation, [&](double each) { return each <= rounding; }) ? Spread::none
                                                                                                      : Spread::known;
    for (std::size_t step = 0; step < horizon; ++step) {
        Prediction prediction{course.path[step], {}, 0};
        if (forecast.spread == Spread::known) {
            const double half = times * deviation[step];
            prediction.interval = {prediction.value - half, prediction.value + half};
            prediction.deviation = half / normal_deviations_for_95;
        }
        forecast.path.push_back(prediction);
    }
    return forecast;
}

} // namespace qd::inline forecasting
