#include "forecasting/score.hpp"

#include "forecasting/season.hpp"

#include <cmath>

namespace qd::inline forecasting {

std::optional<double> scale_of(Numbers known, std::size_t season) {
    const std::size_t lag = season < 2 ? 1 : season;
    if (known.size() <= lag) return {};
    double sum = 0;
    for (std::size_t i = lag; i < known.size(); ++i) sum += std::abs(known[i] - known[i - lag]);
    if (sum == 0) return {};
    return sum / static_cast<double>(known.size() - lag);
}

double smape(Numbers actual, Numbers forecast) {
    double sum = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const double both = std::abs(actual[i]) + std::abs(forecast[i]);
        if (both > 0) sum += 200 * std::abs(actual[i] - forecast[i]) / both;
    }
    return sum / static_cast<double>(actual.size());
}

double mase(Numbers actual, Numbers forecast, double scale) {
    double sum = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) sum += std::abs(actual[i] - forecast[i]);
    return sum / static_cast<double>(actual.size()) / scale;
}

double msis(Numbers actual, const std::vector<Interval>& intervals, double scale) {
    double sum = 0;
    for (std::size_t i = 0; i < actual.size(); ++i) {
        const auto [lower, upper] = intervals[i];
        sum += upper - lower;
        if (actual[i] < lower) sum += 40 * (lower - actual[i]);
        if (actual[i] > upper) sum += 40 * (actual[i] - upper);
    }
    return sum / static_cast<double>(actual.size()) / scale;
}

double coverage(Numbers actual, const std::vector<Interval>& intervals) {
    double inside = 0;
    for (std::size_t i = 0; i < actual.size(); ++i)
        if (intervals[i].lower <= actual[i] && actual[i] <= intervals[i].upper) inside += 1;
    return inside / static_cast<double>(actual.size());
}

double owa(double smape, double mase, double smape_of_naive, double mase_of_naive) {
    return (smape / smape_of_naive + mase / mase_of_naive) / 2;
}

std::vector<double> naive_2(Numbers series, std::size_t season, std::size_t horizon) {
    const Season found = season_of(series, season);
    std::vector<double> path(horizon, found.without(series).back());
    found.give_back(path, series.size());
    return path;
}

} // namespace qd::inline forecasting
