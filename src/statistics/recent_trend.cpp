#include "statistics/recent_trend.hpp"

#include "statistics/distribution.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace qd::inline statistics {
namespace {

struct Weighted {
    double value = 0, weight = 0;
};
using Five = std::array<Weighted, trend_points>;

struct Line {
    double slope = 0;
    double spread = 0; // Σ w (t − t̄)²: the slope's variance is 1 ÷ this
};

// Weighted least squares over the points but one; none left out where `without` is past the end.
Line fit(const Five& points, std::size_t without) {
    double weights = 0, times = 0, values = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == without) continue;
        weights += points[i].weight;
        times += points[i].weight * static_cast<double>(i);
        values += points[i].weight * points[i].value;
    }
    double spread = 0, product = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i == without) continue;
        const double time = static_cast<double>(i) - times / weights;
        spread += points[i].weight * time * time;
        product += points[i].weight * time * (points[i].value - values / weights);
    }
    return {product / spread, spread};
}

TrendTest judge(const Five& points, double slope, double chi_squared) {
    TrendTest test{Trend::level, slope, chi_squared};
    static const double significant = chi_squared_quantile(0.998, 1);
    if (chi_squared <= significant) return test;
    const bool rises = slope > 0;
    for (std::size_t without = 0; without < points.size(); ++without) {
        const double rest = fit(points, without).slope;
        if (rises ? rest <= 0 : rest >= 0) return test;
    }
    test.trend = rises ? Trend::rising : Trend::falling;
    return test;
}

} // namespace

std::string_view print(Trend trend) {
    switch (trend) {
    case Trend::not_tested: return "not_tested";
    case Trend::level: return "level";
    case Trend::rising: return "rising";
    case Trend::falling: return "falling";
    }
    return "";
}

std::string label(Trend trend) {
    switch (trend) {
    case Trend::not_tested: return "not tested";
    case Trend::level: return "no significant change";
    case Trend::rising: return "rising";
    case Trend::falling: return "falling";
    }
    return "";
}

std::string label(Trend trend, Good good) {
    if (good == Good::neither || (trend != Trend::rising && trend != Trend::falling)) return label(trend);
    const bool is_better = (trend == Trend::rising) == (good == Good::higher);
    return label(trend) + (is_better ? " and getting better" : " and getting worse");
}

TrendTest recent_trend(std::span<const IntervalPoint> points) {
    if (points.size() < trend_points) return {};
    Five five;
    const auto last = points.last(trend_points);
    for (std::size_t i = 0; i < trend_points; ++i) {
        const double deviation = (last[i].upper - last[i].lower) / (2 * 1.96);
        if (!(deviation > 0)) return {};
        five[i] = {last[i].value, 1 / (deviation * deviation)};
    }
    const Line line = fit(five, trend_points);
    return judge(five, line.slope, line.slope * line.slope * line.spread);
}

TrendTest recent_trend(std::span<const SharePoint> points) {
    if (points.size() < trend_points) return {};
    Five five;
    const auto last = points.last(trend_points);
    double all = 0, events = 0, events_times = 0, times = 0, squares = 0;
    for (std::size_t i = 0; i < trend_points; ++i) {
        if (!(last[i].of > 0) || last[i].events == last[i].of) return {};
        const double t = static_cast<double>(i);
        five[i] = {last[i].events / last[i].of, last[i].of};
        all += last[i].of;
        events += last[i].events;
        events_times += last[i].events * t;
        times += last[i].of * t;
        squares += last[i].of * t * t;
    }
    if (!(events > 0)) return {};
    const double difference = all * events_times - events * times;
    const double chi_squared =
        all * difference * difference / (events * (all - events) * (all * squares - times * times));
    return judge(five, fit(five, trend_points).slope, chi_squared);
}

} // namespace qd::inline statistics
