#pragma once

#include "statistics/chart_icons.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace qd::inline statistics {

// Whether the last five points rise or fall beyond chance, as Fingertips tests it: chi-squared for a slope above the 99.8 %
// point with one degree of freedom, and the slope of the same sign whichever one of the points is left out.
enum class Trend { not_tested, level, rising, falling };
std::string_view print(Trend trend);
std::string label(Trend trend);

struct TrendTest {
    Trend trend = Trend::not_tested;
    double slope = 0; // a period, in the unit of the values
    double chi_squared = 0;

    friend bool operator==(const TrendTest&, const TrendTest&) = default;
};

inline constexpr std::size_t trend_points = 5;

// A figure with its interval of 95 %.
struct IntervalPoint {
    double value = 0, lower = 0, upper = 0;
};
// For any figure with an interval: the slope of a line weighted by 1 ÷ variance, the variance taken from the interval's width.
// Takes the last five of the points, which follow each other without a gap, oldest first. Not tested with fewer than five, or
// where an interval has no width.
TrendTest recent_trend(std::span<const IntervalPoint> points);

struct SharePoint {
    double events = 0, of = 0;
};
// For shares of a whole: the Cochran–Armitage test. Not tested with fewer than five, if a share is 100 % at any of them,
// or if there are no events at all.
TrendTest recent_trend(std::span<const SharePoint> points);

// "rising and getting better"
std::string label(Trend trend, Good good);

} // namespace qd::inline statistics
