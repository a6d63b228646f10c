#include "forecasting/smoothing.hpp"

#include "forecasting/minimum.hpp"

#include <cmath>

namespace qd::inline forecasting {
namespace {

enum class Shape { level, trend };

struct First {
    double level, trend;
};

// phi + … + phi^steps
double damped_steps(double phi, std::size_t steps) {
    if (phi == 1) return static_cast<double>(steps);
    return phi * (1 - std::pow(phi, static_cast<double>(steps))) / (1 - phi);
}

// One pass; `error` is called with each one-step error.
template <class Tell> First pass(Numbers series, const Smoothing& by, First state, const Tell& error) {
    for (const double x : series) {
        const double trend = by.phi * state.trend;
        const double e = x - state.level - trend;
        error(e);
        state.level += trend + by.alpha * e;
        state.trend = trend + by.alpha * by.beta * e;
    }
    return state;
}

// The errors are linear in the first level and trend: error = error from (0, 0) − level·u − trend·v, where u and v are what
// is left of a first level and a first trend of one. So the best of these follow from 2 × 2 normal equations.
First best_first(Numbers series, const Smoothing& by, Shape shape) {
    First data{0, 0}, unit_level{1, 0}, unit_trend{0, shape == Shape::trend ? 1.0 : 0.0};
    double uu = 0, uv = 0, vv = 0, ue = 0, ve = 0;
    const double beta = by.alpha * by.beta;
    const auto step = [&](First& state, double e) {
        state.level += by.phi * state.trend + by.alpha * e;
        state.trend = by.phi * state.trend + beta * e;
    };
    for (const double x : series) {
        const double u = unit_level.level + by.phi * unit_level.trend, v = unit_trend.level + by.phi * unit_trend.trend;
        const double e = x - data.level - by.phi * data.trend;
        uu += u * u, uv += u * v, vv += v * v, ue += u * e, ve += v * e;
        step(data, e), step(unit_level, -u), step(unit_trend, -v);
    }
    const double determinant = uu * vv - uv * uv;
    if (shape == Shape::level || determinant <= 1e-12 * uu * vv) return {ue / uu, 0};
    return {(ue * vv - ve * uv) / determinant, (ve * uu - ue * uv) / determinant};
}

struct Task {
    Numbers series;
    Start start;
    Shape shape;

    // How many points the start takes up.
    std::size_t used() const { return start == Start::least_squares ? 0 : shape == Shape::level ? 1 : 2; }
    First first(const Smoothing& by) const {
        if (start == Start::least_squares) return best_first(series, by, shape);
        if (shape == Shape::level) return {series[0], 0};
        return {series[1], series[1] - series[0]};
    }
    double squares(const Smoothing& by) const {
        double sum = 0;
        pass(series.subspan(used()), by, first(by), [&](double e) { sum += e * e; });
        return sum;
    }
    Smoothed run(const Smoothing& by) const {
        Smoothed done{.constants = by, .residuals = {}};
        const First end = pass(series.subspan(used()), by, first(by), [&](double e) {
            done.residuals.push_back(e);
            done.squares += e * e;
        });
        done.level = end.level;
        done.trend = end.trend;
        return done;
    }
};

Smoothed too_few(Numbers series) {
    Smoothed last{.constants = {1, 0, 1}, .residuals = {}};
    last.level = series.empty() ? 0 : series.back();
    return last;
}

constexpr double least_damping = 0.8, most_damping = 0.98;

} // namespace

double Smoothed::ahead(std::size_t steps) const { return level + damped_steps(constants.phi, steps) * trend; }

Smoothed fit_level(Numbers series, Start start) {
    if (series.size() < 2) return too_few(series);
    const Task task{series, start, Shape::level};
    const auto squares = [&](const Point<1>& at) { return task.squares({at[0], 0, 1}); };
    const Box<1> box{{0.0001}, {1}};
    Point<1> best{0.1};
    for (const double alpha : {0.3, 0.5, 0.7, 0.9})
        if (squares({alpha}) < squares(best)) best = {alpha};
    best = minimum(squares, box, best, 0.1, 60, 1e-12);
    return task.run({best[0], 0, 1});
}

Smoothed fit_trend(Numbers series, Start start) {
    if (series.size() < 4) return fit_level(series, start);
    const Task task{series, start, Shape::trend};
    const auto squares = [&](const Point<2>& at) { return task.squares({at[0], at[1], 1}); };
    const Box<2> box{{0.0001, 0.0001}, {1, 1}};
    Point<2> best{0.3, 0.1};
    for (const double alpha : {0.1, 0.5, 0.9})
        for (const double beta : {0.05, 0.3})
            if (squares({alpha, beta}) < squares(best)) best = {alpha, beta};
    best = minimum(squares, box, best, 0.15, 150);
    return task.run({best[0], best[1], 1});
}

Smoothed fit_damped(Numbers series, Start start) {
    if (series.size() < 5) return fit_level(series, start);
    const Task task{series, start, Shape::trend};
    const auto squares = [&](const Point<3>& at) { return task.squares({at[0], at[1], at[2]}); };
    const Box<3> box{{0.0001, 0.0001, least_damping}, {1, 1, most_damping}};
    Point<3> best{0.3, 0.1, 0.9};
    for (const double alpha : {0.1, 0.5, 0.9})
        for (const double beta : {0.05, 0.3})
            if (squares({alpha, beta, 0.9}) < squares(best)) best = {alpha, beta, 0.9};
    best = minimum(squares, box, best, 0.15, 200);
    return task.run({best[0], best[1], best[2]});
}

Course course_of(const Smoothed& smoothed, std::size_t horizon) {
    Course course{{}, smoothed.residuals, {}};
    const Smoothing& by = smoothed.constants;
    double variance = 1;
    for (std::size_t step = 1; step <= horizon; ++step) {
        course.path.push_back(smoothed.ahead(step));
        course.spread.push_back(std::sqrt(variance));
        const double weight = by.alpha * (1 + by.beta * damped_steps(by.phi, step));
        variance += weight * weight;
    }
    return course;
}

} // namespace qd::inline forecasting
