#include "forecasting/interval.hpp"

#include "statistics/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace qd::inline forecasting {
namespace {

constexpr double weight_of_usual = 6; // trials of the whole horizon

double usual_factor(std::size_t residuals, double excess) {
    return 1 + excess * std::min(1.0, 45 / (1 + static_cast<double>(residuals)));
}

} // namespace

double normal_share_below(double deviations) { return std::erfc(-deviations / std::numbers::sqrt2) / 2; }

double deviations_for_95(double freedom) { return student_quantile(0.975, std::max(2.0, freedom)); }

double usual_excess(Method method, std::size_t season, Selection selection) {
    constexpr double smoothing = 0.6, carrying_on = 0.3, adding = 1.2, multiplying = 1.7;
    const double of_a_year = std::min(1.0, 4 / static_cast<double>(std::max<std::size_t>(season, 1)));
    switch (method) {
    case Method::naive:
    case Method::seasonal_naive: return carrying_on;
    case Method::holt_winters_additive:
        return selection == Selection::by_trials ? smoothing + (adding - smoothing) * of_a_year : smoothing;
    case Method::holt_winters_multiplicative:
        return selection == Selection::by_trials ? smoothing + (multiplying - smoothing) * of_a_year : smoothing;
    default: return smoothing;
    }
}

std::vector<double> deviations(const Course& course, const std::vector<Trial>& trials, double excess) {
    const double usual = weight_of_usual * static_cast<double>(course.path.size());
    double squares = usual * std::pow(usual_factor(course.residuals.size(), excess), 2), count = usual;
    for (const Trial& trial : trials) {
        if (trial.scale <= 0) continue; // nothing to compare an error with
        for (std::size_t step = 0; step < trial.errors.size(); ++step) {
            const double times = trial.errors[step] / (trial.scale * std::abs(trial.spread[step]));
            if (!std::isfinite(times)) continue;
            squares += times * times;
            count += 1;
        }
    }
    const double scale = root_mean_square(course.residuals) * std::sqrt(squares / count);
    std::vector<double> deviations;
    for (const double spread : course.spread) deviations.push_back(scale * std::abs(spread));
    return deviations;
}

double probability_of_meeting(double forecast, double deviation, double target, TargetSide side) {
    const double ahead = side == TargetSide::at_least ? forecast - target : target - forecast;
    if (deviation <= 0) return ahead > 0 ? 1 : ahead < 0 ? 0 : 0.5;
    return normal_share_below(ahead / deviation);
}

} // namespace qd::inline forecasting
