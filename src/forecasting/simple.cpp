#include "forecasting/simple.hpp"

#include <cmath>

namespace qd::inline forecasting {

Course naive(Numbers series, std::size_t horizon) { return seasonal_naive(series, 1, horizon); }

Course seasonal_naive(Numbers series, std::size_t season, std::size_t horizon) {
    if (season == 0 || season > series.size()) season = 1;
    Course course;
    for (std::size_t i = season; i < series.size(); ++i) course.residuals.push_back(series[i] - series[i - season]);
    for (std::size_t step = 0; step < horizon; ++step) {
        course.path.push_back(series[series.size() - season + step % season]);
        course.spread.push_back(std::sqrt(static_cast<double>(step / season + 1)));
    }
    return course;
}

Course drift(Numbers series, std::size_t horizon) {
    const double count = static_cast<double>(series.size());
    const double change = series.size() < 2 ? 0 : (series.back() - series.front()) / (count - 1);
    Course course;
    for (std::size_t i = 1; i < series.size(); ++i) course.residuals.push_back(series[i] - series[i - 1] - change);
    for (std::size_t step = 1; step <= horizon; ++step) {
        const double h = static_cast<double>(step);
        course.path.push_back(series.back() + h * change);
        course.spread.push_back(std::sqrt(h * (1 + h / count)));
    }
    return course;
}

} // namespace qd::inline forecasting
