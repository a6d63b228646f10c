#include "forecasting/theta.hpp"

#include "forecasting/smoothing.hpp"

#include <cmath>

namespace qd::inline forecasting {
namespace {

struct Line {
    double at_start, slope; // at the first point, a step
    double at(std::size_t i) const { return at_start + slope * static_cast<double>(i); }
};

Line line_of(Numbers series) {
    const double n = static_cast<double>(series.size()), middle = (n - 1) / 2;
    double mean = 0, slope = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        mean += series[i] / n;
        slope += (static_cast<double>(i) - middle) * series[i];
    }
    slope *= 12 / (n * (n * n - 1));
    return {mean - slope * middle, slope};
}

} // namespace

Course theta(Numbers series, std::size_t horizon) {
    if (series.size() < 3) return course_of(fit_level(series, Start::first_points), horizon);
    const Line line = line_of(series);
    std::vector<double> curved(series.size());
    for (std::size_t i = 0; i < series.size(); ++i) curved[i] = 2 * series[i] - line.at(i);
    const Smoothed smoothed = fit_level(curved, Start::least_squares);
    Course course = course_of(smoothed, horizon);
    for (double& residual : course.residuals) residual /= 2; // (line + smoothed)/2 against x = (line + curved)/2
    for (std::size_t step = 0; step < horizon; ++step)
        course.path[step] = (course.path[step] + line.at(series.size() + step)) / 2;
    return course;
}

} // namespace qd::inline forecasting
