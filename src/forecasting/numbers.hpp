#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace qd::inline forecasting {

// A series: what was measured at even steps, oldest first, without gaps, every number finite.
using Numbers = std::span<const double>;

// What a method makes of a series.
struct Course {
    std::vector<double> path; // one number a step ahead, in the unit of the series
    std::vector<double>
        residuals; // actual − what would have been forecast one step before, for the part that is not start
    std::vector<double> spread; // one number a step ahead: standard deviation there ÷ that of the residuals
};

} // namespace qd::inline forecasting
