#include "statistics/control_chart.hpp"

#include "base/error.hpp"
#include "statistics/chart_rules.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace qd::inline statistics {
namespace {

constexpr double to_limits = 2.66, to_near_limits = 2 * to_limits / 3;
constexpr double screen = 3.267; // D4 of ranges of two: a range beyond it is itself out of control

double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// 1 above, −1 below, 0 as good as equal: ten times 0.1 have a mean that misses 0.1 by the last bit, which is not a side.
int side_of(double value, double line, double size) {
    const double slack = 1e-12 * size;
    return value > line + slack ? 1 : value < line - slack ? -1 : 0;
}

void refuse_bad(const ChartRules& rules, std::optional<std::size_t> baseline) {
    if (rules.shift != 7 && rules.shift != 8)
        throw Error(Fault::request, fmt::format("A shift is of 7 or 8 points, not {}.", rules.shift));
    if (rules.trend != 6 && rules.trend != 7)
        throw Error(Fault::request, fmt::format("A trend is of 6 or 7 points, not {}.", rules.trend));
    if (baseline && *baseline < usable_points)
        throw Error(Fault::request,
                    fmt::format("A baseline needs at least {} points, not {}.", usable_points, *baseline));
}

std::vector<Segment> segments_of(std::size_t points, std::span<const Rebase> rebases) {
    std::vector<Segment> segments{{0, points, Standing::none, {}, ""}};
    for (const Rebase& rebase : rebases) {
        assert(rebase.at >= segments.back().first);
        if (rebase.at >= points) break;
        if (rebase.at > segments.back().first) {
            segments.back().end = rebase.at;
            segments.push_back({rebase.at, points, Standing::none, {}, ""});
        }
        segments.back().reason = rebase.reason;
    }
    return segments;
}

bool mostly_at(std::span<const double> values, std::optional<double> end, double size) {
    if (!end) return false;
    const auto there = std::ranges::count_if(values, [&](double value) { return side_of(value, *end, size) == 0; });
    return 2 * static_cast<std::size_t>(there) > values.size();
}

double size_of(std::span<const double> values) {
    double size = 0;
    for (const double value : values) size = std::max(size, std::abs(value));
    return size;
}

// The value of more than half of them.
std::optional<double> majority_of(std::span<const double> values, double size) {
    std::vector<double> ordered(values.begin(), values.end());
    const auto middle = ordered.begin() + static_cast<std::ptrdiff_t>(ordered.size() / 2);
    std::ranges::nth_element(ordered, middle);
    return mostly_at(values, *middle, size) ? std::optional(*middle) : std::nullopt;
}

// How far limits from these points can be trusted.
Standing standing_of(std::span<const double> base, Screening screening, const ValueEnds& ends) {
    if (base.size() < fewest_points) return Standing::none;
    const double size = size_of(base);
    const auto [low, high] = std::ranges::minmax(base);
    if (side_of(high, low, size) == 0) return Standing::flat;
    if (mostly_at(base, ends.least, size) || mostly_at(base, ends.most, size)) return Standing::rare;
    const Limits limits = limits_of(base, screening);
    if (side_of(limits.mean_range, 0, size) == 0) return Standing::flat;
    const auto majority = majority_of(base, size);
    if (majority && (side_of(*majority, limits.upper, size) > 0 || side_of(*majority, limits.lower, size) < 0))
        return Standing::flat;
    return base.size() < usable_points ? Standing::trial : Standing::usable;
}

void judge_points(std::span<const double> values, const Limits& limits, std::optional<double> majority,
                  const ChartRules& rules, PointRule* judged) {
    const std::size_t n = values.size();
    const double size = size_of(values);
    std::vector<int> sides(n), outside(n), outer(n);
    for (std::size_t i = 0; i < n; ++i) {
        const bool is_usual = majority && side_of(values[i], *majority, size) == 0;
        sides[i] = is_usual ? 0 : side_of(values[i], limits.mean, size);
        outside[i] = side_of(values[i], limits.upper, size) > 0   ? 1
                     : side_of(values[i], limits.lower, size) < 0 ? -1
                                                                  : 0;
        const bool is_outer =
            side_of(values[i], limits.near_upper, size) > 0 || side_of(values[i], limits.near_lower, size) < 0;
        outer[i] = is_outer && outside[i] == 0 ? sides[i] : 0;
    }
    // n points that rise are n − 1 steps upwards, the first point is not a step but part of the run
    const auto trends = whole_runs(completed_runs(steps_of(values), rules.trend - 1), rules.trend);
    const auto shifts = whole_runs(completed_runs(sides, rules.shift), rules.shift);
    const auto near = two_of_three(outer, sides);
    for (std::size_t i = 0; i < n; ++i) {
        PointRule& rule = judged[i];
        rule = PointRule::common_cause;
        if (outside[i] != 0)
            rule = outside[i] > 0 ? PointRule::above_limit : PointRule::below_limit;
        else if (trends[i] != 0)
            rule = trends[i] > 0 ? PointRule::rising : PointRule::falling;
        else if (near[i] != 0)
            rule = near[i] > 0 ? PointRule::near_upper : PointRule::near_lower;
        else if (shifts[i] != 0)
            rule = shifts[i] > 0 ? PointRule::shift_above : PointRule::shift_below;
    }
}

} // namespace

Limits limits_of(std::span<const double> values, Screening screening) {
    assert(values.size() >= 2);
    std::vector<double> ranges;
    ranges.reserve(values.size() - 1);
    for (std::size_t i = 1; i < values.size(); ++i) ranges.push_back(std::abs(values[i] - values[i - 1]));
    double mean_range = mean_of(ranges);
    if (screening == Screening::on) {
        std::vector<double> usual;
        std::ranges::copy_if(ranges, std::back_inserter(usual),
                             [&](double range) { return range < screen * mean_range; });
        if (!usual.empty()) mean_range = mean_of(usual);
    }
    const double mean = mean_of(values);
    return {mean,
            mean - to_limits * mean_range,
            mean + to_limits * mean_range,
            mean - to_near_limits * mean_range,
            mean + to_near_limits * mean_range,
            mean_range};
}

ControlChart control_chart(std::span<const double> values, const ChartRules& rules, std::span<const Rebase> rebases,
                           std::optional<std::size_t> baseline, const ValueEnds& ends) {
    refuse_bad(rules, baseline);
    ControlChart chart{segments_of(values.size(), rebases), std::vector(values.size(), PointRule::not_charted)};
    for (Segment& segment : chart.segments) {
        const auto points = values.subspan(segment.first, segment.end - segment.first);
        const auto base = points.first(std::min(points.size(), baseline.value_or(points.size())));
        segment.standing = standing_of(base, rules.screening, ends);
        if (segment.standing != Standing::trial && segment.standing != Standing::usable) continue;
        segment.limits = limits_of(base, rules.screening);
        judge_points(points, *segment.limits, majority_of(base, size_of(base)), rules,
                     chart.rules.data() + segment.first);
    }
    return chart;
}

std::vector<std::optional<double>> year_on_year(std::span<const std::optional<double>> values, std::size_t lag) {
    std::vector<std::optional<double>> differences(values.size());
    for (std::size_t i = lag; i < values.size(); ++i)
        if (values[i] && values[i - lag]) differences[i] = *values[i] - *values[i - lag];
    return differences;
}

} // namespace qd::inline statistics
