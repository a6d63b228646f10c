#include "forecasting/holt_winters.hpp"

#include "forecasting/minimum.hpp"

#include <algorithm>
#include <cmath>

namespace qd::inline forecasting {
namespace {

struct State {
    double level = 0, trend = 0;
    std::vector<double> season;
};

// The straight line of least squares through the moving averages of the first two years, at the step before the first of them
// and a step further: what R begins with.
State start_of(Numbers series, std::size_t season, SeasonForm form) {
    const Numbers first = series.first(2 * season);
    State state;
    state.season = classical_season(first, season, form).indices;
    const std::size_t half = season / 2, count = 2 * season - 2 * half;
    double sum = 0, weighted = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double trend = centred_year(first, season, i + half);
        sum += trend;
        weighted += trend * static_cast<double>(i + 1);
    }
    const double n = static_cast<double>(count), middle = (n + 1) / 2;
    state.trend = (weighted - middle * sum) / (n * (n * n - 1) / 12);
    state.level = sum / n - state.trend * middle;
    return state;
}

// One pass over the points after the first year; position 0 of `state.season` stays that of the series' first point.
template <class Tell> void pass(Numbers series, SeasonForm form, const Point<3>& by, State& state, const Tell& error) {
    const auto [alpha, beta, gamma] = by;
    const std::size_t season = state.season.size();
    const bool adds = form == SeasonForm::additive;
    std::size_t position = 0;
    for (std::size_t i = season; i < series.size(); ++i) {
        double& index = state.season[position];
        position = position + 1 == season ? 0 : position + 1;
        const double before = state.level, expected = before + state.trend, x = series[i];
        error(x - (adds ? expected + index : expected * index));
        state.level = alpha * (adds ? x - index : x / index) + (1 - alpha) * expected;
        state.trend = beta * (state.level - before) + (1 - beta) * state.trend;
        index = gamma * (adds ? x - state.level : x / state.level) + (1 - gamma) * index;
    }
}

Point<3> best_constants(Numbers series, SeasonForm form, const State& start) {
    State state = start;
    const auto squares = [&](const Point<3>& by) {
        state = start; // keeps its memory
        double sum = 0;
        pass(series, form, by, state, [&](double e) { sum += e * e; });
        return std::isfinite(sum) ? sum : 1e300;
    };
    return minimum(squares, Box<3>{{0, 0, 0}, {1, 1, 1}}, Point<3>{0.3, 0.1, 0.1}, 0.3, 250, 1e-10);
}

} // namespace

bool can_fit_holt_winters(Numbers series, std::size_t season, SeasonForm form) {
    if (season < 2 || series.size() < 3 * season) return false;
    return form == SeasonForm::additive || std::ranges::all_of(series, [](double x) { return x > 0; });
}

HoltWinters fit_holt_winters(Numbers series, std::size_t season, SeasonForm form) {
    return run_holt_winters(series, season, form, best_constants(series, form, start_of(series, season, form)));
}

HoltWinters run_holt_winters(Numbers series, std::size_t season, SeasonForm form,
                             const std::array<double, 3>& constants) {
    State state = start_of(series, season, form);
    const auto [alpha, beta, gamma] = constants;
    HoltWinters fitted{.form = form, .alpha = alpha, .beta = beta, .gamma = gamma, .season = {}, .residuals = {}};
    pass(series, form, constants, state, [&](double e) {
        fitted.residuals.push_back(e);
        fitted.squares += e * e;
    });
    fitted.level = state.level;
    fitted.trend = state.trend;
    fitted.season = std::move(state.season);
    std::ranges::rotate(fitted.season, fitted.season.begin() + static_cast<std::ptrdiff_t>(series.size() % season));
    return fitted;
}

Course course_of(const HoltWinters& fitted, std::size_t horizon) {
    const std::size_t season = fitted.season.size();
    const bool adds = fitted.form == SeasonForm::additive;
    Course course{{}, fitted.residuals, {}};
    for (std::size_t h = 1; h <= horizon; ++h) {
        const double index = fitted.season[(h - 1) % season];
        const double line = fitted.level + static_cast<double>(h) * fitted.trend;
        course.path.push_back(adds ? line + index : line * index);
        double variance = 1;
        for (std::size_t j = 1; j < h; ++j) {
            double weight = fitted.alpha * (1 + static_cast<double>(j) * fitted.beta);
            if (j % season == 0) weight += fitted.gamma * (1 - fitted.alpha);
            if (!adds) weight *= index / fitted.season[(h - 1 - j) % season];
            variance += weight * weight;
        }
        course.spread.push_back(std::sqrt(variance));
    }
    return course;
}

} // namespace qd::inline forecasting
