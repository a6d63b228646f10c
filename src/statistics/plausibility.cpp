#include "statistics/plausibility.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace qd::inline statistics {

std::optional<double> median(std::span<const double> values) {
    if (values.empty()) return {};
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

std::optional<double> robust_z(std::span<const double> others, double value) {
    constexpr std::size_t fewest = 5;
    constexpr double normal = 0.6745; // the upper quartile of the standard normal distribution
    if (others.size() < fewest) return {};
    const double middle = *median(others);
    std::vector<double> distances;
    for (const double other : others) distances.push_back(std::abs(other - middle));
    const double spread = *median(distances);
    if (spread != 0) return normal * (value - middle) / spread;
    constexpr double mean_to_deviation = 1.253314; // √(π ÷ 2): of normal values, the deviation over the mean distance
    double mean = 0;
    for (const double distance : distances) mean += distance / static_cast<double>(distances.size());
    if (mean == 0) return {};
    return (value - middle) / (mean_to_deviation * mean);
}

std::optional<double> step_z(std::span<const double> series) {
    if (series.size() < 2) return {};
    std::vector<double> steps;
    for (std::size_t i = 1; i < series.size(); ++i) steps.push_back(series[i] - series[i - 1]);
    const double last = steps.back();
    steps.pop_back();
    return robust_z(steps, last);
}

} // namespace qd::inline statistics
